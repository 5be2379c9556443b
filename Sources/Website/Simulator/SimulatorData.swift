import Configuration
import Diagnostics
import Facts
import Funding
import Markdown
import Notes

/// `donnees.js` of a simulator: the rules, the barème and the funders of one note, each with its
/// source.
struct SimulatorData {
  static let file = "donnees.js"

  private let note: Note
  private let facts: Record
  /// What states each rule; left out where the note has no such rule.
  private let sources: [RuleCode: Source]
  /// The parts of documents that state them, each once: many rules share theirs.
  private let cited: [Source]
  /// Why figures are deduced rather than published, each reason once.
  private let reasons: [String]
  /// The part of the note that says each rule; left out where none does.
  private let parts: [RuleCode: OutlineEntry]
  /// That which names each funder, in their order.
  private let funderParts: [OutlineEntry?]
  /// These parts, each once.
  private let listed: [OutlineEntry]

  init(note: Note, parts: NoteParts) {
    self.note = note
    let found = RuleCode.allCases.compactMap { code -> (RuleCode, OutlineEntry)? in
      let printed = NoteSchema.printedPath(of: code).flatMap { parts[$0] }
      return (printed ?? parts[NoteSchema.path(of: code)]).map { (code, $0) }
    }
    self.parts = Dictionary(uniqueKeysWithValues: found)
    funderParts = parts.each(NoteSchema.funders, NoteSchema.Funder.name)
    listed = (found.map(\.1) + funderParts.compactMap(\.self)).reduce(into: []) { listed, part in
      if !listed.contains(part) { listed.append(part) }
    }
    facts = note.facts
    let sources = RuleCode.allCases.compactMap { code in
      SimulatorData.source(of: code, in: note).map { (code, $0) }
    }
    self.sources = Dictionary(uniqueKeysWithValues: sources)
    cited = sources.map(\.1.citation).reduce(into: []) { cited, part in
      if !cited.contains(part) { cited.append(part) }
    }
    reasons = RuleCode.allCases.reduce(into: []) { reasons, code in
      let reason = note.facts[NoteSchema.path(of: code)]?.source?.reason
      if let reason, !reasons.contains(reason) { reasons.append(reason) }
    }
  }

  var text: String {
    JSON.object([
      "departement": .string(note.department),
      "annee": .string(note.year.text),
      "entree": inputs,
      "sources": .list(
        cited.map { source in
          .object([
            "document": .string(FrenchTypography.apply(to: source.document)),
            "section": source.section.isEmpty ? nil : .string(source.section),
          ])
        }),
      "motifs": .list(reasons.map { .string(FrenchTypography.apply(to: $0)) }),
      "parties": .list(
        listed.map { .list([.string($0.identifier), .string($0.numbered)]) }),
      "note": .string(note.simulatorAddress.link(to: note.address)),
      "regles": rules,
      "financements": .list(
        note.facts.records(NoteSchema.funders).indices.map(funder)),
      "hypotheses": assumptions,
      "rappels": .list(note.facts.records(NoteSchema.reminders).map(reminder)),
    ]).script(named: "cadrageDonnees")
  }

  /// The slots of the rules are the first ones, in the order of their codes.
  private static let ruleSlots = zip(InputSlot.allCases, RuleCode.allCases)
    .prefix { $0.0 != .ceiling }.map { (name: String(describing: $0), code: $1) }

  /// The slots that the data fill, by name; a slot that is not given is left out.
  private var inputs: JSON {
    let rules = facts.rules
    let bareme = facts.bareme
    let amounts: [(InputSlot, Int64?)] = [
      (.ceiling, bareme.ceiling), (.childrenBonus, bareme.childrenBonus),
      (.parentsBonus, bareme.parentsBonus), (.rounding, bareme.rounding?.rawValue),
    ]
    return .object(
      SimulatorData.ruleSlots.map { ($0.name, .integer(rules[$0.code])) }
        + amounts.compactMap { slot, amount in
          amount.map { (String(describing: slot), .integer($0)) }
        })
  }

  /// What stands behind each rule, by positions: of what states it among `sources`; when it is
  /// deduced, of the reason among `motifs`; of the part of the note that says it among `parties`.
  private var rules: JSON {
    .object(
      RuleCode.allCases.compactMap { code in
        sources[code].map { source in
          (
            code.path,
            .object([
              "source": position(source.citation, among: cited),
              "motif": position(source.reason, among: reasons),
              "partie": position(parts[code], among: listed),
            ])
          )
        }
      })
  }

  /// Nil where the note has no such rule.
  private static func source(of code: RuleCode, in note: Note) -> Source? {
    let sourced = note.facts[NoteSchema.path(of: code)]
    let printed = NoteSchema.printedPath(of: code).flatMap { note.facts[$0] }
    guard let fact = printed ?? sourced else { return nil }
    if case .list = fact.value { return nil }
    return sourced?.source
      ?? Source(document: "\(note.title), \(note.year.text)\(note.draftMark)", section: "")
  }

  private func funder(_ rank: Int) -> JSON {
    typealias Keys = NoteSchema.Funder
    let (record, funder) = (note.facts.records(NoteSchema.funders)[rank], facts.funders[rank])
    let name = record.name(Keys.name)?.definite ?? ""
    return .object([
      "code": .string(record.text(Keys.code) ?? ""),
      "nom": .string(FrenchTypography.apply(to: name)),
      "dispositif": .string(record.typographicText(Keys.scheme) ?? ""),
      "base": .integer(Int64(funder.basis.rawValue)),
      "bas": .integer(funder.low),
      "haut": .integer(funder.high),
      "part": .integer(funder.share),
      "rural": .integer(funder.isRural ? 1 : 0),
      "montant": Keys.printed(record).map { .string($0) },
      "partie": position(funderParts[rank], among: listed),
    ])
  }

  private func position<Item: Equatable>(_ item: Item?, among items: [Item]) -> JSON? {
    item.flatMap(items.firstIndex).map { .integer(Int64($0)) }
  }

  private func reminder(_ record: Record) -> JSON {
    typealias Keys = NoteSchema.Reminder
    let paths = [
      ("phrase", Keys.phrase), ("remede", Keys.remedy), ("document", Keys.document),
      ("section", Keys.section),
    ]
    return .object(
      paths.map { key, path in (key, .string(record.typographicText(path) ?? "")) })
  }

  /// What is taken for a collectif about which nothing is said.
  private var assumptions: JSON {
    let rules = facts.rules
    let scenario = Scenario(collectifs: [Collectif(cost: 0, children: rules[.childrenMinimum])])
    return .list(
      scenario.assumptions(under: rules).map { assumption in
        .object([
          "champ": .string(assumption.field.name),
          "operande": assumption.operand.map { .string($0.name) },
          "valeur": .integer(assumption.value),
        ])
      })
  }
}

extension Source {
  /// Where it is, whatever is deduced from it.
  fileprivate var citation: Source { Source(document: document, section: section) }
}
