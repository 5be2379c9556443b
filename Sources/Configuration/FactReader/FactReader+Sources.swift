import Facts
import YAML

extension FactReader {
  /// Reads `{valeur: 32,5 %, document: C-2026-069, section: "3.2"}`.
  mutating func sourced(_ node: YAMLNode, _ field: Field, path: String) -> Fact? {
    if node.text != nil { return withoutSource(node, field, path: path) }
    let schema = FileSchemas.sourced(field)
    guard let record = record(node, schema, path: path),
      let value = record["valeur"]
    else { return nil }
    let certainty = record.text(at: "certitude").flatMap(Source.Certainty.init) ?? .published
    let reason = record.text(at: "motif")
    if certainty == .deduced, reason == nil, !refused.contains(path + ".motif") {
      add(
        .missingKey, "La valeur déduite de « \(path) » n'a pas de « motif ».",
        at: node["certitude"]?.place ?? node.place,
        expected: "motif: ce qui permet de la déduire")
    }
    if certainty == .published, reason != nil {
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « motif ».",
        at: node["motif"]?.place ?? node.place,
        expected: "pas de motif, ou certitude: deduite")
    }
    if certainty == .published, let since = record["publiee_depuis"] {
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « publiee_depuis ».",
        at: node["publiee_depuis"]?.place ?? since.place ?? node.place,
        expected: "pas de publiee_depuis, ou certitude: deduite")
    }
    guard let document = record.text(at: "document"), let section = record.text(at: "section")
    else { return nil }
    return Fact(
      value.value, place: value.place,
      source: Source(
        document: document, section: section, certainty: certainty, reason: reason,
        publishedFrom: record.schoolYear(at: "publiee_depuis")))
  }

  /// A figure that waits needs no source; any other does.
  private mutating func withoutSource(_ node: YAMLNode, _ field: Field, path: String) -> Fact? {
    guard let text = node.text, let fact = scalar(node, field, path: path) else { return nil }
    if case .pending(let pending) = fact.value, !pending.isProposal { return fact }
    add(
      .missingSource, "La valeur « \(text) » de « \(path) » n'a pas de source.", at: node.place,
      expected: "la valeur, son document et sa section",
      suggestion: source.line(
        node.place, with: "{valeur: \(text), document: C-2026-069, section: \"3.2\"}"))
    return nil
  }
}

extension Record {
  fileprivate func schoolYear(at key: String) -> SchoolYear? {
    if case .schoolYear(let year)? = self[key]?.value { year } else { nil }
  }
}

extension Pending {
  /// Whether a value is proposed.
  var isProposal: Bool { if case .toBeConfirmed = self { true } else { false } }
}
