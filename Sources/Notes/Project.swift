public import Configuration
public import Diagnostics
public import Facts
public import Files

/// Everything that authors wrote, read, checked and made into notes.
public struct Project: Sendable {
  public let configuration: SiteConfiguration
  /// What readers see: a published note from its frozen pair, a draft from the sources.
  ///
  /// Sorted by department, then by year.
  public private(set) var notes: [Note]
  /// What the sources give, for the same years in the same order; none of them is published.
  public let liveNotes: [Note]

  public var tree: SourceTree { configuration.tree }

  /// Reads the project at a path and makes all its notes.
  ///
  /// All faults of all stages that can still be found come in one run: the YAML files first, the
  /// templates even when facts are wrong, the notes whose facts and templates are both right.
  ///
  /// **Errors**: `note-figee` for each change of a published note; all codes of the stages before.
  public static func load(root: String, diagnostics: inout DiagnosticList) -> Project {
    load(SourceTree.read(root: root, into: &diagnostics), diagnostics: &diagnostics)
  }

  /// Makes all notes of a tree, as `load(root:diagnostics:)`.
  public static func load(_ tree: SourceTree, diagnostics: inout DiagnosticList) -> Project {
    let configuration = SiteConfiguration(tree, into: &diagnostics)
    var loader = NoteLoader(configuration: configuration, diagnostics: &diagnostics)
    let live = loader.notes(diagnostics: &diagnostics)
    for record in configuration.editorialRecords {
      record.reportLeftovers(diagnostics: &diagnostics)
    }
    var project = Project(configuration: configuration, notes: live, liveNotes: live)
    project.freeze(diagnostics: &diagnostics)
    return project
  }

  /// Puts the published notes in the place of what the sources give.
  private mutating func freeze(diagnostics: inout DiagnosticList) {
    for (index, live) in liveNotes.enumerated() {
      guard let source = configuration.note(live.department, live.year), let pair = source.published
      else { continue }
      let note = Note(pair, live: live, liveGlossary: configuration.glossary)
      note.reportProblems(fallback: Place(file: pair.textPath), diagnostics: &diagnostics)
      notes[index] = note
      for divergence in divergences(of: live) { diagnostics.add(divergence.diagnostic(of: pair)) }
    }
  }

  /// What the sources would change in a published note; nothing for a draft.
  public func divergences(of live: Note) -> [Divergence] {
    guard let source = configuration.note(live.department, live.year), let pair = source.published
    else { return [] }
    return Divergences(of: pair, live: live, source: source, in: configuration).all
  }

  /// The project as it will be once these notes are published, to check its pages beforehand.
  public func publishing(_ pairs: [PublishedNote]) -> Project {
    var project = self
    for pair in pairs {
      for (index, live) in liveNotes.enumerated()
      where live.department == pair.department && live.year == pair.year {
        project.notes[index] = live
        project.notes[index].publication = Note.Publication(
          day: pair.publishedOn, revisions: pair.revisions)
      }
    }
    return project
  }

  /// The notes of a department, the latest first.
  public func notes(of department: String) -> [Note] {
    notes.filter { $0.department == department }.reversed()
  }

  public func note(_ department: String, _ year: SchoolYear) -> Note? {
    notes.first { $0.department == department && $0.year == year }
  }

  /// What the sources give for a year, published or not.
  public func liveNote(_ department: String, _ year: SchoolYear) -> Note? {
    liveNotes.first { $0.department == department && $0.year == year }
  }
}
