import Configuration
import NextYear
import CustomDump
import Diagnostics
import Facts
import Files
import Foundation
import TestSupport
import Testing

/// The text of a new year's file, made from that of an earlier one.
@Suite struct NewYearTests {
  /// The files of the new year for a text of the year 2025-2026; nil when it was refused.
  private func next(
    _ text: String, to year: String = "2026-2027", _ others: [String: String] = [:],
    faults: inout DiagnosticList
  ) throws -> NextYear? {
    var texts = Sample.texts.merging(others) { $1 }
    texts[Sample.year] = text
    let (configuration, diagnostics) = Sample.read(texts)
    try #require(
      !diagnostics.hasErrors, "\(TerminalWriter { _, _ in nil }.text(diagnostics.sorted))")
    let old = try #require(SchoolYear("2025-2026"))
    let facts = try #require(configuration.note("vosges", old))
    return NextYear(
      from: facts, to: try #require(SchoolYear(year)), in: configuration.tree, into: &faults)
  }

  private func next(
    _ text: String, to year: String = "2026-2027", _ others: [String: String] = [:]
  ) throws -> NextYear {
    var faults = DiagnosticList()
    let next = try next(text, to: year, others, faults: &faults)
    return try #require(next, "\(TerminalWriter { _, _ in nil }.text(faults.sorted))")
  }

  private func text(_ text: String, to year: String = "2026-2027") throws -> String {
    try #require(next(text, to: year).texts.first).original
  }

  /// A calendar of one step.
  private func step(_ dates: String) -> String {
    "calendrier:\n  - {etape: depot, \(dates)}\n"
  }

  // MARK: - Values

