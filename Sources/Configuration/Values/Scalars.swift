import Foundation

/// Unicode scalars as YAML and French authors use them.
extension Unicode.Scalar {
  /// Spaces that look like the ordinary one and that YAML does not take for it.
  var isSpecialSpace: Bool {
    switch value {
    case 0xA0, 0x202F, 0x2007, 0x2009, 0x3000: true
    default: false
    }
  }

  var isYAMLWhite: Bool { self == " " || self == "\t" }

  package var isAnyWhite: Bool { isYAMLWhite || isSpecialSpace }

  package var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  var isIdentifierPart: Bool {
    isASCIIDigit || (0x61...0x7A).contains(value) || self == "_" || self == "-"
  }

  /// « U+00A0 ».
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Collection<Unicode.Scalar> {
  package var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }
}

extension BidirectionalCollection<Unicode.Scalar> where SubSequence: BidirectionalCollection {
  /// Without spaces of any kind at both ends.
  package var trimmedScalars: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.isAnyWhite { rest = rest.dropFirst() }
    while let last = rest.last, last.isAnyWhite { rest = rest.dropLast() }
    return rest
  }
}

/// The order of strings by scalars, which no locale changes.
func scalarOrder(_ a: String, _ b: String) -> Bool {
  a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
}

/// Whether a text is a semantic name: lower-case ASCII letters, digits, single hyphens between.
func isSlug(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first, let last = scalars.last, first != "-", last != "-" else {
    return false
  }
  return scalars.allSatisfy { $0.isIdentifierPart && $0 != "_" }
    && !zip(scalars, scalars.dropFirst()).contains { $0 == "-" && $1 == "-" }
}

/// The semantic name nearest to a text: « Côte d'Or » gives « cote-d-or »; nil when nothing is left.
func slug(of text: String) -> String? {
  let folded = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
  var words: [String] = [""]
  for scalar in folded {
    if scalar.isASCIIDigit || (0x61...0x7A).contains(scalar.value) {
      words[words.count - 1].unicodeScalars.append(scalar)
    } else if scalar == "œ" {
      words[words.count - 1] += "oe"
    } else if !(0x300...0x36F).contains(scalar.value), words.last?.isEmpty == false {
      words.append("")
    }
  }
  let name = words.filter { !$0.isEmpty }.joined(separator: "-")
  return name.isEmpty ? nil : name
}
