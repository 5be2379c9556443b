import Facts

/// What a layout receives of a `Source`: each key once, with its type and how its value is made.
///
/// One declaration makes the schema against which templates are checked and the records that they
/// render: a key cannot be on one side only, nor have another type there.
struct Form<Source>: Sendable {
  /// One key.
  struct Entry: Sendable {
    let field: Field
    let value: @Sendable (Source) -> Value?
  }

  let schema: Schema
  let entries: [Entry]

  /// - Parameter name: what the record is, in French, for messages: « un contact ».
  init(_ name: String, _ entries: [Entry]) {
    schema = Schema(name, entries.map(\.field))
    self.entries = entries
  }

  func record(of source: Source) -> Record {
    var record = Record(schema)
    for rank in entries.indices { record[rank] = entries[rank].value(source).map { Fact($0) } }
    return record
  }
}
