@testable import Comparison
import Testing

/// What counts as one word.
@Suite struct TokenTests {
  private func tokens(_ text: String) -> [String] {
    let cut = TokenText(RichText(text))
    return cut.tokens.map { String(decoding: cut.bytes[$0.head..<$0.end], as: UTF8.self) }
  }

  private func key(_ text: String) -> [UInt64] { TokenText(RichText(text)).tokens.map(\.key) }

  @Test(arguments: [
    ("l'école d’un", ["l'", "école", "d’", "un"]),
    ("un plafond de 8 487 € par an", ["un", "plafond", "de", "8 487 €", "par", "an"]),
    ("2\u{202F}758,28\u{A0}€/collectif.", ["2\u{202F}758,28\u{A0}€/collectif", "."]),
    ("soit 32,5 % (hors taxes)", ["soit", "32,5 %", "(", "hors", "taxes", ")"]),
    ("le 20 juin 2025, le 1er août", ["le", "20 juin 2025", ",", "le", "1er août"]),
    ("en octobre 2025 ou mars", ["en", "octobre 2025", "ou", "mars"]),
    ("En 2025 126 collectifs", ["En", "2025", "126", "collectifs"]),
    ("2025-2026 ou 2025/2026", ["2025-2026", "ou", "2025/2026"]),
    ("la circulaire C-2026-069", ["la", "circulaire", "C-2026-069"]),
    (
      "au 03 29 68 39 77 ou +33 3 29 68 39 77", ["au", "03 29 68 39 77", "ou", "+33 3 29 68 39 77"]
    ),
    ("0329683977 03.29.68.39.77", ["0329683977", "03.29.68.39.77"]),
    ("écrire à tne@vosges.fr.", ["écrire", "à", "tne@vosges.fr", "."]),
    ("(https://www.caf.fr/a?b=c).", ["(", "https://www.caf.fr/a?b=c", ")", "."]),
    ("de 10 h 30 à 11 h", ["de", "10 h 30", "à", "11 h"]),
    ("rendez-vous peut-être…", ["rendez-vous", "peut-être", "…"]),
    ("3 heures", ["3", "heures"]),
    ("", []), ("   ", []), ("«\u{A0}Clas\u{A0}»", ["«", "Clas", "»"]),
  ])
  func frenchTokens(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("L'École", "l’école"), ("\"Clas\"", "«\u{A0}Clas\u{A0}»"), ("8487€", "8 487\u{A0}€"),
    ("cœur", "COEUR"), ("e\u{301}cole", "École"), ("2025-2026", "2025\u{2013}2026"), ("...", "…"),
  ])
  func spellingsOfOneWord(first: String, second: String) {
    #expect(key(first) == key(second))
  }

  @Test(arguments: [("école", "ecole"), ("8 487 €", "8 488 €"), ("a", "à"), ("?", "!")])
  func otherWords(first: String, second: String) {
    #expect(key(first) != key(second))
  }
}
