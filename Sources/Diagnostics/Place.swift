import Text

/// A range of one line of a file, as an editor shows it.
///
/// **Units**: lines and columns start at 1; columns and lengths count Unicode scalars.
public struct Place: Sendable, Hashable, Comparable, Codable {
  /// The path from the project's root, with `/` between folders.
  public var file: String
  public var line: Int
  public var column: Int
  /// How many scalars the caret underlines; at least 1.
  public var length: Int

  public init(file: String, line: Int = 1, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  public static func < (a: Place, b: Place) -> Bool {
    // Paths are compared by scalars, so that the order does not depend on the locale.
    scalarOrder(a.file, b.file)
      || (a.file == b.file && (a.line, a.column, a.length) < (b.line, b.column, b.length))
  }
}
