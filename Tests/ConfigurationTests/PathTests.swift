import Facts
import Foundation
import TestSupport
import Testing

@testable import Configuration

/// The paths that the program reads are those of the schemas beside which they are declared: each of
/// them stops the program at its first use when it is misspelt.
@Suite struct PathTests {
  /// The schema of each enumeration of `Schemas/`, and of what begins a path at a root.
  private static let schemas: [String: Schema] = [
    "visible": NoteSchema.visible, "written": NoteSchema.written,
    "settings": SettingsSchema.settings, "file": SentenceSchema.file,
    "Formula": SentenceSchema.Formula.schema, "Finding": SentenceSchema.Finding.schema,
    "Step": NoteSchema.Step.schema, "Platform": NoteSchema.Platform.schema,
    "Situation": NoteSchema.Situation.schema, "Document": NoteSchema.Document.schema,
    "Annex": NoteSchema.Annex.schema, "Funder": NoteSchema.Funder.schema,
    "Contact": NoteSchema.Contact.schema, "Placement": NoteSchema.Placement.schema,
    "Cause": NoteSchema.Cause.schema, "Notice": NoteSchema.Notice.schema,
    "Erratum": NoteSchema.Erratum.schema, "Edition": FileSchemas.Edition.schema,
    "Plan": FileSchemas.Plan.schema, "GlossaryEntry": FileSchemas.GlossaryEntry.schema,
    "Figure": FileSchemas.Figure.schema,
  ]

  @Test func everyDeclaredPathIsInItsSchema() throws {
    let folder = Repository.root.appending(path: "Sources/Configuration/Schemas")
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      var enumeration = ""
      for line in text.split(separator: "\n") {
        if let match = line.firstMatch(of: /\benum (\w+)/) { enumeration = String(match.1) }
        guard let match = line.firstMatch(of: /= (\w+)\.path\("([^"]+)"\)/) else { continue }
        let name = match.1 == "schema" ? enumeration : String(match.1)
        let schema = try #require(PathTests.schemas[name], "\(file): \(name)")
        #expect(schema.findPath(String(match.2)) != nil, "\(file): \(match.2)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test func unknownPathsAreToldApart() {
    #expect(NoteSchema.visible.findPath("ps.plafon") == nil)
    #expect(NoteSchema.visible.findPath("calendrier.du") == nil)
    #expect(NoteSchema.visible.findPath("") == nil)
  }
}
