public import Configuration
public import Facts
public import Funding
import Markdown

/// A scenario computed under the facts of a note, with all that its result says.
public struct Simulation {
  /// Amounts that the user gives instead of those that the year's barème lacks, or against them.
  ///
  /// **Units**: cents per collectif.
  public struct GivenAmounts: Sendable {
    public var ceiling: Int64?
    public var childrenBonus: Int64?
    public var parentsBonus: Int64?

    public init(ceiling: Int64? = nil, childrenBonus: Int64? = nil, parentsBonus: Int64? = nil) {
      self.ceiling = ceiling
      self.childrenBonus = childrenBonus
      self.parentsBonus = parentsBonus
    }

    /// The year's barème with these amounts.
    public func applied(to bareme: Bareme) -> Bareme {
      Bareme(
        ceiling: ceiling ?? bareme.ceiling, childrenBonus: childrenBonus ?? bareme.childrenBonus,
        parentsBonus: parentsBonus ?? bareme.parentsBonus, rounding: bareme.rounding)
    }
  }

  let facts: NoteFacts
  let file: ScenarioFile
  let given: GivenAmounts
  let bareme: Bareme
  let plan: FundingPlan
  let phrases: Phrasebook
  let sources: RuleSources

  /// - Parameter sentences: `departments/national/formules.yaml`.
  public init(
    _ file: ScenarioFile, facts: NoteFacts, given: GivenAmounts, sentences: Record
  ) throws(InvalidInput) {
    self.facts = facts
    self.file = file
    self.given = given
    bareme = given.applied(to: facts.bareme)
    plan = try FundingPlan(
      file.scenario, rules: facts.rules, bareme: bareme, funders: facts.funders)
    phrases = Phrasebook(sentences)
    sources = RuleSources(facts, given: given)
  }

  var assumptions: [Assumption] { file.scenario.assumptions(under: facts.rules) }

  /// The department's funders, in the order of its file.
  var funders: [FunderFacts] {
    facts.record.records(NoteSchema.funders).map(FunderFacts.init)
  }

  /// What the reader must know of the figures: those given by the user, those that are deduced.
  var warnings: [String] { sources.warnings(for: plan) }
}

/// What a result says of a funder of the department.
struct FunderFacts {
  let code: String
  let name: String
  let scheme: String
  let amount: String?
  let conditions: [String]

  init(_ record: Record) {
    typealias Keys = NoteSchema.Funder
    let code = record.text(Keys.code) ?? ""
    self.code = code
    scheme = FrenchTypography.apply(to: record.text(Keys.scheme) ?? "")
    name = record.name(Keys.name).map { FrenchTypography.apply(to: $0.definite) } ?? code
    amount = record.value(Keys.amount).map { FrenchFormat.textWithUnit(of: $0) }
    conditions = record.texts(Keys.conditions).map { FrenchTypography.apply(to: $0) }
  }
}
