extension NoteComparison {
  /// Compares two notes.
  ///
  /// The search runs in one canonical order, so that comparing the notes the other way round
  /// exchanges what was added and what was removed, exactly. Time and memory are proportional to the
  /// words of the notes, but for logarithms, whatever they hold.
  ///
  /// - Parameter causes: by name of section, the circulaire or decision behind its changes; it is
  ///   passed through to the sections that changed.
  public init(from before: ComparedNote, to after: ComparedNote, causes: [String: String] = [:]) {
    var text = TextComparison(before.sections, after.sections, causes: causes)
    self.init(
      beforeIdentifier: before.identifier, afterIdentifier: after.identifier,
      values: ValueComparison.changes(from: before, to: after),
      sections: ChangeNumbering.numbered(text.sections()))
  }
}
