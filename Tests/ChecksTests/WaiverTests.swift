import CustomDump
import Diagnostics
import TestSupport
import Testing

/// What an author judged, said with its reason; nothing else is waived by it.
@Suite struct WaiverTests {
  private static let year = "departments/bresse/2025-2026.yaml"
  private static let department = "departments/bresse/departement.yaml"
  private static let message = "Le calendrier ne dit pas quand déposer les dossiers."
  private static let withoutFiling = "calendrier:\n  - etape: comite\n    le: 2025-10-02\n"

  private func found(_ year: String, department: String = "") -> [Diagnostic] {
    var texts = [WaiverTests.year: WaiverTests.withoutFiling + year]
    if !department.isEmpty {
      texts[WaiverTests.department] =
        (SampleProject.minimal.texts[WaiverTests.department] ?? "") + department
    }
    return LoadedProject(changing: texts).found.diagnostics
  }

  private func waiver(_ code: String, object: String? = nil) -> String {
    """
    derogations:
      - code: \(code)
    \(object.map { "    objet: \($0)\n" } ?? "")    motif: Les dossiers se déposent au fil de l'eau.

    """
  }

  @Test func withoutWaiver() {
    expectNoDifference(found("").map(\.severity), [.warning])
  }

  @Test(arguments: [nil, "quand déposer les dossiers"] as [String?])
  func messageIsWaived(object: String?) {
    let found = found(waiver("calendrier-sans-depot", object: object))
    expectNoDifference(found.map(\.severity), [.waived])
    expectNoDifference(found.map(\.message), [WaiverTests.message])
    expectNoDifference(found.map(\.waiver), ["Les dossiers se déposent au fil de l'eau."])
  }

  @Test func departmentWaivesForItsYears() {
    let found = found("", department: waiver("calendrier-sans-depot"))
    expectNoDifference(found.map(\.severity), [.waived])
  }

  /// The words are those of another message: it stands, and so does what is said of the waiver.
  @Test func otherObject() {
    let found = found(waiver("calendrier-sans-depot", object: "13 juillet"))
    expectNoDifference(found.map(\.code), ["calendrier-sans-depot", "derogation-inutile"])
    expectNoDifference(found.map(\.severity), [.warning, .warning])
  }

  @Test(arguments: ["bareme-divergent", "cle-inconnue", "rien"])
  func codeThatCannotBeWaived(code: String) {
    let found = found(waiver(code)).filter { $0.code == "derogation-impossible" }
    expectNoDifference(
      found.map(\.message), ["« \(code) » n’est pas le code d’un message qui se lève."])
    expectNoDifference(found.map(\.severity), [.error])
  }

  @Test func mistypedCodeIsCorrected() {
    let found = found(waiver("calendrier-sans-depots"))
    let slip = found.first { $0.code == "derogation-impossible" }
    expectNoDifference(slip?.suggestion, "calendrier-sans-depot")
    expectNoDifference(slip?.correction?.isCertain, true)
  }

  @Test(arguments: ["", "\n    motif:"]) func reasonIsNeeded(reason: String) {
    let codes = found("derogations:\n  - code: calendrier-sans-depot\(reason)\n").map(\.code)
    #expect(codes.contains(reason.isEmpty ? "cle-manquante" : "valeur-vide"), "\(codes)")
  }

  /// Two messages of one code may have a reason each.
  @Test func severalOfOneCode() {
    let list = """
      derogations:
        - {code: calendrier-sans-depot, objet: déposer les dossiers, motif: Un.}
        - {code: calendrier-sans-depot, objet: autre chose, motif: Deux.}

      """
    expectNoDifference(found(list).map(\.severity), [.waived, .warning])
  }
}
