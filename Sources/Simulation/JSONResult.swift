import Configuration
import Diagnostics
import Facts
import Funding

/// Writes a result for programs.
///
/// **Shape**: an object; its keys and those of its parts always in the same order, see the guide.
///
/// **Units**: euros with two decimals, from cents.
public struct JSONResult {
  /// What tells the forms of findings apart.
  private struct FindingKind: Hashable {
    var code: FindingCode
    var funder: Int
  }

  /// What all lines or findings of a kind share: the JSON around a number and sentences.
  private struct Form {
    static let number = JSON.written([0])
    static let sentence = JSON.written([0x22, 0, 0x22])

    private let parts: [ArraySlice<UInt8>]
    private let sentences: [Sentence]

    /// - Parameter value: holds `number` and then `sentence` for each of the sentences.
    init(_ value: JSON, _ sentences: Sentence...) {
      // No NUL stands in JSON.
      parts = value.bytes.split(separator: 0, omittingEmptySubsequences: false)
      self.sentences = sentences.map(\.inJSON)
    }

    func write(
      _ number: JSON, _ operands: Operands, amount: Int64 = 0, numbers: inout NumberWriter,
      to bytes: inout [UInt8]
    ) {
      bytes += parts[0]
      number.write(to: &bytes)
      for (part, sentence) in zip(parts.dropFirst(), sentences) {
        bytes += part
        sentence.write(operands, amount: amount, numbers: &numbers, to: &bytes)
      }
      bytes += parts[parts.count - 1]
    }
  }

  private let simulation: Simulation
  private let funders: [FunderFacts]
  private var numbers: NumberWriter
  private var lineForms: [LineKind: Form] = [:]
  private var findingForms: [FindingKind: Form] = [:]
  /// The findings as they are written, without what stands between them.
  private var findings: [[UInt8]] = []
  /// The positions of the findings of each collectif, by its rank.
  private var findingsByRank: [Int: [Int]] = [:]
  private var bytes: [UInt8] = []

  /// The result as one JSON object ended by a newline.
  public static func bytes(_ simulation: Simulation) -> [UInt8] {
    var result = JSONResult(simulation)
    result.write()
    return result.bytes
  }

  private init(_ simulation: Simulation) {
    self.simulation = simulation
    funders = simulation.funders
    numbers = NumberWriter(simulation.phrases.sentences, isJSON: true)
    for (index, finding) in simulation.plan.findings.enumerated() {
      // Each stands twice: among all, and with its collectif.
      findings.append(bytes(of: finding))
      findingsByRank[finding.collectif, default: []].append(index)
    }
    bytes.reserveCapacity(
      10_000 + simulation.plan.lines.count * 500 + findings.reduce(0) { $0 + 2 * $1.count })
  }

  private mutating func write() {
    let comma = ",\n  "
    add("{\n  ", "departement", .string(simulation.facts.department))
    add(comma, "annee", .string(simulation.facts.year.text))
    add(comma, "collectifs")
    list(simulation.plan.collectifs, margin: 2) { $0.write($1) }
    add(comma, "totaux", totals)
    add(comma, "echeancier", calendar)
    add(comma, "constats")
    list(findings, margin: 2) { $0.bytes += $1 }
    add(comma, "rappels", reminders)
    add(comma, "lignes")
    // Those of the collectifs stand with them.
    list(Array(simulation.plan.lines.drop { $0.collectif > 0 }), margin: 2) { $0.write($1) }
    add(comma, "hypotheses", assumptions)
    add(comma, "bareme", bareme)
    add(comma, "financeurs", askedFunders)
    add(comma, "financements_libres", otherFunding)
    add(comma, "avertissements", .list(simulation.warnings.map { .string($0) }, .lines))
    add(comma, "mentions", .list(simulation.phrases.mentions.map { .string($0) }, .lines))
    add(comma, "non_verifie", .list(simulation.phrases.unverified.map { .string($0) }, .lines))
    add(comma, "reserves", reservations)
    bytes += "\n}\n".utf8
  }

