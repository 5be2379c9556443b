public import Diagnostics
import Files
import Notes
public import Publication
import Text

/// A comparison as one HTML file, which needs no other: its styles are inside.
public struct ChangesDocument {
  static let layout = "comparaison"

  private let changes: NoteChanges
  /// The text of its style sheets.
  private let styles: String
  /// The program's.
  private let version: String

  static let form = Form<ChangesDocument>(
    "une comparaison seule",
    [
      .record("comparaison", ShownComparison.form) {
        ShownComparison($0.changes, linkToFile: nil)
      },
      .flag("projet") { $0.changes.before.isDraft || $0.changes.after.isDraft },
      // A style sheet cannot close its element, or it would be a fault of the site's face.
      .html("feuilles") { "<style>\($0.styles.replacing("</", with: "<\\/"))</style>" },
      .text("version") { $0.version },
    ])

  /// Returns nil when a layout has errors, which the list tells.
  public static func html(
    _ changes: NoteChanges, of project: Project, version: String,
    diagnostics: inout DiagnosticList
  ) -> String? {
    let layouts = Layouts(project.tree, diagnostics: &diagnostics)
    if !diagnostics.hasErrors {
      layouts.reportUseless(in: project.tree, diagnostics: &diagnostics)
    }
    guard !diagnostics.hasErrors else { return nil }
    let styles = ["styles/cadrage.css", ChangesPage.style].compactMap { path in
      project.tree["site/" + path].map { SlimText.apply(to: $0.text, path: $0.path) }
    }.joined()
    let file = ChangesDocument(changes: changes, styles: styles, version: version)
    let bytes = layouts.bytes(
      layout + ".html", with: form.record(of: file), diagnostics: &diagnostics)
    return diagnostics.hasErrors ? nil : bytes.text
  }
}
