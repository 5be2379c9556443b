/// Where the slots stand: how many elements fit, the slots of each, and the first slot of each kind.
///
/// The page's script reads these numbers from the generator.
public enum Layout {
  // How many elements fit. Collectifs alike take one element.
  public static let collectifCapacity = 64
  public static let funderCapacity = FundingLimits.funders
  public static let otherFundingCapacity = 32
  public static let errorCapacity = 64
  /// Of each collectif, its own and one for each funder; of the project, its own and two a funder.
  public static let findingCapacity =
    (8 + funderCapacity) * collectifCapacity + 8 + 2 * funderCapacity
  public static let lineCapacity = 6 * collectifCapacity + funderCapacity + 14

  // The slots of one element.
  public static let funderSize = 6
  public static let otherFundingSize = 2
  /// The first slot, within a collectif, of what it asks of each funder.
  public static let complements = 20
  public static let collectifSize = complements + funderCapacity
  public static let errorSize = 6
  /// The first operand, within a finding.
  public static let findingOperands = 4
  public static let findingSize = findingOperands + Operands.capacity
  /// The first operand, within a line.
  public static let lineOperands = 5
  public static let lineSize = lineOperands + Operands.capacity

  // The first slot of each kind.
  public static let funders = 38
  public static let otherFunding = funders + funderSize * funderCapacity
  public static let collectifs = otherFunding + otherFundingSize * otherFundingCapacity
  public static let inputSize = collectifs + collectifSize * collectifCapacity

  public static let errors = 4
  public static let findings = errors + errorSize * errorCapacity
  public static let lines = findings + findingSize * findingCapacity
  public static let outputSize = lines + lineSize * lineCapacity
}
