import Configuration
public import Diagnostics
import Facts
import Files
import Notes
public import Publication

/// A comparison as one HTML file, which needs no other: its styles are inside.
public enum ChangesDocument {
  /// Returns nil when a layout has errors, which the list tells.
  public static func html(
    _ changes: NoteChanges, of project: Project, version: String,
    diagnostics: inout DiagnosticList
  ) -> String? {
    let layouts = Layouts(project.tree, diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let styles = ["styles/cadrage.css", ChangesPage.style].compactMap { path in
      project.tree["site/" + path].map { SlimText.apply(to: $0.text, path: $0.path) }
    }.joined()
    let file = ComparisonFile(changes: changes, styles: styles, version: version)
    return layouts.page(ComparisonFile.layout, with: ComparisonFile.form.record(of: file))
  }
}
