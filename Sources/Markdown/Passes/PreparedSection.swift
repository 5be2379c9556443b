import Synchronization

/// A section with all passes that look at nothing beyond it, at each place where it stands.
final class PreparedSection: Sendable {
  /// What of a document decides how a section reads in it.
  struct Place: Hashable, Sendable {
    /// The rank of the section.
    var rank: Int
    /// How many footnotes stand before its own.
    var noteOffset: Int
    /// The sigles of the section that were explained before it.
    var explained: Set<String>
  }

  /// The sigles of its blocks.
  let mentioned: Set<String>
  /// Those that are explained once it was read.
  let explained: Set<String>
  /// Parsed; identifiers, callouts and captions read.
  private let parsed: Document
  private let expansion: AcronymExpansion
  private let documents = Mutex<[Place: Document]>([:])

  /// - Parameter expansion: with the glossary, before any text.
  init(_ text: SectionText, expansion: AcronymExpansion) {
    var document = Document(parsing: text.markdown)
    document.readIdentifiers(first: text.identifier, isNumbered: text.isNumbered)
    document.readCallouts()
    document.readCaptions()
    parsed = document
    self.expansion = expansion
    var reading = expansion
    var blocks = Document(blocks: document.blocks)
    blocks.expandAcronyms(with: &reading)
    (mentioned, explained) = (reading.mentioned, reading.explained)
  }

  /// The section at a place of a document; its footnotes, which readers meet after all sections,
  /// without acronyms and typography.
  func document(at place: Place) -> Document {
    if let document = documents.withLock({ $0[place] }) { return document }
    let document = made(at: place)
    documents.withLock { $0[place] = document }
    return document
  }

  private func made(at place: Place) -> Document {
    var expansion = expansion
    expansion.explained = place.explained
    var blocks = Document(blocks: parsed.blocks)
    blocks.expandAcronyms(with: &expansion)
    blocks.applyFrenchTypography()
    return Document(blocks: blocks.blocks, notes: parsed.notes, faults: parsed.faults)
      .relocated(text: place.rank, noteOffset: place.noteOffset)
  }
}
