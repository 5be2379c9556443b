/// What stands around a fact that a walk comes to.
public struct FactContext: Sendable {
  /// The field of its key; for an item of a list, that of the list.
  public let field: Field
  /// The field of the root under which it stands.
  public let root: Field
  /// The type of the fact itself; for an item of a list, that of the items.
  public let type: FactType
  /// The keys from the root to the field; items of lists have none.
  public let keys: [String]
  /// The record that holds the fact or, for an item, its list.
  public let record: Record
  /// The innermost record of a list around the fact; nil outside lists.
  public let item: Record?
  /// How many records and lists are around it.
  public let depth: Int
  public let isItem: Bool
  /// What readers look for with it.
  public let group: FactGroup
  /// Whether its figures are written with their source.
  public let isSourced: Bool

  /// « ps.plafond ».
  public var path: String { keys.joined(separator: ".") }
}

extension FactContext {
  /// A field of the root.
  init(_ field: Field, of record: Record) {
    self.init(
      field: field, root: field, type: field.type, keys: [field.key], record: record, item: nil,
      depth: 0, isItem: false, group: field.group ?? .rest, isSourced: field.has(.sourced))
  }

  /// A field of the record that the fact is.
  func inside(_ field: Field, of record: Record) -> FactContext {
    FactContext(
      field: field, root: root, type: field.type, keys: keys + [field.key], record: record,
      item: isItem ? record : item, depth: depth + 1, isItem: false, group: field.group ?? group,
      isSourced: isSourced || field.has(.sourced))
  }

  /// The items of the list that the fact is.
  func items(_ type: FactType) -> FactContext {
    FactContext(
      field: field, root: root, type: type, keys: keys, record: record, item: item,
      depth: depth + 1, isItem: true, group: group, isSourced: isSourced)
  }
}
