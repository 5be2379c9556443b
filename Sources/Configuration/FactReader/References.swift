import Diagnostics
import Facts

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
      if !unknownLists.contains(list) {
        diagnostics.add(
          .unknownReference(
            code, at: fact.place, path: context.path, list: list, codes: records.compactMap(\.code))
        )
      }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownReference(
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
