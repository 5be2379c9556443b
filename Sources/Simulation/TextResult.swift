import Configuration
import Facts
import Funding

/// Writes a result for people, in a terminal: what to mend first, then each amount with its reason.
///
/// **Shape**: at most 78 columns; amounts end in the last one.
public struct TextResult {
  private let simulation: Simulation
  private let funders: [FunderFacts]
  private var writer: SentenceWriter
  private var page = TextPage()

  /// The result, its last line ended.
  public static func text(_ simulation: Simulation) -> String {
    var result = TextResult(simulation)
    result.write()
    return result.page.text
  }

  private init(_ simulation: Simulation) {
    self.simulation = simulation
    funders = simulation.funders
    writer = SentenceWriter(nouns: simulation.phrases.nouns)
  }

  private mutating func write() {
    let facts = simulation.facts
    let location = facts.record.text(NoteSchema.departmentLocation) ?? facts.department
    page.title("Financement du Clas \(location), \(facts.year.text)")
    if let mention = simulation.phrases.mentions.first { page.paragraph(mention) }
    writeFindings()
    page.list(simulation.warnings, title: "Avertissements")
    writeCollectifs()
    writePlan()
    writeAssumptions()
    writeBareme()
    writeConditions()
    page.list(Array(simulation.phrases.mentions.dropFirst()), title: "À savoir aussi")
  }

  // MARK: - Findings

  private struct Group {
    var finding: Finding
    var ranks: [Int]
  }

  /// The findings, the gravest first; the same one of several collectifs stands once.
  private mutating func writeFindings() {
    for severity in Severity.allCases {
      var groups: [Group] = []
      var positions: [Finding: Int] = [:]
      for finding in simulation.plan.findings where finding.code.severity == severity {
        var key = finding
        key.collectif = finding.collectif > 0 ? 1 : 0
        if let position = positions[key] {
          groups[position].ranks.append(finding.collectif)
        } else {
          positions[key] = groups.count
          groups.append(Group(finding: finding, ranks: [finding.collectif]))
        }
      }
      guard !groups.isEmpty else { continue }
      page.heading(simulation.phrases.severities[severity] ?? severity.name)
      for group in groups { write(group) }
    }
  }

  private mutating func write(_ group: Group) {
    guard let sentences = simulation.phrases.findings[group.finding.code] else { return }
    let operands = group.finding.operands
    let isProject = group.finding.collectif == 0
    page.item(isProject ? "Tout le projet" : RankList.text(group.ranks))
    page.paragraph(writer.text(sentences.phrase, operands), indent: 4)
    page.paragraph(writer.text(sentences.remedy, operands), indent: 4, prefix: "→ ")
    write(simulation.sources.origin(of: group.finding.code, in: simulation.phrases))
  }

  // MARK: - Amounts

  private mutating func writeCollectifs() {
    for collectif in simulation.plan.collectifs {
      page.heading("Collectif \(collectif.rank)")
      if collectif.count > 1 {
        page.paragraph(
          "\(FrenchFormat.count(Int(collectif.count), "collectif")) identiques. "
            + "Voici les montants d’un seul.", indent: 2)
      }
      for line in [collectif.ps, collectif.childrenBonus, collectif.parentsBonus] { write(line) }
      guard let unblocked = collectif.unblocked else { continue }
      for line in [unblocked.ps, unblocked.childrenBonus, unblocked.parentsBonus]
      where line.amount > 0 { write(line) }
    }
  }

  private mutating func writePlan() {
    let totals = simulation.plan.totals
    page.heading("L’aide de la branche Famille")
    for line in [
      totals.cost, totals.ps, totals.childrenBonus, totals.parentsBonus, totals.ecretement,
      totals.brancheFamille,
    ] { write(line) }
    let calendar = simulation.plan.calendar
    page.heading("Quand l’argent arrive")
    for line in [calendar.base, calendar.first, calendar.second, calendar.balance] { write(line) }
    page.heading("Les autres financeurs")
    for line in totals.complements { write(line) }
    write(totals.otherFunding)
    let free = zip(simulation.file.payers, simulation.file.scenario.otherFunding)
    for (payer, funding) in free {
      page.row(payer, FrenchBytes.aligned(funding.amount), indent: 4)
    }
    page.heading("Ce qui reste à trouver")
    for line in [totals.total, totals.remaining, totals.overfunding] { write(line) }
  }

  /// An amount, its formula and its source.
  private mutating func write(_ line: Line) {
    let label =
      line.funder > 0 ? funders[line.funder - 1].name : simulation.phrases.label(line.code)
    page.row(label, FrenchBytes.aligned(line.amount), indent: 2)
    if let sentence = simulation.phrases.formulas[line.formula.code] {
      page.paragraph(
        writer.text(sentence, line.formula.operands, amount: line.amount), indent: 4)
    }
    write(simulation.sources.origin(of: line, in: simulation.phrases))
  }

  private mutating func write(_ origin: RuleSources.Origin?) {
    guard let origin else { return }
    page.paragraph("Source\u{A0}: \(TextResult.text(origin))", indent: 4)
  }

  private static func text(_ origin: RuleSources.Origin) -> String {
    let section = origin.section.map { ", section\u{A0}\($0)" } ?? ""
    return origin.document + section + (origin.certainty == "deduite" ? " (déduit)" : "") + "."
  }

  // MARK: - What is said beside

  private mutating func writeAssumptions() {
    let all = simulation.file.scenario.collectifs.reduce(0) { $0 + $1.count }
    let items = simulation.assumptions.map { assumption in
      let text = simulation.phrases.text(assumption, writer: &writer)
      return assumption.collectifs == all
        ? text
        : text + " (pour \(FrenchFormat.count(Int(assumption.collectifs), "collectif")))"
    }
    page.list(items, title: "Ce que le calcul suppose, faute de précision")
  }

  private mutating func writeBareme() {
    let bareme = simulation.bareme
    page.heading("Le barème")
    let amounts: [(String, Int64?, RuleCode)] = [
      ("Prix plafond d’un collectif", bareme.ceiling, .ceiling),
      ("Bonus «\u{A0}enfants\u{A0}»", bareme.childrenBonus, .childrenBonus),
      ("Bonus «\u{A0}parents\u{A0}»", bareme.parentsBonus, .parentsBonus),
    ]
    for (label, cents, code) in amounts {
      page.row(label, cents.map(FrenchBytes.aligned) ?? "non publié", indent: 2)
      write(simulation.sources[code])
    }
  }

  /// What the funders that are asked require.
  private mutating func writeConditions() {
    for line in simulation.plan.totals.complements {
      let funder = funders[line.funder - 1]
      let amount = funder.amount.map { " (\($0))" } ?? ""
      page.list(funder.conditions, title: "\(funder.scheme), \(funder.name)\(amount)")
    }
  }
}

/// The ranks of collectifs, in words: « Collectifs 1 à 3 et 7 ».
enum RankList {
  static func text(_ ranks: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for rank in ranks {
      if let last = spans.last, last.upperBound + 1 == rank {
        spans[spans.count - 1] = last.lowerBound...rank
      } else {
        spans.append(rank...rank)
      }
    }
    let words = spans.flatMap { span in
      switch span.count {
      case 1: ["\(span.lowerBound)"]
      case 2: ["\(span.lowerBound)", "\(span.upperBound)"]
      default: ["\(span.lowerBound) à \(span.upperBound)"]
      }
    }
    return (ranks.count > 1 ? "Collectifs " : "Collectif ") + FrenchFormat.list(words)
  }
}
