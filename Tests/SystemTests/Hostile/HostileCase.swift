import Foundation
import TestSupport
import Yams

/// What somebody could write, by mistake or on purpose, that must neither stop the program nor reach
/// readers as something else than text.
struct HostileCase {
  let name: String
  /// The text, repeated as often as the case says.
  let text: String

  /// The cases of `Fixtures/hostile/<subject>.yaml`: a name, a text, and how often it is repeated.
  static func all(_ subject: String) throws -> [HostileCase] {
    let file = Repository.fixtures.appending(path: "hostile/\(subject).yaml")
    let node = try compose(yaml: String(contentsOf: file, encoding: .utf8))
    return (node?.sequence ?? []).compactMap { item in
      guard let name = item["name"]?.string, let text = item["text"]?.string else { return nil }
      let parts = [
        item["before"]?.string ?? "",
        String(repeating: text, count: item["times"]?.int ?? 1), item["after"]?.string ?? "",
      ]
      return HostileCase(name: name, text: parts.joined())
    }
  }
}