  @Test(arguments: [
    ("le: 2025-06-19", "le: a_confirmer 2026-06-18"),
    ("le: 19/06/2025", "le: a_confirmer 18/06/2026"),
    ("le: 19 juin 2025", "le: a_confirmer 18 juin 2026"),
    ("le: 2 juin 2025", "le: a_confirmer 1er juin 2026"),
    (#"le: "2025-06-19""#, #"le: "a_confirmer 2026-06-18""#),
    ("le: '19/06/2025'", "le: 'a_confirmer 18/06/2026'"),
    ("le: a_confirmer 2025-06-19", "le: a_confirmer 2026-06-18"),
    ("le: a_confirmer  19 juin 2025", "le: a_confirmer 18 juin 2026"),
    ("le: a_paraitre", "le: a_paraitre"), ("le: a_completer", "le: a_completer"),
    ("en: 2025-10", "en: a_confirmer 2026-10"), ("en: 10/2025", "en: a_confirmer 10/2026"),
    ("en: octobre 2025", "en: a_confirmer octobre 2026"),
    ("en: mi-septembre 2025", "en: a_confirmer mi-septembre 2026"),
    ("en: fin juin 2025", "en: a_confirmer fin juin 2026"),
    ("en: 1re quinzaine d'août 2025", "en: a_confirmer première quinzaine d’août 2026"),
    (
      "au: 2025-06-19, heure_limite: 12:00",
      "au: a_confirmer 2026-06-18, heure_limite: 12:00"
    ),
    ("en: a_confirmer août 2025", "en: a_confirmer août 2026"),
    ("du: 2025-06-20, au: 2025-06-21", "du: a_confirmer 2026-06-19, au: a_confirmer 2026-06-22"),
    ("du: 2025-07, au: 2025-07-01", "du: a_confirmer 2026-07, au: a_confirmer 2026-07-01"),
    ("du: a_completer, au: 2025-07-31", "du: a_completer, au: a_confirmer 2026-07-30"),
    ("le: 2199-06-20", "le: a_completer"),
  ])
  func dates(_ old: String, _ new: String) throws {
    expectNoDifference(try text(step(old)), step(new))
  }

  @Test(arguments: [
    // The leap day between them would put the end first.
    (
      "du: 2024-02-28, au: 2024-03-04", "2028-2029",
      "du: a_confirmer 2027-03-03, au: a_confirmer 2027-03-08"
    ),
    // A Sunday at the end of July gives a Monday of August.
    (
      "du: 2022-07-31, au: 2022-07", "2029-2030",
      "du: a_confirmer 2026-08-03, au: a_confirmer 2026-08"
    ),
    (
      "du: 2022-07-31, au: fin juillet 2022", "2029-2030",
      "du: a_confirmer 2026-08-03, au: a_confirmer août 2026"
    ),
  ])
  func endsStayAfterBeginnings(_ old: String, _ year: String, _ new: String) throws {
    expectNoDifference(try text(step(old), to: year), step(new))
  }

  @Test func endsStayAfterBeginningsWhateverTheYears() throws {
    for years in 1...8 {
      let lines = (0..<400).map { number in
        let start = Day(number: 19_700 + number)
        let end = Day(number: 19_700 + number + number % 9)
        return
          "  - {etape: e\(number), libelle: E, du: \(start?.isoText ?? ""), au: \(end?.isoText ?? "")}"
      }
      let new = try text(
        "calendrier:\n" + lines.joined(separator: "\n") + "\n",
        to: "\(2025 + years)-\(2026 + years)")
      // Once confirmed, the reader would refuse an end before its beginning.
      var texts = Sample.texts
      texts[Sample.year] = new.replacing("a_confirmer ", with: "")
      expectNoDifference(Sample.report(texts), Sample.report(Sample.texts))
    }
  }

  @Test func amountsAndFigures() throws {
    expectNoDifference(
      try text(
        """
        chiffres:
          annee: 2024/2025 # comme la note
          valeurs:
            - {code: enfants, libelle: enfants, nombre: 1 174, precision: prévus}
            - {code: familles, libelle: familles, nombre: a_confirmer 1012}
        ps: {plafond: 8 487 €/collectif, maximum: a_confirmer 2 758,28 €/collectif}
        bonus:
          enfants: "329 €/collectif"   # deux espaces
          parents: a_completer
        financements:
          - code: msa
            financeur: la MSA Lorraine
            dispositif: Grandir en milieu rural
            montant: 1 250,50 €/porteur
            contact: {courriel: msa@exemple.fr, telephone: a_completer}
          - {code: tne, financeur: l'État, dispositif: Bonus, montant: a_confirmer de 100 € à 500 €}

        """),
      """
      chiffres:
        annee: 2025/2026 # comme la note
        valeurs:
          - {code: enfants, libelle: enfants, nombre: a_completer, precision: prévus}
          - {code: familles, libelle: familles, nombre: a_completer}
      ps: {plafond: a_paraitre, maximum: a_paraitre}
      bonus:
        enfants: "a_paraitre"   # deux espaces
        parents: a_paraitre
      financements:
        - code: msa
          financeur: la MSA Lorraine
          dispositif: Grandir en milieu rural
          montant: a_confirmer 1 250,50 €/porteur
          contact: {courriel: msa@exemple.fr, telephone: a_completer}
        - {code: tne, financeur: l'État, dispositif: Bonus, montant: a_confirmer de 100 € à 500 €}

      """)
  }

  // MARK: - What is left out

  @Test(arguments: [
    (
      "# Vosges 2025-2026.\nmise_a_jour: 2025-06\n\nps:\n  plafond: a_paraitre\n  maximum: a_paraitre\n",
      "# Vosges 2026-2027.\n\nps:\n  plafond: a_paraitre\n  maximum: a_paraitre\n"
    ),
    // With its own comment, not with that of the key after it.
    (
      "famille: note-de-cadrage\n\n# Les avis.\navis:\n- {titre: A, texte: B}\n# de trop ?\n\n# La ruralité.\nruralite: peu\n",
      "famille: note-de-cadrage\n\n# de trop ?\n\n# La ruralité.\nruralite: peu\n"
    ),
    (
      "ruralite: peu\n\navis:\n  - titre: A\n    texte: >-\n      Un texte\n      sur deux lignes\n\n# fin\nerrata:\n  - {numero: V-1, chemin: depot, decision: D}\n\n\n",
      "ruralite: peu\n"
    ),
    ("ruralite: peu\navis: []", "ruralite: peu\n"),
    ("---\navis: []\nruralite: peu\n...\n", "---\nruralite: peu\n...\n"),
    // A file must say something.
    ("# Rien que 2025-2026.\n\nerrata: []\n", "# Rien que 2026-2027.\n\navis: []\n"),
    ("errata: []", "avis: []\n"),
  ])
  func leftOut(_ old: String, _ new: String) throws {
    expectNoDifference(try text(old), new)
  }

  // MARK: - The manner of writing

  @Test func lineEndsAndMarkSurvive() throws {
    let old =
      "\u{FEFF}# 2025-2026\r\nruralite: peu\r\n\r\nps:\n  plafond: 8 487 €/collectif\r\n"
      + "  maximum: a_paraitre"
    expectNoDifference(
      try text(old),
      "\u{FEFF}# 2026-2027\r\nruralite: peu\r\n\r\nps:\n  plafond: a_paraitre\r\n"
        + "  maximum: a_paraitre")
    expectNoDifference(try text("errata: []\r\n"), "avis: []\r\n")
  }

  @Test(arguments: [
    ("calendrier:\n  - etape: depot\n    le: >-\n      2025-06-19\n", 3, 9),
    ("calendrier:\n  - etape: depot\n    le: 19 juin\n      2025\n", 3, 9),
    (#"calendrier: [{etape: depot, le: "2025-06\u002D19"}]"#, 1, 33),
    ("{ruralite: peu, avis: []}\n", 1, 1),
  ])
  func spellingsThatCannotBeEditedAreTold(_ text: String, _ line: Int, _ column: Int) throws {
    var faults = DiagnosticList()
    #expect(try next(text, faults: &faults) == nil)
    let found = try #require(faults.sorted.first)
    #expect(faults.errorCount == 1)
    #expect(found.code == "valeur-non-modifiable")
    #expect(found.place?.line == line && found.place?.column == column)
  }

  // MARK: - Questions

  @Test func questions() throws {
    let next = try next(
      """
      # Une note de 2025-2026, reprise de 2024.
      ps:
        plafond: 8 487 €/collectif # celui de 2025
        maximum: a_paraitre
      calendrier:
        - {etape: depot, du: 2025-06-20, heures: 10h-11h, precision: avant juillet 2025}

      """,
      [
        "departments/vosges/2025-2026/depot.md":
          "## Dépôt 2025\n\nLe 31 août, C-2021-006, [bilan](pieces/bilan.pdf).\n"
      ])
    expectNoDifference(
      next.questions.map { "\($0.place.file):\($0.place.line):\($0.place.column): \($0.text)" }
        .map(\.withPlainSpaces),
      [
        "departments/vosges/2026-2027.yaml:1:37: à relire, le texte cite « 2024 ».",
        "departments/vosges/2026-2027.yaml:3:12: Prix plafond : à paraître (note 2025-2026 : 8 487 € par collectif).",
        "departments/vosges/2026-2027.yaml:3:34: à relire, le texte cite « 2025 ».",
        "departments/vosges/2026-2027.yaml:4:12: Maximum de la Ps : à paraître.",
        "departments/vosges/2026-2027.yaml:6:24: Dépôt des dossiers, début : confirmez le vendredi 19 juin 2026 (note 2025-2026 : vendredi 20 juin 2025).",
        "departments/vosges/2026-2027.yaml:6:56: Dépôt des dossiers, heures : de 10 h à 11 h, à relire.",
        "departments/vosges/2026-2027.yaml:6:82: à relire, le texte cite « juillet 2025 ».",
        "departments/vosges/2026-2027/depot.md:1:1: texte repris de 2025-2026, à relire.",
        "departments/vosges/2026-2027/depot.md:3:4: à relire, le texte cite « 31 août » et « C-2021-006 ».",
        "departments/vosges/2026-2027/pieces/bilan.pdf:1:1: document repris de 2025-2026, à remplacer s’il a changé.",
      ])
  }

  /// An attachment that the new year does not cite any more stays where it is.
  @Test(arguments: [
    ("document_officiel:\n  nom: la note\n  fichier: bilan.pdf\n", false),
    ("pieces:\n  - {code: bilan, nom: le bilan, fichier: bilan.pdf}\n", true),
  ])
  func attachmentsThatAreCited(_ text: String, _ isCopied: Bool) throws {
    let next = try next(text)
    expectNoDifference(next.copies.map(\.file.name), isCopied ? ["bilan.pdf"] : [])
    let question =
      isCopied
      ? "departments/vosges/2026-2027/pieces/bilan.pdf: document repris de 2025-2026, à remplacer s’il a changé."
      : "departments/vosges/2025-2026/pieces/bilan.pdf: document non repris : rien ne le cite dans la note de 2026-2027."
    expectNoDifference(
      next.questions.filter { $0.place.file.hasSuffix(".pdf") }
        .map { "\($0.place.file): \($0.text)" }, [question])
  }

  /// A platform that closes before the end of the new year is to be replaced.
  @Test(arguments: [
    ("2026-12", "2026-2027", "ELAN ferme en décembre 2026, à remplacer."),
    ("2026-01-31", "2026-2027", "ELAN ferme le 31 janvier 2026, à remplacer."),
    ("mi-décembre 2026", "2026-2027", "ELAN ferme mi-décembre 2026, à remplacer."),
    (
      "1re quinzaine d'octobre 2026", "2026-2027",
      "ELAN ferme dans la première quinzaine d’octobre 2026, à remplacer."
    ),
    ("2027-09", "2026-2027", nil),
    ("2027-09", "2027-2028", "ELAN ferme en septembre 2027, à remplacer."),
  ])
  func platformsThatClose(_ closing: String, _ year: String, _ question: String?) throws {
    let rules = "departments/national/regles.yaml"
    let text = try #require(Sample.texts[rules]).replacing(
      "    nom: ELAN\n", with: "    nom: ELAN\n    fermeture: \(closing)\n")
    let next = try next(
      "depot:\n  situations:\n    - {code: tous, titre: Tous, demarche: Allez-y., plateforme: elan}\n",
      to: year, [rules: text])
    expectNoDifference(
      next.questions.filter { $0.place.file == next.path }
        .map { $0.text.replacing("\u{A0}", with: " ") },
      [question.map { "Tous, plateforme : " + $0 }].compactMap { $0 })
  }

  @Test func datesOfTheDepartmentAreAskedForToo() throws {
    let lasting = (Sample.texts[Sample.department] ?? "")
    let next = try next(
      "ruralite: peu\n",
      [Sample.department: lasting + "calendrier:\n  - {etape: comite, en: 2025-10}\n"])
    let line = lasting.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    #expect(
      next.questions.contains {
        $0.place.file == Sample.department && $0.place.line == line
          && $0.text
            == "Réunion du comité, date : octobre 2025, vaut pour toutes les années, à relire."
      })
  }

