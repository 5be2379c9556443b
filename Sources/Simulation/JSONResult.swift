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
  /// A line but for its amount and the numbers of its sentence.
  private struct LineForm {
    let form: JSONForm
    let sentence: Sentence
  }

  /// A finding but for its rank and the numbers of its sentences.
  private struct FindingForm {
    let form: JSONForm
    let phrase, remedy: Sentence
  }

  private struct LineKey: Hashable {
    var line: LineCode
    var formula: FormulaCode
    var funder: Int
  }

  private let simulation: Simulation
  private let funders: [FunderFacts]
  private var writer: SentenceWriter
  private var lineForms: [LineKey: LineForm] = [:]
  private var findingForms: [FindingCode: FindingForm] = [:]
  private var findings: [JSON] = []
  /// The findings of each collectif, by its rank.
  private var findingsByRank: [Int: [JSON]] = [:]

  /// The result as one JSON object ended by a newline.
  public static func bytes(_ simulation: Simulation) -> [UInt8] {
    var result = JSONResult(simulation)
    let plan = simulation.plan
    let capacity = 10_000 + plan.collectifs.count * 1_400 + plan.findings.count * 1_600
    var bytes = result.root.bytes(capacity: capacity)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private init(_ simulation: Simulation) {
    self.simulation = simulation
    funders = simulation.funders
    writer = SentenceWriter(nouns: simulation.phrases.nouns)
    for finding in simulation.plan.findings {
      // Each stands twice: among all, and with its collectif.
      let value = JSON.written(self.value(finding).bytes())
      findings.append(value)
      if finding.collectif > 0 { findingsByRank[finding.collectif, default: []].append(value) }
    }
  }

  private var root: JSON {
    mutating get {
      let mentions = simulation.phrases.mentions
      return .object(
        [
          "departement": .string(simulation.facts.department),
          "annee": .string(simulation.facts.year.text),
          "collectifs": .list(simulation.plan.collectifs.map { value($0) }, .lines),
          "totaux": totals,
          "echeancier": calendar,
          "constats": .list(findings, .lines),
          "lignes": lines,
          "hypotheses": assumptions,
          "bareme": bareme,
          "financeurs": askedFunders,
          "financements_libres": otherFunding,
          "avertissements": .list(simulation.warnings.map { .string($0) }, .lines),
          "mentions": .list(mentions.map { .string($0) }, .lines),
        ], .lines)
    }
  }

  // MARK: - Collectifs

  private mutating func value(_ collectif: CollectifFunding) -> JSON {
    let lines = [collectif.ps, collectif.childrenBonus, collectif.parentsBonus]
    var members: [JSON.Member] = [
      .init("rang", .integer(Int64(collectif.rank))),
      .init("ps", .cents(collectif.ps.amount)),
      .init("bonus_enfants", .cents(collectif.childrenBonus.amount)),
      .init("bonus_parents", .cents(collectif.parentsBonus.amount)),
      .init("constats", .list(findingsByRank[collectif.rank] ?? [], .lines)),
      .init("nombre", .integer(collectif.count)),
      .init("bloque", .boolean(collectif.isBlocked)),
    ]
    var unblockedLines: [Line] = []
    if let unblocked = collectif.unblocked {
      members += [
        .init("ps_sans_blocage", .cents(unblocked.ps.amount)),
        .init("bonus_enfants_sans_blocage", .cents(unblocked.childrenBonus.amount)),
        .init("bonus_parents_sans_blocage", .cents(unblocked.parentsBonus.amount)),
      ]
      unblockedLines = [unblocked.ps, unblocked.childrenBonus, unblocked.parentsBonus]
    }
    let values = (lines + unblockedLines).map { value($0) }
    return .members(members + [.init("lignes", .list(values, .hanging))])
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

  /// The lines of the plan, those of the collectifs stand with them.
  private var lines: JSON {
    mutating get {
      let lines = simulation.plan.lines.drop { $0.collectif > 0 }
      return .list(lines.map { value($0) }, .lines)
    }
  }

  private mutating func value(_ line: Line) -> JSON {
    let key = LineKey(line: line.code, formula: line.formula.code, funder: line.funder)
    let form = lineForms[key] ?? makeForm(line)
    lineForms[key] = form
    var phrase: [UInt8] = []
    writer.write(form.sentence, line.formula.operands, amount: line.amount, to: &phrase)
    return .filled(form.form, [.cents(line.amount), .utf8(phrase)])
  }

  private func makeForm(_ line: Line) -> LineForm {
    let phrases = simulation.phrases
    let funder = line.funder > 0 ? funders[line.funder - 1] : nil
    let form = JSON.object([
      "code": .string(line.code.name + (funder.map { "." + $0.code } ?? "")),
      "libelle": .string(funder?.name ?? phrases.label(line.code)),
      "montant": .hole,
      "formule": .string(line.formula.code.name),
      "phrase": .hole,
      "source": JSON(simulation.sources.origin(of: line, in: phrases)),
      "regles": .list(line.rules.map { .string($0.path) }),
    ])
    return LineForm(
      form: JSONForm(form),
      sentence: phrases.formulas[line.formula.code] ?? Sentence("", operands: []))
  }

  // MARK: - What is said beside

  private mutating func value(_ finding: Finding) -> JSON {
    let form = findingForms[finding.code] ?? makeForm(finding.code)
    findingForms[finding.code] = form
    var (phrase, remedy): ([UInt8], [UInt8]) = ([], [])
    writer.write(form.phrase, finding.operands, to: &phrase)
    writer.write(form.remedy, finding.operands, to: &remedy)
    let rank: JSON = finding.collectif > 0 ? .integer(Int64(finding.collectif)) : .null
    return .filled(form.form, [rank, .utf8(phrase), .utf8(remedy)])
  }

  private func makeForm(_ code: FindingCode) -> FindingForm {
    let phrases = simulation.phrases
    let empty = Sentence("", operands: [])
    let form = JSON.object([
      "code": .string(code.code), "gravite": .string(code.severity.name), "collectif": .hole,
      "objet": .string(code.subject), "phrase": .hole, "remede": .hole,
      "source": JSON(simulation.sources.origin(of: code, in: phrases)),
    ])
    return FindingForm(
      form: JSONForm(form), phrase: phrases.findings[code]?.phrase ?? empty,
      remedy: phrases.findings[code]?.remedy ?? empty)
  }

  private var assumptions: JSON {
    mutating get {
      let items = simulation.assumptions.map { assumption in
        JSON.object([
          "champ": .string(assumption.field.name),
          "valeur": assumption.operand == nil ? .boolean(false) : .integer(assumption.value),
          "collectifs": .integer(assumption.collectifs),
          "phrase": .string(simulation.phrases.text(assumption, writer: &writer)),
        ])
      }
      return .list(items, .lines)
    }
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
