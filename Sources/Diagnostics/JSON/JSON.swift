/// A JSON value whose keys keep their order, with the layout in which it is written.
public enum JSON: Sendable {
  /// How the parts of a list or an object stand.
  public enum Layout: Sendable {
    case line
    /// Each on its own line, the closing bracket on a last one.
    case lines
  }

  case null
  case boolean(Bool)
  case integer(Int64)
  /// Euros with two decimals.
  case cents(Int64)
  case number(String)
  case string(String)
  case list([JSON], Layout = .line)
  case members([(key: String, value: JSON)], Layout = .line)
  case written([UInt8])

  public static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  public static func integer(_ number: Int?) -> JSON { number.map { .integer(Int64($0)) } ?? .null }

  /// An object; a key whose value is nil is left out.
  public static func object(
    _ members: KeyValuePairs<String, JSON?>, _ layout: Layout = .line
  ) -> JSON {
    .members(members.compactMap { key, value in value.map { (key, $0) } }, layout)
  }

  public static func object(_ members: [(String, JSON)]) -> JSON {
    .members(members.map { ($0, $1) })
  }
}
