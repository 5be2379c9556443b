import Comparison
import Facts
import TestSupport
import Testing

/// The facts that changed, and how they are said.
@Suite struct ValueTests {
  private func values(
    _ before: [String: Value], _ after: [String: Value], years: (Int, Int)? = nil
  ) -> [ValueChange] {
    NoteComparison(
      from: note(facts: before, year: years?.0), to: note(facts: after, year: years?.1)
    ).values
  }

  /// Each change on a line, with ordinary spaces.
  private func lines(
    _ before: [String: Value], _ after: [String: Value], years: (Int, Int)? = nil
  ) -> [String] {
    values(before, after, years: years).map { change in
      var line = "\(change.group.rawValue) \(change.path) | \(change.label) | "
      line += change.nature.rawValue
      if let text = change.before?.text { line += " | − \(text)" }
      if let text = change.after?.text { line += " | + \(text)" }
      if let text = change.differenceText { line += " | \(text)" }
      return line.withPlainSpaces
    }
  }

  private func step(_ from: String, _ to: String) -> [String: Value] {
    [
      "etape": .text("depot"), "libelle": .text("Dépôt des dossiers"), "du": day(from),
      "au": day(to),
    ]
  }

  @Test func amountsAndWhatDidNotChange() {
    let before = record(["plafond": perCollectif(848_700), "maximum": perCollectif(275_828)])
    let after = record(["plafond": perCollectif(890_000), "maximum": .pending(.toBePublished)])
    let bonus = Value.record(record(["enfants": perCollectif(32_900)]))
    #expect(
      lines(["ps": .record(before), "bonus": bonus], ["ps": .record(after), "bonus": bonus]) == [
        "montants ps.plafond | Prix plafond | modification | − 8 487 € par collectif "
          + "| + 8 900 € par collectif | +413 €, soit +4,9 %",
        "montants ps.maximum | Maximum de la Ps | modification | − 2 758,28 € par collectif "
          + "| + à paraître",
        "montants bonus.enfants | Bonus enfants | inchange | − 329 € par collectif "
          + "| + 329 € par collectif",
      ])
  }

  @Test func aNationalBaremeOfOneYearOnly() {
    let ps = record(["plafond": perCollectif(848_700), "arrondi": .text("centime")])
    let national: [String: Value] = ["bareme": .record(record(["ps": .record(ps)]))]
    #expect(lines(national, [:]) == [])
    let other = record(["plafond": perCollectif(890_000), "arrondi": .text("euro")])
    #expect(
      lines(national, ["bareme": .record(record(["ps": .record(other)]))]) == [
        "montants bareme.ps.plafond | Prix plafond national | modification "
          + "| − 8 487 € par collectif | + 8 900 € par collectif | +413 €, soit +4,9 %"
      ])
  }

  @Test func datesOfOneStep() {
    #expect(
      lines(
        ["calendrier": list([step("2025-06-20", "2025-07-31")])],
        ["calendrier": list([step("2026-06-20", "2026-07-10")])], years: (2025, 2026)) == [
          "calendrier calendrier.depot.du | Dépôt des dossiers : début | modification "
            + "| − 20 juin 2025 | + 20 juin 2026 | même jour de l’année",
          "calendrier calendrier.depot.au | Dépôt des dossiers : fin | modification "
            + "| − 31 juillet 2025 | + 10 juillet 2026 | 21 jours plus tôt dans l’année",
        ])
  }

  @Test func daysWithoutSchoolYears() {
    let change = values(
      ["calendrier": list([step("2025-06-20", "2025-07-31")])],
      ["calendrier": list([step("2025-06-20", "2025-08-01")])])
    #expect(change.map(\.nature) == [.unchanged, .modified])
    #expect(change.last?.difference == .days(1, inYear: nil))
    #expect(change.last?.differenceText == "1\u{20}jour plus tard")
  }

  @Test func aMonthThatBecomesADay() {
    let step = { (key: String, value: Value) in
      list([["etape": .text("comite"), "libelle": .text("Réunion du comité"), key: value]])
    }
    #expect(
      lines(
        ["calendrier": step("en", month(2025, 10))], ["calendrier": step("le", day("2026-10-08"))])
        == [
          "calendrier calendrier.comite.le | Réunion du comité : date | modification "
            + "| − octobre 2025 | + 8 octobre 2026"
        ])
  }

  @Test func recordsAddedAndRemoved() {
    let msa: [String: Value] = [
      "code": .text("msa"), "financeur": .name(Name("la MSA Lorraine")),
      "dispositif": .text("Grandir en Milieu Rural"),
      "montant": .amount(Amount(cents: 100_000, unit: .perPorteur)),
    ]
    #expect(
      lines(["financements": list([msa])], [:]) == [
        "partenaires financements.msa | Grandir en Milieu Rural (MSA Lorraine) | suppression "
          + "| − 1 000 € par porteur"
      ])
    var other = msa
    other["montant"] = .amountRange(AmountRange(low: 10_000, high: 50_000, unit: .perCollectif))
    #expect(
      lines(["financements": list([msa])], ["financements": list([other])]) == [
        "montants financements.msa.montant | Grandir en Milieu Rural (MSA Lorraine) : montant "
          + "| modification | − 1 000 € par porteur | + de 100 € à 500 € par collectif"
      ])
  }

  @Test func conditionsOneByOne() {
    let record = { (conditions: [String]) in
      list([
        [
          "code": .text("msa"), "dispositif": .text("Gmr"), "conditions": texts(conditions),
        ]
      ])
    }
    #expect(
      lines(
        [
          "financements": record(["Le projet est rural.", "Le montant est un forfait de 1 000 €."])
        ],
        [
          "financements": record([
            "Le montant est un forfait de 900 €.", "Le projet est rural.", "Nouveau.",
          ])
        ]
      ) == [
        "partenaires financements.msa.conditions | Gmr : conditions | modification "
          + "| − Le montant est un forfait de 1 000 €. | + Le montant est un forfait de 900 €.",
        "partenaires financements.msa.conditions | Gmr : conditions | ajout | + Nouveau.",
      ])
  }

  @Test func membersOfTheCommittee() {
    let instance = { (names: [String]) in
      Value.record(record(["membres": list(names.map { ["nom": .text($0)] })]))
    }
    #expect(
      lines(["instance": instance(["Caf"])], ["instance": instance(["MSA", "Caf"])]) == [
        "partenaires instance.membres.msa | Membres : MSA | ajout | + MSA"
      ])
  }

  @Test func contactsByCodeThenByName() {
    let before = list([
      ["nom": .text("Karine Ennifer"), "courriel": .email("k@caf.fr")],
      ["service": .text("Pôle partenaires"), "telephone": .phone("03 29 68 39 77")],
    ])
    let after = list([
      ["service": .text("Pôle partenaires"), "telephone": .phone("03 29 68 39 78")],
      ["nom": .text("Karine Ennifer"), "courriel": .email("karine@caf.fr")],
    ])
    #expect(
      lines(["contacts": before], ["contacts": after]) == [
        "contacts contacts.pole-partenaires.telephone | Pôle partenaires : téléphone | modification "
          + "| − 03 29 68 39 77 | + 03 29 68 39 78",
        "contacts contacts.karine-ennifer.courriel | Karine Ennifer : courriel | modification "
          + "| − k@caf.fr | + karine@caf.fr",
      ])
  }

  @Test func listsOfWhichReadersAsk() {
    let pieces = list([
      ["code": .text("bilan"), "nom": .text("le bilan")],
      ["code": .text("fiche"), "nom": .text("la fiche")],
    ])
    #expect(
      lines(["pieces": pieces], ["pieces": pieces]) == [
        "pieces pieces | Pièces à joindre | inchange | − le bilan et la fiche "
          + "| + le bilan et la fiche"
      ])
  }

  @Test func sourcesAndPlacesAreNoChange() {
    var before = note(facts: ["organisme": .record(record(["nom": .name(Name("la Caf"))]))])
    let after = before
    before.facts["organisme"]?.source = Source(document: "C-2026-069", section: "2.3")
    #expect(NoteComparison(from: before, to: after).values == [])
  }

  @Test(arguments: [
    (3, 4, Int64?(333)), (4, 3, -250), (848_700, 890_000, 49), (0, 5, nil), (200, 201, 5),
    (Int64.max, 0, -1000), (2000, 2001, 1), (-100, -50, -500),
  ])
  func percentages(old: Int64, new: Int64, expected: Int64?) {
    let change = values(
      ["ps": .record(record(["plafond": perCollectif(old)]))],
      ["ps": .record(record(["plafond": perCollectif(new)]))])
    #expect(change.map(\.difference) == [.amount(cents: new - old, tenthsOfPercent: expected)])
  }

  @Test func hugeAmountsHaveNoDifference() {
    let change = values(
      ["ps": .record(record(["plafond": perCollectif(.min)]))],
      ["ps": .record(record(["plafond": perCollectif(.max)]))])
    #expect(change.map(\.difference) == [nil])
  }

  @Test func aSwapExchangesValues() {
    let old: [String: Value] = [
      "calendrier": list([step("2025-06-20", "2025-07-31")]),
      "ps": .record(record(["plafond": perCollectif(848_700)])),
    ]
    let new: [String: Value] = [
      "ps": .record(record(["plafond": perCollectif(848_800), "maximum": perCollectif(1)])),
      "pieces": list([["code": .text("a"), "nom": .text("a")]]),
    ]
    let (there, back) = (values(old, new), values(new, old))
    #expect(there.map(\.path) == back.map(\.path))
    #expect(there.map(\.before) == back.map(\.after))
    #expect(there.map(\.after) == back.map(\.before))
  }
}
