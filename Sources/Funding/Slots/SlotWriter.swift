/// Writes a result into output slots; what does not fit is left out, and not counted.
struct SlotWriter {
  let output: UnsafeMutableBufferPointer<Double>

  init(_ output: UnsafeMutableBufferPointer<Double>) {
    self.output = output
    for slot in OutputSlot.allCases { output[slot.rawValue] = 0 }
  }

  func write(_ errors: [InputError]) {
    output[OutputSlot.status.rawValue] = 1
    for error in errors {
      guard let start = next(.errors, from: Layout.errors, Layout.errorSize, Layout.errorCapacity)
      else { return }
      output[start + ErrorSlot.kind.rawValue] = Double(error.kind.rawValue)
      output[start + ErrorSlot.field.rawValue] = Double(error.field.rawValue)
      output[start + ErrorSlot.collectif.rawValue] = Double(error.collectif)
      output[start + ErrorSlot.element.rawValue] = Double(error.element)
      output[start + ErrorSlot.low.rawValue] = Double(error.low)
      output[start + ErrorSlot.high.rawValue] = Double(error.high)
    }
  }

  func write(_ findings: [Finding]) {
    for finding in findings {
      guard
        let start = next(
          .findings, from: Layout.findings, Layout.findingSize, Layout.findingCapacity)
      else { return }
      output[start + FindingSlot.code.rawValue] = Double(finding.code.rawValue)
      output[start + FindingSlot.collectif.rawValue] = Double(finding.collectif)
      output[start + FindingSlot.severity.rawValue] = Double(finding.code.severity.rawValue)
      output[start + FindingSlot.funder.rawValue] = Double(finding.funder)
      write(finding.operands, at: start + Layout.findingOperands) { finding.code.operands }
    }
  }

  func write(_ lines: [Line]) {
    for line in lines {
      guard let start = next(.lines, from: Layout.lines, Layout.lineSize, Layout.lineCapacity)
      else { return }
      output[start + LineSlot.code.rawValue] = Double(line.code.rawValue)
      output[start + LineSlot.collectif.rawValue] = Double(line.collectif)
      output[start + LineSlot.funder.rawValue] = Double(line.funder)
      output[start + LineSlot.amount.rawValue] = Double(line.amount * SlotWriter.factor)
      output[start + LineSlot.formula.rawValue] = Double(line.formula.code.rawValue)
      write(line.formula.operands, at: start + Layout.lineOperands) { line.formula.code.operands }
    }
  }

  private func write(_ operands: Operands, at start: Int, names: () -> [Operand]) {
    for position in 0..<Operands.capacity {
      let factor = SlotWriter.factor(at: position, of: names)
      output[start + position] = Double(operands[position] * factor)
    }
  }

  /// The first slot of the next record of a kind, which is counted; nil when the room is full.
  private func next(_ counter: OutputSlot, from first: Int, _ size: Int, _ capacity: Int) -> Int? {
    let count = Int(output[counter.rawValue])
    guard count < capacity else { return nil }
    output[counter.rawValue] = Double(count + 1)
    return first + size * count
  }

  #if DOUBLED
    // A variant for tests only: every amount twice what it should be, so that a page that showed an
    // amount of its own would be found out.
    private static let factor: Int64 = 2

    private static func factor(at position: Int, of names: () -> [Operand]) -> Int64 {
      let names = names()
      guard position < names.count else { return 1 }
      let kind = names[position].kind
      return kind == .amount || kind == .exactAmount ? factor : 1
    }
  #else
    private static let factor: Int64 = 1

    private static func factor(at position: Int, of names: () -> [Operand]) -> Int64 { 1 }
  #endif
}
