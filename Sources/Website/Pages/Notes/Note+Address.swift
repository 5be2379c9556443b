import Facts
import Notes

extension Note {
  /// The note's permanent address.
  var address: PageAddress { .note(department, year.text) }

  /// What follows the title of a draft's pages.
  var draftMark: String { isDraft ? " (projet)" : "" }
}
