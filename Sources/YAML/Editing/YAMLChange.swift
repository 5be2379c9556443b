/// One change of a YAML file by somebody who sees its values.
public enum YAMLChange: Sendable {
  case replace([YAMLStep], with: String)
  /// A key that is not there, in the mapping at a way, behind the last of some keys that is.
  case add(key: String, YAMLValue, in: [YAMLStep], behind: [String])
  /// An item at the end of a list.
  case append(YAMLValue, to: [YAMLStep])
  /// A key or an item goes; a list that loses its last item goes too.
  case remove([YAMLStep])
  /// An item changes place with the one before or after it.
  case swap([YAMLStep], with: Int)

  /// What the file says after it.
  func applied(to root: YAMLValue) -> YAMLValue? {
    switch self {
    case .replace(let path, let text): root.replacing(path[...]) { _ in .scalar(text) }
    case .add(let key, let value, let path, _):
      root.replacing((path + [.key(key)])[...]) { _ in value }
    case .append(let value, let path):
      root.replacing(path[...]) { list in
        guard case .sequence(let items)? = list else { return list }
        return .sequence(items + [value])
      }
    case .remove(let path): root.replacing(path[...]) { _ in nil }
    case .swap(let path, let other):
      root.replacing(path.dropLast()) { list in
        guard case .sequence(var items)? = list, case .item(let rank)? = path.last,
          items.indices.contains(rank), items.indices.contains(other)
        else { return list }
        items.swapAt(rank, other)
        return .sequence(items)
      }
    }
  }
}
