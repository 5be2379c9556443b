import Facts
import Notes

/// What says where the pages of a note stand.
protocol NotePlace {
  var department: String { get }
  var year: SchoolYear { get }
}

extension NotePlace {
  var address: PageAddress { PageAddress("\(department)/\(year.text)/") }
  var simulatorAddress: PageAddress { PageAddress(address.folder + "simulateur/") }
  /// That of the page of what changed in it.
  var changesAddress: PageAddress { PageAddress(address.folder + "changements/") }
}

extension Note: NotePlace {}

/// A note as the plan of the site knows it.
struct PlannedNote: NotePlace, Sendable, Hashable {
  let department: String
  let year: SchoolYear
  let isDraft: Bool
}

extension PlannedNote {
  init(_ note: Note) {
    self.init(department: note.department, year: note.year, isDraft: note.isDraft)
  }
}
