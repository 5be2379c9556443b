import CustomDump
import Diagnostics
import Facts
import Templates
import Testing

@Suite struct RenderingTests {
  @Test(arguments: [
    ("{{ departement.nom }}", "Vosges"),
    (
      "{{ departement.nom | le }}, {{ departement.nom | de }}, {{ departement.nom | a }}",
      "les Vosges, des Vosges, aux Vosges"
    ),
    ("{{ departement.nom | de | majuscule }}", "Des Vosges"),
    ("{{ annee }}, {{ annee | debut }}, {{ annee | fin }}", "2025-2026, 2025, 2026"),
    ("{{ cloture }}, {{ cloture | date }}", "31\u{A0}juillet 2025, 31\u{A0}juillet 2025"),
    ("{{ cloture | jour }}", "jeudi 31\u{A0}juillet 2025"),
    (
      "{{ cloture | du_jour }}, {{ cloture | de }}",
      "du jeudi 31\u{A0}juillet 2025, du 31\u{A0}juillet 2025"
    ),
    (
      "{{ cloture | au_jour }}, {{ cloture | a }}",
      "au jeudi 31\u{A0}juillet 2025, au 31\u{A0}juillet 2025"
    ),
    ("{{ cloture | date_courte }}, {{ cloture | iso }}", "31/07/2025, 2025-07-31"),
    ("{{ regles.taux }}, {{ regles.taux | pourcentage }}", "32,5\u{A0}%, 32,5\u{A0}%"),
    ("{{ regles.minimum }}, {{ regles.minimum | nombre }}", "1\u{202F}174, 1\u{202F}174"),
    ("{{ regles.minimum | pluriel: \"collectif\" }}", "1\u{202F}174\u{A0}collectifs"),
    ("{{ roles | liste }}", "l'animation et le secrétariat"),
    ("{{ chiffres | liste: \"libelle\" }}", "porteurs agréés et collectifs"),
    ("{{ roles | pluriel: \"rôle\" }}", "2\u{A0}rôles"),
    ("{{ chiffres | pluriel: \"chiffre clé\", \"chiffres clés\" }}", "2\u{A0}chiffres clés"),
    (
      "{% pour c dans chiffres %}{{ c.nombre | pluriel: \"cheval\", \"chevaux\" }} {% fin %}",
      "1\u{A0}cheval 126\u{A0}chevaux "
    ),
    (
      "{% pour c dans chiffres %}{{ c.nombre | pluriel: \"bureau\" }} {% fin %}",
      "1\u{A0}bureau 126\u{A0}bureaux "
    ),
    (
      "{% pour f dans financements %}{{ f.montant | par_unite }} ; {% fin %}",
      "1\u{202F}000\u{A0}€ par porteur ; de 100\u{A0}€ à 500\u{A0}€ par collectif ; "
    ),
    (
      "{% pour f dans financements %}{{ f.montant | euros }} ; {% fin %}",
      "1\u{202F}000\u{A0}€ ; de 100\u{A0}€ à 500\u{A0}€ ; "
    ),
    ("{% si plateforme est publie %}{{ plateforme.nom | minuscule }}{% fin %}", "élan"),
  ])
  func values(_ template: String, _ expected: String) {
    expectNoDifference(rendered(template).text, expected)
  }

