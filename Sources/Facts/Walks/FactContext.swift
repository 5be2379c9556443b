/// What stands around a fact that a walk comes to. What is asked of few facts is found outwards.
public final class FactContext: Sendable {
  /// The field of its key; for an item of a list, that of the list.
  public let field: Field
  /// The type of the fact itself; for an item of a list, that of the items.
  public let type: FactType
  /// The record that holds the fact or, for an item, its list.
  public let record: Record
  public let isItem: Bool
  /// That of the record or of the list that holds the fact; nil at the root.
  private let outer: FactContext?

  private init(
    _ field: Field, _ type: FactType, _ record: Record, isItem: Bool, in outer: FactContext?
  ) {
    self.field = field
    self.type = type
    self.record = record
    self.isItem = isItem
    self.outer = outer
  }

  /// A field of the root.
  convenience init(_ field: Field, of record: Record) {
    self.init(field, field.type, record, isItem: false, in: nil)
  }

  /// A field of the record that the fact is.
  func inside(_ field: Field, of record: Record) -> FactContext {
    FactContext(field, field.type, record, isItem: false, in: self)
  }

  /// The items of the list that the fact is.
  func items(_ type: FactType) -> FactContext {
    FactContext(field, type, record, isItem: true, in: self)
  }

  /// The field of the root under which it stands.
  public var root: Field { outer?.root ?? field }

  /// The keys from the root to the field; items of lists have none.
  public var keys: [String] { (outer?.keys ?? []) + (isItem ? [] : [field.key]) }

  /// « ps.plafond ».
  public var path: String { keys.joined(separator: ".") }

  /// The innermost record of a list around the fact; nil outside lists.
  public var item: Record? { outer?.isItem == true && !isItem ? record : outer?.item }

  /// How many records and lists are around it.
  public var depth: Int { outer.map { $0.depth + 1 } ?? 0 }

  /// What readers look for with it.
  public var group: FactGroup { field.group ?? outer?.group ?? .rest }

  /// Whether its figures are written with their source.
  public var isSourced: Bool { field.has(.sourced) || outer?.isSourced == true }
}
