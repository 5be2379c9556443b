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
    guard let note = earlier.last(where: { $0.published != nil }) ?? earlier.last else {
      return nil
    }
    self.year = note.year
    isYearBefore = note.year == year.previous
    last = note.published?.facts ?? note.record
  }

  func completing(_ record: Record) -> Record { completing(record, beside: last) }

  private func completing(_ record: Record, beside last: Record?) -> Record {
    Record(
      Dictionary(
        uniqueKeysWithValues: record.fields.map { key, fact in
          (key, completing(fact, beside: last?[key]))
        }))
  }

  private func completing(_ fact: Fact, beside last: Fact?) -> Fact {
    var fact = fact
    switch fact.value {
    case .record(let record):
      fact.value = .record(completing(record, beside: last?.value.record))
    case .list(let items):
      fact.value = .list(completing(items, beside: last))
    case .pending(.toBeConfirmed(let proposed, _)):
      fact.value = .pending(.toBeConfirmed(proposed, last: lastValue(last)))
    default: break
    }
    return fact
  }

  private func completing(_ items: [Fact], beside last: Fact?) -> [Fact] {
    var twins: [String: Fact] = [:]
    if case .list(let facts)? = last?.value {
      for fact in facts {
        if let name = LastValues.name(of: fact), twins[name] == nil { twins[name] = fact }
      }
    }
    return items.map { item in
      // Of two items with one name, the first has the twin.
      completing(item, beside: LastValues.name(of: item).flatMap { twins.removeValue(forKey: $0) })
    }
  }

  private func lastValue(_ fact: Fact?) -> LastValue? {
    guard let value = fact?.value else { return nil }
    if case .pending = value { return nil }
    return LastValue(value, year: year, isYearBefore: isYearBefore)
  }

  private static func name(of item: Fact) -> String? {
    guard let record = item.value.record else { return nil }
    return ["code", "etape", "numero", "nom", "titre"].lazy
      .compactMap { record[$0].map { FrenchFormat.text(of: $0.value) } }.first
  }
}

extension NoteFacts {
  /// - Parameter earlier: the department's notes of earlier years, from the oldest.
  mutating func completeLastValues(after earlier: [NoteFacts]) {
    guard let last = LastValues(for: year, after: earlier) else { return }
    record = last.completing(record)
    for index in origins.indices {
      guard case .pending = origins[index].fact.value,
        let fact = record.fact(at: origins[index].path)
      else { continue }
      origins[index].fact = fact
    }
  }
}

extension Value {
  fileprivate var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }
}
