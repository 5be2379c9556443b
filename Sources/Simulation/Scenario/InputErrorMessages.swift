import Configuration
public import Diagnostics
import Facts
import Funding
import YAML

/// Says the errors of the calculation with the sentences of the project, at the place of the value.
struct InputErrorMessages {
  let file: ScenarioFile
  let dialect: ScenarioDialect
  let sentences: Record

  func diagnostic(_ error: InputError) -> Diagnostic {
    let (node, subject, path) = locate(error)
    let value = node?.text.map {
      "La valeur « \(dialect.excerpt($0)) » de « \(path) » est refusée. "
    }
    let message = (value ?? "") + sentence(error)
    return Diagnostic(
      error.kind.diagnosticCode, FactReader.sentence(message, of: subject),
      at: node?.place ?? file.root.place, expected: expected(error))
  }

  /// The value that an error is about, what it is part of, and its path there.
  private func locate(_ error: InputError) -> (YAMLNode?, subject: String?, path: String) {
    var (part, subject): (YAMLNode?, String?) = (file.root, nil)
    var keys = [error.field.name]
    if error.collectif > 0 {
      part = item(error.collectif, of: part?[InputField.collectifs.name])
      subject = dialect.subject(dialect.schema.collectif, rank: error.collectif)
    }
    let funders = dialect.schema.complements.fields
    if error.field == .complement, funders.indices.contains(error.element - 1) {
      keys.append(funders[error.element - 1].key)
    } else if error.field == .otherFunding, error.element > 0 {
      part = item(error.element, of: part?[error.field.name])
      subject = dialect.subject(ScenarioSchema.OtherLine.schema, rank: error.element)
      keys = [ScenarioSchema.OtherLine.amount.text]
    }
    return (keys.reduce(part) { $0?[$1] }, subject, keys.joined(separator: "."))
  }

  private func item(_ rank: Int, of list: YAMLNode?) -> YAMLNode? {
    guard let items = list?.items, items.indices.contains(rank - 1) else { return nil }
    return items[rank - 1]
  }

  private func sentence(_ error: InputError) -> String {
    let field = sentences.text(SentenceSchema.inputs, of: error.field) ?? error.field.name
    let sentence =
      sentences.text(SentenceSchema.errors, of: error.kind) ?? "{champ} : \(error.kind.name)."
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

/// The codes of the faults of a scenario, besides those of files, YAML and keys.
///
/// Those of values have the names of `InputError.Kind`.
public enum ScenarioCode: String, CaseIterable, DiagnosticCode {
  case invalidJSON = "json-invalide"
  case tooManyFaults = "scenario-trop-fautif"
  case unknownFunder = "financeur-inconnu"
  case missing = "valeur-manquante"
  case negative = "valeur-negative"
  case tooSmall = "valeur-trop-petite"
  case tooLarge = "valeur-trop-grande"
  case outsideRange = "montant-hors-bornes"
  case notFlat = "montant-non-forfaitaire"
  case notPerCollectif = "complement-non-collectif"
  case tooMany = "trop-nombreux"

  public var explanation: String {
    switch self {
    case .invalidJSON: "Un scénario écrit en JSON ne peut pas être compris à cet endroit."
    case .tooManyFaults: "Un scénario a trop d'erreurs : seules les premières sont dites."
    case .unknownFunder: "Un scénario demande une aide à un financeur que le département n'a pas."
    case .missing: "Une valeur nécessaire au calcul n'est pas donnée."
    case .negative: "Une valeur du calcul est négative."
    case .tooSmall: "Une valeur du calcul est trop petite."
    case .tooLarge: "Une valeur du calcul est trop grande."
    case .outsideRange: "Le montant demandé n'est pas de ceux que ce financeur donne."
    case .notFlat: "Ce financeur donne une somme fixe, et le scénario en demande une autre."
    case .notPerCollectif:
      "Un collectif demande une aide que ce financeur ne donne pas par collectif."
    case .tooMany: "Un scénario a plus de collectifs ou de financements que le calcul n'en accepte."
    }
  }
}

extension InputError.Kind {
  /// The code under which an error of the calculation is reported.
  var diagnosticCode: any DiagnosticCode {
    // The other kinds cannot come from a scenario that was read; they are said like other values.
    guard let code = ScenarioCode(rawValue: name) else { return ConfigurationCode.invalidNumber }
    return code
  }
}
