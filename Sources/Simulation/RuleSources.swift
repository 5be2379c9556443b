import Configuration
import Facts
import Funding
import Markdown

/// Where each figure behind a result comes from.
struct RuleSources {
  struct Origin {
    var document: String
    var section: String?
    /// « publiee », « deduite », « projet » in a draft, or « fournie » by the user.
    var certainty: String
    var reason: String?

    init(_ source: Source) {
      document = source.document
      section = source.section.isEmpty ? nil : source.section
      certainty = source.certainty.rawValue
      reason = source.reason.map { FrenchTypography.apply(to: $0) }
    }

    /// A figure that the note itself prints.
    init(_ facts: NoteFacts) {
      let title = facts.title ?? "Note de cadrage"
      let department = facts.record.name(NoteSchema.departmentName)?.noun ?? facts.department
      let isDraft = facts.frozen == nil
      document = "\(title), \(department), \(facts.year.text)" + (isDraft ? " (projet)" : "")
      certainty = isDraft ? "projet" : "publiee"
    }

    /// A figure of the user's own.
    init(option: String) {
      document = "Montant que vous avez donné (\(option))"
      certainty = "fournie"
    }
  }

  private var origins: [RuleCode: Origin] = [:]
  private var warnings: [String] = []
  /// The rules that no document of the year states: what they are, and why they are taken.
  private var deduced: [(rule: RuleCode, figure: String, reason: String)] = []

  init(_ facts: NoteFacts, given: Bareme) {
    let note = Origin(facts)
    let options: [RuleCode: (amount: Int64?, known: Int64?, option: String, name: String)] = [
      .ceiling: (given.ceiling, facts.record.bareme.ceiling, "--plafond", "Le prix plafond"),
      .childrenBonus: (
        given.childrenBonus, facts.record.bareme.childrenBonus, "--bonus-enfants",
        "Le montant du bonus « enfants »"
      ),
      .parentsBonus: (
        given.parentsBonus, facts.record.bareme.parentsBonus, "--bonus-parents",
        "Le montant du bonus « parents »"
      ),
    ]
    for code in RuleCode.allCases {
      if let given = options[code], let amount = given.amount {
        origins[code] = Origin(option: given.option)
        let isProposed =
          facts.frozen == nil && facts.record[NoteSchema.path(of: code)]?.source == nil
        warnings.append(
          RuleSources.warning(
            given.name, amount, given.known.map { ($0, isProposed) }, facts.year))
        continue
      }
      let path = NoteSchema.path(of: code)
      let national = facts.record[path]
      if let source = national?.source, national?.value.isKnown ?? false {
        origins[code] = Origin(source)
        if source.certainty == .deduced, let national {
          // A condition that holds has its label alone.
          let value =
            national.value == .boolean(true)
            ? "" : ", " + FrenchFormat.textWithUnit(of: national.value)
          deduced.append((code, path.field.label + value, source.reason ?? ""))
        }
      } else if code == .funderAmount || RuleSources.isPrinted(code, in: facts.record) {
        origins[code] = note
      }
    }
    if facts.record.bareme.rounding == nil {
      warnings.append(
        "L'arrondi de \(facts.year.text) n'est pas connu, chaque Ps est arrondie au centime.")
    }
  }

  subscript(code: RuleCode) -> Origin? { origins[code] }

  /// Where the amount of a line comes from: its main rule, else what its sentence cites.
  func origin(of line: Line, in phrases: Phrasebook) -> Origin? {
    if let rule = line.rules.first { return origins[rule] }
    return phrases.source(line.formula.code).map { Origin($0) }
  }

  func origin(of finding: FindingCode, in phrases: Phrasebook) -> Origin? {
    if let rule = finding.rule { return origins[rule] }
    return phrases.source(finding).map { Origin($0) }
  }

  /// The warnings about the figures that a plan uses; those with one reason stand together.
  func warnings(for plan: FundingPlan) -> [String] {
    var used: Set<RuleCode> = []
    var seen: Set<LineKind> = []
    for line in plan.lines where seen.insert(LineKind(line)).inserted { used.formUnion(line.rules) }
    for finding in plan.findings {
      if let rule = finding.code.rule { used.insert(rule) }
      // That somebody must accept it is a rule too.
      if [.ruralChildren, .ruralAnimators, .disabilityChildren].contains(finding.code) {
        used.insert(.exceptionsOfRight)
      }
    }
    var reasons: [(reason: String, figures: [String])] = []
    for entry in deduced where used.contains(entry.rule) {
      if let index = reasons.firstIndex(where: { $0.reason == entry.reason }) {
        reasons[index].figures.append(entry.figure)
      } else {
        reasons.append((entry.reason, [entry.figure]))
      }
    }
    let deductions = reasons.map { reason, figures in
      "Déduit, et non publié pour cette année : \(figures.joined(separator: " ; ")). \(reason)"
    }
    return (warnings + deductions).map { FrenchTypography.apply(to: $0) }
  }

  /// Whether the note prints a figure of the barème itself.
  private static func isPrinted(_ code: RuleCode, in record: Record) -> Bool {
    NoteSchema.printedPath(of: code).flatMap { record.value($0) }?.isKnown ?? false
  }

  private static func warning(
    _ name: String, _ amount: Int64, _ known: (cents: Int64, isProposed: Bool)?, _ year: SchoolYear
  ) -> String {
    let end =
      known.map { known in
        "Il remplace le montant \(known.isProposed ? "du projet de note" : "publié"), "
          + "\(FrenchFormat.euros(cents: known.cents))."
      } ?? "Il n'est pas publié pour \(year.text)."
    return "\(name), \(FrenchFormat.euros(cents: amount)), est celui que vous avez donné. \(end)"
  }
}
