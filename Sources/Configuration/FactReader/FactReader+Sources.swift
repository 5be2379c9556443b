import Facts
import YAML

extension FactReader {
  /// Reads `{valeur: 32,5 %, document: C-2026-069, section: "3.2"}`.
  mutating func sourced(_ node: YAMLNode, _ field: Field) -> Fact? {
    typealias Keys = FileSchemas.Figure
    if node.text != nil { return withoutSource(node, field) }
    guard let record = record(node, Keys.schema, Manner(figure: field)),
      let value = record[Keys.value]
    else { return nil }
    let certainty = record.text(Keys.certainty).flatMap(Source.Certainty.init) ?? .published
    let reason = record.text(Keys.reason)
    if certainty == .deduced, reason == nil, !refused.contains(path + ".motif") {
      add(
        .missingKey, "La valeur déduite de « \(path) » n'a pas de « motif ».",
        at: node[Keys.certainty.text]?.place ?? node.place,
        expected: "motif: ce qui permet de la déduire")
    }
    for key in [Keys.reason, Keys.publishedFrom] where certainty == .published {
      guard let place = record[key]?.place else { continue }
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « \(key.text) ».", at: place,
        expected: "pas de \(key.text), ou certitude: deduite")
    }
    guard let document = record.text(Keys.document), let section = record.text(Keys.section)
    else { return nil }
    return Fact(
      value.value, place: value.place,
      source: Source(
        document: document, section: section, certainty: certainty, reason: reason,
        publishedFrom: record.schoolYear(Keys.publishedFrom)))
  }

  /// A figure that waits needs no source; any other does.
  private mutating func withoutSource(_ node: YAMLNode, _ field: Field) -> Fact? {
    guard let text = node.text, let fact = scalar(node, field.type, field) else { return nil }
    switch fact.value {
    case .pending(.toBePublished), .pending(.toBeCompleted): return fact
    default: break
    }
    add(
      .missingSource, "La valeur « \(text) » de « \(path) » n'a pas de source.", at: node.place,
      expected: "la valeur, son document et sa section",
      suggestion: source.line(
        node.place, with: "{valeur: \(text), document: C-2026-069, section: \"3.2\"}"))
    return nil
  }
}
