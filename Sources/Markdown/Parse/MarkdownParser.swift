import CCmark
import Synchronization

extension Document {
  /// Parses a Markdown text (CommonMark 0.29 with tables, strikethrough, autolinks, task lists and
  /// footnotes), whatever it holds.
  ///
  /// **Errors**: `texte-trop-long`, `texte-trop-lourd` (the document is then empty),
  /// `imbrication-excessive`, and the faults of footnotes; all in `faults`.
  public init(parsing markdown: String) {
    let bytes = Array(markdown.utf8)
    if let (kind, line) = MarkdownLimits.exceeded(by: bytes) {
      self.init(faults: [Fault(kind, at: Position(line: line, column: 1))])
    } else {
      self = MarkdownParser.parse(bytes)
    }
  }
}

/// The only door to cmark's parser.
///
/// cmark-gfm (0.29.0.gfm.6) keeps tables of special characters in mutable globals, which each
/// parse with extensions switches on and off again: two parses at a time give wrong trees,
/// silently. Hence one lock around the whole life of a C tree.
enum MarkdownParser {
  static let extensionNames = ["table", "strikethrough", "autolink", "tasklist"]
  static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8

  private static let gate = Mutex(())
  /// The registration itself is guarded by an unsynchronised C flag; a static is set up once.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  static func parse(_ bytes: [UInt8]) -> Document {
    withTree(of: bytes) { root in
      var builder = TreeBuilder(source: bytes)
      return builder.document(root)
    } ?? Document()
  }

  /// Runs `body` on the C tree of a text, alone; nil when cmark has no memory left.
  static func withTree<Result: Sendable>(
    of bytes: [UInt8], _ body: (OpaquePointer) -> Result
  ) -> Result? {
    gate.withLock { _ in
      _ = registration
      guard let parser = cmark_parser_new(options) else { return nil }
      defer { cmark_parser_free(parser) }
      for name in extensionNames {
        if let found = cmark_find_syntax_extension(name) {
          cmark_parser_attach_syntax_extension(parser, found)
        }
      }
      bytes.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        if let start { cmark_parser_feed(parser, start, buffer.count) }
      }
      guard let root = cmark_parser_finish(parser) else { return nil }
      defer { cmark_node_free(root) }
      // Autolinks cut the text at each `:` and `w`.
      cmark_consolidate_text_nodes(root)
      return body(root)
    }
  }
}
