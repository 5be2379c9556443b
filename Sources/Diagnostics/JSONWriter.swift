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
        .init("code", .string(diagnostic.code)),
        .init("gravite", .string(diagnostic.severity.rawValue)),
      ] + members(diagnostic.place) + [
        .init("message", .string(diagnostic.message)),
        .init("attendu", .string(diagnostic.expected)),
        .init("suggestion", .string(diagnostic.suggestion)),
      ] + (inclusions.isEmpty ? [] : [.init("inclusions", .list(inclusions))]))
  }

  private static func members(_ place: Place?) -> [JSON.Member] {
    [
      .init("fichier", .string(place?.file)), .init("ligne", .integer(place?.line)),
      .init("colonne", .integer(place?.column)),
    ]
  }
}
