import Comparison
import Facts
import Testing

/// What holds for any two texts; the edits are random, their seeds are not.
@Suite struct PropertyTests {
  private func compare(_ a: [TextSection], _ b: [TextSection]) -> NoteComparison {
    NoteComparison(
      from: ComparedNote(identifier: "a", facts: Record([:]), sections: a),
      to: ComparedNote(identifier: "b", facts: Record([:]), sections: b))
  }

  private func pair(_ seed: UInt64) -> ([TextSection], [TextSection]) {
    var notes = RandomNotes(seed: seed)
    let note = notes.note()
    return (note, seed.isMultiple(of: 5) ? notes.note() : notes.edited(note))
  }

  @Test(arguments: UInt64(0)..<150)
  func aComparisonLosesNothingOfTheTexts(seed: UInt64) {
    let (old, new) = pair(seed)
    let comparison = compare(old, new)
    expectNoDifference(comparison.before, old)
    expectNoDifference(comparison.after, new)
  }

  @Test(arguments: UInt64(0)..<100)
  func aNoteComparedWithItselfHasNoChange(seed: UInt64) {
    let (old, _) = pair(seed)
    let comparison = compare(old, old)
    #expect(comparison.isEmpty)
    #expect(comparison.textChanges == [])
  }

  @Test(arguments: UInt64(0)..<300)
  func whatReadsOtherwiseIsSaidInWords(seed: UInt64) {
    let (old, new) = pair(seed)
    let comparison = compare(old, new)
    if comparison.isEmpty {
      expectNoDifference(old.map(Reading.init), new.map(Reading.init))
    }
    for change in comparison.textChanges {
      #expect(
        !change.remarks.isEmpty || change.runs.contains { $0.isChange } || change.nature == .moved,
        "\(change)")
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func aSwapExchangesAdditionsAndRemovals(seed: UInt64) {
    let (old, new) = pair(seed)
    expectNoDifference(
      compare(new, old).mirroredSections, renumbered(compare(old, new).sections))
  }

  @Test(arguments: UInt64(0)..<100)
  func changesAreNumberedInOrder(seed: UInt64) {
    let (old, new) = pair(seed)
    let numbers = compare(old, new).textChanges.map(\.number)
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == numbers.count)
  }
}