  // MARK: - Properties

  /// The facts of the sample but for those that wait, and its lines in their order.
  @Test func nothingElseChanges() throws {
    let old = Sample.texts[Sample.year] ?? ""
    let next = try next(old)
    let new = try #require(next.texts.first)
    var texts = Sample.texts
    texts[new.path] = new.original
    let attachments =
      Sample.files + [
        SourceTree.File(path: "departments/vosges/2026-2027/pieces/bilan.pdf", size: 12)
      ]
    let (configuration, diagnostics) = Sample.read(texts, files: attachments)
    #expect(!diagnostics.hasErrors)
    let department = try #require(configuration.department("vosges"))
    let values = department.notes.map { $0.record.plainValues() }
    let changed = values[0].merging(values[1]) { $0 == $1 ? "" : $0 }.filter { !$0.value.isEmpty }
    expectNoDifference(
      changed.keys.sorted(),
      [
        "annee", "annee_precedente", "annee_suivante", "bareme.bonus.enfants",
        "bareme.ps.maximum", "bareme.ps.plafond", "bonus.enfants", "calendrier.0.au",
        "calendrier.0.du", "calendrier.1.le", "calendrier.2.en", "chiffres.annee",
        "chiffres.valeurs.0.nombre", "financements.0.montant", "financements.1.montant",
        "mise_a_jour", "ps.maximum", "ps.plafond",
      ])
    let keys = { (text: String) in
      text.split(separator: "\n").map { $0.prefix { $0 != ":" } }.filter { $0 != "mise_a_jour" }
    }
    expectNoDifference(keys(new.original), keys(old))
  }

