public import Configuration
public import Diagnostics
public import Facts
public import Notes
public import Files
import Work

/// Everything that authors wrote, read, checked and made into notes.
public struct Project: Sendable {
  public let configuration: SiteConfiguration
  /// What readers see: a published note from its frozen pair, a draft from the sources.
  ///
  /// Sorted by department, then by year.
  public private(set) var notes: [Note]
  /// What the sources give, for the same years in the same order; none of them is published.
  public let liveNotes: [Note]
  /// All notes of the project, those too of departments that were not read.
  public let planned: [PlannedNote]
  private let ranks: [NoteName: Int]
  /// The published notes that the sources would change.
  private var changed: Set<NoteName> = []
  /// **Errors**: `note-figee` for each change of a published note. Whoever publishes or compares
  /// notes has nothing against them.
  public private(set) var divergences = DiagnosticList()

  public var tree: SourceTree { configuration.tree }

  /// Reads the project at a path and makes all its notes.
  ///
  /// All faults of all stages that can still be found come in one run: the YAML files first, the
  /// templates even when facts are wrong, the notes whose facts and templates are both right.
  ///
  /// **Errors**: all codes of the stages before, and of the texts of published notes.
  public static func load(root: String, diagnostics: inout DiagnosticList) -> Project {
    load(SourceTree.read(root: root, into: &diagnostics), diagnostics: &diagnostics)
  }

  /// Makes all notes of a tree, as `load(root:diagnostics:)`.
  public static func load(_ tree: SourceTree, diagnostics: inout DiagnosticList) -> Project {
    let reader = ProjectReader(tree)
    let parts = WorkSharing.map(reader.departments) { reader.department($0) }
    var messages = reader.messages
    for part in parts { messages.add(contentsOf: part.messages) }
    reader.check(parts.map(\.plans), messages: &messages)
    diagnostics.add(contentsOf: messages.told)
    return Project(
      reader.common.configuration, joining: parts.compactMap(\.project),
      planned: reader.common.planned, hasNotes: !messages[.sources].hasErrors)
  }

  /// A project, or a part of it.
  ///
  /// - Parameter live: what the sources give, for all facts in their order, or for none.
  init(_ configuration: SiteConfiguration, _ live: [Note] = [], planned: [PlannedNote]) {
    self.configuration = configuration
    self.planned = planned
    notes = live
    liveNotes = live
    ranks = Dictionary(uniqueKeysWithValues: live.indices.map { (live[$0].name, $0) })
  }

  /// - Parameter hasNotes: whether notes could be made of all facts and words.
  private init(
    _ common: SiteConfiguration, joining parts: [Project], planned: [PlannedNote], hasNotes: Bool
  ) {
    var configuration = common
    configuration.departments = parts.flatMap(\.configuration.departments)
    self.init(configuration, hasNotes ? parts.flatMap(\.liveNotes) : [], planned: planned)
    guard hasNotes else { return }
    notes = parts.flatMap(\.notes)
    for part in parts {
      changed.formUnion(part.changed)
      divergences.add(contentsOf: part.divergences)
    }
  }

  /// The part that is one department, or what all of them share.
  func part(_ department: String?) -> Project {
    var configuration = configuration
    configuration.departments.removeAll { $0.slug != department }
    var part = Project(
      configuration, liveNotes.filter { $0.department == department }, planned: planned)
    part.notes = notes.filter { $0.department == department }
    return part
  }

  /// Puts the published notes in the place of what the sources give.
  mutating func freeze(_ pairs: [NoteName: PublishedNote], diagnostics: inout DiagnosticList) {
    let sources = configuration.departments.flatMap(\.notes)
    for (rank, (live, source)) in zip(liveNotes, sources).enumerated() {
      guard let pair = pairs[live.name] else { continue }
      let frozen = Project.freeze(pair, live: live, source: source, in: configuration)
      notes[rank] = frozen.note
      if !frozen.divergences.isEmpty { changed.insert(live.name) }
      for divergence in frozen.divergences { divergences.add(divergence) }
      diagnostics.add(contentsOf: frozen.found)
    }
  }

  private typealias Frozen = (note: Note, found: DiagnosticList, divergences: [Diagnostic])

  /// A published note, what is wrong with its text, and what the sources would change in it.
  private static func freeze(
    _ pair: PublishedNote, live: Note, source: NoteFacts, in configuration: SiteConfiguration
  ) -> Frozen {
    var found = DiagnosticList()
    let used = live.usedEntries(of: configuration.glossary(of: source))
    let note = Note(pair, live: live, liveGlossary: used)
    // What both say is told of the sources, which can be mended.
    if note.document != live.document {
      note.reportProblems(fallback: Place(file: pair.textPath), diagnostics: &found)
    }
    let divergences = Divergences(
      of: pair, live: live, liveGlossary: used, source: source, in: configuration
    ).all
    return (note, found, divergences)
  }

  /// Whether the sources would change a published note; false for a draft.
  public func isChanged(_ note: Note) -> Bool { changed.contains(note.name) }

  public func note(_ department: String, _ year: SchoolYear) -> Note? {
    ranks[NoteName(department: department, year: year)].map { notes[$0] }
  }

  /// What the sources give for a year, published or not.
  public func liveNote(_ department: String, _ year: SchoolYear) -> Note? {
    ranks[NoteName(department: department, year: year)].map { liveNotes[$0] }
  }
}

extension Note {
  fileprivate var name: NoteName { NoteName(department: department, year: year) }
}

/// What tells a note from the others of a project.
public struct NoteName: Hashable, Sendable {
  let department: String
  let year: SchoolYear
}

extension SiteConfiguration {
  /// Reads the facts of a project, those of its published notes from their pairs.
  ///
  /// **Errors**: those of `SiteConfiguration` and of `PublishedNote.read`, all in one run.
  public static func read(
    _ tree: SourceTree, into diagnostics: inout DiagnosticList
  ) -> SiteConfiguration {
    SiteConfiguration(tree, into: &diagnostics) { slug, year, diagnostics in
      PublishedNote.read(slug, year, in: tree, into: &diagnostics)?.frozenFacts
    }
  }
}

extension PublishedNote {
  var frozenFacts: FrozenFacts {
    FrozenFacts(title: title, record: facts, sectionNames: sections.map(\.name))
  }
}
