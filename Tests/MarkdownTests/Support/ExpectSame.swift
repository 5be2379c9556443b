import CustomDump
import Testing

/// Records the lines that differ.
///
/// CustomDump's own `expectNoDifference` only prints on Linux unless another library is linked: the
/// test would pass.
func expectSame<Value: Equatable>(
  _ found: Value, _ expected: Value, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found != expected else { return }
  let difference = diff(expected, found) ?? "\(found)"
  Issue.record("\(comment)\n\(difference)", sourceLocation: sourceLocation)
}
