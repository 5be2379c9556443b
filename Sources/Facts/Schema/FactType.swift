/// The type that a fact must have.
public indirect enum FactType: Sendable, Hashable {
  /// One line of text.
  case text
  /// A name with its article: `les Vosges`.
  case name
  /// `oui` or `non`.
  case boolean
  case integer
  /// `8 487 €/collectif`, in one of the units.
  case amount([AmountUnit])
  /// An integer, an amount in euros or a rate.
  case figure
  /// An amount, or `de 100 € à 500 €/collectif`, `jusqu'à 500 €/collectif`, `80 %, dans la limite de
  /// 5 000 €`.
  case amountOrRange([AmountUnit])
  case rate
  case day
  case month
  /// A month, or a part of one: `mi-septembre 2025`.
  case monthOrPart
  /// A day; a month or a part of one when the day is not known.
  case dayOrMonth
  case schoolYear
  /// `10:00-11:00`.
  case hours
  /// `12:00`.
  case time
  /// `1 h 30`, `2 h`, `90 min`.
  case duration
  case email
  case phone
  /// An `https:` or `http:` address.
  case address
  /// A semantic name: lower-case ASCII letters, digits and hyphens.
  case identifier
  /// One identifier of a closed list.
  case choice([String])
  /// HTML made by our own renderer (page layouts only).
  case html
  case list(FactType)
  case record(Schema)
  /// The `code` of a record in the list at this path; the fact's value is that record.
  case reference(to: String, Schema)

  /// A record whose schema has no other use.
  public static func record(_ name: String, @Fields _ fields: () -> [Field]) -> FactType {
    .record(Schema(name, fields: fields))
  }

  /// The keys of a record, which a reference brings as well; nil for any other type.
  public var schema: Schema? {
    switch self {
    case .record(let schema), .reference(_, let schema): schema
    default: nil
    }
  }

  /// Whether it is a reference, or one stands in it.
  public var holdsReference: Bool {
    switch self {
    case .reference: true
    case .record(let schema): schema.holdsReference
    case .list(let item): item.holdsReference
    default: false
    }
  }
}
