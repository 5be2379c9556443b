import Synchronization

/// One preparation for many documents: a section that several of them have is prepared once.
///
/// A document is the same whichever were made before it, and on whichever thread.
public final class SharedPreparation: Sendable {
  private let preparation: Preparation
  private let expansion: AcronymExpansion
  private let known = Mutex<[SectionText: PreparedSection]>([:])

  public init(_ preparation: Preparation) {
    self.preparation = preparation
    expansion = AcronymExpansion(preparation.glossary)
  }

  /// Parses sections, joins them, and applies every pass.
  ///
  /// In the result `Position.text` is the rank of the section.
  public func document(_ sections: [SectionText]) -> Document {
    var document = Document()
    var expansion = expansion
    for (rank, text) in sections.enumerated() {
      let section = section(text)
      document.append(
        section.document(
          at: PreparedSection.Place(
            rank: rank, noteOffset: document.notes.count,
            explained: section.mentioned.intersection(expansion.explained))))
      expansion.explained.formUnion(section.explained)
    }
    document.finishNotes(with: &expansion)
    // After typography, which changes none of the letters that identifiers are made from.
    document.assignIdentifiers(reserved: preparation.reservedIdentifiers)
    document.assignNumbers(preparation.numbering)
    return document
  }

  private func section(_ text: SectionText) -> PreparedSection {
    if let section = known.withLock({ $0[text] }) { return section }
    // Outside the lock: two threads may make the same one, and one of them is kept.
    let section = PreparedSection(text, expansion: expansion)
    return known.withLock { known in
      if let first = known[text] { return first }
      known[text] = section
      return section
    }
  }
}

extension Document {
  /// The passes that come after the sections, for the footnotes: readers meet them last.
  fileprivate mutating func finishNotes(with expansion: inout AcronymExpansion) {
    guard !notes.isEmpty else { return }
    var footnotes = Document(notes: notes)
    footnotes.expandAcronyms(with: &expansion)
    footnotes.applyFrenchTypography()
    notes = footnotes.notes
  }
}
