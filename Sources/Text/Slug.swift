import Foundation

/// Names made from words: lower-case ASCII letters and digits, single hyphens between.
public enum Slug {
  /// « 3.1 Les modalités d'éligibilité » → `3-1-les-modalites-d-eligibilite`; `section` when
  /// nothing else is left.
  ///
  /// The letters that lose their accent are listed: addresses of sections must never change.
  public static func make(_ text: String) -> String {
    let slug = joined(text.unicodeScalars, folded)
    return slug.isEmpty ? "section" : slug
  }

  /// The semantic name nearest to a text: « Côte d'Or » gives « cote-d-or »; nil when nothing is left.
  ///
  /// Any accent may go: it is a suggestion.
  public static func nearest(to text: String) -> String? {
    let scalars = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    let slug = joined(scalars) { scalar in
      let isPlain = scalar.isASCIIDigit || ("a"..."z").contains(scalar)
      return scalar == "œ" ? "oe" : isPlain ? String(scalar) : ""
    }
    return slug.isEmpty ? nil : slug
  }

  /// Whether a name still has every letter and digit of the text that it was made from: signs of
  /// other alphabets have none.
  public static func holdsLetters(of text: String, _ name: String) -> Bool {
    let typed = text.unicodeScalars.count { $0.properties.isAlphabetic || $0.isASCIIDigit }
    let kept = name.unicodeScalars.count { $0 != "-" }
    let ligatures = text.unicodeScalars.count { $0 == "œ" || $0 == "Œ" }
    return kept >= typed + ligatures
  }

  public static func isName(_ text: String) -> Bool {
    // A hyphen stands between two letters or digits.
    var isAfterHyphen = true
    for byte in text.utf8 {
      let isHyphen = byte == UInt8(ascii: "-")
      guard isHyphen ? !isAfterHyphen : isLetter(byte) || isDigit(byte) else { return false }
      isAfterHyphen = isHyphen
    }
    return !isAfterHyphen
  }

  private static func joined(
    _ scalars: String.UnicodeScalarView, _ letters: (Unicode.Scalar) -> String
  ) -> String {
    var slug = ""
    var needsHyphen = false
    for scalar in scalars {
      let letters = letters(scalar)
      if letters.isEmpty {
        // A combining mark belongs to the letter before it.
        if !(0x300...0x36F).contains(scalar.value) { needsHyphen = true }
        continue
      }
      if needsHyphen, !slug.isEmpty { slug += "-" }
      needsHyphen = false
      slug += letters
    }
    return slug
  }

  /// Whether a text may be written between `{#` and `}`.
  public static func isIdentifier(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// The ASCII letters or digits that stand for a scalar, in lower case; none for anything else.
  public static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case "œ", "Œ": return "oe"
    case "æ", "Æ": return "ae"
    case "ß": return "ss"
    default: break
    }
    if let letter = accents[scalar] { return letter }
    guard scalar.value >= 0xC0, scalar.properties.isAlphabetic else { return "" }
    return scalar.properties.lowercaseMapping.unicodeScalars.first.flatMap { accents[$0] } ?? ""
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static let accents: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåā"), ("c", "çćč"), ("e", "èéêëēę"), ("i", "ìíîïī"), ("n", "ñń"),
      ("o", "òóôõöøō"), ("s", "šś"), ("u", "ùúûüū"), ("y", "ýÿ"), ("z", "žźż"), ("l", "ł"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letter, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
