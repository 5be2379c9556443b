import CustomDump
import Testing

/// A difference must fail the test: on Linux it is only printed when a product is missing.
@Suite struct DifferenceTests {
  @Test func differencesAreRecorded() {
    withKnownIssue { expectNoDifference(1, 2) }
  }
}
