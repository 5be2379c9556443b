import Notes

/// A comparison that stands alone, without the site around it.
struct ComparisonFile {
  static let layout = "comparaison"

  let changes: NoteChanges
  /// The text of its style sheets.
  let styles: String
  /// The program's.
  let version: String

  static let form = Form<ComparisonFile>(
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
}
