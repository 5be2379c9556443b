import CustomDump
import Configuration
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What `check --fix` applies is accepted, and what is proposed keeps what was typed.
@Suite struct CorrectionTests {
  private static let faults =
    MistypedYAMLTests.faults + QuantityTests.faults + DateTests.faults + ValueTests.faults

  /// Every slip of the other tests: after a certain correction nothing is said of the same kind.
  @Test(arguments: faults) func certainCorrectionsAreAccepted(_ fault: Fault) throws {
    var texts = Sample.texts
    let text = try #require(texts[fault.file])
    texts[fault.file] =
      fault.old.map { text.replacing($0, with: fault.new, maxReplacements: 1) } ?? fault.new
    let before = Sample.read(texts)
    let corrections = before.diagnostics.certainCorrections { _ in false }[fault.file] ?? []
    guard !corrections.isEmpty else { return }
    let source = try #require(before.configuration.tree[fault.file])
    texts[fault.file] = CorrectedText(source, corrections.compatible).text
    let codes = Set(before.diagnostics.sorted.filter { $0.correction != nil }.map(\.code))
    let left = Sample.read(texts).diagnostics.sorted
    expectNoDifference(left.filter { codes.contains($0.code) || $0.correction != nil }, [])
  }

  /// Texts of all kinds where an amount, a date, a rate, a number or a text is expected.
  @Test(arguments: UInt64(0)..<10) func suggestionsKeepWhatWasTyped(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 0x5851_F42D_4C95_7F2D)
    for _ in 0..<25 {
      let typed = TypedText.random(&random)
      for (file, old, key) in CorrectionTests.places {
        var texts = Sample.texts
        texts[file]?.replace(old, with: key + typed, maxReplacements: 1)
        for diagnostic in Sample.read(texts).diagnostics.sorted {
          guard diagnostic.place?.file == file, let correction = diagnostic.correction else {
            continue
          }
          let kept = TypedText.kept(by: diagnostic.suggestion ?? correction.text)
          let missing = TypedText.meaning(of: typed).filter { !kept.contains($0) }
          #expect(missing.isEmpty, "\(key + typed) → \(diagnostic.suggestion ?? "")")
        }
      }
    }
  }

  private static let places = [
    (Sample.year, "plafond: 8 487 €/collectif", "plafond: "),
    (Sample.year, "montant: de 100 € à 500 €/collectif", "montant: "),
    (Sample.year, "du: 2025-06-20", "du: "),
    (Sample.year, "en: a_confirmer octobre 2025", "en: "),
    (Sample.year, "heures: 10:00-11:00", "heures: "),
    (Sample.year, "lieu: Teams", "lieu: "),
    (Sample.year, "annee: 2024-2025", "annee: "),
    (Sample.year, "code: premiere-demande", "code: "),
    (Sample.settings, "demonstration: oui", "demonstration: "),
    (Sample.department, "courriel: clas@exemple.fr", "courriel: "),
  ]
}

/// Texts as people type them, and what of them must not be lost.
private enum TypedText {
  private static let words = [
    "1", "12", "500", "1000", "2025", "31", "07", "0", "8 487", "1'000", "1 0000", "1.5", "1,50",
    "8.487", "€", "k€", "euros", "€/collectif", "€/enfant", "€/porteur", "%", "de", "à", "et",
    "entre", "par", "an", "collectif", "juillet", "juin", "vendredi", "jeudi", "lundi", "rentrée",
    "2025-07-31", "31/07/2025", "31.07.25", "2025-26", "2025/2026", "10 h", "9:30", "h", "min",
    "-", "–", "#", ":", "\"", "'", "!!str", "!", "*b", "&b", "|", ">", "«", "»", "“", "”", "[", "]",
    "{", "}", ",", "a_confirmer", "à paraître", "oui", "non", "jean", "@caf.fr", "mailto:x@caf.fr",
    "www.caf.fr", "L'école", "Сасha", "\u{A0}", "\u{200B}",
  ]

  static func random(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text +=
        (words.randomElement(using: &random) ?? "")
        + (["", " ", " "].randomElement(using: &random) ?? "")
    }
    return text
  }

  /// The words and numbers of a text, each in one spelling.
  static func meaning(of text: String) -> Set<String> {
    var words: Set<String> = []
    // Accents go from codes.
    let plain = text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
    for word in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      words.insert(spelled(String(word)))
    }
    return words.subtracting(["", "de", "a", "et", "entre", "par", "h", "er", "mailto"])
  }

  /// The same of a suggestion, with what its numbers are made of.
  static func kept(by suggestion: String) -> Set<String> {
    var words = meaning(of: suggestion)
    let numbers = suggestion.split { !$0.isNumber && $0 != " " && $0 != "\u{A0}" }.map {
      $0.filter(\.isNumber)
    }
    // « 1 000 » holds 1000 and, behind an apostrophe, 1 and 000; a year holds its last two digits.
    for number in numbers {
      words.insert(spelled(number))
      for length in [2, 3] where number.count > length {
        words.insert(spelled(String(number.suffix(length))))
      }
    }
    return words
  }

  private static let equals = [
    "euro": "€", "euros": "€", "eur": "€", "collectifs": "collectif", "porteurs": "porteur",
    "juin": "6", "juillet": "7",
  ]

  private static func spelled(_ word: String) -> String {
    let folded = equals[word] ?? word
    let digits = folded.drop { $0 == "0" }
    // « 1,5 » is « 1,50 »: ends of decimals are not looked at, nor what leads a number.
    guard folded.allSatisfy(\.isNumber) else { return folded }
    return String(digits.reversed().drop { $0 == "0" }.reversed())
  }
}
