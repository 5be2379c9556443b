import Facts

/// A value on its way into the output, before it is escaped.
enum InsertedValue: Sendable {
  case text(String)
  case email(String)
  case phone(String)
  case address(String)
  /// Inserted as it is.
  case html(String)

  init(_ value: Value) {
    self =
      switch value {
      case .email(let text): .email(text)
      case .phone(let text): .phone(text)
      case .address(let text): .address(text)
      case .html(let text): .html(text)
      default: .text(FrenchFormat.text(of: value))
      }
  }

  var text: String {
    switch self {
    case .text(let text), .email(let text), .phone(let text), .address(let text), .html(let text):
      text
    }
  }
}
