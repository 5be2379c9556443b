/// Where something begins in the Markdown text that was parsed.
///
/// **Units**: lines and columns start at 1; columns and lengths count bytes, as cmark does.
public struct Position: Sendable, Hashable, Comparable {
  /// The rank of the parsed text among those that were joined into one document; 0 for the first.
  public var text: Int
  public var line: Int
  public var column: Int
  /// How many bytes of the line are concerned; at least 1.
  public var length: Int

  public init(text: Int = 0, line: Int, column: Int, length: Int = 1) {
    self.text = text
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.text, a.line, a.column, a.length) < (b.text, b.line, b.column, b.length)
  }
}
