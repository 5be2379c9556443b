public import Configuration
public import Diagnostics
public import Facts
public import Notes
public import Files
import Synchronization
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
    let (configuration, pairs) = SiteConfiguration.read(tree, into: &diagnostics)
    var loader = NoteLoader(configuration: configuration, diagnostics: &diagnostics)
    let live = loader.notes(diagnostics: &diagnostics)
    for record in configuration.editorialRecords {
      record.reportLeftovers(diagnostics: &diagnostics)
    }
    var project = Project(configuration, live)
    project.freeze(pairs, diagnostics: &diagnostics)
    return project
  }

  private init(_ configuration: SiteConfiguration, _ live: [Note]) {
    self.configuration = configuration
    notes = live
    liveNotes = live
    ranks = Dictionary(uniqueKeysWithValues: live.indices.map { (live[$0].name, $0) })
  }

  /// Puts the published notes in the place of what the sources give.
  private mutating func freeze(
    _ pairs: [NoteName: PublishedNote], diagnostics: inout DiagnosticList
  ) {
    // Notes are made for all facts in their order, or for none.
    let sources = Array(zip(liveNotes, configuration.departments.flatMap(\.notes)))
    let frozen = WorkSharing.map(sources) { [configuration] live, source -> Frozen? in
      pairs[live.name].map { Project.freeze($0, live: live, source: source, in: configuration) }
    }
    for (rank, frozen) in frozen.enumerated() {
      guard let frozen else { continue }
      notes[rank] = frozen.note
      if !frozen.divergences.isEmpty { changed.insert(frozen.note.name) }
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
  /// Reads the facts of a project, and the pairs of its published notes.
  ///
  /// **Errors**: those of `SiteConfiguration` and of `PublishedNote.read`, all in one run.
  public static func read(
    _ tree: SourceTree, into diagnostics: inout DiagnosticList
  ) -> (configuration: SiteConfiguration, pairs: [NoteName: PublishedNote]) {
    let pairs = Mutex<[NoteName: PublishedNote]>([:])
    let configuration = SiteConfiguration(tree, into: &diagnostics) { slug, year, diagnostics in
      let pair = PublishedNote.read(slug, year, in: tree, into: &diagnostics)
      pairs.withLock { $0[NoteName(department: slug, year: year)] = pair }
      return pair.map {
        FrozenFacts(title: $0.title, record: $0.facts, sectionNames: $0.sections.map(\.name))
      }
    }
    return (configuration, pairs.withLock(\.self))
  }
}
