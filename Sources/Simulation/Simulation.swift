public import Configuration
public import Facts
public import Funding
import Markdown

/// A scenario computed under the facts of a note, with all that its result says.
public struct Simulation {
  let facts: NoteFacts
  let file: ScenarioFile
  let bareme: Bareme
  let plan: FundingPlan
  /// The plan if nobody accepts the exceptions asked for; nil when none needs it.
  let refused: FundingPlan?
  /// How many exceptions somebody must accept.
  let exceptionCount: Int
  let phrases: Phrasebook
  let sources: RuleSources

  /// - Parameters:
  ///   - given: what the user gives instead of what the year's barème lacks, or against it.
  ///   - sentences: `departments/national/formules.yaml`.
  public init(
    _ file: ScenarioFile, facts: NoteFacts, given: Bareme, sentences: Record
  ) throws(InvalidInput) {
    self.facts = facts
    self.file = file
    bareme = facts.record.bareme.with(given)
    plan = try FundingPlan(
      file.scenario, rules: facts.record.rules, bareme: bareme, funders: facts.record.funders)
    let exceptions = plan.findings.filter { $0.code.severity == .toBeGranted }.map(\.collectif)
    exceptionCount = exceptions.count
    if exceptions.isEmpty {
      refused = nil
    } else {
      refused = try FundingPlan(
        file.scenario.refusingExceptions(ofCollectifs: exceptions), rules: facts.record.rules,
        bareme: bareme, funders: facts.record.funders)
    }
    phrases = Phrasebook(sentences)
    sources = RuleSources(facts, given: given)
  }

  var assumptions: [Assumption] { file.scenario.assumptions(under: facts.record.rules) }

  /// The conditions of the project about which nothing is said: taken as met.
  var unsaidConditions: [RuleCode] { file.scenario.conditions.unsaid(under: facts.record.rules) }

  /// What the department calls rural; nil when it does not say.
  var rurality: String? {
    facts.record.text(NoteSchema.rurality).map { FrenchTypography.apply(to: $0) }
  }

  /// The department's funders, in the order of its file.
  var funders: [FunderFacts] {
    facts.record.records(NoteSchema.funders).map(FunderFacts.init)
  }

  /// What the department reminds every project of, in the order of its file.
  var reminders: [Reminder] { facts.record.records(NoteSchema.reminders).map(Reminder.init) }

  /// What the reader must know of the figures: those given by the user, those that are deduced,
  /// those that could not be compared with anything.
  var warnings: [String] { sources.warnings(for: plan) + uncheckedAids }

  /// The aids asked of funders whose amounts of the year are not known yet.
  private var uncheckedAids: [String] {
    let asked = Set(plan.totals.complements.map(\.funder))
    return zip(1..., funders).filter { asked.contains($0) && $1.isAmountAwaited }.map { _, funder in
      FrenchTypography.apply(
        to: "Ce que donne \(funder.name) cette année reste à confirmer : "
          + "la somme que vous indiquez n'a pas pu être vérifiée.")
    }
  }
}

/// What all lines share that differ by their numbers alone.
struct LineKind: Hashable {
  private let line: LineCode
  private let formula: FormulaCode
  private let funder: Int

  init(_ line: Line) {
    (self.line, formula, funder) = (line.code, line.formula.code, line.funder)
  }
}

extension Bareme {
  /// The barème with the amounts of another one where that has some.
  public func with(_ other: Bareme) -> Bareme {
    Bareme(
      ceiling: other.ceiling ?? ceiling, childrenBonus: other.childrenBonus ?? childrenBonus,
      parentsBonus: other.parentsBonus ?? parentsBonus, rounding: other.rounding ?? rounding)
  }
}

/// What a department reminds every project of.
struct Reminder {
  let code: String
  let phrase: String
  let remedy: String
  let source: Source

  init(_ record: Record) {
    typealias Keys = NoteSchema.Reminder
    func text(_ path: FactPath) -> String {
      FrenchTypography.apply(to: record.text(path) ?? "")
    }
    code = record.text(Keys.code) ?? ""
    phrase = text(Keys.phrase)
    remedy = text(Keys.remedy)
    source = Source(document: text(Keys.document), section: record.text(Keys.section) ?? "")
  }
}

/// What a result says of a funder of the department.
struct FunderFacts {
  let code: String
  let name: String
  let scheme: String
  let amount: String?
  /// Whether the amount of the year is to come: a draft may still ask for it.
  let isAmountAwaited: Bool
  let conditions: [String]

  init(_ record: Record) {
    typealias Keys = NoteSchema.Funder
    let code = record.text(Keys.code) ?? ""
    self.code = code
    scheme = FrenchTypography.apply(to: record.text(Keys.scheme) ?? "")
    name = record.name(Keys.name).map { FrenchTypography.apply(to: $0.definite) } ?? code
    amount = record.value(Keys.amount).map { FrenchFormat.textWithUnit(of: $0) }
    isAmountAwaited = record.value(Keys.amount).map { !$0.isKnown } ?? false
    conditions = record.texts(Keys.conditions).map { FrenchTypography.apply(to: $0) }
  }
}
