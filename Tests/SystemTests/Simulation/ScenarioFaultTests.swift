import CustomDump
import Diagnostics
import Foundation
import Simulation
import TestSupport
import Testing

/// Scenarios that cannot be computed, with the whole of what is said.
@Suite struct ScenarioFaultTests {
  static let everything = """
    collectifs:
      - cout: 9000
        enfant: 10
        animateurs: deux
      - cout: -5
        enfants: 10.5
        seances_hebdomadaires: 1e400
        duree_seance_minutes: 1 h 30
        bonus_enfants: {projet: oui, materiels: oui}
      - enfants: 9
        cout: 9 000,505 €
        rural: peut-être
        complements: {tnee: 300, msa: 1000, tne: -50}
      - douze
    projets: {quatre_axes: oui}
    complements:
      msa: 900
    autres_financements:
      - montant: 10000000.01
      - financeur: Commune
        montant:

    """

  @Test func everyFaultIsSaidAtOnce() throws {
    let run = try SimulationRun.vosges(ScenarioFaultTests.everything)
    #expect(run.status == 1)
    expectNoDifference(run.output, "")
    expectNoDifference(
      run.errors,
      try String(
        contentsOf: Repository.fixtures.appending(path: "simulation/faults.txt"), encoding: .utf8))
  }

  struct Fault: Sendable {
    let scenario: String
    let message: String

    init(_ scenario: String, _ message: String) {
      self.scenario = scenario
      self.message = message
    }
  }

