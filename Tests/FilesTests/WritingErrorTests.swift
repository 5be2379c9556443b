import CustomDump
import Files
import Testing

/// An error says what happened; whether an old site is there is for the command to know.
@Suite struct WritingErrorTests {
  private static let all: [WritingError] = [
    .notOurs(path: "a"), .notAFolder(path: "a"), .linkToNothing(path: "a"),
    .insideSources(path: "a", folder: "b"), .busy(path: "a"),
    .exchangeRefused(path: "a", reason: "r"), .exists(path: "a"),
    .system(operation: "écrire", path: "a", reason: "r"),
  ]

  @Test(arguments: all) func saysNothingOfTheOldSite(_ error: WritingError) {
    #expect(error.message.hasSuffix("."))
    #expect(!(error.message + (error.advice ?? "")).contains("intact"))
  }

  @Test func systemRefusesAreSaid() {
    let error = WritingError.system(
      operation: "écrire", path: "a", reason: "le disque est plein")
    expectNoDifference(error.message, "Impossible d’écrire « a » : le disque est plein.")
    expectNoDifference(WritingErrorTests.all.filter(\.isRefusal).count, 2)
  }
}
