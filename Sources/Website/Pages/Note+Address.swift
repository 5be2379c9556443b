import Facts
import Notes

extension Note {
  /// The note's permanent address.
  var address: PageAddress { .note(department, year.text) }
}
