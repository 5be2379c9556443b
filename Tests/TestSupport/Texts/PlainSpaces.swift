extension String {
  /// The text with ordinary spaces for no-break ones, wide or narrow.
  public var withPlainSpaces: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
  }
}
