import Diagnostics
import Facts

/// Replaces the codes of references by the records that they name.
struct References {
  let root: Record
  /// Lists that a file which could not be read may hold: their codes are unknown.
  let unknownLists: Set<String>
  private(set) var diagnostics = DiagnosticList()

  init(root: Record, unknownLists: Set<String> = []) {
    self.root = root
    self.unknownLists = unknownLists
  }

  mutating func resolve(_ record: Record, _ schema: Schema, path: String = "") -> Record {
    var record = record
    for field in schema.fields {
      guard let fact = record[field.key] else { continue }
      let inner = path.isEmpty ? field.key : path + "." + field.key
      record[field.key] = resolve(fact, field.type, path: inner)
    }
    return record
  }

  /// The fact with its references resolved; nil when it is a reference to nothing.
  private mutating func resolve(_ fact: Fact, _ type: FactType, path: String) -> Fact? {
    var fact = fact
    switch (type, fact.value) {
    case (.record(let schema), .record(let record)):
      fact.value = .record(resolve(record, schema, path: path))
    case (.list(let item), .list(let facts)):
      fact.value = .list(facts.compactMap { resolve($0, item, path: path) })
    case (.reference(let list, _), .text(let code)):
      let targets = root.records(at: list)
      guard let target = targets.first(where: { $0.text(at: "code") == code }) else {
        if !unknownLists.contains(list) {
          reportUnknown(code, at: fact.place, path: path, list: list)
        }
        return nil
      }
      fact.value = .record(target)
    default: break
    }
    return fact
  }

  private mutating func reportUnknown(_ code: String, at place: Place?, path: String, list: String)
  {
    let codes = root.records(at: list).compactMap { $0.text(at: "code") }
    diagnostics.add(
      Diagnostic(
        ConfigurationCode.unknownReference,
        "« \(code) », cité par « \(path) », n'est pas un code de « \(list) ».", at: place,
        expected: codes.isEmpty
          ? "un code de « \(list) », qui n'en a aucun"
          : "un code parmi " + codes.joined(separator: ", "),
        suggestion: Suggestion.nearest(to: code, among: codes)))
  }
}
