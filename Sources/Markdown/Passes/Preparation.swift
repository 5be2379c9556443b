import Synchronization

/// The passes from parsed sections to documents ready to render.
///
/// A section that several documents have at the same place is prepared once. A document is the same
/// whichever were made before it, and on whichever thread.
public final class Preparation: Sendable {
  private struct Known {
    var sections: [PreparedSection.Place: [PreparedSection]] = [:]
    /// The hashes of what one group of documents has, to know what a second one has too.
    var seen: Set<Int> = []
  }

  private let acronyms: AcronymExpansion
  private let reservedIdentifiers: Set<String>
  private let known = Mutex(Known())
  /// What the documents of several groups have.
  private let common: Preparation?

  /// - Parameters:
  ///   - glossary: the acronyms to explain at their first use.
  ///   - reservedIdentifiers: those that the page uses itself, so that no heading gets them.
  public init(glossary: [Acronym] = [], reservedIdentifiers: Set<String> = []) {
    acronyms = AcronymExpansion(glossary)
    self.reservedIdentifiers = reservedIdentifiers
    common = nil
  }

  /// The preparation of a group of documents: what it alone has leaves memory with it.
  public init(sharing common: Preparation) {
    acronyms = common.acronyms
    reservedIdentifiers = common.reservedIdentifiers
    self.common = common
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
    let kept = section(at: place, after: explained) ?? common?.section(at: place, after: explained)
    if let kept { return kept }
    // Outside the locks: two threads may make the same one; both are equal.
    let section = PreparedSection(place, after: expansion)
    keep(section, at: place)
    if let common, common.hasSeen(place) { common.keep(section, at: place) }
    return section
  }

  private func section(
    at place: PreparedSection.Place, after explained: Set<String>
  ) -> PreparedSection? {
    known.withLock { $0.sections[place]?.first { $0.serves(after: explained) } }
  }

  private func keep(_ section: PreparedSection, at place: PreparedSection.Place) {
    known.withLock { $0.sections[place, default: []].append(section) }
  }

  /// Whether a place was asked for before; it was from now on.
  private func hasSeen(_ place: PreparedSection.Place) -> Bool {
    known.withLock { !$0.seen.insert(place.hashValue).inserted }
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
