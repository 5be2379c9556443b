import Facts
import Funding

/// Makes what is computed from what was read. What was refused is replaced by zero, so that
/// positions stay.
final class ScenarioMaker {
  private let schema: ScenarioSchema
  private let keys: CollectifKeys
  private(set) var scenario = Scenario(collectifs: [])
  /// Who pays each free line.
  private(set) var payers: [String] = []

  init(_ schema: ScenarioSchema) {
    self.schema = schema
    keys = CollectifKeys(schema)
  }

  /// Adds a collectif or a free line of the plan.
  func take(_ item: Record) {
    guard item.schema !== schema.collectif else {
      return scenario.collectifs.append(Collectif(item, keys))
    }
    typealias Keys = ScenarioSchema.OtherLine
    payers.append(item.text(Keys.payer) ?? "")
    scenario.otherFunding.append(
      OtherFunding(
        amount: item.amount(Keys.amount)?.cents ?? 0,
        isBrancheFamille: item.isTrue(Keys.isBrancheFamille)))
  }

  /// Adds what is said of the whole project.
  func finish(with project: Record) {
    scenario.complements = project.record(schema.projectComplements).map(\.amounts) ?? []
    if let record = project.record(schema.conditions) {
      scenario.conditions = ProjectConditions(record)
    }
  }
}

/// Where each field of a collectif stands.
private struct CollectifKeys {
  let count, cost, children, animators, sessionsPerWeek, sessionMinutes, weeks: FactPath
  let isRural, hasDisability, hasPremisesConstraint: FactPath
  let childrenBonus, parentsBonus, complements: FactPath

  init(_ schema: ScenarioSchema) {
    func path(_ field: InputField) -> FactPath { schema.collectif.path(field.name) }
    count = path(.count)
    cost = path(.cost)
    children = path(.children)
    animators = path(.animators)
    sessionsPerWeek = path(.sessionsPerWeek)
    sessionMinutes = path(.sessionMinutes)
    weeks = path(.weeks)
    isRural = path(.isRural)
    hasDisability = path(.hasDisability)
    hasPremisesConstraint = path(.hasPremisesConstraint)
    childrenBonus = path(.childrenBonus)
    parentsBonus = path(.parentsBonus)
    complements = path(.complement)
  }
}

extension Collectif {
  fileprivate init(_ record: Record, _ keys: CollectifKeys) {
    self.init(
      count: record.number(keys.count) ?? 1, cost: record.amount(keys.cost)?.cents ?? 0,
      children: record.number(keys.children) ?? 0, animators: record.number(keys.animators),
      sessionsPerWeek: record.number(keys.sessionsPerWeek),
      sessionMinutes: record.number(keys.sessionMinutes), weeks: record.number(keys.weeks),
      isRural: record.answer(keys.isRural), hasDisability: record.answer(keys.hasDisability),
      hasPremisesConstraint: record.answer(keys.hasPremisesConstraint),
      childrenBonus: record.value(keys.childrenBonus).flatMap {
        BonusRequest($0, BonusCriteria.init(children:))
      },
      parentsBonus: record.value(keys.parentsBonus).flatMap {
        BonusRequest($0, BonusCriteria.init(parents:))
      }, complements: record.record(keys.complements).map(\.amounts) ?? [])
  }
}

extension BonusRequest {
  /// A bonus is granted, not asked for, or described by its criteria.
  fileprivate init?(_ value: Value, _ criteria: (Record) -> BonusCriteria) {
    switch value {
    case .boolean(let isGranted): self = isGranted ? .granted : .notRequested
    case .record(let record): self = .criteria(criteria(record))
    default: return nil
    }
  }
}

extension BonusCriteria {
  fileprivate init(children record: Record) {
    typealias Keys = ScenarioSchema.ChildrenCriteria
    self.init(
      project: record.isTrue(Keys.project), material: record.isTrue(Keys.material),
      speakers: record.isTrue(Keys.speakers), outings: record.isTrue(Keys.outings))
  }

  fileprivate init(parents record: Record) {
    typealias Keys = ScenarioSchema.ParentsCriteria
    self.init(
      project: record.isTrue(Keys.project), speakers: record.isTrue(Keys.speakers),
      actions: record.isTrue(Keys.actions), audience: record.isTrue(Keys.audience))
  }
}

extension ProjectConditions {
  /// A condition holds when nothing is said of it.
  fileprivate init(_ record: Record) {
    typealias Keys = ScenarioSchema.Conditions
    self.init()
    hasFourAxes = record.answer(Keys.hasFourAxes) ?? true
    isCollective = record.answer(Keys.isCollective) ?? true
    isRegular = record.answer(Keys.isRegular) ?? true
    goesBeyondHomework = record.answer(Keys.goesBeyondHomework) ?? true
    isFreeOrSymbolic = record.answer(Keys.isFreeOrSymbolic) ?? true
  }
}

extension Record {
  /// The amount of each field, in cents.
  fileprivate var amounts: [Int64?] {
    schema.fields.indices.map { index in
      if case .amount(let amount)? = self[index]?.value { amount.cents } else { nil }
    }
  }

  fileprivate func number(_ path: FactPath) -> Int64? {
    switch value(path) {
    case .integer(let number), .duration(let number): Int64(number)
    default: nil
    }
  }

  fileprivate func answer(_ path: FactPath) -> Bool? {
    if case .boolean(let answer)? = value(path) { answer } else { nil }
  }
}
