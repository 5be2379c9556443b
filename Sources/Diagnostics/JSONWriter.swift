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
    let errors = diagnostics.count { $0.severity == .error }
    let value = JSON.object([
      "diagnostics": .list(diagnostics.map(value), .lines),
      "erreurs": .integer(errors),
      "avertissements": .integer(diagnostics.count - errors),
    ])
    return value.text + "\n"
  }

  private static func value(_ diagnostic: Diagnostic) -> JSON {
    let inclusions = diagnostic.includedFrom.map { JSON.members(members($0)) }
    return .members(
      [
        ("code", .string(diagnostic.code)),
        ("gravite", .string(diagnostic.severity.rawValue)),
      ] + members(diagnostic.place) + [
        ("message", .string(diagnostic.message)),
        ("attendu", .string(diagnostic.expected)),
        ("suggestion", .string(diagnostic.suggestion)),
      ] + (inclusions.isEmpty ? [] : [("inclusions", .list(inclusions))]))
  }

  private static func members(_ place: Place?) -> [(key: String, value: JSON)] {
    [
      ("fichier", .string(place?.file)), ("ligne", .integer(place?.line)),
      ("colonne", .integer(place?.column)),
    ]
  }
}
