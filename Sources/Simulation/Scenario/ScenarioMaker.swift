import Facts
import Funding

/// Makes what is computed from what was read. What was refused is replaced by zero, so that
/// positions stay.
final class ScenarioMaker {
  private let schema: ScenarioSchema
  private(set) var scenario = Scenario(collectifs: [])
  private(set) var payers: [String] = []

  init(_ schema: ScenarioSchema) { self.schema = schema }

  /// Adds a collectif or a free line of the plan.
  func take(_ item: Record) {
    guard item.schema !== schema.collectif else {
      return scenario.collectifs.append(Collectif(item))
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
    scenario.complements = project.complements
    if let record = project[InputField.conditions.name]?.value.record {
      scenario.conditions = ProjectConditions(record)
    }
  }
}

extension Collectif {
  fileprivate init(_ record: Record) {
    // The keys of a collectif stand in the order of `InputField`.
    func value(_ field: InputField) -> Value? {
      record[field.rawValue - InputField.count.rawValue]?.value
    }
    func number(_ field: InputField) -> Int64? {
      switch value(field) {
      case .integer(let number), .duration(let number): Int64(number)
      case .amount(let amount): amount.cents
      default: nil
      }
    }
    func bonus(_ field: InputField) -> BonusRequest? {
      switch value(field) {
      case .boolean(let isGranted): isGranted ? .granted : .notRequested
      case .record(let criteria): .criteria(BonusCriteria(criteria))
      default: nil
      }
    }
    self.init(
      count: number(.count) ?? 1, cost: number(.cost) ?? 0, children: number(.children) ?? 0,
      childrenBonus: bonus(.childrenBonus), parentsBonus: bonus(.parentsBonus))
    animators = number(.animators)
    sessionsPerWeek = number(.sessionsPerWeek)
    sessionMinutes = number(.sessionMinutes)
    weeks = number(.weeks)
    isRural = value(.isRural)?.answer
    hasDisability = value(.hasDisability)?.answer
    hasPremisesConstraint = value(.hasPremisesConstraint)?.answer
    complements = record.complements
  }
}

extension BonusCriteria {
  /// The criteria of either bonus: both have four, the mandatory one first.
  fileprivate init(_ record: Record) {
    func holds(_ rank: Int) -> Bool { record[rank]?.value.answer ?? false }
    self.init(project: holds(0), material: holds(1), speakers: holds(2), outings: holds(3))
  }
}

extension ProjectConditions {
  fileprivate init(_ record: Record) {
    func holds(_ rank: Int) -> Bool? { record[rank]?.value.answer }
    self.init()
    (hasFourAxes, isCollective, isRegular) = (holds(0), holds(1), holds(2))
    (goesBeyondHomework, isFreeOrSymbolic) = (holds(3), holds(4))
  }
}

extension Record {
  /// What is asked of each funder, in cents; of a collectif or of the whole project.
  fileprivate var complements: [Int64?] {
    guard let record = self[InputField.complement.name]?.value.record else { return [] }
    return record.schema.fields.indices.map { index in
      if case .amount(let amount)? = record[index]?.value { amount.cents } else { nil }
    }
  }
}

extension Value {
  fileprivate var answer: Bool? { if case .boolean(let answer) = self { answer } else { nil } }
}
