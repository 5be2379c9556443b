/// What changed from one note to another: values first, then the text.
public struct NoteComparison: Sendable, Hashable {
  /// The identifier of the old note: `vosges/2025-2026`.
  public let beforeIdentifier: String
  public let afterIdentifier: String
  /// The facts that changed, and those that did not where readers would ask; by group, then in the
  /// order of the schema.
  public var values: [ValueChange]
  /// All sections of both notes, in one order of display.
  public let sections: [SectionChange]

  /// Whether no fact and no word changed; typography alone is no change.
  public var isEmpty: Bool {
    !values.contains { $0.nature != .unchanged }
      && sections.allSatisfy { $0.nature == .unchanged && !$0.isMoved && !$0.isRenamed }
  }

  public var changedValues: [ValueChange] { values.filter { $0.nature != .unchanged } }
}

extension NoteComparison {
  /// The search runs in one canonical order, so that comparing the notes the other way round
  /// exchanges what was added and what was removed, exactly. Time and memory are proportional to the
  /// words of the notes, but for logarithms, whatever they hold.
  ///
  /// - Parameter causes: by name of section, the circulaire or decision behind its changes; it is
  ///   passed through to the sections that changed.
  public init(from before: ComparedNote, to after: ComparedNote, causes: [String: String] = [:]) {
    let (old, new) = Explanations.settled(before.sections, after.sections)
    var text = TextComparison(old, new, causes: causes)
    self.init(
      beforeIdentifier: before.identifier, afterIdentifier: after.identifier,
      values: ValueComparison.changes(from: before, to: after),
      sections: ChangeNumbering.numbered(text.sections()))
  }
}
