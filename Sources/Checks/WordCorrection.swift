import Diagnostics
import Files
import Publication

extension Project {
  /// Other words in the place of some, which must stand there as they are: bare, or as the whole of a
  /// quoted value; nil otherwise.
  func correction(
    of words: String, at place: Place?, with text: String, isCertain: Bool = true
  ) -> Correction? {
    guard var place, let written = tree[place.file]?.text(at: place) else { return nil }
    if ["\"", "'"].contains(where: { written == $0 + words + $0 }) {
      (place.column, place.length) = (place.column + 1, place.length - 2)
      // What would need an escape there is left to the author.
      guard !text.contains(where: { "\"'\\".contains($0) }) else { return nil }
    } else if written != words {
      return nil
    }
    return Correction(place, with: text, isCertain: isCertain)
  }
}

extension Diagnostic {
  /// The same with its correction, where there is one.
  func corrected(by correction: Correction?) -> Diagnostic {
    var diagnostic = self
    diagnostic.correction = correction
    return diagnostic
  }
}