  /// Adds a key and its value, or the key alone when the value follows.
  private mutating func add(_ separator: String, _ key: String, _ value: JSON = .written([])) {
    bytes += separator.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes += key.utf8
    bytes += "\": ".utf8
    value.write(to: &bytes, margin: 2)
  }

  /// Adds a list with each item on its own line, as `JSON` does.
  private mutating func list<Item>(
    _ items: [Item], margin: Int, _ write: (inout JSONResult, Item) -> Void
  ) {
    let end = [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: margin)
    bytes.append(UInt8(ascii: "["))
    for index in items.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += end
      bytes += "  ".utf8
      write(&self, items[index])
    }
    if !items.isEmpty { bytes += end }
    bytes.append(UInt8(ascii: "]"))
  }

  // MARK: - Collectifs

  private mutating func write(_ collectif: CollectifFunding) {
    add("{", "rang", .integer(Int64(collectif.rank)))
    add(", ", "ps", .cents(collectif.ps.amount))
    add(", ", "bonus_enfants", .cents(collectif.childrenBonus.amount))
    add(", ", "bonus_parents", .cents(collectif.parentsBonus.amount))
    add(", ", "constats")
    list(findingsByRank[collectif.rank] ?? [], margin: 6) { $0.bytes += $0.findings[$1] }
    add(", ", "nombre", .integer(collectif.count))
    add(", ", "bloque", .boolean(collectif.isBlocked))
    if let unblocked = collectif.unblocked {
      add(", ", "ps_sans_blocage", .cents(unblocked.ps.amount))
      add(", ", "bonus_enfants_sans_blocage", .cents(unblocked.childrenBonus.amount))
      add(", ", "bonus_parents_sans_blocage", .cents(unblocked.parentsBonus.amount))
    }
    add(", ", "lignes")
    var separator = "[\n      "
    for line in collectif.lines {
      bytes += separator.utf8
      write(line)
      separator = ",\n      "
    }
    bytes += "]}".utf8
  }

  // MARK: - The plan

  private var totals: JSON {
    let totals = simulation.plan.totals
    return .object([
      "cout": .cents(totals.cost.amount),
      "ps": .cents(totals.ps.amount),
      "bonus_enfants": .cents(totals.childrenBonus.amount),
      "bonus_parents": .cents(totals.parentsBonus.amount),
      "ecretement": .cents(totals.ecretement.amount),
      "branche_famille": .cents(totals.brancheFamille.amount),
      "complements": .object(
        totals.complements.map { (funders[$0.funder - 1].code, .cents($0.amount)) }),
      "autres_financements": .cents(totals.otherFunding.amount),
      "total": .cents(totals.total.amount),
      "reste_a_financer": .cents(totals.remaining.amount),
      "surfinancement": .cents(totals.overfunding.amount),
    ])
  }

  private var calendar: JSON {
    let calendar = simulation.plan.calendar
    return .object([
      "acompte_n": .cents(calendar.first.amount),
      "acompte_n1": .cents(calendar.second.amount),
      "solde": .cents(calendar.balance.amount),
      "base": .cents(calendar.base.amount),
    ])
  }

  private mutating func write(_ line: Line) {
    let kind = LineKind(line)
    let form = lineForms[kind] ?? form(of: line)
    lineForms[kind] = form
    form.write(
      .cents(line.amount), line.formula.operands, amount: line.amount, numbers: &numbers,
      to: &bytes)
  }

  private func form(of line: Line) -> Form {
    let phrases = simulation.phrases
    let funder = line.funder > 0 ? funders[line.funder - 1] : nil
    return Form(
      .object([
        "code": .string(line.code.name + (funder.map { "." + $0.code } ?? "")),
        "libelle": .string(funder?.name ?? phrases.label(line.code)),
        "montant": Form.number,
        "formule": .string(line.formula.code.name),
        "phrase": Form.sentence,
        "source": JSON(simulation.sources.origin(of: line, in: phrases)),
        "regles": .list(line.rules.map { .string($0.path) }),
      ]), phrases.phrase(line.formula.code))
  }

  // MARK: - What is said beside

  private mutating func bytes(of finding: Finding) -> [UInt8] {
    let kind = FindingKind(code: finding.code, funder: finding.funder)
    let form = findingForms[kind] ?? form(of: finding)
    findingForms[kind] = form
    let rank: JSON = finding.collectif > 0 ? .integer(Int64(finding.collectif)) : .null
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1_200)
    form.write(rank, finding.operands, numbers: &numbers, to: &bytes)
    return bytes
  }

  private func form(of finding: Finding) -> Form {
    let code = finding.code
    let phrases = simulation.phrases
    return Form(
      .object([
        "code": .string(code.code), "gravite": .string(code.severity.name),
        "collectif": Form.number, "objet": .string(code.subject),
        "financeur": .string(finding.funder > 0 ? funders[finding.funder - 1].code : nil),
        "phrase": Form.sentence,
        "remede": Form.sentence,
        "source": JSON(simulation.sources.origin(of: code, in: phrases)),
      ]), phrases.phrase(code), phrases.remedy(code))
  }

  private var reminders: JSON {
    .list(
      simulation.reminders.map { reminder in
        .object([
          "code": .string(reminder.code), "phrase": .string(reminder.phrase),
          "remede": .string(reminder.remedy),
          "source": JSON(RuleSources.Origin(reminder.source)),
        ])
      }, .lines)
  }

  /// What the help of the branche Famille hangs on.
  private var reservations: JSON {
    .object(
      [
        "branche_famille_sans_exception":
          simulation.refused.map { .cents($0.totals.brancheFamille.amount) } ?? .null,
        "conditions_sans_reponse": .list(simulation.unsaidConditions.map { .string($0.path) }),
        "milieu_rural": .string(simulation.rurality),
      ], .lines)
  }

  private var assumptions: JSON {
    let items = simulation.assumptions.map { assumption in
      JSON.object([
        "champ": .string(assumption.field.name),
        "valeur": assumption.operand == nil
          ? .boolean(assumption.value > 0) : .integer(assumption.value),
        "collectifs": .integer(assumption.collectifs),
        "phrase": .string(simulation.phrases.text(assumption)),
      ])
    }
    return .list(items, .lines)
  }

  private var bareme: JSON {
    let bareme = simulation.bareme
    func figure(_ value: JSON, _ code: RuleCode) -> JSON {
      .object(["valeur": value, "source": JSON(simulation.sources[code])])
    }
    func amount(_ cents: Int64?, _ code: RuleCode) -> JSON {
      figure(cents.map { .cents($0) } ?? .null, code)
    }
    return .object(
      [
        "plafond": amount(bareme.ceiling, .ceiling),
        "bonus_enfants": amount(bareme.childrenBonus, .childrenBonus),
        "bonus_parents": amount(bareme.parentsBonus, .parentsBonus),
        "arrondi": figure(
          .string((bareme.rounding ?? .cent) == .cent ? "centime" : "euro"), .rounding),
      ], .lines)
  }

  private var askedFunders: JSON {
    let asked = simulation.plan.totals.complements.map { funders[$0.funder - 1] }
    return .list(
      asked.map { funder in
        .object([
          "code": .string(funder.code), "nom": .string(funder.name),
          "dispositif": .string(funder.scheme), "montant": .string(funder.amount),
          "conditions": .list(funder.conditions.map { .string($0) }, .lines),
        ])
      }, .lines)
  }

  private var otherFunding: JSON {
    let lines = zip(simulation.file.payers, simulation.file.scenario.otherFunding)
    return .list(
      lines.map { payer, line in
        .object([
          "financeur": .string(payer), "montant": .cents(line.amount),
          "branche_famille": .boolean(line.isBrancheFamille),
        ])
      }, .lines)
  }
}

extension JSON {
  /// `{"document", "section", "certitude", "motif"}`, or null.
  fileprivate init(_ origin: RuleSources.Origin?) {
    guard let origin else {
      self = .null
      return
    }
    self = .object([
      "document": .string(origin.document), "section": .string(origin.section),
      "certitude": .string(origin.certainty), "motif": .string(origin.reason),
    ])
  }
}
