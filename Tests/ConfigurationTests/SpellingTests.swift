import CustomDump
import Configuration
import Facts
import TestSupport
import Testing

/// Every spelling that is understood.
@Suite struct SpellingTests {
  @Test(
    arguments: [
      "8 487 €/collectif", "8\u{A0}487\u{A0}€/collectif", "8\u{202F}487\u{202F}€/collectif",
      "8487 €/collectif", "8487€/collectif", "8 487 € / collectif", "8 487,00 €/collectif",
      "\"8 487 €/collectif\"", "'8 487 €/collectif'",
    ])
  func amount(_ text: String) {
    expect(
      "ps.plafond", "plafond: 8 487 €/collectif", "plafond: " + text,
      .amount(Amount(cents: 848_700, unit: .perCollectif)))
  }

  @Test(
    arguments: [
      "de 100 € à 500 €/collectif", "de 100 à 500 €/collectif",
      "de 100\u{A0}€ à 500\u{A0}€/collectif", "de 100 €/collectif à 500 €/collectif",
    ])
  func range(_ text: String) {
    let record = record("de 100 € à 500 €/collectif", text)
    expectNoDifference(
      record?.records(at: "financements").last?["montant"]?.value,
      .amountRange(AmountRange(low: 10_000, high: 50_000, unit: .perCollectif)))
  }

  @Test(
    arguments: [
      ("1500 €", Amount(cents: 150_000, unit: .euros)),
      ("1 500,5 €", Amount(cents: 150_050, unit: .euros)),
      ("0,01 €/porteur", Amount(cents: 1, unit: .perPorteur)),
      ("1 000 000 000 €", Amount(cents: 100_000_000_000, unit: .euros)),
    ])
  func amountOfAFunder(_ text: String, _ amount: Amount) {
    let record = record("de 100 € à 500 €/collectif", text)
    expectNoDifference(
      record?.records(at: "financements").last?["montant"]?.value, .amount(amount))
  }

  private static func euros(_ cents: Int64) -> Amount { Amount(cents: cents, unit: .euros) }

  @Test(
    arguments: [
      ("jusqu'à 500 €/collectif", Ceiling(limit: Amount(cents: 50_000, unit: .perCollectif))),
      ("jusqu’à 1 500,50 €", Ceiling(limit: euros(150_050))),
      ("au plus 500 €", Ceiling(limit: euros(50_000))),
      ("dans la limite de 500 €", Ceiling(limit: euros(50_000))),
      (
        "80 %, dans la limite de 5 000 €",
        Ceiling(rate: Rate(hundredthsOfPercent: 8000), limit: euros(500_000))
      ),
      (
        "32,5% jusqu'à 5000 €",
        Ceiling(rate: Rate(hundredthsOfPercent: 3250), limit: euros(500_000))
      ), ("80 %", Ceiling(rate: Rate(hundredthsOfPercent: 8000))),
      ("80 %/collectif", Ceiling(rate: Rate(hundredthsOfPercent: 8000), unit: .perCollectif)),
      ("50% / collectif", Ceiling(rate: Rate(hundredthsOfPercent: 5000), unit: .perCollectif)),
      ("80 % par collectif", Ceiling(rate: Rate(hundredthsOfPercent: 8000), unit: .perCollectif)),
    ])
  func ceilingOfAFunder(_ text: String, _ ceiling: Ceiling) {
    let record = record("de 100 € à 500 €/collectif", text)
    expectNoDifference(
      record?.records(at: "financements").last?["montant"]?.value, .ceiling(ceiling))
  }

  @Test(
    arguments: [
      "2025-06-19", "19/06/2025", "19 juin 2025", "19 Juin 2025", "19\u{A0}juin\u{202F}2025",
    ])
  func day(_ text: String) {
    let record = record("le: 19 juin 2025", "le: " + text)
    expectNoDifference(
      record?.records(at: "calendrier")[1]["le"]?.value,
      Day(year: 2025, month: 6, day: 19).map(Value.day))
  }

  @Test(arguments: ["1er août 2025", "1er aout 2025", "1 août 2025", "01/08/2025", "2025-08-01"])
  func firstDay(_ text: String) {
    let record = record("le: 19 juin 2025", "le: " + text)
    expectNoDifference(
      record?.records(at: "calendrier")[1]["le"]?.value,
      Day(year: 2025, month: 8, day: 1).map(Value.day))
  }

  @Test(arguments: ["2025-06", "06/2025", "6/2025", "juin 2025"])
  func month(_ text: String) {
    expect(
      "mise_a_jour", "mise_a_jour: 2025-06", "mise_a_jour: " + text,
      Month(year: 2025, month: 6).map(Value.month))
  }

