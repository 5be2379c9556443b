/// What the stages of a run have to say of a project, or of one of its departments.
///
/// A stage with errors hands nothing to the next: what comes after is told only when it cannot
/// mislead. So departments can be taken one at a time, and the run says the same as if each stage
/// had seen all of them.
public struct StagedDiagnostics: Sendable, Codable {
  public enum Stage: Int, CaseIterable, Sendable {
    /// Facts and templates, each by itself.
    case sources
    /// What hides no other fault: settings, layouts and texts of the site, slips in words. It is told
    /// whatever the others say.
    case site
    /// What is made from facts and templates.
    case notes
    case checks
    case pages
  }

  private var lists = Stage.allCases.map { _ in DiagnosticList() }

  public init() {}

  public subscript(stage: Stage) -> DiagnosticList {
    get { lists[stage.rawValue] }
    _modify { yield &lists[stage.rawValue] }
  }

  public mutating func add(contentsOf others: StagedDiagnostics) {
    for stage in Stage.allCases { self[stage].add(contentsOf: others[stage]) }
  }

  /// Whether each problem is kept, none counted only.
  public var isWhole: Bool { lists.allSatisfy(\.isWhole) }

  public var hasErrors: Bool { lists.contains(where: \.hasErrors) }

  /// All that may be told.
  public var told: DiagnosticList {
    var told = self[.sources]
    let hasNotes = !told.hasErrors
    told.add(contentsOf: self[.site])
    if hasNotes {
      told.add(contentsOf: self[.notes])
      told.add(contentsOf: self[.checks])
    }
    if !told.hasErrors { told.add(contentsOf: self[.pages]) }
    return told
  }
}
