import TestSupport
import Testing

/// What checks of texts tell in one sentence of a department, and what they let pass. Whole messages
/// are those of `Fixtures/invalid`.
@Suite struct TextCheckTests {
  /// A sentence with the mark `1️⃣` at each word that is wrong, and the codes that are told there.
  struct Sentence: CustomTestStringConvertible, Sendable {
    var text: String
    var codes: [String]

    init(_ text: String, _ codes: String...) { (self.text, self.codes) = (text, codes) }

    var testDescription: String { text }
  }

  static let wrong: [Sentence] = [
    Sentence("Cet appui est proposé en 1️⃣2023.", "annee-perimee"),
    Sentence("La campagne 1️⃣2022/2023 commence.", "annee-perimee"),
    Sentence("La campagne 1️⃣2022 – 2023 commence.", "annee-perimee"),
    Sentence("La Caf le propose pour l'année 1️⃣2024-2025.", "annee-perimee"),
    Sentence("Le référentiel date d'1️⃣avril 2019.", "annee-perimee"),
    Sentence("Rendez-vous 1️⃣vendredi 31 juillet 2025.", "jour-de-semaine"),
    Sentence("Rendez-vous 1️⃣lundi 1er octobre 2025.", "jour-de-semaine"),
    Sentence("Le comité se réunit 1️⃣du octobre 2025.", "article-devant-un-mois"),
    Sentence("Il paie 1️⃣2758.28 € au plus.", "point-dans-un-nombre"),
    Sentence("Il paie 1️⃣32.5 % au plus.", "point-dans-un-nombre"),
    Sentence("Le dépôt finit le 1️⃣11/07/2025.", "valeur-recopiee"),
    Sentence("Le plafond est de 1️⃣8 487 €.", "valeur-recopiee"),
    Sentence("Le plafond est de 1️⃣8487 €.", "valeur-recopiee"),
    Sentence("Le dossier est à déposer avant le 1️⃣12 juillet.", "valeur-divergente"),
    Sentence("Le plafond est de 1️⃣8 500 €.", "valeur-divergente"),
    Sentence("La 1️⃣DRAJES y siège.", "sigle-inconnu"),
    Sentence("Un 1️⃣CLAS par ville.", "sigle-mal-ecrit"),
    Sentence("Le 1️⃣contrat local d'accompagnement à la scolarisé.", "forme-du-sigle"),
    Sentence("1️⃣Les priorités sont :", "liste-annoncee-vide"),
    Sentence("Le document 1️⃣« Bilan est à rendre.", "signe-sans-pendant"),
    Sentence("Le document « Bilan »1️⃣) est à rendre.", "signe-sans-pendant"),
    Sentence("Le document 1️⃣\"Bilan est à rendre.", "signe-sans-pendant"),
    Sentence("Lisez la partie 1️⃣3.", "numero-a-la-main"),
    Sentence("#### 1️⃣3. Les horaires\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("La charte est 1️⃣annexée à la note.", "annexe-absente"),
    Sentence("La 1️⃣commission départementale répond.", "deux-graphies"),
  ]

  @Test(arguments: wrong) func isTold(_ sentence: Sentence) {
    let found = TextCheckTests.found(sentence.text)
    let place = found.sources.places["1️⃣"]
    #expect(found.diagnostics.map(\.code) == sentence.codes)
    #expect(found.diagnostics.map(\.place?.line) == [place?.line])
    #expect(found.diagnostics.map(\.place?.column) == [place?.column])
  }

  @Test(arguments: [
    // Years of laws, of history, of this note, of the one before and of the next.
    "Le Clas a été créé en 1996, et la charte date de 2001.",
    "L'arrêté du 29 juillet 2022 et l'ordonnance du 19 mai 2021 le disent.",
    "Depuis les données de 2023, tous les porteurs le font en ligne.",
    "Le bilan 2024-2025, puis les campagnes 2025/2026 et 2026/2027.",
    "Vous étiez financé pour l'année 2024-2025 ?",
    "La circulaire C-2022-069 et le fichier bilan-2019.pdf.",
    "Voyez [le guide de 2019](https://exemple.fr/guide-2019.pdf).",
    // Days.
    "Rendez-vous vendredi 20 juin 2025, puis jeudi 31 juillet.",
    "Le comité se réunit d'octobre à novembre 2025, ou de septembre à mai.",
    // Numbers.
    "Comptez 2 758,27 € et 32,5 %. Il reste 3 jours.",
    "Un jeu coûte 12 €. La ville ajoute 500 €.",
    // Acronyms.
    "Le Clas, la MJC (maison des jeunes et de la culture) et la MJC encore.",
    "Envoyez un PDF au CEDEX 9, ou BP 12, 01000 BOURG, pour le CM2.",
    "L'article IV du règlement.", "ATTENTION AUX DATES.", "Le site caf.fr est à jour.",
    // Signs.
    "Choisissez a) ou 1) selon le cas (voir « ici » et [là](#depot)).",
    "Dites « bonjour (à tous) », puis \"au revoir\".",
    // Lists and references.
    "Les priorités sont :\n\n- lire ;\n- écrire.",
    "Les priorités sont :\n\n| A |\n|---|\n| b |\n\nTableau : Les priorités",
    "La circulaire le dit dans sa partie 3.1 et son annexe 1.",
    "Une partie des enfants, 3 sur 4, voit 2 films.",
    "#### 3 priorités\n\nLire.",
    "Le comité du Clas et la commission permanente.",
  ])
  func isLetPass(_ text: String) {
    let found = TextCheckTests.found(text).diagnostics
    let ofMarkdown = ["tableau-sans-titre", "titre-sans-tableau"]
    #expect(found.filter { !ofMarkdown.contains($0.code) }.map { "\($0.code) \($0.message)" } == [])
  }

  private static let year = "departments/bresse/2025-2026.yaml"

  private static func found(_ text: String) -> FoundDiagnostics {
    LoadedProject(changing: [
      year: SampleProject.minimal[year] + "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n",
      "departments/bresse/2025-2026/ici.md": "### Ici\n\n\(text)\n",
    ]).found
  }

  /// Words of a value of the YAML are told in the value.
  @Test func placeInAValue() {
    let facts = SampleProject.minimal[TextCheckTests.year]
      .replacing("formulaire en ligne.", with: "formulaire de 2️⃣2 758.28 € en 1️⃣2019.")
    let found = LoadedProject(changing: [TextCheckTests.year: facts]).found
    let columns = ["1️⃣", "2️⃣"].map { found.sources.places[$0]?.column }
    #expect(
      found.diagnostics.map { "\($0.code) \($0.place?.column ?? 0)" } == [
        "point-dans-un-nombre \(columns[1] ?? 0)", "annee-perimee \(columns[0] ?? 0)",
      ])
  }
}
