import Diagnostics
import Facts

/// The sentences about insertions and filters.
extension TemplateCheck {
  func unprintable(_ insertion: Insertion, _ type: FactType) -> Diagnostic {
    let path = insertion.path.text
    let expected =
      switch type {
      case .boolean: "une condition : {% si \(path) %} … {% fin %}"
      case .list: "une boucle, ou un filtre : {{ \(path) | liste }}"
      default:
        "une donnée du groupe : \(type.schema?.fields.first.map { "\(path).\($0.key)" } ?? path)"
      }
    return diagnostic(
      .unexpectedType, insertion.path.range,
      "« \(path) » est \(type.frenchName), qui ne s'écrit pas tel quel.", expected: expected)
  }

  func misplacedHTML(_ insertion: Insertion) -> Diagnostic {
    diagnostic(
      .unexpectedType, insertion.path.range,
      "« \(insertion.path.text) » est du HTML, qui ne s'insère que dans le texte d'une page HTML.",
      expected: "une donnée d'une autre nature")
  }

  func textAsAddress(_ insertion: Insertion, _ type: FactType) -> Diagnostic {
    diagnostic(
      .htmlContext, insertion.path.range,
      "« \(insertion.path.text) » est \(type.frenchName), au début d'une adresse : il dirait où elle"
        + " mène.",
      expected:
        "une adresse, ou un début écrit en clair, comme « #{{ … }} » ou « https://www.caf.fr/{{ … }} »"
    )
  }

  func unknownFilter(_ call: FilterCall) -> Diagnostic {
    let names = Filter.all.map(\.name)
    return diagnostic(
      .unknownFilter, call.range, "Aucun filtre ne s'appelle « \(call.name) ».",
      expected: FrenchList.alternatives(names),
      suggestion: FrenchList.nearest(to: call.name, among: names),
      correction: slip(call.name, call.range, among: names))
  }

  func refusedOperand(
    _ call: FilterCall, _ filter: Filter, _ type: FactType, value: String
  ) -> Diagnostic {
    diagnostic(
      .unexpectedType, call.range,
      "Le filtre « \(call.name) » ne s'applique pas à « \(value) », qui est \(type.frenchName).",
      expected: filter.operandList)
  }

  func wrongArgumentCount(_ call: FilterCall, _ filter: Filter, required: Int) -> Diagnostic {
    let found = call.arguments.count
    let received =
      switch found {
      case 0: "n'a reçu aucun argument"
      case 1: "a reçu un argument"
      default: "a reçu \(found) arguments"
      }
    let labels = filter.arguments.enumerated().map { index, argument in
      index < required ? argument.label : "au besoin, \(argument.label)"
    }
    return diagnostic(
      .filterArgument, call.range, "Le filtre « \(call.name) » \(received).",
      expected: labels.isEmpty ? "aucun argument" : labels.joined(separator: " et, "))
  }

  func missingPlural(_ call: FilterCall) -> Diagnostic {
    let argument = call.arguments[0]
    let plural = argument.text.split(separator: " ").map { Filter.plural(of: String($0)) }
    return diagnostic(
      .filterArgument, argument.range,
      "Le pluriel de « \(argument.text) », qui a plusieurs mots, ne se devine pas.",
      expected: "le pluriel en second argument",
      suggestion: "pluriel: \"\(argument.text)\", \"\(plural.joined(separator: " "))\"")
  }

  func uselessField(_ argument: FilterCall.Argument, _ call: FilterCall) -> Diagnostic {
    diagnostic(
      .filterArgument, argument.range,
      "Les éléments de cette liste n'ont pas de donnée « \(argument.text) ».",
      expected: "« | \(call.name) » sans argument")
  }

  func unknownArgumentField(_ argument: FilterCall.Argument, _ record: Schema) -> Diagnostic {
    let keys = record.fields.map(\.key)
    return diagnostic(
      .filterArgument, argument.range,
      "Les éléments de cette liste n'ont pas de donnée « \(argument.text) ».",
      expected: FrenchList.alternatives(keys),
      suggestion: FrenchList.nearest(to: argument.text, among: keys),
      correction: slip(argument.text, argument.range, among: keys))
  }

  func unprintableField(_ argument: FilterCall.Argument, _ type: FactType) -> Diagnostic {
    diagnostic(
      .filterArgument, argument.range,
      "« \(argument.text) » est \(type.frenchName), qui ne s'écrit pas tel quel.",
      expected: "une donnée qui s'écrit, comme un texte ou un nom")
  }

  func optionalField(_ argument: FilterCall.Argument, _ call: FilterCall) -> Diagnostic {
    diagnostic(
      .untestedValue, argument.range,
      "« \(argument.text) » peut être absent de certains éléments de la liste.",
      expected: "une donnée toujours présente, ou une boucle qui la vérifie")
  }
}
