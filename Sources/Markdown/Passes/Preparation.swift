import Synchronization

/// The passes from parsed sections to documents ready to render.
///
/// A section that several documents have at the same place is prepared once. A document is the same
/// whichever were made before it, and on whichever thread.
public final class Preparation: Sendable {
  private let acronyms: AcronymExpansion
  private let reservedIdentifiers: Set<String>
  private let known = Mutex<[PreparedSection.Place: [PreparedSection]]>([:])

  /// - Parameters:
  ///   - glossary: the acronyms to explain at their first use.
  ///   - reservedIdentifiers: those that the page uses itself, so that no heading gets them.
  public init(glossary: [Acronym] = [], reservedIdentifiers: Set<String> = []) {
    acronyms = AcronymExpansion(glossary)
    self.reservedIdentifiers = reservedIdentifiers
  }

  /// Parses sections, joins them, and applies every pass.
  ///
  /// In the result `Position.text` is the rank of the section.
  public func document(_ sections: [SectionText]) -> Document {
    var document = Document()
    var expansion = acronyms
    var found: [Fault] = []
    for (rank, text) in sections.enumerated() {
      let section = section(
        at: PreparedSection.Place(text: text, rank: rank, noteOffset: document.notes.count),
        after: expansion)
      document.blocks += section.document.blocks
      document.notes += section.document.notes
      document.faults += section.document.faults
      found += section.faults
      expansion.explained.formUnion(section.explained)
    }
    if !document.notes.isEmpty {
      // Readers meet the footnotes last.
      var footnotes = Document(notes: document.notes)
      footnotes.finishInlines(with: &expansion)
      document.notes = footnotes.notes
      found += footnotes.faultsOfTree()
    }
    // After typography, which changes none of the letters that identifiers are made from.
    document.assignIdentifiers(reserved: reservedIdentifiers)
    document.assignNumbers()
    document.report(found, highestLevels: sections.map(\.highestLevel))
    return document
  }

  private func section(
    at place: PreparedSection.Place, after expansion: AcronymExpansion
  ) -> PreparedSection {
    let explained = expansion.explained
    if let section = known.withLock({ $0[place]?.first { $0.serves(after: explained) } }) {
      return section
    }
    // Outside the lock: two threads may make the same one; both are equal.
    let section = PreparedSection(place, after: expansion)
    known.withLock { $0[place, default: []].append(section) }
    return section
  }
}

extension Document {
  /// Explains acronyms, but in headings, and puts French spaces and apostrophes into every text.
  mutating func finishInlines(with expansion: inout AcronymExpansion) {
    var stream = InlineStream()
    visitInlines { inlines, context in
      stream.read(inlines)
      let mayExpand = context == .paragraph
      if context != .heading,
        let explained = expansion.apply(to: inlines, read: stream, mayExpand: mayExpand)
      {
        inlines = explained
        stream.read(inlines)
      }
      inlines = FrenchTypography.apply(to: inlines, read: stream)
    }
  }
}
