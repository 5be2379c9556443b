import Facts
import Notes
import Publication

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
  /// That of the page of what one does, situation by situation.
  var procedureAddress: PageAddress { PageAddress(address.folder + "demarche/") }
  /// That of the page of where it comes from, and of what was corrected.
  var originAddress: PageAddress { PageAddress(address.folder + "corrections/") }
  /// That of the page of its text, to copy.
  var textAddress: PageAddress { PageAddress(address.folder + "texte/") }
}

extension Note: NotePlace {}

extension PlannedNote: NotePlace {}
