import CustomDump
import CCmark
import Testing

@testable import Markdown

/// On every example of both specifications, our plain HTML is cmark's own and the specification's,
/// but for the written list of differences, which must be exact.
@Suite struct ConformanceTests {
  @Test(arguments: ["commonmark", "gfm"])
  func equalsCmark(name: String) throws {
    let specification = try Specification(name)
    let list = try DifferenceList()
    #expect(specification.examples.count == (name == "gfm" ? 672 : 649))
    for example in specification.examples {
      let ours = HTMLTokens(
        HTMLRenderer.render(Document(parsing: example.markdown), isPlain: true))
      var theirs = HTMLTokens(try #require(cmarkHTML(example.markdown)))
      var found: Set<IntendedDifference> = []
      for difference in IntendedDifference.allCases {
        if let rewritten = difference.rewrite(theirs) {
          theirs = rewritten
          found.insert(difference)
        }
      }
      expectNoDifference(ours.description, theirs.description, "\(name) \(example.number)")
      let listed = list[name, example.number].subtracting([.bareAddress, .otherVersion])
      #expect(found == listed, "\(name) \(example.number)")
    }
  }

  @Test(arguments: ["commonmark", "gfm"])
  func equalsSpecification(name: String) throws {
    let specification = try Specification(name)
    let list = try DifferenceList()
    for example in specification.examples {
      let listed = list[name, example.number]
      let ours = HTMLTokens(
        HTMLRenderer.render(Document(parsing: example.markdown), isPlain: true))
      var theirs = HTMLTokens(example.html)
      for difference in IntendedDifference.allCases {
        if let rewritten = difference.rewrite(theirs) { theirs = rewritten }
      }
      // The specification prints raw HTML where cmark, made safe, puts a comment.
      let mayDiffer = !listed.isDisjoint(with: [.rawHTML, .bareAddress, .otherVersion])
      if mayDiffer {
        #expect(ours != theirs, "\(name) \(example.number) is listed, but does not differ")
      } else {
        expectNoDifference(ours.description, theirs.description, "\(name) \(example.number)")
      }
    }
  }

  private func cmarkHTML(_ markdown: String) -> String? {
    MarkdownParser.withTree(of: Array(markdown.utf8)) { root -> String? in
      guard let html = cmark_render_html(root, MarkdownParser.options, nil) else { return nil }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return String(cString: html)
    } ?? nil
  }
}
