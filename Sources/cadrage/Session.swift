import Configuration
import Diagnostics
import Facts
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
    guard !diagnostics.isEmpty else { return }
    let tree = project.tree
    let writer = TerminalWriter(usesColor: console.usesColor) { file, line in
      tree[file]?.line(line)
    }
    console.say(writer.text(diagnostics.sorted))
    console.say(count)
  }

  /// « 2 erreurs, 1 avertissement ».
  private var count: String {
    let errors = diagnostics.errorCount
    let warnings = diagnostics.warningCount
    return [
      errors == 0 ? nil : FrenchFormat.count(errors, "erreur"),
      warnings == 0 ? nil : FrenchFormat.count(warnings, "avertissement"),
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
