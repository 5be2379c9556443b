/// The first output slots: whether there is a plan, and how many records follow.
public enum OutputSlot: Int, Sendable, CaseIterable {
  /// 0: computed; 1: the input has errors.
  case status
  case errors, findings, lines
}

/// The slots of an error (`InputError`).
public enum ErrorSlot: Int, Sendable, CaseIterable {
  case kind, field, collectif, element, low, high
}

/// The slots of a finding, followed by `Operands.capacity` operands.
public enum FindingSlot: Int, Sendable, CaseIterable {
  case code, collectif, severity, funder
}

/// The slots of a line, followed by `Operands.capacity` operands.
public enum LineSlot: Int, Sendable, CaseIterable {
  case code, collectif, funder, amount, formula
}
