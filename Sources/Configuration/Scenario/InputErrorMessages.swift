import Diagnostics
import Facts
import Funding
import YAML

/// Says the errors of the calculation with the sentences of the project, at the place of the value.
struct InputErrorMessages {
  let file: ScenarioFile
  let funders: [String]
  let sentences: Record

  func diagnostic(_ error: InputError) -> Diagnostic {
    let (node, scope, path) = locate(error)
    let sentence = sentence(error)
    let value = node?.text.map {
      "La valeur « \(ScenarioReader.short($0)) » de « \(path) » est refusée. "
    }
    return Diagnostic(
      error.kind.diagnosticCode, scope.sentence((value ?? "") + sentence),
      at: node?.place ?? file.root.place, expected: expected(error))
  }

  /// The value that an error is about, what it is part of, and its path there.
  private func locate(_ error: InputError) -> (YAMLNode?, ScenarioScope, String) {
    let name = error.field.name
    if error.field == .otherFunding, error.element > 0 {
      let line = item(error.element, of: file.root[name])
      return (line?["montant"], .otherFunding(error.element), "montant")
    }
    let isCollectif = error.collectif > 0
    let scope: ScenarioScope = isCollectif ? .collectif(error.collectif) : .project
    let parent = isCollectif ? item(error.collectif, of: file.root["collectifs"]) : file.root
    guard error.field == .complement, funders.indices.contains(error.element - 1) else {
      return (parent?[name], scope, name)
    }
    let funder = funders[error.element - 1]
    return (parent?[name]?[funder], scope, name + "." + funder)
  }

  private func item(_ rank: Int, of list: YAMLNode?) -> YAMLNode? {
    guard let items = list?.items, items.indices.contains(rank - 1) else { return nil }
    return items[rank - 1]
  }

  private func sentence(_ error: InputError) -> String {
    let field = sentences.record(at: "champs")?.text(of: error.field.name) ?? error.field.name
    let sentence =
      sentences.record(at: "erreurs")?.text(of: error.kind.name) ?? "{champ} : \(error.kind.name)."
    return sentence.replacing("{champ}", with: field)
      .replacing("{minimum}", with: bound(error.low, of: error))
      .replacing("{maximum}", with: bound(error.high, of: error))
  }

  private func expected(_ error: InputError) -> String? {
    switch error.kind {
    case .negative, .tooSmall, .tooLarge, .outsideRange:
      "de \(bound(error.low, of: error)) à \(bound(error.high, of: error))"
    case .notFlat: "0 ou \(bound(error.low, of: error))"
    case .missing where error.field == .collectifs: "au moins un collectif"
    default: nil
    }
  }

  private func bound(_ number: Int64, of error: InputError) -> String {
    switch error.boundsKind {
    case .amount: FrenchText.plain(FrenchFormat.euros(cents: number))
    case .duration: "\(number) minutes"
    default: FrenchText.grouped(Int(number))
    }
  }
}

extension Record {
  /// The text of a key that may hold points, such as `bareme.bonus.enfants`.
  fileprivate func text(of key: String) -> String? {
    guard case .text(let text)? = self[key]?.value else { return nil }
    return text
  }
}
