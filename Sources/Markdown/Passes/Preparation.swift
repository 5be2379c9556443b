/// The passes from a parsed text to a document ready to render, and their settings.
public struct Preparation: Sendable, Hashable {
  /// The acronyms to explain at their first use.
  public var glossary: [Acronym]
  /// Identifiers that the page uses itself, so that no heading gets them.
  public var reservedIdentifiers: Set<String>
  public var numbering: HeadingNumbering

  public init(
    glossary: [Acronym] = [], reservedIdentifiers: Set<String> = [],
    numbering: HeadingNumbering = HeadingNumbering()
  ) {
    self.glossary = glossary
    self.reservedIdentifiers = reservedIdentifiers
    self.numbering = numbering
  }

  /// Parses sections, joins them, and applies every pass.
  ///
  /// In the result `Position.text` is the rank of the section.
  public func document(_ sections: [SectionText]) -> Document {
    SharedPreparation(self).document(sections)
  }
}
