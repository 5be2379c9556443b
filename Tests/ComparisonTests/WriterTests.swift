import Comparison
import Facts
import TestSupport
import Testing

/// The comparison as machines and terminals read it.
@Suite struct WriterTests {
  private func comparison() -> NoteComparison {
    var before = note(facts: ["ps": .record(record(["plafond": perCollectif(848_700)]))])
    var after = note(
      facts: [
        "ps": .record(record(["plafond": perCollectif(890_050)])),
        "organisme": .record(record(["nom": .name(Name("la Caf"))])),
      ], identifier: "vosges/2026-2027")
    before.sections = note("## Dépôt {#depot}\n\nDéposez avant le 31 juillet 2025.\n").sections
    after.sections =
      note("## Dépôt {#depot}\n\nDéposez avant le 10 juillet 2026.\n\n- \"Un\"\t[x](#a)\n").sections
    return NoteComparison(from: before, to: after, causes: ["depot": "Décision du comité"])
  }

  @Test func json() {
    expectNoDifference(
      JSONComparisonWriter.text(comparison()).withPlainSpaces,
      #"""
      {
        "avant": "vosges/2025-2026",
        "apres": "vosges/2026-2027",
        "valeurs": [
          {"chemin": "ps.plafond", "libelle": "Prix plafond", "nature": "modification", "avant": "8 487 €/collectif", "apres": "8 900,50 €/collectif", "groupe": "montants", "unite": "€/collectif", "ecart": 413.5, "pourcentage": 4.9},
          {"chemin": "organisme.nom", "libelle": "Nom de l'organisme", "nature": "ajout", "avant": null, "apres": "la Caf", "groupe": "reste", "unite": null, "ecart": null, "pourcentage": null}
        ],
        "blocs": [
          {"section": "depot", "nature": "modification", "avant": "Déposez avant le 31 juillet 2025.", "apres": "Déposez avant le 10 juillet 2026.", "mots": [{"nature": "egal", "texte": "Déposez avant le "}, {"nature": "suppression", "texte": "31 juillet 2025"}, {"nature": "ajout", "texte": "10 juillet 2026"}, {"nature": "egal", "texte": "."}], "cause": "Décision du comité"},
          {"section": "depot", "nature": "ajout", "avant": null, "apres": "\"Un\"\tx <#a>", "mots": [{"nature": "ajout", "texte": "\"Un\"\tx <#a>"}], "cause": "Décision du comité"}
        ]
      }

      """#)
  }

  @Test func jsonOfNothing() {
    let empty = note(facts: [:])
    #expect(
      JSONComparisonWriter.text(NoteComparison(from: empty, to: empty))
        == """
        {
          "avant": "vosges/2025-2026",
          "apres": "vosges/2025-2026",
          "valeurs": [],
          "blocs": []
        }

        """)
  }

  @Test func terminal() {
    expectNoDifference(
      TerminalComparisonWriter().text(comparison()).withPlainSpaces,
      """
      Ce qui change de vosges/2025-2026 à vosges/2026-2027
      2 valeurs changent. Dans le texte : 1 passage ajouté et 1 passage modifié.

      Montants
        Prix plafond : 8 487 € par collectif → 8 900,50 € par collectif (+413,50 €, soit +4,9 %)

      Autres changements
        Nom de l'organisme : {+la Caf+} (ajouté)

      Dépôt
        cause : Décision du comité
        modifié : Déposez avant le [-31 juillet 2025-]{+10 juillet 2026+}.
        ajouté : {+"Un"\tx <#a>+}

      """)
  }

  @Test func coloursAddToTheMarks() {
    let text = TerminalComparisonWriter(usesColor: true).text(comparison())
    #expect(text.contains("\u{1B}[31m[-31 juillet 2025-]\u{1B}[0m\u{1B}[32m{+10 juillet"))
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    var (before, after) = (note(""), note(""))
    before.sections = []
    after.sections = [
      TextSection(
        name: "a", title: "A\u{1B}[2J",
        blocks: [TextBlock(.paragraph, RichText("b\u{1B}c\u{202E}d\u{2066}e\tf"))])
    ]
    let comparison = NoteComparison(from: before, to: after)
    for usesColor in [false, true] {
      let text = TerminalComparisonWriter(usesColor: usesColor).text(comparison)
      #expect(!text.contains("\u{1B}c") && !text.contains("\u{1B}[2J"))
      // A mark of direction would show other words than those written.
      #expect(text.contains("b\u{FFFD}c\u{FFFD}d\u{FFFD}e\tf"))
    }
  }
}
