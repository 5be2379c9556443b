import Diagnostics

/// Lists of names within messages.
enum FrenchList {
  /// « a, b ou c ».
  static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " ou " + last
  }

  /// The nearest name, accents apart: `publié` means `publie`.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let folded = String(name.map { accents[$0] ?? $0 })
    return candidates.first { $0 == folded && $0 != name }
      ?? Suggestion.nearest(to: folded, among: candidates)
  }

  private static let accents: [Character: Character] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
    "ï": "i", "ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "À": "A", "É": "E", "È": "E",
  ]
}
