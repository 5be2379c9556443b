import Text

/// Writes diagnostics as JSON, keys always in the same order.
///
/// **Shape**: `{"diagnostics": [{"code", "gravite", "fichier", "ligne", "colonne", "message",
/// "attendu", "suggestion", "inclusions"}], "erreurs": 1, "avertissements": 0}`. What is unknown is
/// `null`; `inclusions`, a list of `{"fichier", "ligne", "colonne"}` with the nearest first, is there
/// only when there are some.
public enum JSONWriter {
  /// The diagnostics in their order, as one JSON object ended by a newline.
  public static func text(_ diagnostics: [Diagnostic]) -> String {
    let items = diagnostics.map { "\n  " + object($0) }.joined(separator: ",")
    let list = items.isEmpty ? "[]" : "[\(items)\n]"
    let errors = diagnostics.count { $0.severity == .error }
    return "{\"diagnostics\": \(list), \"erreurs\": \(errors), "
      + "\"avertissements\": \(diagnostics.count - errors)}\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    var members = [
      ("code", JSONText.string(diagnostic.code)),
      ("gravite", JSONText.string(diagnostic.severity.rawValue)),
    ]
    members += place(diagnostic.place)
    members += [
      ("message", JSONText.string(diagnostic.message)),
      ("attendu", JSONText.string(diagnostic.expected)),
      ("suggestion", JSONText.string(diagnostic.suggestion)),
    ]
    if !diagnostic.includedFrom.isEmpty {
      let places = diagnostic.includedFrom.map { object(place($0)) }
      members.append(("inclusions", "[" + places.joined(separator: ", ") + "]"))
    }
    return object(members)
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  private static func place(_ place: Place?) -> [(String, String)] {
    [
      ("fichier", JSONText.string(place?.file)), ("ligne", place.map { String($0.line) } ?? "null"),
      ("colonne", place.map { String($0.column) } ?? "null"),
    ]
  }
}
