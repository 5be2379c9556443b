import Configuration
import Facts
import YAML

/// A key or an item that somebody adds to a file, field by field.
struct Addition {
  let file: String
  /// What is wrong with each field, in the order of the schema.
  private(set) var faults: [(key: String, faults: [String])] = []
  /// Nil when nothing was written.
  private(set) var change: YAMLChange?

  private let form: [String: String]

  /// - Parameter form: `nom` of the record, the list or the file; `cle` for a key; `champ.<clé>` for each
  ///   field that was filled in.
  ///
  /// Nil when it does not name what values may be added to.
  init?(_ form: [String: String], to values: NoteValues) {
    self.form = form
    let name = form["nom"] ?? ""
    if let entry = values.entries.first(where: { $0.name == name }) {
      file = entry.file
      add(to: entry)
    } else if let file = values.facts.sourceFiles.prefix(2).first(where: { $0.path + "#" == name })
    {
      self.file = file.path
      guard let key = form["cle"], file.keys.contains(key) else { return nil }
      add(key, of: NoteSchema.written, at: [], keys: [])
    } else {
      return nil
    }
  }

  private mutating func add(to entry: NoteValues.Entry) {
    let context = entry.context
    switch (context.type, form["cle"]) {
    case (.record(let schema), let key?): add(key, of: schema, at: entry.path, keys: context.keys)
    case (.list(let type), nil):
      if let item = value(type, of: context.field, keys: context.keys) {
        change = .append(item, to: entry.path)
      }
    default: break
    }
  }

  private mutating func add(_ key: String, of schema: Schema, at path: [YAMLStep], keys: [String]) {
    guard let rank = schema.index(of: key) else { return }
    let field = schema.fields[rank]
    guard var value = value(field.type.item, of: field, keys: keys + [key]) else { return }
    if case .list = field.type { value = .sequence([value]) }
    change = .add(
      key: key, value, in: path, behind: schema.fields[..<rank].map(\.key))
  }

  /// What was written for a value of a type; nil when something is wrong with it.
  private mutating func value(_ type: FactType, of field: Field, keys: [String]) -> YAMLValue? {
    guard case .record(let schema) = type else {
      return text(field.key, as: type, of: field, keys: keys).map(YAMLValue.scalar)
    }
    var pairs: [YAMLValue.Pair] = []
    for inner in schema.fields {
      let isNeeded = inner.isRequired || form["champ." + inner.key] != nil
      guard isNeeded, case let type = inner.type.item,
        let text = text(inner.key, as: type, of: inner, keys: keys + [inner.key])
      else { continue }
      let value = YAMLValue.scalar(text)
      pairs.append(
        YAMLValue.Pair(inner.key, inner.type.item == inner.type ? value : .sequence([value])))
    }
    return faults.isEmpty && !pairs.isEmpty ? .mapping(pairs) : nil
  }

  private mutating func text(
    _ key: String, as type: FactType, of field: Field, keys: [String]
  ) -> String? {
    let text = form["champ." + key] ?? ""
    let found = NoteValues.faults(in: text, as: type, of: field, keys: keys, file: file)
    guard found.isEmpty else {
      faults.append((key, found))
      return nil
    }
    return text
  }
}
