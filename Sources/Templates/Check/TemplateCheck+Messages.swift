import Diagnostics
import Facts

/// The sentences about names, loops, conditions and inclusions.
extension TemplateCheck {
  func unknownRoot(_ path: Path) -> Diagnostic {
    let name = path.parts[0]
    let names = schema.fields.map(\.key) + variables.map(\.name)
    let near = FrenchList.nearest(to: name, among: variables.map(\.name) + names)
    let meant = near.map { completed($0, like: path) }
    // A longer path than its first name has would still be wrong.
    let isSlip = meant?.count { $0 == "." } == path.parts.count - 1
    return diagnostic(
      .unknownName, path.range(ofPart: 0), "Aucune donnée ne s'appelle « \(name) ».",
      expected: "le nom d'une donnée de \(schema.name)", suggestion: meant ?? deepPath(to: path),
      correction: isSlip ? slip(name, path.range(ofPart: 0), among: names) : nil)
  }

  func unknownField(_ path: Path, part: Int, of record: Schema) -> Diagnostic {
    let name = path.parts[part]
    let before = path.parts[..<part]
    let near = FrenchList.nearest(to: name, among: record.fields.map(\.key))
    return diagnostic(
      .unknownName, path.range(ofPart: part),
      "« \(before.joined(separator: ".")) » n'a pas de donnée « \(name) ».",
      expected: FrenchList.alternatives(record.fields.map(\.key)),
      suggestion: near.map { (before + [$0] + path.parts[(part + 1)...]).joined(separator: ".") },
      correction: slip(name, path.range(ofPart: part), among: record.fields.map(\.key)))
  }

  func notARecord(_ path: Path, part: Int, type: FactType) -> Diagnostic {
    let before = path.parts[..<part].joined(separator: ".")
    var expected = "« \(before) » seul"
    if case .list = type { expected = "une boucle, comme {% pour element dans \(before) %}" }
    return diagnostic(
      .unknownName, path.range(ofPart: part),
      "« \(before) » est \(type.frenchName) et n'a pas de donnée « \(path.parts[part]) ».",
      expected: expected)
  }

  func untested(_ path: Path) -> Diagnostic {
    diagnostic(
      .untestedValue, path.range,
      "« \(path.text) » peut être absent, et rien ne vérifie ici qu'il est publié.",
      expected: "{% si \(path.text) est publie %} … {% fin %} autour de cette balise")
  }

  func mayBePending(_ path: Path) -> Diagnostic {
    diagnostic(
      .untestedValue, path.range,
      "« \(path.text) » peut être à paraître, et rien ne vérifie ici qu'il est publié.",
      expected: "{% si \(path.text) est publie %} … {% fin %} autour de cette boucle")
  }

  func notAList(_ path: Path, _ type: FactType) -> Diagnostic {
    diagnostic(
      .notAList, path.range, "« \(path.text) » est \(type.frenchName), et non une liste.",
      expected: "une liste après « dans »")
  }

  func hiding(_ loop: Loop) -> Diagnostic {
    let isRoot = schema[loop.variable] != nil
    return diagnostic(
      .hidingVariable, loop.variableRange,
      "La variable « \(loop.variable) » porte le nom d'une \(isRoot ? "donnée" : "autre variable").",
      expected: "un nom qui n'est pas pris")
  }

  func unknownInclusion(_ inclusion: Inclusion) -> Diagnostic {
    diagnostic(
      .unknownInclusion, inclusion.nameRange, "Aucun fichier ne s'appelle « \(inclusion.name) ».",
      expected: "le nom d'un fichier sans son extension",
      suggestion: FrenchList.nearest(to: inclusion.name, among: library.names),
      correction: slip(inclusion.name, inclusion.nameRange, among: library.names))
  }

  func otherFormat(_ inclusion: Inclusion, _ format: OutputFormat) -> Diagnostic {
    diagnostic(
      .inclusionOfOtherFormat, inclusion.nameRange,
      "« \(inclusion.name) » est un fichier \(format.frenchName).",
      expected: "un fichier \(template.format.frenchName), comme celui qui l'inclut")
  }

