/// The national rules of the Clas: thresholds, rates and shares, given as data.
///
/// No figure of the rules stands in this module.
///
/// **Units**: rates in hundredths of a percent (32,5 % = 3250), durations in minutes, the rest are
/// numbers of children, animators, sessions and weeks, or 1 for what holds and 0 for what does not.
///
/// **Source**: circulaire C-2026-069, sections 2.1, 2.3, 3.2 and 4; each figure's own source stands
/// in the rules data under `RuleCode.path`.
public struct Rules: Sendable, Hashable {
  /// In the order of their codes.
  private var figures: [Int64]

  /// Takes each rule from the data: `value` answers the figure of a code, in the unit said above.
  ///
  /// Only the codes for which `RuleCode.path` begins with `regles.` are asked for.
  public init(_ value: (RuleCode) -> Int64) {
    // The national rules come first among the codes.
    figures = [Int64](count: RuleCode.lastNational.rawValue) { index in
      RuleCode(rawValue: index + 1).map(value) ?? 0
    }
  }

  /// The figure of a rule; only the codes that are asked for have one.
  public subscript(code: RuleCode) -> Int64 {
    get { figures[code.rawValue - 1] }
    set { figures[code.rawValue - 1] = newValue }
  }

  /// Whether a rule that is no figure holds.
  public func holds(_ code: RuleCode) -> Bool { self[code] != 0 }
}
