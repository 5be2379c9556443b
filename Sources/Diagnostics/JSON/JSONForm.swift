/// A value written once, but for its holes: what comes back thousands of times with other numbers.
public struct JSONForm: Sendable {
  /// What stands before the first hole, between the holes and after the last one.
  let parts: [[UInt8]]

  public init(_ value: JSON) {
    // No sign of control stands in JSON as it is.
    parts = value.bytes().split(separator: JSONForm.hole, omittingEmptySubsequences: false)
      .map(Array.init)
  }

  static let hole: UInt8 = 0
}
