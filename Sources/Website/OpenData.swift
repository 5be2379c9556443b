import Configuration
import Diagnostics
import Facts
import Notes

/// `donnees.json`: the facts of a published note as open data, each with its source, without persons;
/// and the list of the notes of the site.
///
/// **Shape**: `site/donnees.schema.json`. The keys are those of the YAML files.
/// **Units**: amounts in euros with two decimals, rates in percent, durations in minutes; days as in
/// ISO 8601.
enum OpenData {
  static let name = "donnees.json"
  private static let schema = "donnees.schema.json"
  private static let version = 1

  /// - Parameter note: one that is published.
  static func text(_ note: Note, address: PublicAddress?, isDemonstration: Bool) -> String {
    let facts = NamedPersons([note.facts]).removed(from: note.facts)
    return JSON.object(
      [
        "$schema": address.map { .string($0.text + schema) }, "version": .integer(version),
        "demonstration": .boolean(isDemonstration), "departement": .string(note.department),
        "annee": .string(note.year.text), "titre": .string(note.title),
        "publiee_le": note.publication.map { .string($0.day.isoText) },
        "adresse": address.map { .string($0.address(of: note.address)) },
        "faits": object(facts),
      ], .lines
    ).text + "\n"
  }

  /// What is said of a note that was withdrawn.
  static func text(
    _ withdrawal: PublishedAddresses.Withdrawal, of address: PublishedAddresses.Address
  ) -> String {
    JSON.object(
      [
        "version": .integer(version), "departement": .string(address.department),
        "annee": address.year.map { .string($0.text) },
        "retiree_le": .string(withdrawal.day.isoText), "motif": .string(withdrawal.reason),
      ], .lines
    ).text + "\n"
  }

  /// - Parameter notes: those that are published.
  static func list(_ notes: [NoteSummary], address: PublicAddress?) -> String {
    JSON.object(
      [
        "version": .integer(version),
        "notes": .list(
          notes.map { note in
            let file = note.address.folder + name
            return .object([
              "departement": .string(note.department), "code": .string(note.departmentCode),
              "nom": .string(note.departmentName.noun), "annee": .string(note.year.text),
              "titre": .string(note.title),
              "donnees": .string(address.map { $0.text + file } ?? file),
            ])
          }, .lines),
      ], .lines
    ).text + "\n"
  }

  // MARK: - Facts

  /// What the program computes is left out: it says nothing that the rest does not.
  private static func object(_ record: Record) -> JSON {
    .members(
      record.facts.filter { !$0.field.has(.computed) }.map { ($0.field.key, json($0.fact)) })
  }

  private static func json(_ fact: Fact) -> JSON {
    guard let source = fact.source else { return json(fact.value) }
    return .object([
      "valeur": json(fact.value),
      "source": .object([
        "document": .string(source.document),
        "partie": source.section.isEmpty ? nil : .string(source.section),
        "certitude": .string(source.certainty.rawValue),
        "motif": source.reason.map { .string($0) },
      ]),
    ])
  }

  private static func json(_ value: Value) -> JSON {
    switch value {
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .amount(let amount):
      .object(["montant": .cents(amount.cents), "unite": .string(amount.unit.rawValue)])
    case .amountRange(let range):
      .object([
        "de": .cents(range.low), "a": .cents(range.high), "unite": .string(range.unit.rawValue),
      ])
    case .rate(let rate):
      .object(["taux": .cents(rate.hundredthsOfPercent), "unite": .string("%")])
    case .duration(let minutes):
      .object(["duree": .integer(minutes), "unite": .string("minutes")])
    case .day(let day): .string(day.isoText)
    case .name(let name): .string(name.definite)
    case .list(let items): .list(items.map(json))
    case .record(let record): object(record)
    case .pending(let pending): .object(["en_attente": .string(pending.word)])
    case .ceiling: .string(FrenchFormat.textWithUnit(of: value))
    case .text, .month, .partOfMonth, .schoolYear, .hours, .time, .email, .phone,
      .address, .html:
      .string(FrenchFormat.text(of: value))
    }
  }
}

extension Pending {
  /// As authors write it.
  fileprivate var word: String {
    switch self {
    case .toBePublished: "a_paraitre"
    case .toBeConfirmed: "a_confirmer"
    case .toBeCompleted: "a_completer"
    }
  }
}
