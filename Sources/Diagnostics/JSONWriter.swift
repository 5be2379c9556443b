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
      ("code", string(diagnostic.code)), ("gravite", string(diagnostic.severity.rawValue)),
    ]
    members += place(diagnostic.place)
    members += [
      ("message", string(diagnostic.message)), ("attendu", string(diagnostic.expected)),
      ("suggestion", string(diagnostic.suggestion)),
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
      ("fichier", string(place?.file)), ("ligne", place.map { String($0.line) } ?? "null"),
      ("colonne", place.map { String($0.column) } ?? "null"),
    ]
  }

  private static func string(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // The line ends of JavaScript are escaped too, so that the text may stand in a script.
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
        || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
