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

  /// - Parameters:
  ///   - layers: the records of the files, the most specific first.
  ///   - schema: that of the result; keys that it has not are left out.
  mutating func merge(_ layers: [Record], as schema: Schema, path: String = "") -> Record {
    var merged = Record(schema)
    for (index, field) in schema.fields.enumerated() {
      let facts = layers.compactMap { $0[field.key].map(settled) }
      guard let first = facts.first else { continue }
      let inner = path.isEmpty ? field.key : path + "." + field.key
      if case .record(let innerSchema) = field.type {
        let record = merge(facts.compactMap(\.value.record), as: innerSchema, path: inner)
        merged[index] = Fact(.record(record), place: first.place)
      } else {
        merged[index] = first
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
