/// What tests have proved about values at one point of a template.
struct Knowledge: Sendable {
  /// The paths whose value is not absent.
  private(set) var present: Set<[String]> = []
  /// The paths whose value is, besides, not pending (and, for a list, not empty).
  private(set) var published: Set<[String]> = []

  static let nothing = Knowledge()

  static func present(_ path: Path) -> Knowledge {
    var result = Knowledge()
    result.present = prefixes(of: path.parts)
    return result
  }

  /// A value that is published proves that the records around it are, too.
  static func published(_ path: Path) -> Knowledge {
    var result = present(path)
    result.published = result.present
    return result
  }

  func isPresent(_ path: some Collection<String>) -> Bool { present.contains(Array(path)) }

  func isPublished(_ path: some Collection<String>) -> Bool { published.contains(Array(path)) }

  mutating func formUnion(_ other: Knowledge) {
    present.formUnion(other.present)
    published.formUnion(other.published)
  }

  func union(_ other: Knowledge) -> Knowledge {
    var result = self
    result.formUnion(other)
    return result
  }

  mutating func formIntersection(_ other: Knowledge) {
    present.formIntersection(other.present)
    published.formIntersection(other.published)
  }

  /// What remains when a loop's variable goes out of scope.
  mutating func forget(_ variable: String) {
    present = present.filter { $0.first != variable }
    published = published.filter { $0.first != variable }
  }

  private static func prefixes(of parts: [String]) -> Set<[String]> {
    Set(parts.indices.map { Array(parts[...$0]) })
  }
}
