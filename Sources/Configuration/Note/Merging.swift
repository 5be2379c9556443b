public import Facts

/// Where one value of a note comes from.
public struct Origin: Sendable, Hashable {
  /// The dotted path of the value; a list is one value.
  public var path: String
  public var fact: Fact
  /// What less specific files say, the most specific first.
  public var overridden: [Fact]
}

/// Puts the facts of several files together: the most specific wins, records key by key, lists and
/// plain values whole.
struct Merging {
  /// The year of the note, which settles whether a figure is published or deduced.
  let year: SchoolYear
  private(set) var origins: [Origin] = []

  init(for year: SchoolYear) { self.year = year }

  /// - Parameter layers: the records of the files, the most specific first.
  mutating func merge(_ layers: [Record], schema: Schema, path: String = "") -> Record {
    var merged = Record()
    for field in schema.fields {
      let facts = layers.compactMap { $0[field.key].map(settled) }
      guard let first = facts.first else { continue }
      let inner = path.isEmpty ? field.key : path + "." + field.key
      if case .record(let innerSchema) = field.type {
        let records = facts.compactMap { fact -> Record? in
          if case .record(let record) = fact.value { record } else { nil }
        }
        let record = merge(records, schema: innerSchema, path: inner)
        merged[field.key] = Fact(.record(record), place: first.place)
      } else {
        merged[field.key] = first
        origins.append(Origin(path: inner, fact: first, overridden: Array(facts.dropFirst())))
      }
    }
    return merged
  }

  private func settled(_ fact: Fact) -> Fact {
    var fact = fact
    fact.source = fact.source?.settled(for: year)
    return fact
  }
}
