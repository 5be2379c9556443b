import Configuration
import Facts
import Funding

/// Writes a result for programs.
///
/// **Shape**: an object; its keys and those of its parts always in the same order, see the guide.
///
/// **Units**: euros with two decimals, from cents.
public struct JSONResult {
  /// The parts of a line that do not change with its amount.
  private struct LineParts {
    var head: [UInt8]
    var formula: [UInt8]
    var tail: [UInt8]
    var sentence: Sentence
  }

  /// The same of a finding, whose rank and numbers change.
  private struct FindingParts {
    var head: [UInt8]
    var subject: [UInt8]
    var phrase: Sentence
    var remedy: Sentence
    var tail: [UInt8]
  }

  private struct LineKey: Hashable {
    var line: LineCode
    var formula: FormulaCode
    var funder: Int
  }

  private let simulation: Simulation
  private let funders: [FunderFacts]
  private var writer: SentenceWriter
  private var parts: [LineKey: LineParts] = [:]
  private var findingParts: [FindingCode: FindingParts] = [:]
  private var findings: [[UInt8]] = []
  /// The positions of each collectif's findings, by its rank.
  private var findingsByRank: [Int: [Int]] = [:]
  private var json = JSONBytes()

  /// The result as one JSON object ended by a newline.
  public static func bytes(_ simulation: Simulation) -> [UInt8] {
    var result = JSONResult(simulation)
    result.write()
    return result.json.bytes
  }

  private init(_ simulation: Simulation) {
    self.simulation = simulation
    funders = simulation.funders
    writer = SentenceWriter(nouns: simulation.phrases.nouns)
    for (index, finding) in simulation.plan.findings.enumerated() {
      findings.append(bytes(of: finding))
      if finding.collectif > 0 { findingsByRank[finding.collectif, default: []].append(index) }
    }
  }

  private mutating func write() {
    let plan = simulation.plan
    json.reserve(10_000 + plan.collectifs.count * 1_400 + plan.findings.count * 1_600)
    json.raw("{\n  \"departement\": ")
    json.string(simulation.facts.department)
    json.raw(",\n  \"annee\": ")
    json.string(simulation.facts.year.text)
    writeCollectifs()
    writeTotals()
    writeCalendar()
    key("constats")
    json.list(findings, indent: 2) { $1.raw($0) }
    writeLines()
    writeAssumptions()
    writeBareme()
    writeFunders()
    key("avertissements")
    json.list(simulation.warnings, indent: 2) { $1.string($0) }
    key("mentions")
    json.list(simulation.phrases.mentions, indent: 2) { $1.string($0) }
    json.raw("\n}\n")
  }

  private mutating func key(_ name: String) { json.raw(",\n  \"\(name)\": ") }

  private mutating func amount(_ key: String, _ cents: Int64) {
    json.raw(", \"\(key)\": ")
    json.amount(cents)
  }

  // MARK: - Collectifs

  private mutating func writeCollectifs() {
    key("collectifs")
    var isFirst = true
    for collectif in simulation.plan.collectifs {
      json.raw(isFirst ? "[\n    " : ",\n    ")
      isFirst = false
      write(collectif)
    }
    json.raw("\n  ]")
  }

  private mutating func write(_ collectif: CollectifFunding) {
    json.raw("{\"rang\": ")
    json.number(Int64(collectif.rank))
    amount("ps", collectif.ps.amount)
    amount("bonus_enfants", collectif.childrenBonus.amount)
    amount("bonus_parents", collectif.parentsBonus.amount)
    json.raw(", \"constats\": ")
    let positions = findingsByRank[collectif.rank] ?? []
    let findings = findings
    json.list(positions, indent: 6) { $1.raw(findings[$0]) }
    json.raw(", \"nombre\": ")
    json.number(collectif.count)
    json.raw(collectif.isBlocked ? ", \"bloque\": true" : ", \"bloque\": false")
    var lines = [collectif.ps, collectif.childrenBonus, collectif.parentsBonus]
    if let unblocked = collectif.unblocked {
      amount("ps_sans_blocage", unblocked.ps.amount)
      amount("bonus_enfants_sans_blocage", unblocked.childrenBonus.amount)
      amount("bonus_parents_sans_blocage", unblocked.parentsBonus.amount)
      lines += [unblocked.ps, unblocked.childrenBonus, unblocked.parentsBonus]
    }
    json.raw(", \"lignes\": [")
    for (index, line) in lines.enumerated() {
      json.raw(index > 0 ? ",\n      " : "\n      ")
      write(line)
    }
    json.raw("]}")
  }

