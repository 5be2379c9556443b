import Text

/// A reader of the few signs and words that quantities and dates are made of.
///
/// Spaces of all kinds are one: ordinary, no-break, narrow no-break, thin.
struct Words {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ text: String) {
    rest = text.unicodeScalars.map { $0.isAnyWhite ? " " : $0 }.trimmedScalars
  }

  var isAtEnd: Bool { rest.isEmpty }
  var remaining: String { rest.trimmedScalars.string }

  mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

  /// Passes over a text, spaces before it included; false when something else stands there.
  mutating func take(_ text: String) -> Bool {
    let saved = rest
    skipSpaces()
    let wanted = Array(text.unicodeScalars)
    guard rest.starts(with: wanted) else {
      rest = saved
      return false
    }
    rest = rest.dropFirst(wanted.count)
    return true
  }

  /// The digits that stand right here, without any space.
  mutating func digits() -> String? {
    let digits = rest.prefix { $0.isASCIIDigit }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.string
  }

  /// The letters that stand here, spaces before them passed over.
  mutating func letters() -> String? {
    let saved = rest
    skipSpaces()
    let letters = rest.prefix { $0.properties.isAlphabetic }
    guard !letters.isEmpty else {
      rest = saved
      return nil
    }
    rest = rest.dropFirst(letters.count)
    return letters.string
  }

  /// A whole number with its groups of three: « 1 174 », « 1174 ».
  mutating func wholeNumber() -> Int64? {
    let saved = rest
    skipSpaces()
    guard var number = digits() else {
      rest = saved
      return nil
    }
    // « 1174 » has no groups; « 1 174 » has.
    let isGrouped = number.utf8.count <= 3
    while isGrouped, number.utf8.count <= 12, rest.first == " " {
      let before = rest
      rest = rest.dropFirst()
      guard let group = digits(), group.utf8.count == 3 else {
        rest = before
        break
      }
      number += group
    }
    guard number.utf8.count <= 12, let value = Int64(number) else {
      rest = saved
      return nil
    }
    return value
  }
}
