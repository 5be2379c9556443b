import Configuration
import Facts
import Markdown
import Notes

/// The note and its summary as plain text.
///
/// **Units**: lines of 78 characters at most; a longer address stands alone on its line.
enum NoteText {
  static func whole(
    _ note: Note, latest: Note, layouts: Layouts, settings: Settings, address: PublicAddress?
  ) -> String {
    layouts.text(.note, with: record(note, latest: latest, settings: settings, address: address))
  }

  static func summary(
    _ note: Note, latest: Note, layouts: Layouts, settings: Settings, address: PublicAddress?
  ) -> String {
    layouts.text(.summary, with: record(note, latest: latest, settings: settings, address: address))
  }

  private static func record(
    _ note: Note, latest: Note, settings: Settings, address: PublicAddress?
  ) -> Record {
    let records = NoteRecords(note: note)
    return Record(values: [
      "note": .record(records.identity),
      "contenu": .text(TextRenderer.render(note.document)),
      "adresse": address.map { .address($0.address(of: note.address)) },
      "demonstration": .boolean(settings.isDemonstration),
      "fenetre": records.window.map { .record($0) },
      "situations": .records(records.situations),
      "contacts": .records(records.contacts),
      "derniere": latest.year == note.year ? nil : .record(records.yearLink(to: latest)),
    ])
  }
}