  // MARK: - The plan

  private mutating func writeTotals() {
    let totals = simulation.plan.totals
    key("totaux")
    json.raw("{\"cout\": ")
    json.amount(totals.cost.amount)
    amount("ps", totals.ps.amount)
    amount("bonus_enfants", totals.childrenBonus.amount)
    amount("bonus_parents", totals.parentsBonus.amount)
    amount("ecretement", totals.ecretement.amount)
    amount("branche_famille", totals.brancheFamille.amount)
    json.raw(", \"complements\": {")
    for (index, line) in totals.complements.enumerated() {
      if index > 0 { json.raw(", ") }
      json.string(funders[line.funder - 1].code)
      json.raw(": ")
      json.amount(line.amount)
    }
    json.raw("}")
    amount("autres_financements", totals.otherFunding.amount)
    amount("total", totals.total.amount)
    amount("reste_a_financer", totals.remaining.amount)
    amount("surfinancement", totals.overfunding.amount)
    json.raw("}")
  }

  private mutating func writeCalendar() {
    let calendar = simulation.plan.calendar
    key("echeancier")
    json.raw("{\"acompte_n\": ")
    json.amount(calendar.first.amount)
    amount("acompte_n1", calendar.second.amount)
    amount("solde", calendar.balance.amount)
    amount("base", calendar.base.amount)
    json.raw("}")
  }

  /// The lines of the plan, those of the collectifs stand with them.
  private mutating func writeLines() {
    key("lignes")
    var isFirst = true
    for line in simulation.plan.lines.drop(while: { $0.collectif > 0 }) {
      json.raw(isFirst ? "[\n    " : ",\n    ")
      isFirst = false
      write(line)
    }
    json.raw("\n  ]")
  }

  private mutating func write(_ line: Line) {
    let key = LineKey(line: line.code, formula: line.formula.code, funder: line.funder)
    let parts = parts[key] ?? makeParts(line)
    self.parts[key] = parts
    json.raw(parts.head)
    json.amount(line.amount)
    json.raw(parts.formula)
    json.string { bytes in
      writer.write(parts.sentence, line.formula.operands, amount: line.amount, to: &bytes)
    }
    json.raw(parts.tail)
  }

  private func makeParts(_ line: Line) -> LineParts {
    let phrases = simulation.phrases
    var head = JSONBytes()
    var name = line.code.name
    if line.funder > 0 { name += "." + funders[line.funder - 1].code }
    head.raw("{\"code\": ")
    head.string(name)
    head.raw(", \"libelle\": ")
    head.string(
      line.funder > 0 ? funders[line.funder - 1].name : phrases.label(line.code))
    head.raw(", \"montant\": ")
    var formula = JSONBytes()
    formula.raw(", \"formule\": ")
    formula.string(line.formula.code.name)
    formula.raw(", \"phrase\": ")
    var tail = JSONBytes()
    tail.raw(", \"source\": ")
    tail.source(simulation.sources.origin(of: line, in: phrases))
    tail.raw(", \"regles\": [")
    tail.raw(line.rules.map { "\"\($0.path)\"" }.joined(separator: ", "))
    tail.raw("]}")
    let sentence = phrases.formulas[line.formula.code] ?? Sentence("", operands: [])
    return LineParts(
      head: head.bytes, formula: formula.bytes, tail: tail.bytes, sentence: sentence.escaped)
  }

  // MARK: - What is said beside

  private mutating func bytes(of finding: Finding) -> [UInt8] {
    let parts = findingParts[finding.code] ?? makeParts(finding.code)
    findingParts[finding.code] = parts
    var json = JSONBytes()
    json.raw(parts.head)
    json.raw(finding.collectif > 0 ? String(finding.collectif) : "null")
    json.raw(parts.subject)
    json.string { writer.write(parts.phrase, finding.operands, to: &$0) }
    json.raw(", \"remede\": ")
    json.string { writer.write(parts.remedy, finding.operands, to: &$0) }
    json.raw(parts.tail)
    return json.bytes
  }

