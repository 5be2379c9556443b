import Configuration
import Diagnostics
import Files
import Notes

/// A run of a command on a project: what was loaded, and what there is to say of it.
struct Session {
  let root: String
  let console: Console
  let project: Project
  var diagnostics: DiagnosticList

  init(_ options: ProjectOptions) throws {
    root = try options.resolvedRoot()
    console = Console()
    var diagnostics = DiagnosticList()
    project = Project.load(root: root, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
  }

  /// Writes every problem to standard error, sorted, with the lines they stand on.
  func report() {
    console.report(diagnostics) { file, line in project.tree[file]?.line(line) }
  }
}
