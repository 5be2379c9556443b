import Facts

/// Insertions and their filters.
extension TemplateCheck {
  mutating func check(_ insertion: Insertion, knowing known: Knowledge) {
    guard let target = checkUse(of: insertion.path, knowing: known) else {
      for call in insertion.filters { _ = knownFilter(call) }
      return
    }
    if insertion.filters.isEmpty {
      checkPrintable(insertion, target.type)
      return
    }
    var type = target.type
    for call in insertion.filters {
      guard let filter = knownFilter(call) else { continue }
      guard filter.accepts(type) else {
        report(refusedOperand(call, filter, type, value: described(insertion, before: call)))
        return
      }
      checkArguments(call, filter, type)
      type = filter.result
    }
    checkAddress(insertion, type)
  }

  /// A text where an address begins could be `javascript:…`.
  private mutating func checkAddress(_ insertion: Insertion, _ type: FactType) {
    guard insertion.context == .htmlAddress, type != .address else { return }
    report(textAsAddress(insertion, type))
  }

  private mutating func knownFilter(_ call: FilterCall) -> Filter? {
    if let filter = call.filter { return filter }
    report(unknownFilter(call))
    return nil
  }

  private mutating func checkPrintable(_ insertion: Insertion, _ type: FactType) {
    if type == .html, insertion.context != .htmlText {
      report(misplacedHTML(insertion))
    } else if !type.isPrintable {
      report(unprintable(insertion, type))
    } else {
      checkAddress(insertion, type)
    }
  }

  private mutating func checkArguments(_ call: FilterCall, _ filter: Filter, _ type: FactType) {
    var type = type
    if case .list(let item) = type { type = item }
    let required = filter.arguments.count { $0.isRequired || needs($0, type) }
    guard (required...max(required, filter.arguments.count)).contains(call.arguments.count) else {
      report(wrongArgumentCount(call, filter, required: required))
      return
    }
    for (argument, given) in zip(filter.arguments, call.arguments) where argument.meaning == .field
    {
      checkField(given, call, type)
    }
    if call.name == "pluriel", call.arguments.count == 1,
      call.arguments[0].text.contains(where: \.isWhitespace)
    {
      report(missingPlural(call))
    }
  }

  /// Whether the records of a list cannot be written without the name of a field.
  private func needs(_ argument: Filter.Argument, _ item: FactType) -> Bool {
    argument.meaning == .field && item.schema != nil
  }

  private mutating func checkField(
    _ argument: FilterCall.Argument, _ call: FilterCall, _ item: FactType
  ) {
    guard let record = item.schema else {
      report(uselessField(argument, call))
      return
    }
    guard let field = record[argument.text] else {
      report(unknownArgumentField(argument, record))
      return
    }
    if !field.type.isPrintable || field.type == .html {
      report(unprintableField(argument, field.type))
    } else if !field.isAlwaysThere {
      report(optionalField(argument, call))
    }
  }

  /// The value that a filter receives, as it is written.
  private func described(_ insertion: Insertion, before call: FilterCall) -> String {
    let text = template.bytes[insertion.path.range.lowerBound..<call.range.lowerBound]
    var value = Bytes.string(text)
    while let last = value.last, last.isWhitespace || last == "|" { value.removeLast() }
    return value
  }
}
