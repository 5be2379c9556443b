import Checks
import Configuration
import Diagnostics
import Facts
import Notes
public import Publication

/// A project in memory with all that is said of it: the only place where tests meet the stages that
/// read, make and check notes.
public struct LoadedProject: Sendable {
  public let project: Project
  public let found: FoundDiagnostics

  /// - Parameters:
  ///   - marked: the texts that differ from the sample, with marks where a message is expected.
  ///   - removed: the paths of what the sample has and the project has not.
  public init(
    _ sample: SampleProject = .minimal, changing marked: [String: String] = [:],
    removing removed: Set<String> = []
  ) {
    let sources = MarkedTexts(marked)
    var sample = sample
    sample.texts = sample.texts.filter { !removed.contains($0.key) }
      .merging(sources.texts) { $1 }
    var diagnostics = DiagnosticList()
    project = Project.load(sample.tree, diagnostics: &diagnostics)
    diagnostics.add(contentsOf: project.divergences)
    Checks.run(project, diagnostics: &diagnostics)
    found = FoundDiagnostics(diagnostics, in: sources)
  }

  /// The names of the sections of a note, in its order; nil when there is no such note.
  public func sectionNames(_ department: String, _ year: String) -> [String]? {
    note(department, year)?.sections.map(\.name)
  }

  /// The merged Markdown of a note.
  public func markdown(_ department: String, _ year: String) -> String? {
    note(department, year)?.markdown
  }

  private func note(_ department: String, _ year: String) -> Note? {
    SchoolYear(year).flatMap { project.note(department, $0) }
  }
}
