import Configuration
public import Diagnostics
public import Files
public import Notes
import Synchronization

/// Reads a project a department at a time: what all departments share stays, a department leaves
/// memory with whoever asked for it.
public struct ProjectReader: DepartmentSource {
  public let common: Project
  public private(set) var messages = StagedDiagnostics()
  private let facts: CommonConfiguration
  private let words: CommonWords

  public init(root: String) {
    var found = DiagnosticList()
    let tree = SourceTree.list(root: root, into: &found)
      .reading(rightIn: "departments", into: &found)
      .reading(["departments/national", "templates", "site"], into: &found)
    self.init(tree, found)
  }

  /// - Parameter tree: a tree whose departments may be listed and not read yet.
  public init(_ tree: SourceTree) { self.init(tree, DiagnosticList()) }

  private init(_ tree: SourceTree, _ found: DiagnosticList) {
    var found = found
    facts = CommonConfiguration(tree, into: &found)
    words = CommonWords(facts.configuration, diagnostics: &found)
    messages[.sources] = found
    common = Project(facts.configuration, planned: PlannedNote.all(in: tree))
    messages[.site].add(contentsOf: words.slips)
    for record in facts.configuration.editorialRecords {
      record.reportLeftovers(diagnostics: &messages[.site])
    }
  }

  public var departments: [String] { facts.departmentNames }

  public func department(_ slug: String) -> DepartmentReading {
    var reading = DepartmentReading()
    var found = DiagnosticList()
    let tree = common.tree.reading(["departments/" + slug], into: &found)
    let pairs = Mutex<[NoteName: PublishedNote]>([:])
    let department = facts.department(slug, in: tree, into: &found) { slug, year, found in
      let pair = PublishedNote.read(slug, year, in: tree, into: &found)
      pairs.withLock { $0[NoteName(department: slug, year: year)] = pair }
      return pair?.frozenFacts
    }
    guard let department else {
      reading.messages[.sources] = found
      return reading
    }
    let loader = NoteLoader(department, in: tree, with: words, diagnostics: &found)
    reading.plans = loader.plans
    reading.messages[.site].add(contentsOf: loader.slips)
    for record in department.editorialRecords {
      record.reportLeftovers(diagnostics: &reading.messages[.site])
    }
    var configuration = facts.configuration
    configuration.tree = tree
    configuration.departments = [department]
    // Values that are missing or wrong would show as other, misleading faults.
    let isSound = !found.hasErrors && !messages[.sources].hasErrors
    let live = isSound ? loader.notes(diagnostics: &reading.messages[.notes]) : []
    var project = Project(configuration, live, planned: common.planned)
    project.freeze(pairs.withLock(\.self), diagnostics: &reading.messages[.notes])
    reading.project = project
    reading.messages[.sources] = found
    return reading
  }

  public func check(_ plans: [DepartmentPlans?], messages: inout StagedDiagnostics) {
    words.check(plans.compactMap(\.self), diagnostics: &messages[.sources])
  }
}

/// What gives the departments of a project one after the other, on any core.
public protocol DepartmentSource: Sendable {
  /// What they share, without notes.
  var common: Project { get }
  /// What there is to say of it.
  var messages: StagedDiagnostics { get }
  /// The names of the folders of all departments, sorted.
  var departments: [String] { get }

  func department(_ slug: String) -> DepartmentReading

  /// Says what only the plans of all departments together tell.
  func check(_ plans: [DepartmentPlans?], messages: inout StagedDiagnostics)
}

/// One department of a project, and what there is to say of it.
public struct DepartmentReading: Sendable {
  /// The project with this department alone; without notes after an error in its sources. Nil when
  /// its name is no name of a department.
  public var project: Project?
  public var messages = StagedDiagnostics()
  public var plans: DepartmentPlans?
}

/// The departments of a project that was read whole.
public struct ProjectParts: DepartmentSource {
  public private(set) var messages = StagedDiagnostics()
  private let project: Project

  /// - Parameter diagnostics: all that there is to say of it.
  public init(_ project: Project, _ diagnostics: DiagnosticList) {
    self.project = project
    messages[.notes] = diagnostics
  }

  public var common: Project { project.part(nil) }
  public var departments: [String] { project.configuration.departments.map(\.slug) }

  public func department(_ slug: String) -> DepartmentReading {
    DepartmentReading(project: project.part(slug))
  }

  public func check(_ plans: [DepartmentPlans?], messages: inout StagedDiagnostics) {}
}