  static let faults = [
    // What closes the brackets stands behind the end of the last line: nothing is told there.
    Fault(
      "{collectifs: [[#[[\"a\", b\n  menfants",
      """
      -:1:1: erreur [guillemet-non-ferme] L'accolade « { » n'a pas de fin.
          1 | {collectifs: [[#[["a", b
            | ^
         attendu : « } » à la fin de la valeur
      """),
    Fault(
      #"""
      { "collectifs": [
        { "cout": 9000, "enfants": 10 }
        { "cout": 9000, "enfants": 10 } ] }
      """#,
      """
      -:3:3: erreur [json-invalide] Il manque une virgule, ou la fin de cet objet ou de cette liste.
          3 |   { "cout": 9000, "enfants": 10 } ] }
            |   ^
         attendu : « , » ou « ] »
      """),
    Fault(
      #"{"collectifs": [{"cout": 01, "enfants": 10}]}"#,
      """
      -:1:28: erreur [json-invalide] Ce nombre ne peut pas être lu.
          1 | {"collectifs": [{"cout": 01, "enfants": 10}]}
            |                            ^
         attendu : un nombre comme 9000 ou 9000.50
      """),
    Fault(
      #"{"collectifs": [{"cout": 1, "enfants": 10,}]}"#,
      """
      -:1:43: erreur [json-invalide] Une clé est attendue à cet endroit.
          1 | {"collectifs": [{"cout": 1, "enfants": 10,}]}
            |                                           ^
         attendu : un nom entre guillemets droits, sans virgule après le dernier
      """),
    Fault(
      #"{"collectifs": [{"cout": 1, "enfants": 10},]}"#,
      """
      -:1:44: erreur [json-invalide] Une valeur est attendue à cet endroit.
          1 | {"collectifs": [{"cout": 1, "enfants": 10},]}
            |                                            ^
         attendu : un nombre, un texte entre guillemets droits, true, false, une liste ou un objet
      """),
    Fault(
      #"{"collectifs": [{"cout": .5, "enfants": 10}]}"#,
      """
      -:1:26: erreur [json-invalide] Une valeur est attendue à cet endroit.
          1 | {"collectifs": [{"cout": .5, "enfants": 10}]}
            |                          ^
         attendu : un nombre, un texte entre guillemets droits, true, false, une liste ou un objet
      """),
    Fault(
      #"{"collectifs": [{"cout": 1, 'enfants': 10}]}"#,
      """
      -:1:29: erreur [json-invalide] Une clé est attendue à cet endroit.
          1 | {"collectifs": [{"cout": 1, 'enfants': 10}]}
            |                             ^
         attendu : un nom entre guillemets droits, sans virgule après le dernier
      """),
    Fault(
      #"{"collectifs": [{"cout": 1, "enfants": "\u12g4"}]}"#,
      #"""
      -:1:43: erreur [json-invalide] « \ » commence un code que JSON ne connaît pas.
          1 | {"collectifs": [{"cout": 1, "enfants": "\u12g4"}]}
            |                                           ^
         attendu : « \\ » pour le signe lui-même
      """#),
    Fault(
      #"{"collectifs": [{"cout": 1, "enfants": 10, "cout": 2}]}"#,
      """
      -:1:44: erreur [cle-en-double] La clé « cout » est déjà écrite à la ligne 1.
          1 | {"collectifs": [{"cout": 1, "enfants": 10, "cout": 2}]}
            |                                            ^^^^^^
         attendu : une seule fois chaque clé
      """),
    Fault(
      #"{"collectifs": {"cout": 1}}"#,
      """
      -:1:16: erreur [forme-inattendue] « collectifs » attend une liste, et non un ensemble de clés.
          1 | {"collectifs": {"cout": 1}}
            |                ^
         attendu : un élément par collectif ou par financement
      """),
    Fault(
      #"{"collectifs": []}"#,
      """
      -:1:16: erreur [valeur-manquante] Indiquez les collectifs.
          1 | {"collectifs": []}
            |                ^
         attendu : au moins un collectif
      """),
    Fault(
      "{}",
      """
      -:1:1: erreur [cle-manquante] Il manque la clé « collectifs » dans ce scénario.
          1 | {}
            | ^
         attendu : une liste de collectifs
      """),
    Fault(
      #"{"collectifs": [{"cout": true, "enfants": null, "rural": [1]}]}"#,
      """
      -:1:26: erreur [montant-illisible] Collectif 1 : la valeur « true » de « cout » n'est pas un montant.
          1 | {"collectifs": [{"cout": true, "enfants": null, "rural": [1]}]}
            |                          ^^^^
         attendu : un montant comme 9000.50 ou « 9 000,50 € »
      -:1:32: erreur [valeur-vide] Collectif 1 : la clé « enfants » n'a pas de valeur.
          1 | {"collectifs": [{"cout": true, "enfants": null, "rural": [1]}]}
            |                                ^^^^^^^^^
         attendu : une valeur, ou la clé supprimée
      -:1:58: erreur [forme-inattendue] Collectif 1 : « rural » attend une valeur simple, et non une liste.
          1 | {"collectifs": [{"cout": true, "enfants": null, "rural": [1]}]}
            |                                                          ^
         attendu : une seule valeur
      """),
    Fault(
      "collectifs: [{cout: 1, enfants: 10, nombre: 10001}]",
      """
      -:1:13: erreur [trop-nombreux] Corrigez les collectifs : le calcul en accepte au plus 10 000.
          1 | collectifs: [{cout: 1, enfants: 10, nombre: 10001}]
            |             ^
      -:1:45: erreur [valeur-trop-grande] Collectif 1 : la valeur « 10001 » de « nombre » est refusée. Corrigez le nombre de collectifs identiques : il faut au plus 10 000.
          1 | collectifs: [{cout: 1, enfants: 10, nombre: 10001}]
            |                                             ^^^^^
         attendu : de 1 à 10 000
      """),
    Fault(
      "collectifs: [{cout: 1, enfants: 10, nombre: 0}]",
      """
      -:1:45: erreur [valeur-trop-petite] Collectif 1 : la valeur « 0 » de « nombre » est refusée. Corrigez le nombre de collectifs identiques : il faut au moins 1.
          1 | collectifs: [{cout: 1, enfants: 10, nombre: 0}]
            |                                             ^
         attendu : de 1 à 10 000
      """),
  ]

  @Test(arguments: faults) func isSaid(_ fault: Fault) throws {
    let run = try SimulationRun.vosges(fault.scenario)
    #expect(run.status == 1)
    expectNoDifference(run.output, "")
    let message = run.errors.split(separator: "\n\n").first.map(String.init)
    expectNoDifference(message, fault.message)
  }

  @Test func onlyTheFirstFaultsAreSaid() throws {
    let collectifs = String(repeating: "  - {cout: -1, enfants: 10}\n", count: 150)
    let run = try SimulationRun.vosges("collectifs:\n" + collectifs)
    #expect(run.status == 1)
    #expect(run.errors.contains("-:101:12: erreur [valeur-negative] Collectif 100 : "))
    #expect(!run.errors.contains("Collectif 101"))
    #expect(
      run.errors.hasSuffix(
        """
        -:102:1: erreur [scenario-trop-fautif] Le scénario a d'autres erreurs que les 100 premières.
          102 |   - {cout: -1, enfants: 10}
              | ^
           attendu : corrigez d'abord celles qui précèdent

        101 erreurs

        """))
  }

  /// Every code of scenarios is shown by a test of this suite.
  @Test func everyCodeIsShown() throws {
    let faults = try String(
      contentsOf: Repository.fixtures.appending(path: "simulation/faults.txt"), encoding: .utf8)
    let texts = ScenarioFaultTests.faults.map(\.message) + [faults, "[scenario-trop-fautif]"]
    for code in ScenarioCode.allCases {
      #expect(texts.contains { $0.contains("[\(code.rawValue)]") }, "\(code.rawValue)")
    }
  }

  @Test func nestingHasALimit() throws {
    for text in [#"{"a":"#, "["] {
      let run = try SimulationRun.vosges(String(repeating: text, count: 50_000))
      #expect(run.status == 1)
      expectNoDifference(run.output, "")
    }
  }

  @Test(arguments: ["0,", "[],", #"{"a":0,"a":0},"#, #""\u202e","#])
  func valuesHaveALimit(_ value: String) throws {
    let run = try SimulationRun.vosges(
      #"{"collectifs": ["# + String(repeating: value, count: 1_000_001) + "0]}")
    #expect(run.status == 1)
    expectNoDifference(run.output, "")
    let message = "erreur [yaml-trop-long] Le fichier contient plus de 1 000 000 valeurs."
    #expect(run.errors.contains(message), "\(run.errors.prefix(500))")
    #expect(run.errors.hasSuffix("\n1 erreur\n"))
  }

  @Test(arguments: ["\u{301}\u{327}", #"\u0301\u0327"#]) func accentsHaveALimit(_ marks: String)
    throws
  {
    let run = try SimulationRun.vosges(
      #"{"collectifs": [], "a"# + String(repeating: marks, count: 50_000) + #"": 1}"#)
    #expect(run.status == 1)
    let message =
      "erreur [caractere-invisible] Plus de 30 accents se suivent sur la même lettre : le fichier n'est pas lu."
    #expect(run.errors.contains(message), "\(run.errors.prefix(500))")
  }

  // MARK: - Files

  @Test func fileCannotBeRead() throws {
    let content = try ContentFolder.ofRepository()
    try content.write("vide.yaml", "")
    try content.write("windows.yaml", Data([0x63, 0x6F, 0xFB, 0x74, 0x3A, 0x20, 0x31, 0x0A]))
    try content.write("gros.json", Data(repeating: 0x20, count: (16 << 20) + 1))
    let expected = [
      "absent.yaml": """
      absent.yaml:1:1: erreur [fichier-illisible] Le scénario ne peut pas être lu : il n'existe pas.
      """,
      "departments": """
      departments:1:1: erreur [fichier-illisible] Le scénario ne peut pas être lu : c'est un dossier.
      """,
      "vide.yaml": """
      vide.yaml:1:1: erreur [fichier-vide] Le fichier ne contient aucune valeur.
          1 |
            | ^
         attendu : des clés et leurs valeurs
      """,
      "windows.yaml": """
      windows.yaml:1:3: erreur [fichier-non-utf8] L'octet 0xFB de la ligne 1 n'est pas de l'UTF-8 : le fichier semble être en Windows-1252 (« û »).
         attendu : enregistrez le fichier en UTF-8
      """,
      "gros.json": """
      gros.json:1:1: erreur [fichier-trop-gros] Le scénario est trop gros : il n'est pas lu.
         attendu : un fichier de 16 Mio au plus
      """,
    ]
    for (path, message) in expected {
      let run = try content.cadrage("simulate", "vosges", "2025-2026", "--scenario", path)
      #expect(run.status == 1)
      expectNoDifference(run.output, "")
      expectNoDifference(run.errors, message + "\n\n1 erreur\n")
    }
  }

  @Test func contentErrorsComeFirst() throws {
    let content = try ContentFolder.minimal()
    try content.write("projet.yaml", "collectifs: [{cout: 1, enfants: 10}]")
    try content.replace(
      "valeur: 32,5 %", with: "valeur: 32.5 %", in: "departments/national/regles.yaml")
    let run = try content.cadrage("simulate", "bresse", "2025-2026", "--scenario", "projet.yaml")
    #expect(run.status == 1)
    expectNoDifference(run.output, "")
    #expect(run.errors.contains("[point-decimal]"))
  }

  // MARK: - Options

  @Test(arguments: ["abc", "-1", "8487.123", "10000001"])
  func optionIsNoAmount(_ amount: String) throws {
    let run = try SimulationRun.vosges("", "--plafond=\(amount)")
    #expect(run.status == 64)
    expectNoDifference(
      run.errors,
      """
      Erreur : « \(amount) », la valeur de --plafond, n’est pas un montant de 0 à 10 000 000 €, au \
      centime près. Écrivez par exemple 8487 ou 8487,50.

      """)
  }

  @Test func ceilingIsAskedFor() throws {
    let scenario = "collectifs: [{cout: 9000, enfants: 10}]"
    let run = try SimulationRun.run(scenario, ["mayenne", "2023-2024"])
    #expect(run.status == 1)
    expectNoDifference(run.output, "")
    expectNoDifference(
      run.errors,
      """
      Le prix plafond de 2023-2024 n’est pas publié. Ajoutez --plafond suivi d’un montant en euros, \
      par exemple --plafond 8487.

      """)
  }
}