  private func makeParts(_ code: FindingCode) -> FindingParts {
    var head = JSONBytes()
    head.raw("{\"code\": ")
    head.string(code.code)
    head.raw(", \"gravite\": ")
    head.string(code.severity.name)
    head.raw(", \"collectif\": ")
    var subject = JSONBytes()
    subject.raw(", \"objet\": ")
    subject.string(code.subject)
    subject.raw(", \"phrase\": ")
    var tail = JSONBytes()
    tail.raw(", \"source\": ")
    tail.source(simulation.sources.origin(of: code, in: simulation.phrases))
    tail.raw("}")
    let sentences = simulation.phrases.findings[code]
    let empty = Sentence("", operands: [])
    return FindingParts(
      head: head.bytes, subject: subject.bytes, phrase: (sentences?.phrase ?? empty).escaped,
      remedy: (sentences?.remedy ?? empty).escaped, tail: tail.bytes)
  }

  private mutating func writeAssumptions() {
    key("hypotheses")
    var isFirst = true
    for assumption in simulation.assumptions {
      json.raw(isFirst ? "[\n    " : ",\n    ")
      isFirst = false
      json.raw("{\"champ\": ")
      json.string(assumption.field.name)
      json.raw(", \"valeur\": ")
      json.raw(assumption.operand == nil ? "false" : String(assumption.value))
      json.raw(", \"collectifs\": ")
      json.number(assumption.collectifs)
      json.raw(", \"phrase\": ")
      json.string(simulation.phrases.text(assumption, writer: &writer))
      json.raw("}")
    }
    json.raw(isFirst ? "[]" : "\n  ]")
  }

  private mutating func writeBareme() {
    let bareme = simulation.bareme
    key("bareme")
    let amounts: [(String, Int64?, RuleCode)] = [
      ("plafond", bareme.ceiling, .ceiling),
      ("bonus_enfants", bareme.childrenBonus, .childrenBonus),
      ("bonus_parents", bareme.parentsBonus, .parentsBonus),
    ]
    json.raw("{")
    for (key, cents, code) in amounts {
      json.raw("\n    \"\(key)\": {\"valeur\": ")
      if let cents { json.amount(cents) } else { json.raw("null") }
      json.raw(", \"source\": ")
      json.source(simulation.sources[code])
      json.raw("},")
    }
    json.raw("\n    \"arrondi\": {\"valeur\": ")
    json.string((bareme.rounding ?? .cent) == .cent ? "centime" : "euro")
    json.raw(", \"source\": ")
    json.source(simulation.sources[.rounding])
    json.raw("}\n  }")
  }

  private mutating func writeFunders() {
    key("financeurs")
    let asked = simulation.plan.totals.complements.map { funders[$0.funder - 1] }
    json.list(asked, indent: 2) { funder, json in
      json.raw("{\"code\": ")
      json.string(funder.code)
      json.raw(", \"nom\": ")
      json.string(funder.name)
      json.raw(", \"dispositif\": ")
      json.string(funder.scheme)
      json.raw(", \"montant\": ")
      json.string(funder.amount)
      json.raw(", \"conditions\": ")
      json.list(funder.conditions, indent: 6) { $1.string($0) }
      json.raw("}")
    }
    key("financements_libres")
    let lines = zip(simulation.file.payers, simulation.file.scenario.otherFunding).map { ($0, $1) }
    json.list(lines, indent: 2) { line, json in
      json.raw("{\"financeur\": ")
      json.string(line.0)
      json.raw(", \"montant\": ")
      json.amount(line.1.amount)
      json.raw(", \"branche_famille\": \(line.1.isBrancheFamille)}")
    }
  }
}

extension JSONBytes {
  /// `{"document", "section", "certitude", "motif"}`, or null.
  fileprivate mutating func source(_ origin: RuleSources.Origin?) {
    guard let origin else { return raw("null") }
    raw("{\"document\": ")
    string(origin.document)
    raw(", \"section\": ")
    string(origin.section)
    raw(", \"certitude\": ")
    string(origin.certainty)
    raw(", \"motif\": ")
    string(origin.reason)
    raw("}")
  }
}