  /// The lines, each with its carriage return if it has one: for a string, both are one character.
  private func lines(of text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// Lines in any order, with comments and spaces anywhere: what is no proposal stays, byte for byte.
  @Test(arguments: UInt64(0)..<40) func randomFiles(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let blocks = [
      "ruralite: peu%", "ps:%\n  plafond: 8 487 €/collectif%\n  maximum: a_paraitre%",
      "bonus: {enfants: 329 €/collectif, parents: a_completer}%",
      "calendrier:%\n  - etape: depot%\n    du: 20/06/2025%\n    au: \"2025-07-31\"%",
      "pieces:%\n- code: bilan%\n  nom: \"Bilan : l'an 2024\"%",
      "instance:%\n    frequence: 'deux fois'%", "famille: note-de-cadrage%",
      "errata:%\n  - {numero: V-1, chemin: depot, decision: D}%", "avis: []%",
      "mise_a_jour: 2025-06%",
    ]
    var old = "# Note 2025-2026\n\n"
    for block in blocks.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random)) {
      for part in block.split(separator: "%", omittingEmptySubsequences: false) {
        old += part
        if Bool.random(using: &random) {
          old += "   # note\t\(Int.random(in: 0...9, using: &random))"
        }
      }
      old +=
        ["\n", "\n\n", "\n# à part\n", "\n\n  # en retrait\n\n"].randomElement(using: &random) ?? ""
    }
    if Bool.random(using: &random) { old = old.replacing("\n", with: "\r\n") }
    let new = try text(old)
    var texts = Sample.texts
    texts["departments/vosges/2026-2027.yaml"] = new
    expectNoDifference(Sample.report(texts), Sample.report(Sample.texts), "\(old)\n\(new)")
    // What is new stands in the place of what was there, line by line.
    var lines = lines(of: old)[...]
    for line in self.lines(of: new)
    where line != "avis: []" && line != "avis: []\r" {
      let undone = line.replacing("2026-2027", with: "2025-2026")
        .replacing("du: a_confirmer 19/06/2026", with: "du: 20/06/2025")
        .replacing("a_confirmer 2026-07-30", with: "2025-07-31")
        .replacing("plafond: a_paraitre", with: "plafond: 8 487 €/collectif")
        .replacing("enfants: a_paraitre", with: "enfants: 329 €/collectif")
        .replacing("parents: a_paraitre", with: "parents: a_completer")
      let found = lines.firstIndex(of: undone)
      let index = try #require(found, "« \(line) » is not where it was:\n\(old)\n\(new)")
      lines = lines[(index + 1)...]
    }
  }
}

extension Record {
  /// Each value by its path, as text; places and sources aside.
  fileprivate func plainValues(_ path: String = "") -> [String: String] {
    var values: [String: String] = [:]
    for (field, fact) in facts {
      values.merge(fact.plainValues(path + field.key)) { $1 }
    }
    return values
  }
}

extension Fact {
  fileprivate func plainValues(_ path: String) -> [String: String] {
    switch value {
    case .record(let record): return record.plainValues(path + ".")
    case .list(let facts):
      var values: [String: String] = [:]
      for (index, fact) in facts.enumerated() {
        values.merge(fact.plainValues("\(path).\(index)")) { $1 }
      }
      return values
    default: return [path: "\(value)"]
    }
  }
}
