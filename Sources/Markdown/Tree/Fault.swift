/// One thing wrong in a document, where it stands and what it is; `problems` says it in French.
public struct Fault: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Raw HTML, as written.
    case html(String)
    /// A link or an image to an address whose scheme is not allowed.
    case unsafeAddress(String, isImage: Bool)
    /// A link with nothing to click on.
    case linkWithoutText(String)
    /// An image with nothing to read instead of it.
    case imageWithoutText(String)
    case tableWithoutCaption
    /// A paragraph « Tableau : … » that no table follows; the caption's words.
    case captionWithoutTable(String)
    /// A reference `[^label]` to a footnote that does not exist; the first labels that do.
    case unknownNote(String, known: [String])
    /// A footnote that nothing refers to, so that it is not printed.
    case unusedNote(String)
    case duplicateNote(String)
    /// A heading deeper than the one before by more than one level.
    case skippedLevel(found: Int, expected: Int)
    case emptyHeading
    /// What stands between `{#` and `}`.
    case invalidIdentifier(String)
    case duplicateIdentifier(String)
    /// What stands between `[!` and `]`.
    case unknownCallout(String)
    /// `[!KIND]` without any text.
    case emptyCallout(String)
    /// Text after `[!KIND]` on its line.
    case textAfterCallout(String)
    /// A heading of a higher level than its section, or than a section may have; its words where the
    /// line below them makes it.
    case levelTooHigh(found: Int, expected: Int, underlined: String?)
    /// A heading of a level that pages do not show.
    case levelTooLow(found: Int)
    /// A line of dashes that makes a heading of the words before it; those words.
    case underlinedHeading(String)
    /// What stands in a cell beyond those of the header, which has so many.
    case extraCell(String, columns: Int)
    /// A list within a cell that is none, « • un • deux ».
    case listInCell
    /// A line without cells that a table takes for a row.
    case lineInTable(String)
    /// A line of dashes that makes no table: its cells, and those of the header.
    case brokenTable(found: Int, header: Int)
    /// Lines between bars without the line of dashes that makes them a table of so many columns.
    case tableWithoutRule(columns: Int)
    /// `**` and its like, printed as they are.
    case marksLeft(String, isPair: Bool)
    case backtickLeft
    /// `\` in a text, whatever it was meant to do.
    case backslashLeft
    /// A link or an image whose brackets and parentheses stayed text.
    case linkLeft
    /// `//www.caf.fr` or `http:/www.caf.fr` in a text, of which no link is made.
    case addressLeft(String)
    /// `[ ]` or `[]`, printed as it is.
    case boxLeft
    /// The name of a value between single braces.
    case braceLeft(String)
    /// The name of a value as other programs write it: `[[annee]]`, `$annee$`.
    case nameLeft(String)
    /// `:smile:`, without its colons.
    case shortcodeLeft(String)
    /// `{#id}` elsewhere than at the end of a heading.
    case anchorLeft(String)
    /// A link without address, or whose address names no site.
    case emptyAddress(String)
    /// An address of another site without `https://`, or of mail without `mailto:`.
    case addressWithoutScheme(String)
    /// A no-break space within an address, and the address.
    case spaceInAddress(Unicode.Scalar, String)
    /// An image of another site.
    case foreignImage(String)
    /// A sign that nobody sees, made by an entity.
    case invisible(Unicode.Scalar)
    case tooDeep
    /// The number of bytes found.
    case tooLong(Int)
    /// Tables of so many cells, references of so many bytes… that parsing would not end.
    case tooCostly(MarkdownLimits.Cost)
  }

  public var kind: Kind
  public var position: Position
  /// What should stand at the position instead, over its whole length.
  public var correction: String?

  init(_ kind: Kind, at position: Position, correction: String? = nil) {
    self.kind = kind
    self.position = position
    self.correction = correction
  }
}
