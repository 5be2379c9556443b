import CustomDump
import Diagnostics
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

  @Test func firstOfEqualsWins() {
    expectNoDifference(Suggestion.nearest(to: "bac", among: ["sac", "lac"]), "sac")
  }
}
