import TestSupport
import Testing

/// Each check on the small project in memory: nothing of what is right, a message at what is wrong.
@Suite struct CheckTests {
  private static let year = "departments/bresse/2025-2026.yaml"
  private static let national = "departments/national/2025-2026.yaml"

  /// The facts of the year, with marks.
  private func found(_ facts: String, national: String? = nil) -> FoundDiagnostics {
    var texts = [CheckTests.year: facts]
    if let national { texts[CheckTests.national] = national }
    return LoadedProject(changing: texts).found
  }

  private static func figures(
    ceiling: String = "8 487 €/collectif", maximum: String = "a_paraitre",
    bonus: String = "a_paraitre"
  ) -> String {
    """
    ps:
      plafond: \(ceiling)
      maximum: \(maximum)
    bonus:
      enfants: \(bonus)
      parents: a_paraitre

    """
  }

  /// The official list has the article and the accents; no body is another department's.
  @Test(arguments: [
    ("nom: 1️⃣Hérault", "l'Hérault", "la Caf de l'Hérault"),
    ("nom: 1️⃣l'Herault", "l'Hérault", "la Caf de l'Hérault"),
    ("nom: l’Hérault", nil, "la Caf de l’Hérault"),
    ("nom: l'Hérault", nil, "1️⃣la Caf du Gard"),
    ("nom: l'Hérault", nil, "1️⃣la Caf de Haute-Savoie"),
    ("nom: l'Hérault", nil, "la Caf"),
  ])
  func nameOfTheDepartment(_ name: String, _ mended: String?, _ body: String) {
    let path = "departments/bresse/departement.yaml"
    let text = SampleProject.minimal[path]
      .replacing("nom: la Bresse", with: name).replacing("en Bresse", with: "dans l'Hérault")
      .replacing("\"01\"", with: "\"34\"").replacing("la Caf de la Bresse", with: body)
      .replacing("d'allocations familiales de la Bresse", with: "d'allocations familiales")
    let found = LoadedProject(changing: [path: text]).found
    let place = found.sources.places["1️⃣"]
    #expect(found.diagnostics.map(\.code) == (place == nil ? [] : ["nom-du-departement"]))
    #expect(found.diagnostics.map(\.place?.column) == [place?.column].compactMap(\.self))
    #expect(found.diagnostics.compactMap(\.correction?.text) == [mended].compactMap(\.self))
  }

  /// Usage gives an article to some names that have none in the list, and to no island.
  @Test(arguments: [
    ("Vaucluse", "84", []), ("le Vaucluse", "84", []), ("la Meurthe-et-Moselle", "54", []),
    ("le Mayotte", "976", ["nom-du-departement"]),
  ])
  func articleOfUsage(_ name: String, _ code: String, _ codes: [String]) {
    let path = "departments/bresse/departement.yaml"
    let text = SampleProject.minimal[path]
      .replacing("nom: la Bresse", with: "nom: \(name)")
      .replacing("\"01\"", with: "\"\(code)\"")
    let found = LoadedProject(changing: [path: text]).found.diagnostics.map(\.code)
    #expect(found.filter { $0 == "nom-du-departement" } == codes)
  }

  /// « Dans le Gard », in the note of the Hérault; and a name alone, which no sentence can begin with.
  @Test(arguments: ["dans le Gard", "l'Hérault", "Hérault", "en Hérault"])
  func placeOfTheDepartment(_ location: String) {
    let path = "departments/bresse/departement.yaml"
    let text = SampleProject.minimal[path]
      .replacing("nom: la Bresse", with: "nom: l'Hérault")
      .replacing("en Bresse", with: location).replacing("\"01\"", with: "\"34\"")
    let found = LoadedProject(changing: [path: text]).found
    #expect(found.diagnostics.map(\.code) == ["localisation-inhabituelle"])
    #expect(found.diagnostics.map(\.suggestion) == ["dans l'Hérault"])
  }

  /// The sentence « Composition du comité technique » needs it.
  @Test func articleOfAnotherBody() {
    let found = found("autres_instances:\n  - nom: 1️⃣Comité technique\n    mission: Il suit.\n")
    #expect(found.diagnostics.map(\.code) == ["article-du-nom"])
    #expect(found.diagnostics.map(\.suggestion) == ["le comité technique"])
  }

