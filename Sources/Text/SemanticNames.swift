import Foundation

/// Whether a text is a semantic name: lower-case ASCII letters, digits, single hyphens between.
public func isSlug(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first, let last = scalars.last, first != "-", last != "-" else {
    return false
  }
  return scalars.allSatisfy { $0.isIdentifierPart && $0 != "_" }
    && !zip(scalars, scalars.dropFirst()).contains { $0 == "-" && $1 == "-" }
}

/// The semantic name nearest to a text: « Côte d'Or » gives « cote-d-or »; nil when nothing is left.
public func slug(of text: String) -> String? {
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
