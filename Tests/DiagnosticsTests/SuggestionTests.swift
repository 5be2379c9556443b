import CustomDump
import Diagnostics
import TestSupport
import Testing

@Suite struct SuggestionTests {
  private let keys = ["plafond", "maximum", "precision", "nom", "code"]

  @Test(
    arguments: [
      ("plafnod", "plafond"), ("plafonds", "plafond"), ("Plafond", "plafond"),
      ("maximun", "maximum"),
      ("precison", "precision"), ("nmo", "nom"), ("cod", "code"),
    ])
  func slipsOfTheKeyboard(_ name: String, _ meant: String) {
    expectNoDifference(Suggestion.nearest(to: name, among: keys), meant)
  }

  @Test(arguments: ["x", "tarif", "", "plaf", "plafond"])
  func nothingIsNear(_ name: String) {
    expectNoDifference(Suggestion.nearest(to: name, among: keys), nil)
  }

  /// What is cheap to see leaves nothing out of what must be meant.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func aSlipIsOneStep(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let name = (0..<Int.random(in: 4...7, using: &generator))
        .map { _ in "abé".randomElement(using: &generator)! }
      var other = name
      for _ in 0...Int.random(in: 0...1, using: &generator) {
        let rank = other.indices.randomElement(using: &generator)!
        switch Int.random(in: 0...3, using: &generator) {
        case 0: other.remove(at: rank)
        case 1: other.insert("b", at: rank)
        case 2: other[rank] = "abé".randomElement(using: &generator)!
        default: other.swapAt(rank, max(0, rank - 1))
        }
      }
      let (a, b) = (String(name), String(other))
      #expect(
        Suggestion.isSlip(Array(a.unicodeScalars), of: Array(b.unicodeScalars))
          == Suggestion.isCertain(a, among: [b]), "\(a) \(b)")
    }
  }

  @Test func firstOfEqualsWins() {
    expectNoDifference(Suggestion.nearest(to: "bac", among: ["sac", "lac"]), "sac")
  }
}
