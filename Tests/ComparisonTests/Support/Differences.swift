import CustomDump
import Testing

/// Records the difference between two values as an issue of the running test.
///
/// CustomDump's own function of this name records nothing here: it looks for the testing library
/// through a support library that is not linked, and then only prints.
func expectNoDifference<Value: Equatable>(
  _ found: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found != expected else { return }
  let text = diff(found, expected) ?? "the values print the same, but differ"
  Issue.record("− found, + expected\n\(text)", sourceLocation: sourceLocation)
}
