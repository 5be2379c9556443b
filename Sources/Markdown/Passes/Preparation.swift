/// The Markdown of one section, with what its place in the plan says of it.
public struct SectionText: Sendable, Hashable {
  public var markdown: String
  /// The identifier of the section's first heading; nil when its text decides.
  public var identifier: String?
  /// Whether the section's headings are numbered.
  public var isNumbered: Bool

  public init(markdown: String, identifier: String? = nil, isNumbered: Bool = true) {
    self.markdown = markdown
    self.identifier = identifier
    self.isNumbered = isNumbered
  }
}

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
    var document = Document(
      joining: sections.map { section in
        var part = Document(parsing: section.markdown)
        part.readIdentifiers(first: section.identifier, isNumbered: section.isNumbered)
        return part
      })
    apply(to: &document)
    return document
  }

  /// Applies every pass but `readIdentifiers`, in the order they need.
  public func apply(to document: inout Document) {
    document.assignIdentifiers(reserved: reservedIdentifiers)
    document.assignNumbers(numbering)
    document.readCallouts()
    document.readCaptions()
    document.expandAcronyms(glossary)
    document.applyFrenchTypography()
  }
}
