public import Facts

extension NoteFacts {
  /// The title of the note; nil when its family is unknown.
  public var title: String? { frozen?.title ?? family?.title }

  /// The facts that the pages of the note are made from: those of its frozen pair once it is
  /// published, whatever the sources say since.
  public var shown: NoteFacts {
    guard let frozen else { return self }
    var facts = self
    facts.record = NoteFacts.completed(frozen.record, with: record)
    return facts
  }

  /// The facts that are frozen: what the program computes is computed again.
  public static func frozen(_ record: Record) -> Record {
    completed(record, with: Record(record.schema))
  }

  /// Frozen facts with what the program computed for the same year.
  public static func completed(_ frozen: Record, with live: Record) -> Record {
    var record = frozen
    for field in record.schema.fields(.computed) { record[field.key] = live[field.key] }
    return record
  }
}
