import Facts
import Markdown

extension Form.Entry {
  /// A fact as it is, under its own key and with the type that its schema gives it.
  ///
  /// - Parameter path: one key of a record, whose value may not wait.
  static func fact(_ path: FactPath, _ record: @escaping @Sendable (Source) -> Record) -> Self {
    let field = path.field
    precondition(!field.mayBePending, "« \(field.key) » may wait: a layout has to say so")
    return Self(
      field: Field(
        field.key, field.type, field.isAlwaysThere ? .required : .optional, label: field.key)
    ) { record($0).value(path)?.typographic }
  }

  /// Facts that have a schema of their own.
  static func facts(
    _ key: String, _ schema: Schema, _ record: @escaping @Sendable (Source) -> Record
  ) -> Self {
    Self(field: Field(key, .record(schema), .required, label: key)) { .record(record($0)) }
  }
}

extension Form.Entry where Source == Record {
  /// A fact of the record as it is.
  static func fact(_ path: FactPath) -> Self { fact(path) { $0 } }
}

extension Value {
  /// The value, a text with French typography: authors type ordinary spaces, in YAML as in Markdown.
  fileprivate var typographic: Value {
    if case .text(let text) = self { .text(FrenchTypography.apply(to: text)) } else { self }
  }
}

extension Record {
  /// A text with French typography.
  func typographicText(_ path: FactPath) -> String? {
    text(path).map { FrenchTypography.apply(to: $0) }
  }

  /// The texts of a list with French typography.
  func typographicTexts(_ path: FactPath) -> [String] {
    texts(path).map { FrenchTypography.apply(to: $0) }
  }

  /// A value in words, in its unit; nil when it is absent.
  func words(_ path: FactPath) -> String? { value(path).map { FrenchFormat.text(of: $0) } }
}
