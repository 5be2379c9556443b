public import Facts

extension NoteFacts {
  /// The title of the note; nil when its family is unknown.
  public var title: String? { frozen?.title ?? family?.title }

  /// The facts that the pages of the note are made from: those of its frozen pair once it is
  /// published, whatever the sources say since.
  ///
  /// A value on which both agree keeps its origin in the sources; any other has its place in the
  /// pair, and replaces nothing.
  public var shown: NoteFacts {
    guard let frozen else { return self }
    var facts = self
    facts.record = NoteFacts.completed(frozen.record, with: record)
    facts.origins = origins(of: frozen.record)
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

  private func origins(of frozen: Record) -> [Origin] {
    func values(_ record: Record) -> [Origin] {
      var merging = Merging(for: year)
      _ = merging.merge([record], as: NoteSchema.visible)
      return merging.origins
    }
    func byPath(_ origins: [Origin]) -> [String: Origin] {
      Dictionary(origins.map { ($0.path, $0) }) { first, _ in first }
    }
    let sources = byPath(origins)
    let now = byPath(values(record.withoutPlaces))
    let then = byPath(values(frozen.withoutPlaces))
    return values(frozen).map { frozen in
      let isSame = now[frozen.path]?.fact == then[frozen.path]?.fact
      return isSame ? sources[frozen.path] ?? frozen : frozen
    }
  }
}

extension Record {
  /// What is said and where it comes from, wherever it is written; a reference is its code.
  fileprivate var withoutPlaces: Record {
    mapFacts { fact, context in
      var fact = fact
      fact.place = nil
      if case .reference = context.type, let code = fact.value.record?.code {
        fact.value = .text(code)
      }
      return fact
    }
  }
}
