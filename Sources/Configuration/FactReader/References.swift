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

  /// The root with its references resolved; one to nothing is left out.
  mutating func resolved() -> Record {
    var found = DiagnosticList()
    let record = root.mapFacts { fact, context in
      guard case .reference(let list, _) = context.type, let code = fact.value.text else {
        return fact
      }
      let records = root.records(at: list)
      if let target = records.first(where: { $0.code == code }) {
        return Fact(.record(target), place: fact.place, source: fact.source)
      }
      if !unknownLists.contains(list) {
        found.add(
          unknown(
            code, at: fact.place, path: context.path, list: list, codes: records.compactMap(\.code))
        )
      }
      return nil
    }
    diagnostics.add(contentsOf: found)
    return record
  }

  private func unknown(
    _ code: String, at place: Place?, path: String, list: String, codes: [String]
  ) -> Diagnostic {
    Diagnostic(
      ConfigurationCode.unknownReference,
      "« \(code) », cité par « \(path) », n'est pas un code de « \(list) ».", at: place,
      expected: codes.isEmpty
        ? "un code de « \(list) », qui n'en a aucun"
        : "un code parmi " + codes.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: code, among: codes))
  }
}
