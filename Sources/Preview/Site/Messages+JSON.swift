import Diagnostics
import Files

extension PreviewState.Shown {
  /// What the script of a page shows.
  ///
  /// **Shape**: `{"serveur", "version", "page", "jour", "messages": [{"gravite", "code", "message", "attendu",
  /// "suggestion", "fichier", "ligne", "colonne", "longueur", "extrait", "debut"}]}`; `page` is the page's
  /// fingerprint, empty while there is no site, `jour` whether it shows the sources as they are now;
  /// `debut` is how much of the line comes before the excerpt. Columns and lengths count Unicode scalars.
  func json(for page: String, server: String) -> JSON {
    .object([
      "serveur": .string(server),
      "version": .integer(version),
      "page": .string(site?.fingerprint(of: page) ?? ""),
      "jour": .boolean(isCurrent),
      "messages": .list(messages.filter { $0.severity != .waived }.map { json($0) }),
    ])
  }

  func json(_ message: Diagnostic) -> JSON {
    json(message, of: message.place.flatMap { made?.text($0.file) })
  }

  /// - Parameter source: the text that it speaks of.
  func json(_ message: Diagnostic, of source: SourceText?) -> JSON {
    let excerpt = message.place.flatMap { source?.excerpt(around: $0) }
    return .object([
      "gravite": .string(message.severity.rawValue), "code": .string(message.code),
      "message": .string(message.message), "attendu": .string(message.expected),
      "suggestion": .string(message.suggestion), "fichier": .string(message.place?.file),
      "ligne": .integer(message.place?.line), "colonne": .integer(message.place?.column),
      "longueur": .integer(message.place?.length),
      "extrait": .string(excerpt?.text), "debut": .integer(excerpt?.before),
    ])
  }
}
