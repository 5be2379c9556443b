import Comparison

/// The two texts that a comparison was made from: nothing of them may be lost.
extension NoteComparison {
  /// The sections as they were.
  var before: [TextSection] {
    sections.filter { $0.nature == .departed || !$0.isMoved }.compactMap { section in
      section.before.map {
        TextSection(
          name: $0.name, title: $0.title, blocks: section.blocks.compactMap(\.oldBlock))
      }
    }
  }

  /// The sections as they are.
  var after: [TextSection] {
    sections.filter { $0.nature != .departed }.compactMap { section in
      section.after.map {
        TextSection(
          name: $0.name, title: $0.title, blocks: section.blocks.compactMap(\.newBlock))
      }
    }
  }
}
