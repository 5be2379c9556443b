import Facts

/// Puts beside each value to be confirmed what the department's last note says in its place.
///
/// The same place is the same path; items of lists are matched by what names them.
struct LastValues {
  private let year: SchoolYear
  private let isYearBefore: Bool
  private let last: Record

  /// - Parameter earlier: the department's notes of earlier years, from the oldest. The last that is
  ///   published counts: a draft is not decided. Without a published one, the last.
  init?(for year: SchoolYear, after earlier: [NoteFacts]) {
    guard let note = earlier.last(where: { $0.frozen != nil }) ?? earlier.last else {
      return nil
    }
    self.year = note.year
    isYearBefore = note.year == year.previous
    last = note.frozen?.record ?? note.record
  }

  func completing(_ record: Record) -> Record {
    guard record.waits else { return record }
    return record.mapFacts(beside: last) { fact, twin in
      guard case .pending(.toBeConfirmed(let proposed, _)) = fact.value else { return fact }
      var fact = fact
      fact.value = .pending(.toBeConfirmed(proposed, last: lastValue(twin)))
      return fact
    }
  }

  private func lastValue(_ fact: Fact?) -> LastValue? {
    guard let value = fact?.value, value.isKnown else { return nil }
    return LastValue(value, year: year, isYearBefore: isYearBefore)
  }
}

extension NoteFacts {
  /// - Parameter earlier: the department's notes of earlier years, from the oldest.
  mutating func completeLastValues(after earlier: [NoteFacts]) {
    guard let last = LastValues(for: year, after: earlier) else { return }
    record = last.completing(record)
  }
}