  func notACondition(_ path: Path, _ type: FactType) -> Diagnostic {
    diagnostic(
      .unexpectedType, path.range,
      "« \(path.text) » est \(type.frenchName), et non une condition.",
      expected: "« \(path.text) est publie », par exemple")
  }

  func neverEmpty(_ path: Path, _ type: FactType) -> Diagnostic {
    diagnostic(
      .unexpectedType, path.range,
      "« \(path.text) » est \(type.frenchName), qui n'est jamais vide.",
      expected: "« \(path.text) est absent »")
  }

  func notComparable(_ path: Path, _ type: FactType) -> Diagnostic {
    var expected = "un texte, un nom, un identifiant, un choix ou une année scolaire avant « = »"
    if type.schema?["code"] != nil { expected = "\(path.text).code = \"…\"" }
    return diagnostic(
      .impossibleComparison, path.range,
      "« \(path.text) » est \(type.frenchName), qui ne se compare pas à un texte.",
      expected: expected)
  }

  func neverIdentifier(_ path: Path, _ literal: String, _ range: Range<Int>) -> Diagnostic {
    diagnostic(
      .impossibleComparison, range,
      "« \(path.text) » est un identifiant et ne peut pas valoir « \(literal) ».",
      expected: "des lettres minuscules sans accent, des chiffres et des traits d'union")
  }

  func neverSchoolYear(_ path: Path, _ literal: String, _ range: Range<Int>) -> Diagnostic {
    diagnostic(
      .impossibleComparison, range,
      "« \(path.text) » est une année scolaire et ne peut pas valoir « \(literal) ».",
      expected: "une année scolaire, comme \"2025-2026\"")
  }

  func unknownChoice(
    _ path: Path, _ literal: String, _ range: Range<Int>, _ choices: [String]
  ) -> Diagnostic {
    diagnostic(
      .unknownChoice, range, "« \(path.text) » ne peut pas valoir « \(literal) ».",
      expected: FrenchList.alternatives(choices),
      suggestion: FrenchList.nearest(to: literal, among: choices),
      correction: slip(literal, range, among: choices))
  }

  func diagnostic(
    _ code: TemplateCode, _ range: Range<Int>, _ message: String, expected: String?,
    suggestion: String? = nil, correction: Correction? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, message, at: template.place(range), expected: expected, suggestion: suggestion,
      correction: correction)
  }

  /// The nearest name in the place of one that is unknown.
  func slip(_ name: String, _ range: Range<Int>, among names: [String]) -> Correction? {
    Suggestion.correction(of: name, at: template.place(range), among: names)
  }

  /// The rest of a path after another first name, if that name can have one.
  private func completed(_ name: String, like path: Path) -> String {
    let type = variables.last { $0.name == name }?.type ?? schema[name]?.type
    let rest = type?.schema == nil ? [] : path.parts.dropFirst()
    return ([name] + rest).joined(separator: ".")
  }

  /// The only path of records that ends with a path's name: `plafond` means `ps.plafond`.
  private func deepPath(to path: Path) -> String? {
    let found = TemplateCheck.paths(to: path.parts[0], in: schema, depth: 0)
    guard found.count == 1 else { return nil }
    return (found[0] + path.parts.dropFirst()).joined(separator: ".")
  }

  private static func paths(to name: String, in schema: Schema, depth: Int) -> [[String]] {
    guard depth < 4 else { return [] }
    return schema.fields.flatMap { field -> [[String]] in
      guard case .record(let inner) = field.type else { return [] }
      let here = inner[name] == nil ? [] : [[field.key, name]]
      return here + paths(to: name, in: inner, depth: depth + 1).map { [field.key] + $0 }
    }
  }
}

extension OutputFormat {
  fileprivate var frenchName: String {
    switch self {
    case .markdown: "Markdown"
    case .html: "HTML"
    case .text: "de texte"
    }
  }
}
