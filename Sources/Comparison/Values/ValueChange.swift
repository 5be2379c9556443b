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

  /// What a reader looks for together, in the order of a page.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    case amounts = "montants"
    case calendar = "calendrier"
    case filing = "depot"
    case documents = "pieces"
    case contacts = "contacts"
    case partners = "partenaires"
    case rest = "reste"

    /// « Où et comment déposer ».
    public var title: String {
      switch self {
      case .amounts: "Montants"
      case .calendar: "Calendrier"
      case .filing: "Où et comment déposer"
      case .documents: "Pièces à joindre"
      case .contacts: "Contacts"
      case .partners: "Partenaires"
      case .rest: "Autres changements"
      }
    }
  }

  public enum Difference: Sendable, Hashable {
    /// **Units**: cents; tenths of a percent of the old amount, rounded half away from zero, nil
    /// when the old amount is zero.
    case amount(cents: Int64, tenthsOfPercent: Int64?)
    /// **Units**: days from the old date to the new one; `inYear`, days once the years between the
    /// two notes are taken off (−21: three weeks earlier in the year), nil when a note has no year.
    case days(Int, inYear: Int?)
  }

  /// `ps.plafond`, `calendrier.depot.au`: records of lists are named by their code.
  public var path: String
  /// What people call it, in French: « Prix plafond », « Dépôt des dossiers : fin ».
  public var label: String
  public var group: Group
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
}

/// A value, and how it is written.
public struct ComparedValue: Sendable, Hashable {
  public var value: Value
  /// In a sentence: « 8 487 € par collectif », « 31 juillet 2025 ». For a whole record, its fields
  /// on one line.
  public var text: String

  /// In a table: « 8 487 €/collectif »; other values as `text`.
  public var shortText: String {
    guard let unit, case .amount(let amount) = value else {
      if let unit, case .amountRange(let range) = value {
        return FrenchFormat.euros(range) + suffix(unit)
      }
      return text
    }
    return FrenchFormat.euros(cents: amount.cents) + suffix(unit)
  }

  private func suffix(_ unit: AmountUnit) -> String { String(unit.rawValue.dropFirst()) }

  /// The unit of an amount, a pending one included.
  var unit: AmountUnit? { ComparedValue.unit(value) }

  private static func unit(_ value: Value) -> AmountUnit? {
    switch value {
    case .amount(let amount): amount.unit
    case .amountRange(let range): range.unit
    case .pending(.toBeConfirmed(let value, _)): unit(value)
    default: nil
    }
  }
}
