public import Diagnostics
public import Facts
public import Files
import Text
import Work

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
  /// What the national file of each year says, as a note reads it.
  public var nationalYears: [SchoolYear: Record]
  /// The French of the funding calculation, by the names of its codes; nil when there is none.
  ///
  /// **Shape**: `departments/national/formules.yaml`, `SentenceSchema`.
  public var sentences: Record?
  /// The glossary of all departments, the editions and the plans as they are written, with their places.
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

  /// The families of a department's notes, and the one that its own file names.
  package func families(of department: Department) -> [Family] {
    let slugs = Set(
      department.notes.compactMap { $0.family?.slug }
        + [department.lasting.text(NoteSchema.family)].compactMap(\.self))
    return families.filter { slugs.contains($0.slug) }
  }

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
    frozen: @escaping FrozenReading = { _, _, _ in nil }
  ) {
    let common = CommonConfiguration(tree, into: &diagnostics)
    let departments = WorkSharing.map(common.departmentNames) { slug in
      var found = DiagnosticList()
      let department = common.department(slug, in: tree, into: &found, frozen: frozen)
      return (department: department, found: found)
    }
    for (_, found) in departments { diagnostics.add(contentsOf: found) }
    self = common.configuration
    self.departments = departments.compactMap(\.department)
  }

  /// What departments share, without them.
  init(_ reader: inout ConfigurationReader) {
    tree = reader.tree
    settings = reader.readSettings()
    addresses = reader.readAddresses()
    editions = reader.readEditions()
    families = reader.readFamilies(editions: editions)
    reader.checkPageNames()
    glossary = reader.readGlossary()
    sentences = reader.readSentences()
    departments = []
    nationalYears = [:]
    editorialRecords = reader.editorialRecords
  }
}

/// What the departments of a project share, read once; each department can then be read alone.
public struct CommonConfiguration: Sendable {
  /// Without departments.
  public let configuration: SiteConfiguration
  private let common: ConfigurationReader.Common

  /// **Errors**: all codes of `ConfigurationCode`, for the files that no department owns.
  public init(_ tree: SourceTree, into diagnostics: inout DiagnosticList) {
    var reader = ConfigurationReader(tree: tree)
    var configuration = SiteConfiguration(&reader)
    common = reader.readCommon(configuration)
    for (year, layer) in common.years {
      configuration.nationalYears[year] =
        Merging(year: year).merge([layer.record], as: NoteSchema.visible)
    }
    self.configuration = configuration
    diagnostics.add(contentsOf: reader.diagnostics)
  }

  /// The names of the folders of all departments, sorted.
  public var departmentNames: [String] {
    configuration.tree.folderNames(in: "departments").filter { $0 != "national" }
  }

  /// Reads a department; nil when its name is no name of a department.
  ///
  /// - Parameter tree: one that holds its texts.
  ///
  /// **Errors**: all codes of `ConfigurationCode`, for its files.
  public func department(
    _ slug: String, in tree: SourceTree, into diagnostics: inout DiagnosticList,
    frozen: SiteConfiguration.FrozenReading
  ) -> Department? {
    var reader = ConfigurationReader(tree: tree)
    var department = reader.readDepartment(slug, common, frozen)
    department?.editorialRecords = reader.editorialRecords
    diagnostics.add(contentsOf: reader.diagnostics)
    return department
  }
}
