import Facts

extension Form.Entry {
  private init(
    _ key: String, _ type: FactType, _ presence: Field.Presence = .required,
    value: @escaping @Sendable (Source) -> Value?
  ) {
    self.init(field: Field(key, type, presence, label: key), value: value)
  }

  // MARK: - Texts

  static func text(_ key: String, _ make: @escaping @Sendable (Source) -> String) -> Self {
    Self(key, .text) { .text(make($0)) }
  }

  static func optionalText(_ key: String, _ make: @escaping @Sendable (Source) -> String?) -> Self {
    Self(key, .text, .optional) { make($0).map { .text($0) } }
  }

  static func texts(_ key: String, _ make: @escaping @Sendable (Source) -> [String]) -> Self {
    Self(key, .list(.text)) { .list(make($0).map { Fact(.text($0)) }) }
  }

  static func name(_ key: String, _ make: @escaping @Sendable (Source) -> Name) -> Self {
    Self(key, .name) { .name(make($0)) }
  }

  /// An `https:` or `http:` address; links inside the site are texts.
  static func optionalAddress(
    _ key: String, _ make: @escaping @Sendable (Source) -> String?
  ) -> Self {
    Self(key, .address, .optional) { make($0).map { .address($0) } }
  }

  /// HTML made by our own renderer.
  static func html(_ key: String, _ make: @escaping @Sendable (Source) -> String) -> Self {
    Self(key, .html) { .html(make($0)) }
  }

  // MARK: - Other values

  /// Yes or no.
  static func flag(_ key: String, _ make: @escaping @Sendable (Source) -> Bool) -> Self {
    Self(key, .boolean) { .boolean(make($0)) }
  }

  static func record<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping @Sendable (Source) -> Part
  ) -> Self {
    Self(key, .record(form.schema)) { .record(form.record(of: make($0))) }
  }

  static func optionalRecord<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping @Sendable (Source) -> Part?
  ) -> Self {
    Self(key, .record(form.schema), .optional) { source in
      make(source).map { .record(form.record(of: $0)) }
    }
  }

  static func records<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping @Sendable (Source) -> [Part]
  ) -> Self {
    Self(key, .list(.record(form.schema))) { source in
      .list(make(source).map { Fact(.record(form.record(of: $0))) })
    }
  }

  // MARK: - Composition

  /// The same key, for what has such a source.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Source) -> Form<Whole>.Entry {
    Form<Whole>.Entry(field: field) { value(part($0)) }
  }
}
