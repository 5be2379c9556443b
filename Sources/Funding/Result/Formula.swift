/// A formula with its numbers: what « Pourquoi ? » shows for a line.
public struct Formula: Sendable, Hashable {
  public var code: FormulaCode
  /// The numbers, in the order of `FormulaCode.operands`.
  public var operands: Operands

  init(
    _ code: FormulaCode, _ a: Int64 = 0, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0,
    _ e: Int64 = 0
  ) {
    self.code = code
    operands = Operands(a, b, c, d, e)
  }

  static func bonusSum(collectifs: Int64, bonus: Int64) -> Formula {
    collectifs > 0 ? Formula(.bonusSum, collectifs, bonus) : Formula(.bonusSumNone)
  }
}
