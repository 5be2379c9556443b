/// A JSON value whose keys keep their order, with the layout in which it is written.
public enum JSON: Sendable {
  /// How the parts of a list or an object stand.
  public enum Layout: Sendable {
    /// After each other.
    case line
    /// Each on its own line, the closing bracket on a last one.
    case lines
    /// Each on its own line, the closing bracket after the last one.
    case hanging
  }

  public struct Member: Sendable {
    let key: String
    let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  case integer(Int64)
  /// Euros with two decimals.
  case cents(Int64)
  /// A number as it is written.
  case number(String)
  case string(String)
  /// A text as its UTF-8.
  case utf8([UInt8])
  case list([JSON], Layout = .line)
  case members([Member], Layout = .line)
  /// A value written before.
  case written([UInt8])
  /// A place for another value, in a form.
  case hole
  /// A form and, in their order, the values of its holes.
  case filled(JSONForm, [JSON])
}

extension JSON {
  /// A text, or null.
  public static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  public static func integer(_ number: Int?) -> JSON { number.map { .integer(Int64($0)) } ?? .null }

  /// An object; a key whose value is nil is left out.
  public static func object(
    _ members: KeyValuePairs<String, JSON?>, _ layout: Layout = .line
  ) -> JSON {
    .members(members.compactMap { key, value in value.map { Member(key, $0) } }, layout)
  }
}

extension JSON {
  public static func object(_ members: [(String, JSON)]) -> JSON {
    .members(members.map { Member($0, $1) })
  }
}
