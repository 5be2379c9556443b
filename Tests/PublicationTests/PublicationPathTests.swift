import Facts
import TestSupport
import Testing

@testable import Publication

/// The paths by which pairs are read and written are those of their schemas.
@Suite struct PublicationPathTests {
  private static let schemas: [String: Schema] = [
    "header": PublicationSchema.header, "cause": PublicationSchema.cause,
    "section": PublicationSchema.section, "revision": PublicationSchema.revision,
    "formerAnchor": PublicationSchema.formerAnchor,
    "result": PublicationSchema.result, "citedFile": PublicationSchema.citedFile,
  ]

  @Test func everyDeclaredPathIsInItsSchema() throws {
    let paths = try DeclaredPath.all(in: "Sources/Publication/Pair")
    for path in paths {
      let schema = try #require(PublicationPathTests.schemas[path.schema], "\(path)")
      #expect(schema.findPath(path.path) != nil, "\(path)")
    }
    // Every key of every schema has its path.
    #expect(paths.count == PublicationPathTests.schemas.values.reduce(0) { $0 + $1.fields.count })
  }
}
