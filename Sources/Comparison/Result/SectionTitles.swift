import Facts

/// What the sections of both notes are called, and what there is to say of each as a whole.
public struct SectionTitles: Sendable {
  private var before: [String: String] = [:]
  private var after: [String: String] = [:]

  public init(_ comparison: NoteComparison) {
    for section in comparison.sections {
      if let label = section.before { before[label.name] = label.title }
      if let label = section.after { after[label.name] = label.title }
    }
  }

  /// The title of a section of the old note, between quotes.
  public func oldTitle(_ name: String) -> String { quoted([name], before) }

  public func newTitle(_ name: String) -> String { quoted([name], after) }

  /// « nouvelle section », « section déplacée », « vient de « … » », in order; empty when there is
  /// nothing to say.
  public func remarks(on section: SectionChange) -> [String] {
    var remarks: [String] = []
    if section.nature == .added { remarks.append("nouvelle section") }
    if section.nature == .removed { remarks.append("section supprimée") }
    if section.isRenamed, let before = section.before {
      remarks.append("avant\u{A0}: «\u{A0}\(before.title)\u{A0}»")
    }
    if section.isMoved { remarks.append("section déplacée") }
    if !section.cameFrom.isEmpty {
      remarks.append("vient de " + quoted(section.cameFrom, before))
    }
    if !section.wentTo.isEmpty {
      remarks.append("est passé dans " + quoted(section.wentTo, after))
    }
    return remarks
  }

  private func quoted(_ names: [String], _ titles: [String: String]) -> String {
    FrenchFormat.list(names.map { "«\u{A0}\(titles[$0] ?? $0)\u{A0}»" })
  }
}