  @Test(arguments: [
    "{% si ouverture est a_confirmer %}{{ ouverture | jour }}{% fin %}",
    "{% si non ouverture est absent %}{{ ouverture }}{% fin %}",
    "{% si non ouverture est absent %}{{ ouverture | date | majuscule }}{% fin %}",
  ])
  func pendingValuesPrintThemselves(_ template: String) {
    #expect(
      rendered(template).text
        == "à confirmer (l’an dernier\u{A0}: 20\u{A0}juin 2025)")
  }

  @Test func otherPendingValues() {
    #expect(
      rendered("{% si non ps.maximum est absent %}{{ ps.maximum | euros }}{% fin %}").text
        == "à paraître")
    var record = Samples.record
    record["cloture"] = Fact(.pending(.toBeCompleted))
    #expect(rendered("{{ cloture | iso }}", with: record).text == "à compléter")
    record["ps"] = Fact(.pending(.toBePublished))
    #expect(
      rendered("{% si non ps.plafond est absent %}{{ ps.plafond }}{% fin %}", with: record).text
        == "à paraître")
  }

  @Test(arguments: [
    ("ps est publie", true), ("ps.plafond est publie", true), ("ps.maximum est publie", false),
    ("ps.maximum est a_paraitre", true), ("ps.plafond est a_paraitre", false),
    ("ouverture est a_confirmer", true), ("ouverture est a_completer", false),
    ("ruralite est absent", true), ("ruralite est vide", true), ("ruralite est publie", false),
    ("roles est vide", false), ("vagues est vide", true), ("annee est publie", true),
    ("famille = \"note-de-cadrage\"", true), ("famille = \"autre\"", false),
    ("departement.nom = \"les Vosges\"", true), ("departement.nom = \"Vosges\"", false),
    ("annee = \"2025-2026\"", true), ("annee = \"2024-2025\"", false),
    ("arrondi est publie et arrondi = \"euro\"", true),
    ("demonstration", true), ("non demonstration", false),
    ("non demonstration et ruralite est absent ou demonstration", true),
    ("non (demonstration ou ruralite est absent)", false),
    ("demonstration et (ruralite est publie ou ps est absent)", false),
  ])
  func conditions(_ condition: String, _ holds: Bool) {
    #expect(
      rendered("{% si \(condition) %}oui{% sinon %}non{% fin %}").text == (holds ? "oui" : "non"))
  }

  @Test func emptyListsAreNotPublished() {
    var record = Samples.record
    record["roles"] = Fact(.list([]))
    let template =
      "{% si roles est publie %}A{% fin %}{% si roles est vide %}B{% fin %}"
      + "{% pour r dans roles %}C{% fin %}"
    #expect(rendered(template, with: record).text == "B")
  }

  @Test func loopsOverRecords() {
    expectNoDifference(
      rendered(
        """
        {% si contacts est publie %}
        {% pour c dans contacts %}
        {% si c.nom est publie %}
        - {{ c.nom }}{% si c.telephone est publie %}, {{ c.telephone }}{% fin %}

        {% sinon %}
        - {% si c.service est publie %}{{ c.service }}{% fin %}

        {% fin %}
        {% fin %}
        {% fin %}
        Fin

        """
      ).text,
      """
      - Mme Colin, [03 29 68 39 77](tel:+33329683977)

      - Action sociale

      Fin

      """)
  }

  @Test func filtersOfTheGuideHaveTrueExamples() {
    // The examples name facts of the real schema: only those that the samples have are run here.
    for filter in Filter.all {
      let found = problems(in: filter.example.template)
      guard found.isEmpty else { continue }
      let spaces: Set<Character> = ["\u{A0}", "\u{202F}"]
      let text = String(
        rendered(filter.example.template).text.map { spaces.contains($0) ? " " : $0 })
      #expect(text == filter.example.result, "\(filter.name)")
    }
  }

  @Test func everyFilterIsDocumented() {
    for filter in Filter.all {
      #expect(filter.help.hasSuffix("."))
      #expect(filter.example.template.contains("| \(filter.name)"))
      #expect(!filter.operands.isEmpty)
    }
    #expect(Set(Filter.all.map(\.name)).count == Filter.all.count)
  }

  @Test func everyCodeIsExplained() {
    for code in TemplateCode.allCases {
      #expect(code.explanation.hasSuffix("."))
      #expect(code.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
    }
  }

  @Test func textIsNotEscaped() {
    #expect(rendered("{{ page }} <b>", format: .text).text == "\"A\" & <B> <b>")
  }
}
