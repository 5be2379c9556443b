import Diagnostics
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
  var takeOrigin: ((Origin) -> Void)?

  /// - Parameters:
  ///   - layers: the records of the files, the most specific first.
  ///   - schema: that of the result; keys that it has not are left out.
  func merge(_ layers: [Record], as schema: Schema, path: [String] = []) -> Record {
    var merged = Record(schema)
    for (index, field) in schema.fields.enumerated() {
      let facts = layers.compactMap { $0[field.key].map(settled) }
      guard let first = facts.first else { continue }
      let inner = takeOrigin == nil ? [] : path + [field.key]
      if case .record(let innerSchema) = field.type {
        let record = merge(facts.compactMap(\.value.record), as: innerSchema, path: inner)
        merged[index] = Fact(.record(record), place: first.place)
      } else if field.has(.addedByCode) {
        let list = Fact(.list(added(facts)), place: first.place)
        merged[index] = list
        takeOrigin?(Origin(path: inner.joined(separator: "."), fact: list, overridden: []))
      } else {
        merged[index] = first
        takeOrigin?(
          Origin(
            path: inner.joined(separator: "."), fact: first, overridden: Array(facts.dropFirst())))
      }
    }
    return merged
  }

  /// The items of all files, the least specific first; of two with one code, the more specific.
  private func added(_ facts: [Fact]) -> [Fact] {
    var items: [Fact] = []
    for fact in facts.reversed().flatMap({ $0.value.items ?? [] }) {
      let code = fact.value.record?.code
      if let rank = items.firstIndex(where: { $0.value.record?.code == code }), code != nil {
        items[rank] = fact
      } else {
        items.append(fact)
      }
    }
    return items
  }

  private func settled(_ fact: Fact) -> Fact {
    guard let source = fact.source else { return fact }
    var fact = fact
    fact.source = source.settled(for: year)
    return fact
  }
}

extension NoteFacts {
  /// Where each value that the note shows comes from, in the order of the schema; computed values
  /// are not there.
  ///
  /// A value on which a frozen pair and the sources agree keeps its origin in the sources; any other
  /// has its place in the pair, and replaces nothing.
  public var origins: [Origin] {
    guard let frozen else { return sourceOrigins }
    let sources = byPath(sourceOrigins)
    let now = byPath(origins(of: [record.withoutPlaces]))
    let then = byPath(origins(of: [frozen.record.withoutPlaces]))
    return origins(of: [frozen.record]).map { frozen in
      let isSame = now[frozen.path]?.fact == then[frozen.path]?.fact
      return isSame ? sources[frozen.path] ?? frozen : frozen
    }
  }

  public var sourceOrigins: [Origin] {
    origins(of: layers).map { origin in
      // What the last note said in its place stands in the record alone.
      guard case .pending = origin.fact.value, let fact = record.fact(at: origin.path) else {
        return origin
      }
      return Origin(path: origin.path, fact: fact, overridden: origin.overridden)
    }
  }

  /// Where what no note shows is written: the plan's changes, what is waived. Each file adds its own, and
  /// replaces nothing.
  var unshownOrigins: [Origin] {
    layers.flatMap { origins(of: [$0], as: NoteSchema.unshown) }
  }

  private func origins(
    of layers: [Record], as schema: Schema = NoteSchema.visible
  ) -> [Origin] {
    var origins: [Origin] = []
    _ = Merging(year: year) { origins.append($0) }.merge(layers, as: schema)
    return origins
  }

  private func byPath(_ origins: [Origin]) -> [String: Origin] {
    Dictionary(origins.map { ($0.path, $0) }) { first, _ in first }
  }
}

extension Record {
  /// What is said and where it comes from, wherever it is written; a reference is its code.
  fileprivate var withoutPlaces: Record {
    mapFacts { fact, context in
      var fact = fact
      fact.place = nil
      if case .reference = context.type, let code = fact.value.record?.code {
        fact.value = .text(code)
      }
      return fact
    }
  }
}

extension Record {
  /// The record with the codes of references replaced by the records that they name; one to nothing
  /// is left out.
  ///
  /// - Parameter unknownLists: lists that a file which could not be read may hold: their codes are
  ///   unknown.
  func resolved(
    unknownLists: Set<String> = [], into diagnostics: inout DiagnosticList
  ) -> Record {
    mapFacts(\.holdsReference) { fact, context in
      guard case .reference(let list, _) = context.type, let code = fact.value.text else {
        return fact
      }
      let records = records(at: list)
      if let target = records.first(where: { $0.code == code }) {
        return Fact(.record(target), place: fact.place, source: fact.source)
      }
      if unknownLists.contains(list) { return nil }
      let codes = records.compactMap(\.code)
      diagnostics.add(
        Diagnostic(
          ConfigurationCode.unknownReference,
          "« \(code) », cité par « \(context.path) », n'est pas un code de « \(list) ».",
          at: fact.place,
          expected: codes.isEmpty
            ? "un code de « \(list) », qui n'en a aucun"
            : "un code parmi " + codes.joined(separator: ", "),
          suggestion: Suggestion.nearest(to: code, among: codes),
          correction: Suggestion.correction(of: code, at: fact.place, among: codes)))
      return nil
    }
  }
}
