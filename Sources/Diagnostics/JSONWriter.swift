import Text

/// Writes diagnostics as JSON, keys always in the same order.
///
/// **Shape**: `{"diagnostics": [{"code", "gravite", "fichier", "ligne", "colonne", "message",
/// "attendu", "suggestion", "correction", "motif", "inclusions"}], "erreurs": 1, "avertissements": 0,
/// "derogations": 0}`. What is unknown is `null`.
///
/// `correction` is `{"fichier", "ligne", "colonne", "ligne_fin", "colonne_fin", "texte",
/// "certaine"}`: the text takes the place of what stands from the first position to the second,
/// which is after the last sign that goes. `motif` is there only when the message was waived;
/// `inclusions`, a list of `{"fichier", "ligne", "colonne"}` with the nearest first, only when there
/// are some.
public enum JSONWriter {
  /// The diagnostics in their order, as one JSON object ended by a newline.
  ///
  /// - Parameters:
  ///   - others: those that were counted only, as `autres`: `[{"fichier", "gravite", "nombre"}]`, only
  ///     when there are some.
  ///   - corrected: the lines that were changed before these were found, as `corrigees`; nil when
  ///     nothing was to be changed.
  public static func text(
    _ diagnostics: [Diagnostic], others: [DiagnosticList.Others] = [],
    corrected: [CorrectedLines]? = nil
  ) -> String {
    func count(_ severity: Diagnostic.Severity) -> JSON {
      .integer(
        diagnostics.count { $0.severity == severity }
          + others.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) })
    }
    let object = JSON.object([
      "corrigees": corrected.map { .list($0.map(json), .lines) },
      "diagnostics": .list(diagnostics.map(json), .lines),
      "autres": others.isEmpty ? nil : .list(others.map(json), .lines),
      "erreurs": count(.error), "avertissements": count(.warning), "derogations": count(.waived),
    ])
    return object.text + "\n"
  }

  private static func json(_ diagnostic: Diagnostic) -> JSON {
    let inclusions = diagnostic.includedFrom.map { JSON.members(members($0)) }
    return .members(
      [
        ("code", .string(diagnostic.code)),
        ("gravite", .string(diagnostic.severity.rawValue)),
      ] + members(diagnostic.place) + [
        ("message", .string(diagnostic.message.asMessage)),
        ("attendu", .string(diagnostic.expected?.asMessage)),
        ("suggestion", .string(diagnostic.suggestion?.asMessage)),
        ("correction", diagnostic.correction.map(json) ?? .null),
      ] + (diagnostic.waiver.map { [("motif", .string($0))] } ?? [])
        + (inclusions.isEmpty ? [] : [("inclusions", .list(inclusions))]))
  }

  private static func json(_ others: DiagnosticList.Others) -> JSON {
    .object([
      "fichier": .string(others.file), "gravite": .string(others.severity.rawValue),
      "nombre": .integer(others.count),
    ])
  }

  private static func json(_ lines: CorrectedLines) -> JSON {
    .object([
      "fichier": .string(lines.file), "ligne": .integer(lines.line),
      "avant": .string(lines.before), "apres": .string(lines.after),
    ])
  }

  private static func json(_ correction: Correction) -> JSON {
    .object([
      "fichier": .string(correction.file),
      "ligne": .integer(correction.start.line),
      "colonne": .integer(correction.start.column),
      "ligne_fin": .integer(correction.end.line),
      "colonne_fin": .integer(correction.end.column),
      "texte": .string(correction.text),
      "certaine": .boolean(correction.isCertain),
    ])
  }

  private static func members(_ place: Place?) -> [(key: String, value: JSON)] {
    [
      ("fichier", .string(place?.file)), ("ligne", .integer(place?.line)),
      ("colonne", .integer(place?.column)),
    ]
  }
}
