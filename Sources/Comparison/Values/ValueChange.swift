public import Facts

/// A fact of one note or both.
public struct ValueChange: Sendable, Hashable {
  public enum Nature: String, Sendable, Hashable, CaseIterable {
    case added = "ajout"
    case removed = "suppression"
    case modified = "modification"
    /// Did not change, and readers would ask.
    case unchanged = "inchange"
  }

  public enum Difference: Sendable, Hashable {
    /// **Units**: cents; tenths of a percent of the old amount, rounded half away from zero, nil
    /// when the old amount is zero.
    case amount(cents: Int64, tenthsOfPercent: Int64?)
    /// **Units**: days from the old date to the new one; `inYear`, days once the years between the
    /// two notes are taken off (−21: three weeks earlier in the year), nil when a note has no year.
    case days(Int, inYear: Int?)

    /// - Parameter years: how many school years stand between the notes; nil when one has none.
    static func between(_ before: Value, _ after: Value, years: Int?) -> ValueChange.Difference? {
      switch (before, after) {
      case (.amount(let old), .amount(let new)) where old.unit == new.unit:
        return amounts(old.cents, new.cents)
      case (.day(let old), .day(let new)):
        let sameYear = years.flatMap(old.twin)
        return .days(new.number - old.number, inYear: sameYear.map { new.number - $0.number })
      default: return nil
      }
    }

    private static func amounts(_ old: Int64, _ new: Int64) -> ValueChange.Difference? {
      let (cents, overflow) = new.subtractingReportingOverflow(old)
      if overflow { return nil }
      return .amount(cents: cents, tenthsOfPercent: old == 0 ? nil : tenths(cents, of: old))
    }

    /// Tenths of a percent, rounded half away from zero; nil when they are too many.
    private static func tenths(_ part: Int64, of whole: Int64) -> Int64? {
      let size = Int128(whole.magnitude)
      let magnitude = (Int128(part.magnitude) * 2000 + size) / (2 * size)
      return Int64(exactly: (part < 0) == (whole < 0) ? magnitude : -magnitude)
    }
  }

  public var subject: Subject
  public var nature: Nature
  /// The value as it was; nil when it was absent.
  public var before: ComparedValue?
  public var after: ComparedValue?
  /// Nil but for two amounts of one unit, and for two days.
  public var difference: Difference?

  /// The unit of the amounts on both sides; nil when they differ or are no amounts.
  public var unit: AmountUnit? {
    let units = Set([before, after].compactMap { $0?.unit })
    return units.count == 1 ? units.first : nil
  }

  public struct Subject: Sendable, Hashable {
    /// `ps.plafond`, `calendrier.depot.au`: records of lists are named by their code.
    public var path: String
    /// The keys from the root; records of lists have none: `calendrier`, `au`.
    public var keys: [String]
    /// What people call it, in French: « Fin », and a whole record « Dépôt des dossiers ».
    public var name: String
    /// The record of a list around it; nil outside lists.
    public var item: Item?
    /// The list of which a whole record came or left, where its group does not say it: « Membres ».
    public var list: String?
    public var group: FactGroup
  }

  public struct Item: Sendable, Hashable {
    /// The keys of the list from the root.
    public var list: [String]
    /// Its code; where it has none, what identifies it.
    public var key: String
    /// What people call it: « Dépôt des dossiers ».
    public var title: String
  }

  public var path: String { subject.path }
  public var group: FactGroup { subject.group }

  /// What people call the fact, in French: « Prix plafond », « Dépôt des dossiers : fin ».
  public var label: String {
    if let item = subject.item {
      let first = subject.name.prefix(1).lowercased()
      return "\(item.title)\(FrenchFormat.noBreakSpace): \(first)\(subject.name.dropFirst())"
    }
    return subject.list.map { "\($0)\(FrenchFormat.noBreakSpace): \(subject.name)" }
      ?? subject.name
  }
}

/// A value, and how it is written.
public struct ComparedValue: Sendable, Hashable {
  public var value: Value
  /// In a sentence: « 8 487 € par collectif », « 31 juillet 2025 ». For a whole record, its fields
  /// on one line.
  public var text: String

  /// In a table: « 8 487 €/collectif »; other values as `text`.
  public var shortText: String {
    switch value {
    case .amount(let amount): FrenchFormat.euros(cents: amount.cents) + amount.unit.suffix
    case .amountRange(let range): FrenchFormat.euros(range) + range.unit.suffix
    case .ceiling(let ceiling):
      FrenchFormat.ceiling(ceiling) + (ceiling.unit?.suffix ?? "")
    default: text
    }
  }

  /// The unit of an amount, a pending one included.
  var unit: AmountUnit? { ComparedValue.unit(value) }

  private static func unit(_ value: Value) -> AmountUnit? {
    switch value {
    case .amount(let amount): amount.unit
    case .amountRange(let range): range.unit
    case .ceiling(let ceiling): ceiling.unit
    case .pending(.toBeConfirmed(let value, _)): unit(value)
    default: nil
    }
  }
}
