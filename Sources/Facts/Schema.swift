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
  /// An amount, or `de 100 € à 500 €/collectif`.
  case amountOrRange([AmountUnit])
  case rate
  case day
  case month
  /// A day, or a month when the day is not known.
  case dayOrMonth
  case schoolYear
  /// `10:00-11:00`.
  case hours
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
}

/// The keys that a record may have.
public struct Schema: Sendable, Hashable {
  /// What the record is, in French, for messages: « un contact », « l'année ».
  public var name: String
  /// In the order of the documentation and of every listing.
  public var fields: [Field]

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  public subscript(key: String) -> Field? { fields.first { $0.key == key } }

  /// The field at a dotted path such as `ps.plafond`; it enters records, never lists.
  public func field(at path: String) -> Field? {
    var schema = self
    var parts = path.split(separator: ".")[...]
    while let key = parts.popFirst() {
      guard let field = schema[String(key)] else { return nil }
      if parts.isEmpty { return field }
      guard case .record(let inner) = field.type else { return nil }
      schema = inner
    }
    return nil
  }
}

/// One key of a record.
public struct Field: Sendable, Hashable {
  /// The YAML key: French, without accents.
  public var key: String
  public var type: FactType
  /// An optional field must be tested in templates before it is used.
  public var isRequired: Bool
  /// Whether `a_paraitre`, `a_confirmer` and `a_completer` may stand for the value.
  public var mayBePending: Bool
  /// What people call it: « Prix plafond ».
  public var label: String
  /// What to write, in one French sentence, for the guide and for editors.
  public var help: String

  public init(
    _ key: String, _ type: FactType, required: Bool = false, mayBePending: Bool = false,
    label: String, help: String = ""
  ) {
    self.key = key
    self.type = type
    self.isRequired = required
    self.mayBePending = mayBePending
    self.label = label
    self.help = help
  }
}
