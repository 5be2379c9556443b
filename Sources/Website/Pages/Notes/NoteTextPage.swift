import Diagnostics
import Facts
import Notes
import Text

/// The text of a note, whole and in three lines, to read on a phone and to copy into a mail.
struct NoteTextPage: NoteSubpage {
  static let layout = "version-texte"

  let text: NoteText
  /// Those of the two texts.
  let layouts: Layouts

  static let form = PageForm<NoteTextPage>(
    page: "la page du texte d’une note",
    [
      .record("note", Note.identityForm) { $0.text.note },
      .address("note_lien") { $0.address.link(to: $0.text.note.address) },
      .optionalRecord("derniere", PageLink.yearForm) {
        $0.text.note.link(toLatest: $0.text.latest, \.textAddress)
      },
      .text("resume") { $0.text(.summary) }, .address("resume_lien") { $0.link(.summary) },
      .text("texte") { $0.text(.note) }, .address("texte_lien") { $0.link(.note) },
    ])

  private func text(_ layout: NoteText.Layout) -> String {
    // What is wrong with it is told of the file.
    var told = DiagnosticList()
    return layouts.bytes(
      layout.file, with: layout.form.record(of: text), diagnostics: &told
    ).text
  }

  private func link(_ layout: NoteText.Layout) -> String {
    address.link(toFile: text.note.address.folder + layout.file)
  }

  var note: Note { text.note }

  var address: PageAddress { note.textAddress }
  var scripts: [String] { address.scripts(with: "copie") }
  var title: String {
    "Texte à copier, \(note.fullTitle)"
  }
  var description: String {
    "La note de cadrage Clas \(note.departmentName.genitive), \(note.year.text), en texte seul\u{A0}: "
      + "le résumé en trois lignes et la note entière, à copier dans un message."
  }
}
