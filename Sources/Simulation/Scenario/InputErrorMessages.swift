import Configuration
import Diagnostics
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
    case .negative, .tooSmall, .tooLarge:
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

extension InputError.Kind {
  /// The code under which an error of the calculation is reported.
  var diagnosticCode: any DiagnosticCode {
    // The other kinds cannot come from a scenario that was read; they are said like other values.
    guard let code = ScenarioCode(rawValue: name) else { return ConfigurationCode.invalidNumber }
    return code
  }
}
