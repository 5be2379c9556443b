import Configuration
import Facts
import Files
import YAML

/// A value of a less specific file that is to be another for the year of the note alone: the year's file
/// says it too. A list is taken over whole, as the files are read.
struct YearOverride {
  /// The year's.
  let file: String
  /// What the value will be called.
  let name: String
  /// The label of the list that is taken over with it; nil for a value outside lists.
  let list: String?

  private let entry: NoteValues.Entry
  /// The way to what is taken over.
  private let whole: [YAMLStep]
  private let root: YAMLNode
  private let yearRoot: YAMLNode

  /// Nil for a value of the year's own file, for one that this file may not hold, and for an item of a
  /// list to which the year's file adds items.
  init?(_ entry: NoteValues.Entry, in values: NoteValues) {
    guard entry.isPlain, let year = values.facts.sourceFiles.first, entry.file != year.path,
      year.keys.contains(entry.context.root.key), !entry.context.isSourced,
      !entry.context.root.has(.addedByCode),
      let root = values.root(of: entry.file), let yearRoot = values.root(of: year.path)
    else { return nil }
    file = year.path
    whole = entry.whole
    list = whole.count < entry.path.count ? entry.context.root.label : nil
    name = NoteValues.Entry.name(year.path, entry.path)
    (self.entry, self.root, self.yearRoot) = (entry, root, yearRoot)
  }

  /// What the year's file gets, with another text in the place of the value; nil where it cannot.
  func change(to text: String) -> YAMLChange? {
    let inside = Array(entry.path.dropFirst(whole.count))
    guard let value = root[whole]?.value(replacing: inside, with: text) else { return nil }
    var (parent, schema): ([YAMLStep], Schema?) = ([], NoteSchema.written)
    for (rank, step) in whole.enumerated() {
      guard case .key(let key) = step else { return nil }
      let isLast = rank == whole.count - 1
      if !isLast, yearRoot[parent + [step]]?.pairs != nil {
        schema = schema?[key]?.type.item.schema
        parent.append(step)
        continue
      }
      let inner = whole[(rank + 1)...].reversed().reduce(value) { value, step in
        guard case .key(let key) = step else { return value }
        return .mapping([YAMLValue.Pair(key, value)])
      }
      let before = schema.flatMap { schema in
        schema.index(of: key).map { schema.fields[..<$0].map(\.key) }
      }
      return .add(key: key, inner, in: parent, behind: before ?? [])
    }
    return nil
  }
}

extension NoteValues.Entry {
  /// The way to what stands in the place of a less specific file's as one: a list, or a value outside
  /// lists.
  var whole: [YAMLStep] { Array(path.prefix { if case .key = $0 { true } else { false } }) }
}

extension NoteValues {
  /// What less specific files say in the place of a value, or of the list that it is in.
  func overridden(by entry: Entry) -> [Fact] {
    let keys = entry.whole.compactMap { if case .key(let key) = $0 { key } else { nil } }
    return entry.context.isSourced ? entry.overridden : origins[keys.joined(separator: ".")] ?? []
  }

  /// The way to what has to go from the year's file, so that what it overrides holds again: a record
  /// that holds nothing else goes with it. Nil for a value that overrides nothing.
  func overridingPath(of entry: Entry) -> [YAMLStep]? {
    guard entry.file == facts.sourceFiles.first?.path, !overridden(by: entry).isEmpty,
      let root = root(of: entry.file)
    else { return nil }
    var path = entry.whole
    while path.count > 1, root[path.dropLast()]?.pairs?.count == 1 { path.removeLast() }
    return path
  }
}
