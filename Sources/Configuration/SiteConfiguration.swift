public import Diagnostics
public import Facts
public import Files
import Text

/// Everything that the YAML files of a project say, typed, merged and checked.
///
/// It holds what could be read, even when errors were added; only when the list of diagnostics has
/// no error is it whole.
public struct SiteConfiguration: Sendable {
  public var tree: SourceTree
  /// Nil when `site/site.yaml` is missing or lacks what is required.
  public var settings: Settings?
  /// Nil while no publication has written `departments/adresses.yaml`.
  public var addresses: PublishedAddresses?
  /// Each one later than the one before.
  public var editions: [Edition]
  /// Sorted by slug.
  public var families: [Family]
  /// Sorted by acronym.
  public var glossary: [GlossaryEntry]
  /// Sorted by slug.
  public var departments: [Department]
  /// The French of the funding calculation, by the names of its codes; nil when there is none.
  ///
  /// **Shape**: `departments/national/formules.yaml`, `SentenceSchema`.
  public var sentences: Record?
  /// The glossaries, the editions and the plans as they are written, with their places.
  public var editorialRecords: [Record]

  public func department(_ slug: String) -> Department? {
    departments.first { $0.slug == slug }
  }

  public func note(_ slug: String, _ year: SchoolYear) -> NoteFacts? {
    department(slug)?.notes.first { $0.year == year }
  }

  /// The acronyms that a note may use: those of its department, then those of all; sorted.
  package func glossary(of note: NoteFacts) -> [GlossaryEntry] {
    if note.ownGlossary.isEmpty { return glossary }
    let own = Set(note.ownGlossary.map(\.acronym))
    return (note.ownGlossary + glossary.filter { !own.contains($0.acronym) })
      .sorted { scalarOrder($0.acronym, $1.acronym) }
  }

  public func family(_ slug: String) -> Family? { families.first { $0.slug == slug } }

  /// Finds what is frozen of a department's note of a year; nil for a draft. It is called on several
  /// cores at once.
  public typealias FrozenReading =
    @Sendable (
      _ department: String, _ year: SchoolYear, _ diagnostics: inout DiagnosticList
    ) -> FrozenFacts?

  /// Reads the YAML files of a tree.
  ///
  /// **Errors**: all codes of `ConfigurationCode`, for all files in one run.
  public init(
    _ tree: SourceTree, into diagnostics: inout DiagnosticList,
    frozen: FrozenReading = { _, _, _ in nil }
  ) {
    var reader = ConfigurationReader(tree: tree)
    settings = reader.readSettings()
    addresses = reader.readAddresses()
    editions = reader.readEditions()
    families = reader.readFamilies(editions: editions)
    reader.checkPageNames()
    glossary = reader.readGlossary()
    sentences = reader.readSentences()
    departments = reader.readDepartments(
      settings: settings, editions: editions, families: families, frozen: frozen)
    editorialRecords = reader.editorialRecords
    self.tree = tree
    diagnostics.add(contentsOf: reader.diagnostics)
  }
}
