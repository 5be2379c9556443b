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
    /// A reference `[^label]` to a footnote that does not exist; the labels that do.
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
    /// Text after `[!KIND]` on its line.
    case textAfterCallout(String)
    case tooDeep
    /// The number of bytes found.
    case tooLong(Int)
    /// Tables of so many cells, references of so many bytes… that parsing would not end.
    case tooCostly(MarkdownLimits.Cost)
  }

  public var kind: Kind
  public var position: Position

  init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
