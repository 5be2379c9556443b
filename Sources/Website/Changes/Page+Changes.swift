import Facts
import Notes

extension PageAddress {
  /// What changed in a note since the one before.
  static func changes(_ slug: String, _ year: String) -> PageAddress {
    PageAddress("\(slug)/\(year)/changements/")
  }
}

extension Note {
  var changesAddress: PageAddress { .changes(department, year.text) }
}

extension Page {
  static let changesStyle = "styles/changements.css"

  /// What changed in a note since the one before it on the site.
  ///
  /// - Parameter changes: nil for the first note of a department, whose page says so.
  static func changes(_ note: Note, _ changes: NoteChanges?) -> Page {
    let records = NoteRecords(note: note)
    let address = note.changesAddress
    let since = changes.map { " depuis \($0.before.year.text)" } ?? ""
    let values = changes.map {
      ChangesRecords(changes: $0, linkToFile: address.link(toFile:)).values
    }
    var page = Page(
      layout: .changes, address: address,
      title: "Ce qui change dans la note \(records.department.genitive), \(note.year.text)"
        + since + note.draftMark,
      description: description(of: note, changes),
      trail: [
        Step(title: records.department.noun, address: .department(note.department)),
        Step(title: note.year.text, address: note.address),
      ],
      values: Record(values: [
        "note": .record(records.identity),
        "note_lien": .text(address.link(to: note.address)),
        "comparaison": values.map { .record($0) },
        "annees_absentes": changes.flatMap { absentYears(between: $0.before, $0.after) },
      ]))
    page.styles = [changesStyle]
    page.isDraft = note.isDraft
    return page
  }

  private static func description(of note: Note, _ changes: NoteChanges?) -> String {
    let name = "la note de cadrage Clas \(NoteRecords(note: note).department.genitive)"
    guard let changes else {
      return "Il n’y a pas de note plus ancienne sur ce site que \(name) de \(note.year.text)."
    }
    return "Ce qui change dans \(name) entre \(changes.before.year.text) et \(note.year.text) : "
      + "montants, dates, démarches, documents, texte."
  }

  /// The school years between two notes, for which the site has none.
  private static func absentYears(between before: Note, _ after: Note) -> Value? {
    var years: [String] = []
    var year = before.year.next
    while let missing = year, missing < after.year {
      years.append(missing.text)
      year = missing.next
    }
    return years.isEmpty ? nil : .text(FrenchFormat.list(years))
  }
}
