import Configuration
public import Diagnostics
import Facts
import Files
import Notes
import Text
public import Publication

/// What changed in a note since the one before it on the site.
struct ChangesPage: PageContent {
  static let layout = "changements"

  static let style = "styles/changements.css"

  let note: Note
  /// Nil for the first note of a department, whose page says so.
  let before: Note?
  /// Those of the project, for the causes.
  let editions: [Edition]

  static let form = PageForm<ChangesPage>(
    page: "la page des changements",
    [
      .record("note", Note.identityForm) { $0.note },
      .text("note_lien") { $0.address.link(to: $0.note.address) },
      .optionalRecord("comparaison", ShownComparison.form) { $0.comparison },
      .optionalText("annees_absentes") { $0.absentYears },
    ])

  var address: PageAddress { note.changesAddress }
  var title: String {
    "Ce qui change dans la note \(note.departmentName.genitive), \(note.year.text)"
      + (before.map { " depuis \($0.year.text)" } ?? "") + note.draftMark
  }
  var description: String {
    let name = "la note de cadrage Clas \(note.departmentName.genitive)"
    guard let before else {
      return "Il n’y a pas de note plus ancienne sur ce site que \(name) de \(note.year.text)."
    }
    return "Ce qui change dans \(name) entre \(before.year.text) et \(note.year.text) : "
      + "montants, dates, démarches, documents, texte."
  }
  var trail: [PageLink] { [note.departmentLink(from: address), note.link(from: address)] }
  var styles: [String] { [ChangesPage.style] }

  /// Made when it is written, on any core, and not kept.
  private var comparison: ShownComparison? {
    before.map {
      ShownComparison(
        NoteChanges(from: $0, to: note, editions: editions),
        linkToFile: address.link(toFile:))
    }
  }

  /// The school years between the two notes, for which the site has none.
  private var absentYears: String? {
    guard let before else { return nil }
    let years = sequence(first: before.year) { $0.next }.dropFirst().prefix { $0 < note.year }
    return years.isEmpty ? nil : FrenchFormat.list(years.map(\.text))
  }
}

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
    guard !diagnostics.hasErrors else { return nil }
    let styles = ["styles/cadrage.css", ChangesPage.style].compactMap { path in
      project.tree["site/" + path].map { SlimText.apply(to: $0.text, path: $0.path) }
    }.joined()
    let file = ChangesDocument(changes: changes, styles: styles, version: version)
    return layouts.bytes(layout + ".html", with: form.record(of: file)).text
  }
}
