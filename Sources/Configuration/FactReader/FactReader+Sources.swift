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
    if certainty == .published, let place = record[Keys.reason]?.place {
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « motif ».", at: place,
        expected: "pas de motif, ou certitude: deduite")
    }
    if certainty == .published, let place = record[Keys.publishedFrom]?.place {
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « publiee_depuis ».", at: place,
        expected: "pas de publiee_depuis, ou certitude: deduite")
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
    if case .pending(let pending) = fact.value, !pending.isProposal { return fact }
    add(
      .missingSource, "La valeur « \(text) » de « \(path) » n'a pas de source.", at: node.place,
      expected: "la valeur, son document et sa section",
      suggestion: source.line(
        node.place, with: "{valeur: \(text), document: C-2026-069, section: \"3.2\"}"))
    return nil
  }
}

extension Pending {
  /// Whether a value is proposed.
  var isProposal: Bool { if case .toBeConfirmed = self { true } else { false } }
}
