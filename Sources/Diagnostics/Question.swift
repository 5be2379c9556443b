/// Something in a new file, or in an old one that stays in use, that only people can know or judge.
public struct Question: Sendable, Hashable, Comparable {
  public var place: Place
  /// French, one line, whole.
  public var text: String

  public init(place: Place, text: String) {
    self.place = place
    self.text = text
  }

  public static func < (a: Question, b: Question) -> Bool {
    (a.place, a.text) < (b.place, b.text)
  }

  /// « departments/vosges/2026-2027.yaml:26:9: confirmez… », its line ended.
  public var line: String { "\(place.file):\(place.line):\(place.column): \(text)\n" }
}
