import Foundation

/// One example of a specification: a text and the HTML that it stands for.
struct SpecificationExample: Sendable {
  var number: Int
  var markdown: String
  var html: String
}

/// The examples of a specification, from its own text file.
struct Specification: Sendable {
  var name: String
  var examples: [SpecificationExample]

  /// - Parameter name: `commonmark` (0.29, 649 examples) or `gfm` (672 examples).
  init(_ name: String) throws {
    self.name = name
    guard let folder = ProcessInfo.processInfo.environment["CADRAGE_SPECIFICATIONS"] else {
      throw Missing(
        description:
          "CADRAGE_SPECIFICATIONS is not set: `make test` fetches the specifications and sets it to their folder"
      )
    }
    let path = folder + "/" + name + ".txt"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Missing(description: "cannot read \(path): `make test` fetches it")
    }
    examples = Specification.read(text)
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  private static func read(_ text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var markdown: [Substring] = []
    var html: [Substring] = []
    enum State { case prose, markdown, html }
    var state = State.prose
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch state {
      case .prose:
        if line.hasPrefix(fence + " example") { state = .markdown }
      case .markdown:
        if line == "." { state = .html } else { markdown.append(line) }
      case .html:
        guard line == fence else {
          html.append(line)
          continue
        }
        examples.append(
          SpecificationExample(
            number: examples.count + 1, markdown: joined(markdown), html: joined(html)))
        markdown = []
        html = []
        state = .prose
      }
    }
    return examples
  }

  private static func joined(_ lines: [Substring]) -> String {
    lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
  }
}
