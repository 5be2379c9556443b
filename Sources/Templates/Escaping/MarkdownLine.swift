/// What the beginning of a line of Markdown says about what may follow on it.
struct MarkdownLine: Sendable {
  enum Start: Hashable {
    /// Nothing yet but indentation and the markers of quotes and lists.
    case start
    /// After the sign of a possible marker: `-`, `#`, `=`…
    case marker
    /// After so many digits of a possible `1.`.
    case digits(Int)
    /// After the `.` or `)` of a possible `1.`.
    case orderedMarker
    /// Within words: no marker is possible any more.
    case words
  }

  private(set) var start = Start.start
  private(set) var previous: UInt8 = Bytes.newline
  /// Whether a backslash escapes the byte to come.
  private(set) var isEscaping = false
  /// Whether the line is within the parentheses of `[text](destination`.
  private(set) var isInDestination = false
  /// Whether the previous byte is a `]` that may end a link's text.
  private(set) var endsLinkText = false
  private(set) var isHeading = false

  mutating func advance(_ byte: UInt8) {
    if byte == Bytes.newline {
      self = MarkdownLine()
      return
    }
    if endsLinkText, byte == UInt8(ascii: "(") {
      isInDestination = true
    } else if isInDestination, byte == UInt8(ascii: ")") || byte == UInt8(ascii: " ") {
      isInDestination = false
    }
    endsLinkText = byte == UInt8(ascii: "]") && !isEscaping
    isEscaping = byte == UInt8(ascii: "\\") && !isEscaping
    if start != .words { start = nextStart(byte) }
    previous = byte
  }

  private mutating func nextStart(_ byte: UInt8) -> Start {
    switch (start, byte) {
    case (_, UInt8(ascii: " ")), (_, UInt8(ascii: "\t")):
      if case .digits = start { return .words }
      return .start
    case (.start, UInt8(ascii: ">")): return .start
    case (.start, _) where "-+*#=:_".utf8.contains(byte):
      isHeading = isHeading || byte == UInt8(ascii: "#")
      return .marker
    case (.marker, previous): return .marker
    case (.start, _) where Bytes.isDigit(byte): return .digits(1)
    case (.digits(let count), _) where Bytes.isDigit(byte) && count < 9: return .digits(count + 1)
    case (.digits, UInt8(ascii: ".")), (.digits, UInt8(ascii: ")")): return .orderedMarker
    default: return .words
    }
  }
}
