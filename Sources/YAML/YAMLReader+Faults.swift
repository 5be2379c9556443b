import Diagnostics
import Yams

/// What libyaml finds, said in French.
extension YAMLReader {
  mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(YAMLFault(context: context?.text, problem: problem), context?.mark, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      add(
        .duplicateKey, "La clé « \(unmasked(keys.first ?? "")) » est écrite deux fois.",
        line: context.mark.line, column: context.mark.column)
    default:
      add(.invalidYAML, "Le YAML ne peut pas être lu.", line: 1, column: 1)
    }
  }

  private mutating func report(_ fault: YAMLFault, _ context: Mark?, _ mark: Mark) {
    let place = fault.isAtContext ? context ?? mark : mark
    // A line that was mended has its message already; what libyaml adds would only confuse.
    guard !mended.contains(place.line), !mended.contains(mark.line) else { return }
    add(
      fault.code, fault.message, line: place.line, column: place.column,
      expected: fault.expected)
  }
}
