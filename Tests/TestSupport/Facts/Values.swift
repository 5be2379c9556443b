public import Facts

/// A record of values that no file holds.
public func record(_ fields: [String: Value]) -> Record { Record(fields.mapValues { Fact($0) }) }

public func list(_ records: [[String: Value]]) -> Value {
  .list(records.map { Fact(.record(record($0))) })
}

public func texts(_ texts: [String]) -> Value { .list(texts.map { Fact(.text($0)) }) }

public func perCollectif(_ cents: Int64) -> Value {
  .amount(Amount(cents: cents, unit: .perCollectif))
}

/// « 2025-06-20 »; a text that is no day stays a text, which no test expects.
public func day(_ text: String) -> Value { Day(iso: text).map { .day($0) } ?? .text(text) }

public func month(_ year: Int, _ month: Int) -> Value {
  Month(year: year, month: month).map { .month($0) } ?? .text("")
}

public func part(_ part: PartOfMonth.Part, _ year: Int, _ month: Int) -> Value {
  Month(year: year, month: month).map { .partOfMonth(PartOfMonth(part, of: $0)) } ?? .text("")
}

/// « 2025-2026 » from 2025.
public func year(_ start: Int) -> Value {
  SchoolYear(start: start).map { .schoolYear($0) } ?? .text("")
}

extension Day {
  /// « 2025-06-20 ».
  public init?(iso text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}

extension Record {
  /// A record whose schema is made from its keys.
  public init(_ facts: [String: Fact]) {
    self.init(Schema("", facts.keys.sorted().map { Field($0, .text, label: $0) }))
    for (key, fact) in facts { self[key] = fact }
  }
}
