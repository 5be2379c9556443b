/// The Markdown of one section, with what its place in the plan says of it.
public struct SectionText: Sendable, Hashable {
  public var markdown: String
  /// The identifier of the section's first heading; nil when its text decides.
  public var identifier: String?
  /// Whether the section's headings are numbered.
  public var isNumbered: Bool
  /// The highest level that its first heading may have: 2, or 1 for a text that is a whole page.
  public var highestLevel: Int

  public init(
    markdown: String, identifier: String? = nil, isNumbered: Bool = true, highestLevel: Int = 2
  ) {
    self.markdown = markdown
    self.identifier = identifier
    self.isNumbered = isNumbered
    self.highestLevel = highestLevel
  }

  /// Two spellings of one letter, which are equal as strings, are two texts.
  public static func == (a: SectionText, b: SectionText) -> Bool {
    a.isNumbered == b.isNumbered && a.identifier == b.identifier
      && a.highestLevel == b.highestLevel
      && Array(a.markdown.utf8) == Array(b.markdown.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = markdown
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
