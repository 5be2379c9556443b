import Facts
import Notes

/// A note as the plan of the site knows it.
struct PlannedNote: Sendable, Hashable {
  let department: String
  let year: SchoolYear
  let isDraft: Bool

  var address: PageAddress { .note(department, year.text) }
  var simulatorAddress: PageAddress { .simulator(department, year.text) }
  var changesAddress: PageAddress { .changes(department, year.text) }
}

extension PlannedNote {
  init(_ note: Note) {
    self.init(department: note.department, year: note.year, isDraft: note.isDraft)
  }
}
