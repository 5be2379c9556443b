/// What a template produces, which decides how the values that it inserts are escaped.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case markdown
  case html
  case text
}

/// Where in the output a value lands.
enum InsertionContext: Sendable, Hashable {
  case markdown
  case htmlText
  /// Between the quotes of an attribute.
  case htmlAttribute
  case text
}
