import Configuration
import Facts
import Markdown
import Notes

/// The note and its summary as plain text.
///
/// **Units**: lines of 78 characters at most; a longer address stands alone on its line.
struct NoteText {
  /// What the files begin with: without it browsers take them for another encoding where a server
  /// does not name theirs.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The layouts, by the names of their files and of those that they make.
  enum Layout: String, Sendable, CaseIterable {
    case note
    case summary = "resume"

    var file: String { rawValue + ".txt" }

    var form: Form<NoteText> { self == .note ? NoteText.form : NoteText.summaryForm }
  }

  let note: Note
  let latest: Note
  let settings: Settings
  /// The site's; nil while it has none.
  let address: PublicAddress?
  /// Whether the words of the note are left out, where it is only asked if anything stands around
  /// them.
  var isHollow = false
  /// Whether lines end where they are full, as mail wants them; a page breaks them itself.
  var breaksLines = true

  private static let form = Form<NoteText>(
    "la note en texte",
    summaryForm.entries + [
      .text("contenu") { $0.isHollow ? " " : $0.content }
    ])

  private var content: String {
    TextRenderer.render(note.document, breaksLines: breaksLines) { link in
      address?.address(of: link, from: note.address) ?? link
    }
  }

  private static let summaryForm = Form<NoteText>(
    "la note en quelques lignes",
    [
      .record("note", Note.identityForm) { $0.note },
      .optionalAddress("adresse") { $0.address?.address(of: $0.note.address) },
      .flag("demonstration") { $0.settings.isDemonstration },
      .optionalRecord("fenetre", FilingPeriod.form) { FilingPeriod(facts: $0.note.facts) },
      .records("situations", NoteSchema.Situation.form) {
        $0.note.facts.records(NoteSchema.situations)
      },
      .records("contacts", NoteSchema.Contact.form) { $0.note.facts.records(NoteSchema.contacts) },
      .optionalRecord("derniere", PageLink.yearForm) { $0.note.link(toLatest: $0.latest) },
    ])
}
