import CustomDump
import Testing
import Files

@testable import Website

/// An error says what happened; whether an old site is there is for the command to know.
@Suite struct PublicationErrorTests {
  private static let all: [PublicationError] = [
    .notOurs(path: "a"), .notAFolder(path: "a"), .linkToNothing(path: "a"),
    .insideSources(path: "a", folder: "b"), .busy(path: "a"),
    .exchangeRefused(path: "a", reason: "r"), .exists(path: "a"),
    .system(operation: "écrire", path: "a", reason: "r"),
  ]

  @Test(arguments: all) func saysNothingOfTheOldSite(_ error: PublicationError) {
    #expect(error.message.hasSuffix("."))
    #expect(!(error.message + (error.advice ?? "")).contains("intact"))
  }

  @Test func systemRefusesAreSaid() {
    let error = PublicationError.system(
      operation: "écrire", path: "a", reason: "le disque est plein")
    expectNoDifference(error.message, "Impossible d’écrire « a » : le disque est plein.")
    expectNoDifference(PublicationErrorTests.all.filter(\.isRefusal).count, 2)
  }
}
