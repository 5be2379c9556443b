/// A section as it reads at one place of a document, after all passes that look at nothing beyond it.
final class PreparedSection: Sendable {
  /// What decides how a section reads, but for the acronyms explained before it.
  struct Place: Hashable, Sendable {
    var text: SectionText
    /// The rank of the section.
    var rank: Int
    /// How many footnotes stand before its own.
    var noteOffset: Int
  }

  /// The section; its footnotes, which readers meet after all sections, without acronyms and
  /// typography.
  let document: Document
  /// What is wrong in its tree.
  let faults: [Fault]
  /// The sigles of its blocks.
  private let mentioned: Set<String>
  /// Those of them that were explained before it.
  private let known: Set<String>
  /// The sigles that are explained once it was read.
  let explained: Set<String>

  /// - Parameter expansion: the acronyms, after the sections before this one.
  init(_ place: Place, after expansion: AcronymExpansion) {
    var document = Document(
      parsing: place.text.markdown, rank: place.rank, noteOffset: place.noteOffset)
    document.readIdentifiers(first: place.text.identifier, isNumbered: place.text.isNumbered)
    document.readCallouts()
    document.readCaptions()
    let notes = document.notes
    document.notes = []
    var reading = expansion
    document.finishInlines(with: &reading)
    faults = document.faultsOfTree()
    document.notes = notes
    self.document = document
    mentioned = reading.mentioned
    known = mentioned.intersection(expansion.explained)
    explained = mentioned.intersection(reading.explained)
  }

  /// Whether the section reads the same where other acronyms were explained before.
  func serves(after explained: Set<String>) -> Bool {
    known.isSubset(of: explained)
      && mentioned.allSatisfy { known.contains($0) || !explained.contains($0) }
  }
}
