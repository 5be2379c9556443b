/// What a scenario leaves out, for which the common case was taken.
public struct Assumption: Sendable, Hashable {
  public var field: InputField
  /// The value taken, in the field's unit; 0 for no exception and no bonus, 1 for conditions met.
  public var value: Int64
  /// How many collectifs it was taken for, those alike counted each.
  public var collectifs: Int64

  /// The placeholder of the value in the sentence of the assumption; nil when it has none.
  public var operand: Operand? {
    switch field {
    case .animators: .animators
    case .sessionsPerWeek: .sessions
    case .sessionMinutes: .minutes
    case .weeks: .weeks
    default: nil
    }
  }
}

extension Scenario {
  /// The common cases taken for what the scenario leaves out, in the order of the fields.
  ///
  /// - Parameter rules: what the common case is, for animators, sessions and weeks.
  public func assumptions(under rules: Rules) -> [Assumption] {
    [
      assumption(.animators, rules[.animators]) { $0.animators == nil },
      assumption(.sessionsPerWeek, rules[.sessionsPerWeek]) { $0.sessionsPerWeek == nil },
      assumption(.sessionMinutes, rules[.sessionMinutes]) { $0.sessionMinutes == nil },
      assumption(.weeks, rules[.weeksMinimum]) { $0.weeks == nil },
      assumption(.isRural, 0) { $0.isRural == nil },
      assumption(.hasDisability, 0) { $0.hasDisability == nil },
      assumption(.hasPremisesConstraint, 0) { $0.hasPremisesConstraint == nil },
      assumption(.childrenBonus, 0) { $0.childrenBonus == nil },
      assumption(.parentsBonus, 0) { $0.parentsBonus == nil },
      assumption(.conditions, 1) { _ in !conditions.unsaid(under: rules).isEmpty },
    ].filter { $0.collectifs > 0 }
  }

  private func assumption(
    _ field: InputField, _ value: Int64, isLeftOut: (Collectif) -> Bool
  ) -> Assumption {
    var assumption = Assumption(field: field, value: value, collectifs: 0)
    for collectif in collectifs where isLeftOut(collectif) {
      assumption.collectifs += collectif.count
    }
    return assumption
  }
}