  /// The national barème of an earlier year, in the note of a department that had none then.
  @Test func copiedNationalBareme() {
    let found = LoadedProject(
      changing: [
        CheckTests.year: "ps:\n  plafond: 8 300 €/collectif\n  maximum: a_paraitre\n",
        CheckTests.national: "bareme:\n  ps:\n    plafond: a_paraitre\n",
        "departments/national/2024-2025.yaml":
          "bareme:\n  ps:\n    plafond: {valeur: 8 300 €/collectif, document: A, section: B}\n",
      ]
    ).found.diagnostics
    #expect(found.map(\.code) == ["bareme-recopie"])
    #expect(
      found.map(\.message.withPlainSpaces) == [
        "Le plafond de 2025-2026, 8 300 €, est celui de 2024-2025 : « ps.plafond » a-t-il été recopié ?"
      ])
  }

  /// Each window has its own name, days and situations, and each situation a window.
  @Test(arguments: [
    ("fenetre: A", "fenetre: 1️⃣A", "Deux périodes de dépôt s’appellent « A »."),
    ("fenetre: A", "fenetre: B\n    du: 1️⃣2025-07-01", "Cette période de dépôt recouvre"),
    (
      "situations: [premiere-demande]", "fenetre: B\n    du: 2025-07-01\n    situations: [suite]",
      nil
    ),
    ("situations: [suite]", "situations: [suite]", "Aucune période de dépôt ne concerne"),
  ])
  func windows(_ first: String, _ second: String, _ message: String?) {
    let other = second.contains("du:") ? "" : "    du: 2025-08-01\n"
    let found = found(
      """
      calendrier:
        - etape: depot
          du: 2025-06-02
          au: 2025-07-11
          \(first)
        - etape: depot
          au: 2025-08-29
          \(second)
      \(other)depot:
        situations:
          - {code: \(message?.hasPrefix("Aucune") == true ? "1️⃣" : "")premiere-demande, titre: Une, demarche: Écrivez.}
          - {code: suite, titre: Deux, demarche: Appelez.}

      """)
    let told = found.diagnostics.filter { $0.code == "depots-contraires" }
    #expect(told.count == (message == nil ? 0 : 1), "\(found.diagnostics.map(\.message))")
    #expect(told.first?.message.hasPrefix(message ?? "") ?? true)
    #expect(told.map(\.place?.line) == [found.sources.places["1️⃣"]?.line].filter { $0 != nil })
  }

  /// The committee has its own step: it comes after the filing too.
  @Test(arguments: [("juin 2025", 1), ("juillet 2025", 0), ("octobre 2025", 0)])
  func committeeBeforeTheEnd(_ month: String, _ count: Int) {
    let found = found(
      "calendrier:\n  - {etape: depot, du: 2025-06-02, au: 2025-07-11}\n"
        + "  - {etape: comite, en: \(month)}\n")
    #expect(
      found.diagnostics.map(\.code) == Array(repeating: "comite-avant-la-cloture", count: count))
  }

  /// Bodies that differ by a letter, and a member who stands twice.
  @Test func bodiesAndMembers() {
    let found = found(
      """
      financements:
        - {code: a, financeur: le Conseil départemental, dispositif: Une aide}
        - {code: b, financeur: 1️⃣le Conseil départementl, dispositif: Une autre}
      instance:
        nom: le comité du Clas
        membres:
          - {nom: Ville de Bourg}
          - {nom: 2️⃣Ville de Bourg}
          - {nom: Ville de Bourg, precision: deux voix}

      """)
    let lines = ["1️⃣", "2️⃣"].map { found.sources.places[$0]?.line }
    #expect(
      found.diagnostics.map { "\($0.code) \($0.place?.line ?? 0)" } == [
        "deux-graphies \(lines[0] ?? 0)", "membre-en-double \(lines[1] ?? 0)",
      ])
  }

  @Test func sampleIsRight() { expectDiagnostics([], in: LoadedProject().found) }

  // MARK: - Barème

  @Test func baremeOfTheNote() {
    let national = """
      bareme:
        ps:
          plafond: {valeur: 8 478 €/collectif, document: Barème, section: "1"}
        bonus:
          enfants: {valeur: 329 €/collectif, document: Barème, section: "1"}

      """
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "bareme-divergent",
          message:
            "La note donne 8\u{202F}487\u{A0}€ par collectif pour « ps.plafond », mais le barème national "
            + "de l’année donne 8\u{202F}478\u{A0}€ par collectif (\(CheckTests.national), ligne 3).",
          expected: "le même montant dans la note et dans le barème"),
        .init(
          "2️⃣", code: "bareme-divergent",
          message: "La note donne 320\u{A0}€ par collectif pour « bonus.enfants », mais le barème "
            + "national de l’année donne 329\u{A0}€ par collectif (\(CheckTests.national), ligne 5).",
          expected: "le même montant dans la note et dans le barème"),
      ],
      in: found(
        CheckTests.figures(ceiling: "1️⃣8 487 €/collectif", bonus: "2️⃣320 €/collectif"),
        national: national))
    expectDiagnostics(
      [],
      in: found(
        CheckTests.figures(ceiling: "8 478 €/collectif", bonus: "a_paraitre"), national: national))
  }

  // MARK: - Maximum of the Ps

  /// - Parameter alternative: how the expectation ends when another ceiling would give the maximum.
  private static func wrongMaximum(
    _ maximum: String, orElse alternative: String = ""
  ) -> ExpectedDiagnostic {
    .init(
      "1️⃣", code: "ps-maximum",
      message: "Le maximum de la Ps est \(maximum), mais 32,5\u{A0}% de 8\u{202F}487\u{A0}€ font "
        + "2\u{202F}758,28\u{A0}€.",
      expected: "2\u{202F}758,28\u{A0}€/collectif" + alternative)
  }

  @Test func maximumOfTheNote() {
    expectDiagnostics([], in: found(CheckTests.figures(maximum: "2 758,28 €/collectif")))
    expectDiagnostics(
      [CheckTests.wrongMaximum("2\u{202F}758,20\u{A0}€")],
      in: found(CheckTests.figures(maximum: "1️⃣2 758,20 €/collectif")))
  }

  /// The share of another whole ceiling: either figure may be the wrong one.
  @Test func maximumOfAnotherCeiling() {
    expectDiagnostics(
      [
        CheckTests.wrongMaximum(
          "2\u{202F}600\u{A0}€", orElse: ", ou un plafond de 8\u{202F}000\u{A0}€/collectif")
      ], in: found(CheckTests.figures(maximum: "1️⃣2 600 €/collectif")))
  }

  @Test func maximumOfTheNationalBareme() {
    func national(_ maximum: String) -> String {
      """
      bareme:
        ps:
          plafond: {valeur: 8 487 €/collectif, document: Barème, section: "1"}
          maximum: {valeur: \(maximum), document: Barème, section: "1"}

      """
    }
    expectDiagnostics(
      [], in: found("ruralite: des bourgs\n", national: national("2 758,28 €/collectif")))
    expectDiagnostics(
      [
        CheckTests.wrongMaximum(
          "2\u{202F}600\u{A0}€", orElse: ", ou un plafond de 8\u{202F}000\u{A0}€/collectif")
      ], in: found("ruralite: des bourgs\n", national: national("1️⃣2 600 €/collectif")))
  }

  // MARK: - Calendar

  @Test(arguments: [
    "au: 2025-07-11", "le: 2025-07-11", "en: juillet 2025", "au: a_confirmer 2025-07-11",
  ])
  func filingThatEnds(_ end: String) {
    expectDiagnostics([], in: found("calendrier:\n  - etape: depot\n    \(end)\n"))
  }

  @Test func filingWithoutEnd() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "depot-sans-cloture", severity: .warning,
          message: "Le dépôt a un début et pas de fin.",
          expected: "la date limite, par exemple « au: 2026-07-31 » ; s’il n’y en a pas, une "
            + "dérogation le dit")
      ], in: found("calendrier:\n  - etape: depot\n    du: 1️⃣2025-06-02\n"))
  }

  /// What is late needs a limit.
  @Test func filingWithoutEndThatRefusesLateFiles() {
    let found = LoadedProject(
      changing: [
        CheckTests.year: "calendrier:\n  - etape: depot\n    du: 2025-06-02\n",
        "departments/bresse/sections/contacts.md":
          "## Contacts\n\nUn dossier déposé en retard ne sera pas examiné.\n",
      ]
    ).found.diagnostics.filter { $0.code == "depot-sans-cloture" }
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.map(\.expected) == [
        "la date limite, par exemple « au: 2026-07-31 » : la note refuse les dossiers en retard"
      ])
  }

  /// Each window is checked, not the first alone.
  @Test func severalFilings() {
    let text = """
      calendrier:
        - etape: depot
          fenetre: première session
          du: 1️⃣2025-02-01
        - 2️⃣etape: depot
          au: 2025-04-30

      """
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "depot-sans-cloture", severity: .warning,
          message: "Le dépôt a un début et pas de fin.",
          expected: "la date limite, par exemple « au: 2026-07-31 » ; s’il n’y en a pas, une "
            + "dérogation le dit"),
        .init(
          "2️⃣", code: "depot-sans-nom", severity: .warning,
          message:
            "Le calendrier a plusieurs périodes de dépôt, et rien ne dit laquelle est celle-ci.",
          expected: "« fenetre: première session », ou les « situations » qu’elle concerne"),
      ], in: found(text))
  }

  @Test func calendarWithoutFiling() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "calendrier-sans-depot", severity: .warning,
          message: "Le calendrier ne dit pas quand déposer les dossiers.",
          expected: "une étape « depot », avec ses dates, dans le calendrier")
      ], in: found("1️⃣calendrier:\n  - etape: comite\n    le: 2025-07-11\n"))
  }

  /// A committee looks at the files of a year before its end.
  @Test(arguments: [
    ("comite: 1️⃣2026-09-16", 1), ("comite: 1️⃣mi-octobre 2026", 1), ("comite: 2026-06-16", 0),
  ])
  func lateCommittee(_ line: String, _ count: Int) {
    let found = found(
      "calendrier:\n  - etape: depot\n    du: 2025-06-02\n    au: 2025-07-11\n    \(line)\n")
    #expect(found.diagnostics.map(\.code) == Array(repeating: "date-hors-campagne", count: count))
    #expect(
      found.diagnostics.map(\.place?.line)
        == [found.sources.places["1️⃣"]?.line].filter { $0 != nil })
  }

  @Test(arguments: ["en: 1️⃣mi-septembre 2023", "au: 2025-07-11\n    comite: 1️⃣2023-09-12"])
  func stepOfAnotherCampaign(_ dates: String) {
    let found = found("calendrier:\n  - etape: depot\n    \(dates)\n")
    let place = found.sources.places["1️⃣"]
    #expect(found.diagnostics.map(\.code) == ["date-hors-campagne"])
    #expect(found.diagnostics.map(\.place?.line) == [place?.line])
  }

  // MARK: - Platforms

  @Test(arguments: [
    ("mi-juin 2025", "au: 2025-07-11", "ferme mi-juin 2025, avant la fin du dépôt."),
    ("2025-08-15", "en: mi-septembre 2025", "ferme le 15 août 2025, avant la fin du dépôt."),
    (
      "2de quinzaine de mai 2026", "au: 2025-07-11",
      "ferme dans la seconde quinzaine de mai 2026, avant la fin de l’année scolaire 2025-2026."
    ),
    ("mi-septembre 2026", "au: 2025-07-11", nil),
  ])
  func platformThatCloses(_ closing: String, _ filing: String, _ message: String?) {
    let rules = "departments/national/regles.yaml"
    let usage = "    usage: déposer une demande\n"
    let found = LoadedProject(changing: [
      rules: SampleProject.minimal[rules]
        .replacing(usage, with: usage + "    fermeture: \(closing)\n"),
      CheckTests.year: SampleProject.minimal[CheckTests.year]
        .replacing("    du: 2025-06-02\n    au: 2025-07-11\n", with: "    \(filing)\n"),
    ]).found
    #expect(
      found.diagnostics.map(\.message.withPlainSpaces)
        == [message.map { "La plateforme Guichet " + $0 }].compactMap(\.self))
  }

  // MARK: - Corrections

  @Test(arguments: ["ps.plafond", "financement", "calendrier", "contacts.accueil.telephone"])
  func erratumOfWhatExists(_ path: String) {
    expectDiagnostics([], in: found(erratum(path)))
  }

  @Test func erratumWithoutTarget() {
    expectDiagnostics(
      [
        .init(
          "1️⃣", code: "erratum-sans-objet",
          message:
            "La correction désigne « financment », qui n’est ni une valeur ni une section de "
            + "la note.", expected: "par exemple « ps.plafond » ou « calendrier »",
          suggestion: "financement")
      ], in: found(erratum("1️⃣financment")))
  }

  private func erratum(_ path: String) -> String {
    "errata:\n  - numero: B-1\n    chemin: \(path)\n    decision: Le texte est corrigé.\n"
  }
}
