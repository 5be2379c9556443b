import Configuration
import Diagnostics
import Facts

extension Divergence {
  /// The divergence as an error, in French.
  func diagnostic(of pair: PublishedNote) -> Diagnostic {
    let name = "\(pair.department) \(pair.year.text)"
    return Diagnostic(
      NoteCode.frozenNote, sentence(note: "la note publiée « \(name) »"), at: place,
      includedFrom: includedFrom,
      expected: "les sources telles qu’elles étaient, ou une révision : cadrage publish \(name) "
        + "--revision \"ce qui change\"")
  }

  private func sentence(note: String) -> String {
    if case .attachment = subject {
      let says =
        switch (before, after) {
        case (nil, _): "n’est pas dans"
        case (_, nil): "manque : elle est dans"
        default: "n’a plus le contenu de"
        }
      return "\(subject.text) \(says) \(note)."
    }
    let says = before.map { "dit \($0.text)" } ?? "ne dit rien"
    let wouldSay = after.map { "diraient \($0.text)" } ?? "ne diraient rien"
    return "\(subject.text) : \(note) \(says), les sources \(wouldSay)."
  }
}

extension Divergence.Subject {
  fileprivate var text: String {
    switch self {
    case .title: "Le titre"
    case .family: "La famille"
    case .edition: "L’édition"
    case .fact(let path, let label): "« \(path) » (\(label))"
    case .results: "Le calcul de l’aide"
    case .section(let name): "La section « \(name) »"
    case .numbering(let section): "Le titre de la section « \(section) »"
    case .sectionOrder: "L’ordre des sections"
    case .text(let section): "Le texte de la section « \(section) »"
    case .acronym(let acronym): "Le sigle « \(acronym) »"
    case .cause: "La cause d’un changement"
    case .attachment(let file): "La pièce « \(file) »"
    }
  }
}

extension Divergence.Content {
  fileprivate var text: String {
    switch self {
    case .words(let words): "« \(words) »"
    case .fact(let fact): "« \(Self.text(of: fact.value)) »"
    case .sourcedFact(let fact): "« \(Self.text(of: fact.value)) »" + Self.text(of: fact.source)
    // The first amounts tell enough: what changed them is told at its own place.
    case .results(let results):
      results.prefix(2).map { result in
        "« \(result.name) » \(result.amount.map { FrenchFormat.euros(cents: $0.cents) } ?? "rien")"
      }.joined(separator: ", ") + (results.count > 2 ? "…" : "")
    case .isNumbered(let isNumbered): isNumbered ? "avec un numéro" : "sans numéro"
    case .sections(let names): names.joined(separator: ", ")
    case .causes(let causes):
      causes.map { "« \($0.section) : \($0.text) »" }.joined(separator: ", ")
    case .whole: "son texte"
    }
  }

  private static func text(of source: Source?) -> String {
    guard let source else { return ", sans source" }
    let certainty = source.reason.map { ", valeur déduite : \($0)" } ?? ""
    return " (\(source.document), \(source.section)\(certainty))"
  }

  private static func text(of value: Value) -> String {
    switch value {
    case .name(let name): return name.definite
    case .record(let record):
      return record.facts.sorted { $0.field.key < $1.field.key }.map { text(of: $0.fact.value) }
        .filter { !$0.isEmpty }.joined(separator: " ; ")
    case .list(let facts): return facts.map { text(of: $0.value) }.joined(separator: ", ")
    default: return FrenchFormat.textWithUnit(of: value)
    }
  }
}
