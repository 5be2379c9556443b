import Diagnostics
import Facts
import Markdown

/// What a layout receives of a `Source`: each key once, with its type and how its value is made.
///
/// One declaration makes the schema against which templates are checked and the records that they
/// render: a key cannot be on one side only, nor have another type there. What was written in a file
/// keeps its place, for whoever changes it where it is read.
struct Form<Source>: Sendable {
  struct Entry: Sendable {
    typealias Make<Result> = @Sendable (Source) -> Result

    let field: Field
    let fact: Make<Fact?>
  }

  let schema: Schema
  let entries: [Entry]

  /// - Parameter name: what the record is, in French, for messages: « un contact ».
  init(_ name: String, _ entries: [Entry]) {
    schema = Schema(name, entries.map(\.field))
    self.entries = entries
  }

  func record(of source: Source) -> Record {
    var record = Record(schema)
    for rank in entries.indices { record[rank] = entries[rank].fact(source) }
    return record
  }
}

extension Form.Entry {
  /// - Parameter place: where what is printed was written; nil for what the program makes.
  init(
    _ key: String, _ type: FactType, _ presence: Field.Presence = .required,
    at place: Make<Place?>? = nil, value: @escaping Make<Value?>
  ) {
    self.init(field: Field(key, type, presence, label: key)) { source in
      value(source).map { Fact($0, place: place?(source)) }
    }
  }

  static func text(
    _ key: String, at place: Make<Place?>? = nil, _ make: @escaping Make<String>
  ) -> Self {
    Self(key, .text, at: place) { .text(make($0)) }
  }

  static func optionalText(
    _ key: String, at place: Make<Place?>? = nil, _ make: @escaping Make<String?>
  ) -> Self {
    Self(key, .text, .optional, at: place) { make($0).map { .text($0) } }
  }

  static func texts(
    _ key: String, at place: Make<Place?>? = nil, _ make: @escaping Make<[String]>
  ) -> Self {
    Self(key, .list(.text), at: place) { .list(make($0).map { Fact(.text($0)) }) }
  }

  /// Texts that were written each at its place.
  static func written(_ key: String, _ make: @escaping Make<[Fact]>) -> Self {
    Self(key, .list(.text)) { .list(make($0)) }
  }

  static func name(
    _ key: String, at place: Make<Place?>? = nil, _ make: @escaping Make<Name>
  ) -> Self {
    Self(key, .name, at: place) { .name(make($0)) }
  }

  /// Where a link of our own making leads: inside the site, or to a telephone.
  static func address(_ key: String, _ make: @escaping Make<String>) -> Self {
    Self(key, .address) { .address(make($0)) }
  }

  static func addresses(_ key: String, _ make: @escaping Make<[String]>) -> Self {
    Self(key, .list(.address)) { .list(make($0).map { Fact(.address($0)) }) }
  }

  static func optionalAddress(_ key: String, _ make: @escaping Make<String?>) -> Self {
    Self(key, .address, .optional) { make($0).map { .address($0) } }
  }

  /// HTML made by our own renderer.
  static func html(_ key: String, _ make: @escaping Make<String>) -> Self {
    Self(key, .html) { .html(make($0)) }
  }

  static func flag(_ key: String, _ make: @escaping Make<Bool>) -> Self {
    Self(key, .boolean) { .boolean(make($0)) }
  }

  static func record<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping Make<Part>
  ) -> Self {
    Self(key, .record(form.schema)) { .record(form.record(of: make($0))) }
  }

  static func optionalRecord<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping Make<Part?>
  ) -> Self {
    Self(key, .record(form.schema), .optional) { source in
      make(source).map { .record(form.record(of: $0)) }
    }
  }

  static func records<Part>(
    _ key: String, _ form: Form<Part>, _ make: @escaping Make<[Part]>
  ) -> Self {
    Self(key, .list(.record(form.schema))) { source in
      .list(make(source).map { Fact(.record(form.record(of: $0))) })
    }
  }

  /// A fact as it is, under its own key and with the type that its schema gives it.
  ///
  /// - Parameter path: one key of a record, whose value may not wait.
  static func fact(_ path: FactPath, _ record: @escaping Make<Record>) -> Self {
    let field = path.field
    precondition(!field.mayBePending, "« \(field.key) » may wait: a layout has to say so")
    let presence: Field.Presence = field.isAlwaysThere ? .required : .optional
    return Self(field: Field(field.key, field.type, presence, label: field.key)) { source in
      record(source)[path].map { Fact($0.value.typographic, place: $0.place) }
    }
  }

  /// The same key, for what has such a source.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Source) -> Form<Whole>.Entry {
    Form<Whole>.Entry(field: field) { fact(part($0)) }
  }
}

extension Form.Entry where Source == Record {
  static func fact(_ path: FactPath) -> Self { fact(path) { $0 } }

  /// Where the value at a path was written.
  static func place(_ path: FactPath) -> Make<Place?> { { $0[path]?.place } }
}

extension Value {
  /// A text with French typography: authors type ordinary spaces, in YAML as in Markdown.
  fileprivate var typographic: Value {
    if case .text(let text) = self { .text(FrenchTypography.apply(to: text)) } else { self }
  }
}

extension Record {
  func typographicText(_ path: FactPath) -> String? {
    text(path).map { FrenchTypography.apply(to: $0) }
  }

  func typographicTexts(_ path: FactPath) -> [String] {
    texts(path).map { FrenchTypography.apply(to: $0) }
  }

  /// The texts of a list, each with where it was written.
  func typographicFacts(_ path: FactPath) -> [Fact] {
    list(path).compactMap { fact in
      fact.value.text.map { Fact(.text(FrenchTypography.apply(to: $0)), place: fact.place) }
    }
  }

  /// A value in words, in its unit; nil when it is absent.
  func words(_ path: FactPath) -> String? { value(path).map { FrenchFormat.text(of: $0) } }
}
