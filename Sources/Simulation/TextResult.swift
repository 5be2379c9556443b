import Configuration
import Facts
import Funding
import Markdown

/// Writes a result for people, in a terminal: what to mend first, then each amount with its reason.
///
/// **Shape**: at most 78 columns; amounts end in the last one.
public struct TextResult {
  /// What all lines of a kind share.
  private struct LineForm {
    let label: String
    let sentence: Sentence
    let source: TextPage
  }

  private let simulation: Simulation
  private let funders: [FunderFacts]
  private var numbers: NumberWriter
  private var lineForms: [LineKind: LineForm] = [:]
  private var page = TextPage()

  /// The result, its last line ended.
  public static func bytes(_ simulation: Simulation) -> [UInt8] {
    var result = TextResult(simulation)
    result.write()
    return result.page.bytes
  }

  private init(_ simulation: Simulation) {
    self.simulation = simulation
    funders = simulation.funders
    numbers = NumberWriter(simulation.phrases.sentences)
  }

  private mutating func write() {
    let facts = simulation.facts
    let location = facts.record.text(NoteSchema.departmentLocation) ?? facts.department
    page.title("Financement du Clas \(location), \(facts.year.text)")
    let mentions = simulation.phrases.mentions
    if let mention = mentions.first { page.paragraph(mention) }
    writeVerdict()
    writeFindings()
    writeReminders()
    page.list(simulation.warnings, title: "Avertissements")
    writeCollectifs()
    writePlan()
    writeAssumptions()
    writeBareme()
    writeConditions()
    page.list(Array(mentions.dropFirst()), title: "À savoir aussi")
    page.list(simulation.phrases.unverified, title: "Ce que ce calcul ne vérifie pas")
  }

  // MARK: - In short

  /// What the project may get, and what that hangs on.
  private mutating func writeVerdict() {
    page.heading("En bref")
    let help = simulation.plan.totals.brancheFamille.amount
    page.row("Aide possible de la branche Famille", aligned(help), indent: 2)
    if let refused = simulation.refused {
      let rest = FrenchFormat.euros(cents: refused.totals.brancheFamille.amount)
      page.paragraph(
        simulation.exceptionCount > 1
          ? "Si les exceptions demandées sont acceptées. Si toutes sont refusées\u{A0}: \(rest)."
          : "Si l’exception demandée est acceptée. Sinon\u{A0}: \(rest).", indent: 4)
    }
    let unsaid = simulation.unsaidConditions
    if !unsaid.isEmpty {
      let names = simulation.phrases.names(unsaid)
      page.paragraph(
        help == 0
          ? "Restent sans réponse\u{A0}: \(names)."
          : "Si ces conditions, sans réponse, sont remplies\u{A0}: \(names).", indent: 4)
    }
    if let rurality = simulation.rurality {
      page.paragraph("Milieu rural, dans ce département\u{A0}: \(rurality).", indent: 4)
    }
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
      page.heading(simulation.phrases.title(severity))
      for group in groups { write(group) }
    }
  }

  private mutating func write(_ group: Group) {
    let (code, operands) = (group.finding.code, group.finding.operands)
    let phrases = simulation.phrases
    var names = [group.finding.collectif == 0 ? "Tout le projet" : RankList.text(group.ranks)]
    if group.finding.funder > 0 { names.append(funders[group.finding.funder - 1].name) }
    page.paragraph(names.joined(separator: ", "), indent: 2)
    page.paragraph(phrases.phrase(code).text(operands, numbers: &numbers), indent: 4)
    page.paragraph(
      phrases.remedy(code).text(operands, numbers: &numbers), indent: 4, prefix: "→ ")
    page.add(source(simulation.sources.origin(of: code, in: phrases)))
  }

  private mutating func writeReminders() {
    let reminders = simulation.reminders
    guard !reminders.isEmpty else { return }
    page.heading("Rappels du département")
    for reminder in reminders {
      page.paragraph(reminder.phrase, indent: 2)
      page.paragraph(reminder.remedy, indent: 4, prefix: "→ ")
      page.add(source(RuleSources.Origin(reminder.source)))
    }
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
      for (index, line) in collectif.lines.enumerated() where index < 3 || line.amount > 0 {
        write(line)
      }
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
      page.row(FrenchFormat.capitalized(payer), aligned(funding.amount), indent: 4)
    }
    page.heading("Ce qui reste à trouver")
    for line in [totals.total, totals.remaining, totals.overfunding] { write(line) }
  }

  /// An amount, its formula and its source.
  private mutating func write(_ line: Line) {
    let kind = LineKind(line)
    let form = lineForms[kind] ?? form(of: line)
    lineForms[kind] = form
    page.row(form.label, aligned(line.amount), indent: 2)
    page.paragraph(
      form.sentence.text(line.formula.operands, amount: line.amount, numbers: &numbers), indent: 4)
    page.add(form.source)
  }

  private func form(of line: Line) -> LineForm {
    let phrases = simulation.phrases
    let label = line.funder > 0 ? funders[line.funder - 1].name : phrases.label(line.code)
    return LineForm(
      label: FrenchFormat.capitalized(label), sentence: phrases.phrase(line.formula.code),
      source: source(simulation.sources.origin(of: line, in: phrases)))
  }

  /// An amount of a column: « 9 000,00 € ».
  private func aligned(_ cents: Int64) -> String {
    var bytes: [UInt8] = []
    FrenchFormat.write(euros: cents, isAligned: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func source(_ origin: RuleSources.Origin?) -> TextPage {
    var page = TextPage()
    guard let origin else { return page }
    let section = origin.section.map { ", partie\u{A0}\($0)" } ?? ""
    let end = origin.certainty == "deduite" ? " (déduit)." : "."
    let document = FrenchTypography.apply(to: origin.document)
    page.paragraph("Source\u{A0}: \(document)\(section)\(end)", indent: 4)
    return page
  }

  // MARK: - What is said beside

  private mutating func writeAssumptions() {
    let all = simulation.file.scenario.collectifs.reduce(0) { $0 + $1.count }
    let items = simulation.assumptions.map { assumption in
      let text = simulation.phrases.text(assumption)
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
      page.row(label, cents.map(aligned) ?? "non publié", indent: 2)
      page.add(source(simulation.sources[code]))
    }
  }

  /// What the funders that are asked require.
  private mutating func writeConditions() {
    for line in simulation.plan.totals.complements {
      let funder = funders[line.funder - 1]
      let amount = funder.amount.map { "\u{A0}: \($0)" } ?? ""
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
