public import Diagnostics

/// Texts in which marks such as `1️⃣` stand where a message is expected.
///
/// A mark stands right before the first sign of its place, and once in all the texts.
public struct MarkedTexts: Sendable {
  /// The texts without their marks, by path.
  public private(set) var texts: [String: String] = [:]
  /// The place of each mark.
  ///
  /// **Units**: lines and columns from 1; columns count Unicode scalars of the text without marks.
  public private(set) var places: [String: Place] = [:]
  /// The marks that stand at more than one place.
  public private(set) var repeated: Set<String> = []

  /// - Parameter marked: the texts with their marks, by path.
  public init(_ marked: [String: String]) {
    for (path, text) in marked { texts[path] = strip(text, path) }
  }

  private mutating func strip(_ marked: String, _ path: String) -> String {
    var text = String.UnicodeScalarView()
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.first {
      guard let mark = MarkedTexts.mark(at: rest) else {
        text.append(scalar)
        rest.removeFirst()
        continue
      }
      let before = SourceText(path: path, text: String(text))
      let place = before.place(atUTF8: before.text.utf8.count)
      if places.updateValue(place, forKey: mark) != nil { repeated.insert(mark) }
      rest.removeFirst(mark.unicodeScalars.count)
    }
    return String(text)
  }

  /// The mark with which scalars begin: a digit as a keycap.
  private static func mark(at scalars: Substring.UnicodeScalarView) -> String? {
    let mark = scalars.prefix(3)
    guard let digit = mark.first, ("0"..."9").contains(digit),
      mark.dropFirst().elementsEqual("\u{FE0F}\u{20E3}".unicodeScalars)
    else { return nil }
    return String(String.UnicodeScalarView(mark))
  }
}
