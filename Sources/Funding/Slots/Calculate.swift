/// Computes a plan from input slots into output slots.
///
/// **Shape**: `Layout.inputSize` and `Layout.outputSize` slots. Only the slots of the elements
/// that the input counts are read; only the records that the output counts are written.
///
/// **Errors**: written as records, with status 1. When the one fault is a missing ceiling, the
/// findings of eligibility are written all the same.
public func calculate(
  _ input: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
) {
  var reader = SlotReader(input)
  let rules = reader.rules()
  let bareme = reader.bareme()
  let (funders, complements) = reader.funders()
  let scenario = reader.scenario(funders: funders.count, complements: complements)
  let writer = SlotWriter(output)
  var validation = Validation(errors: reader.errors)
  validation.check(rules: rules, bareme: bareme, funders: funders)
  validation.check(scenario, funders: funders)
  guard validation.errors.isEmpty else {
    writer.write(validation.errors)
    return
  }
  guard let ceiling = bareme.ceiling else {
    writer.write([InputError(.missing, .ceiling)])
    var findings: [Finding] = []
    _ = Eligibility.check(scenario, under: rules, into: &findings)
    writer.write(findings)
    return
  }
  let calculation = Calculation(
    scenario, rules: rules, bareme: bareme, ceiling: ceiling, funders: funders)
  writer.write(calculation.findings)
  writer.write(calculation.lines)
}
