public import Diagnostics

/// A file of words with places for facts: parsed, then checked against a schema.
public final class Template: Sendable {
  public let source: SourceText
  public let format: OutputFormat
  /// The UTF-8 bytes of the source, which every range of the nodes refers to.
  let bytes: [UInt8]
  let nodes: [TemplateNode]
  /// The names that the template includes, in their order, each as often as it stands there.
  public let inclusions: [Inclusion]
  /// Where each path leads, by its number; none before `TemplateChecker` accepted the template.
  let accesses: [Access]
  let pathCount: Int
  /// The level of the first heading of a Markdown template, 1 to 6; nil when it has none.
  public let headingLevel: Int?

  private init(_ source: SourceText, _ parser: TemplateParser) {
    self.source = source
    format = parser.format
    bytes = parser.bytes
    nodes = parser.nodes
    inclusions = parser.inclusions
    accesses = []
    pathCount = parser.pathCount
    headingLevel = format == .markdown ? Template.headingLevel(of: source.text) : nil
  }

  /// The template once it was checked.
  init(_ template: Template, accesses: [Access]) {
    source = template.source
    format = template.format
    bytes = template.bytes
    nodes = template.nodes
    inclusions = template.inclusions
    self.accesses = accesses
    pathCount = template.pathCount
    headingLevel = template.headingLevel
  }

  /// Reads a template and reports all its errors of syntax.
  ///
  /// **Errors**: returns nil when there is one; the list then says every one of the file.
  /// Time and memory grow with the length of the source, whatever it holds.
  public static func parse(
    _ source: SourceText, format: OutputFormat, diagnostics: inout DiagnosticList
  ) -> Template? {
    let bytes = Array(source.text.utf8)
    var lexer = Lexer(source, bytes: bytes)
    lexer.run()
    var parser = TemplateParser(
      source, bytes: bytes, format: format, pieces: lexer.pieces, faults: lexer.faults)
    parser.run()
    diagnostics.add(contentsOf: parser.faults.list)
    guard parser.faults.isEmpty else { return nil }
    return Template(source, parser)
  }

  private static func headingLevel(of text: String) -> Int? {
    for line in text.split(whereSeparator: \.isNewline) {
      let level = line.prefix { $0 == "#" }.count
      if (1...6).contains(level), line.dropFirst(level).first == " " { return level }
    }
    return nil
  }

  /// Where the name of an inclusion was written.
  public func place(of inclusion: Inclusion) -> Place { place(inclusion.nameRange) }

  func place(_ range: Range<Int>) -> Place {
    source.place(atUTF8: range.lowerBound, length: range.count)
  }
}

/// What a template produces, which decides how the values that it inserts are escaped.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case markdown
  case html
  case text
}

/// Where in the output a value lands.
enum InsertionContext: Sendable, Hashable {
  case markdown
  case htmlText
  /// Between the quotes of an attribute.
  case htmlAttribute
  /// There, where an address begins: the value decides where it leads.
  case htmlAddress
  case text
}
