/// Where a fact stands in the records of a schema: looked up once, then read by rank.
public struct FactPath: Sendable, Hashable {
  /// One key: the schema that has it, and its rank there.
  public struct Step: Sendable, Hashable {
    let schema: Schema
    let index: Int

    public var field: Field { schema.fields[index] }
  }

  /// Never empty.
  let steps: [Step]

  init(_ steps: [Step]) {
    precondition(!steps.isEmpty)
    self.steps = steps
  }

  /// The schema of the record that the path begins in.
  public var schema: Schema { steps[0].schema }

  public var field: Field { steps[steps.count - 1].field }

  public var keys: [String] { steps.map(\.field.key) }

  /// « ps.plafond ».
  public var text: String { keys.joined(separator: ".") }
}