  @Test(
    arguments: [
      "10:00-11:30", "10h-11h30", "10 h 00 - 11 h 30", "10 h - 11 h 30", "10:00 – 11:30",
      "de 10 h à 11 h 30", "10\u{A0}h-11\u{202F}h\u{A0}30",
    ])
  func hours(_ text: String) {
    let record = record("heures: 10:00-11:00", "heures: " + text)
    expectNoDifference(
      record?.records(at: "calendrier")[1]["heures"]?.value,
      Hours(start: 600, end: 690).map(Value.hours))
  }

  @Test(arguments: ["1 h 30", "1h30", "90 min", "90min", "1\u{A0}h\u{202F}30"])
  func duration(_ text: String) {
    expect(
      "regles.seances.duree", "valeur: 1 h 30", "valeur: " + text, .duration(90),
      in: Sample.rules)
  }

  @Test(arguments: ["32,5 %", "32,5%", "32,50 %", "32,5\u{A0}%", "32,5\u{202F}%", "\"32,5 %\""])
  func rate(_ text: String) {
    expect(
      "regles.ps.taux", "valeur: 32,5 %", "valeur: " + text,
      .rate(Rate(hundredthsOfPercent: 3250)), in: Sample.rules)
  }

  @Test(arguments: ["1 174", "1174", "1\u{A0}174", "1\u{202F}174", "01174"])
  func integer(_ text: String) {
    let record = record("nombre: 1 174", "nombre: " + text)
    expectNoDifference(
      record?.records(at: "chiffres.valeurs").first?["nombre"]?.value, .integer(1174))
  }

  @Test(arguments: ["2024-2025", "2024/2025"])
  func schoolYear(_ text: String) {
    expect(
      "chiffres.annee", "annee: 2024-2025", "annee: " + text,
      SchoolYear("2024-2025").map(Value.schoolYear))
  }

  @Test(
    arguments: [
      "03 29 68 39 77", "0329683977", "03.29.68.39.77", "+33 3 29 68 39 77",
      "+33 (0)3 29 68 39 77", "+33(0)329683977",
    ])
  func phone(_ text: String) {
    let record = record("03 29 68 39 77", text, in: Sample.department)
    expectNoDifference(
      record?.records(at: "contacts").first?["telephone"]?.value, .phone("03 29 68 39 77"))
  }

  @Test(arguments: [
    ("+262 262 20 30 40", "02 62 20 30 40"), ("+262 (0)692 11 22 33", "06 92 11 22 33"),
    ("+596 596 12 34 56", "05 96 12 34 56"), ("+687 25 58 10", "+687 25 58 10"),
    ("+689 40 41 42 43", "+689 40 41 42 43"), ("3230", "3230"),
    ("+32 2 123 45 67", "+32 2 123 45 67"), ("+41.22.123.45.67", "+41 22 123 45 67"),
    ("+352 26 12 34 56", "+352 26 12 34 56"),
  ])
  func phoneOverseas(_ text: String, _ number: String) {
    let record = record("03 29 68 39 77", text, in: Sample.department)
    expectNoDifference(
      record?.records(at: "contacts").first?["telephone"]?.value, .phone(number))
  }

  /// What YAML itself would take for numbers, booleans or times stays the text that was written.
  @Test(arguments: ["010", "12:30", "non", "1e3", "0x1F", "2025-06-20", "=", "1.0"])
  func textIsText(_ text: String) {
    let record = record("lieu: Teams", "lieu: " + text)
    expectNoDifference(record?.records(at: "calendrier")[1]["lieu"]?.value, .text(text))
  }

  @Test(
    arguments: [
      "\"C'est : ici\"", "'C''est : ici'", ">-\n      C'est :\n      ici", "\"C'est\n      : ici\"",
    ])
  func textWithAColon(_ text: String) {
    let record = record("lieu: Teams", "lieu: " + text)
    expectNoDifference(record?.records(at: "calendrier")[1]["lieu"]?.value, .text("C'est : ici"))
  }

  @Test(
    arguments: [
      "Teams  # une salle", "Teams # 1", "Teams\t# une salle", "\"Teams\" # une salle",
    ])
  func commentIsNoValue(_ text: String) {
    let record = record("lieu: Teams", "lieu: " + text)
    expectNoDifference(record?.records(at: "calendrier")[1]["lieu"]?.value, .text("Teams"))
  }

  private func record(_ old: String, _ new: String, in file: String = Sample.year) -> Record? {
    var texts = Sample.texts
    texts[file] = texts[file]?.replacing(old, with: new, maxReplacements: 1)
    let (configuration, diagnostics) = Sample.read(texts)
    expectNoDifference(diagnostics.sorted, [])
    return configuration.departments.first?.notes.first?.record
  }

  private func expect(
    _ path: String, _ old: String, _ new: String, _ value: Value?, in file: String = Sample.year
  ) {
    expectNoDifference(record(old, new, in: file)?.fact(at: path)?.value, value)
  }
}
