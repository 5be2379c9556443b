import Facts
import TestSupport
import Testing

@testable import Configuration

/// The paths that the program reads are those of the schemas beside which they are declared: each of
/// them stops the program at its first use when it is misspelt.
@Suite struct PathTests {
  /// The schema of each enumeration of `Schemas/`, and of what begins a path at a root.
  private static let schemas: [String: Schema] = [
    "move": FileSchemas.Addresses.move, "withdrawal": FileSchemas.Addresses.withdrawal,
    "visible": NoteSchema.visible, "written": NoteSchema.written,
    "settings": SettingsSchema.settings, "file": SentenceSchema.file,
    "Formula": SentenceSchema.Formula.schema, "Finding": SentenceSchema.Finding.schema,
    "Step": NoteSchema.Step.schema, "Platform": NoteSchema.Platform.schema,
    "Situation": NoteSchema.Situation.schema, "Document": NoteSchema.Document.schema,
    "OfficialDocument": NoteSchema.OfficialDocument.schema,
    "Annex": NoteSchema.Annex.schema, "Funder": NoteSchema.Funder.schema,
    "Contact": NoteSchema.Contact.schema, "Member": NoteSchema.Member.schema,
    "Placement": NoteSchema.Placement.schema,
    "Waiver": NoteSchema.Waiver.schema, "Cause": NoteSchema.Cause.schema,
    "OtherInstance": NoteSchema.OtherInstance.schema, "Notice": NoteSchema.Notice.schema,
    "Erratum": NoteSchema.Erratum.schema, "Reminder": NoteSchema.Reminder.schema,
    "KeyFigure": NoteSchema.KeyFigure.schema, "FigurePart": NoteSchema.FigurePart.schema,
    "Edition": FileSchemas.Edition.schema,
    "Plan": FileSchemas.Plan.schema, "GlossaryEntry": FileSchemas.GlossaryEntry.schema,
    "Figure": FileSchemas.Figure.schema, "Addresses": FileSchemas.Addresses.schema,
  ]

  @Test func everyDeclaredPathIsInItsSchema() throws {
    let paths = try DeclaredPath.all(in: "Sources/Configuration/Schemas")
    for path in paths {
      let schema = try #require(PathTests.schemas[path.schema], "\(path)")
      #expect(schema.findPath(path.path) != nil, "\(path)")
    }
    #expect(paths.count > 100)
  }

  @Test func unknownPathsAreToldApart() {
    #expect(NoteSchema.visible.findPath("ps.plafon") == nil)
    #expect(NoteSchema.visible.findPath("calendrier.du") == nil)
    #expect(NoteSchema.visible.findPath("") == nil)
  }
}
