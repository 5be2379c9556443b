public import Facts

/// What can be said of a path that a message prints or a user writes.
public enum Explanation: Sendable {
  /// The values at the path or below it, with where they come from.
  case values([Origin])
  /// A key that has no value in the note, or whose values are no note's.
  case key(Key)

  public struct Key: Sendable {
    public var path: String
    public var field: Field
    /// The files that may hold the key, those of the note first.
    public var files: [String]
    /// Whether it is one of a note's facts.
    public var isFact: Bool
  }
}

extension NoteFacts {
  /// What a path of the note, or of any other file of the project, stands for; nil when it is none.
  ///
  /// - Parameters:
  ///   - path: as messages print it: `ps.plafond`, `calendrier.au` for all items of a list,
  ///     `calendrier.depot.au` or `calendrier.2.au` for one.
  ///   - users: the schema of what users write for a note, and how that file is called in French: it is
  ///     looked at last.
  public func explanation(
    of path: String, orOf users: (file: String, schema: Schema)
  ) -> Explanation? {
    let values = values(at: path, among: origins)
    if !values.isEmpty { return .values(values) }
    let unshown = self.values(at: path, among: unshownOrigins)
    if !unshown.isEmpty { return .values(unshown) }
    if let key = key(at: path) { return .key(key) }
    return users.schema.field(at: path.split(separator: ".").map(String.init)[...]).map { field in
      .key(Explanation.Key(path: path, field: field, files: [users.file], isFact: false))
    }
  }

  /// Whether the note has a value at a path, or below it, as messages print paths.
  public func hasValue(at path: String) -> Bool { !values(at: path, among: origins).isEmpty }

  /// The paths of what stands in the lists of the note, items by their codes: `calendrier.depot.au`.
  public var itemPaths: [String] {
    var paths: [String] = []
    for path in origins.flatMap(\.itemPaths) where !paths.contains(path) { paths.append(path) }
    return paths
  }

  private func values(at path: String, among origins: [Origin]) -> [Origin] {
    let found = origins.filter { $0.path == path || $0.path.hasPrefix(path + ".") }
    if !found.isEmpty { return found }
    return origins.filter { path.hasPrefix($0.path + ".") }.flatMap { origin in
      origin.inside(Origin.keys(String(path.dropFirst(origin.path.count + 1))))
    }
  }

  /// The paths of all keys of all files.
  public static var allPaths: [String] {
    NoteSchema.written.allPaths + FileSchemas.others.flatMap(\.schema.allPaths)
  }

  private func key(at path: String) -> Explanation.Key? {
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let field = NoteSchema.written.field(at: keys[...]),
      let root = NoteSchema.keys.first(where: { $0.field.key == keys[0] })
    {
      let files = NoteFile.allCases.filter(root.files.contains).map {
        $0.path(department: department, year: year.text)
      }
      return Explanation.Key(
        path: path, field: field, files: files,
        isFact: NoteSchema.visible[root.field.key] != nil)
    }
    let files = FileSchemas.others.filter { $0.schema.field(at: keys[...]) != nil }
    return files.first?.schema.field(at: keys[...]).map { field in
      Explanation.Key(
        path: path, field: field,
        files: files.flatMap(\.paths).map {
          $0.replacing(FileSchemas.department, with: department)
        }, isFact: false)
    }
  }
}

extension Origin {
  fileprivate var itemPaths: [String] {
    switch fact.value {
    case .list(let items):
      items.flatMap { item -> [String] in
        guard let code = item.value.record?.code else { return [] }
        let origin = inner(item, named: code)
        return [origin.path] + origin.itemPaths
      }
    case .record(let record):
      record.facts.map { inner($0.fact, named: $0.field.key) }.flatMap { origin in
        [origin.path] + origin.itemPaths
      }
    default: []
    }
  }

  /// The facts inside a list, a record that is named, or a figure with its source.
  fileprivate func inside(_ keys: [String]) -> [Origin] {
    guard let key = keys.first else { return whole }
    let rest = Array(keys.dropFirst())
    switch fact.value {
    case .list(let items):
      let named = items.enumerated().flatMap { index, item -> [Origin] in
        let names: [String?] = [
          String(index + 1), item.value.record?.exactName, rankedName(of: index, in: items),
        ]
        // A name may have points.
        let name = names.compactMap(\.self).first { keys.starts(with: Origin.keys($0)) }
        guard let name else { return [] }
        return inner(item, named: name)
          .inside(Array(keys.dropFirst(Origin.keys(name).count)))
      }
      if !named.isEmpty { return named }
      let inItems = items.enumerated().map { index, item in
        inner(item, named: item.value.record?.code ?? String(index + 1))
      }
      let found = inItems.flatMap { $0.inside(keys) }
      // A part of a figure is named without the figure.
      return found.isEmpty ? inItems.flatMap(\.lists).flatMap { $0.inside(keys) } : found
    case .record(let record):
      return record[key].map { inner($0, named: key).inside(rest) } ?? []
    default:
      let isFigure = fact.source != nil && FileSchemas.Figure.schema[key] != nil
      return isFigure && rest.isEmpty ? [self] : []
    }
  }

  /// « depot (2) » for the second item of a name, as messages on published notes name it.
  private func rankedName(of index: Int, in items: [Fact]) -> String? {
    guard let name = items[index].value.record?.exactName else { return nil }
    let rank = items[...index].count { $0.value.record?.exactName == name }
    return "\(name) (\(rank))"
  }

  /// The keys of a path; a no-break space in it is as good as another.
  fileprivate static func keys(_ path: String) -> [String] {
    path.replacing("\u{A0}", with: " ").split(separator: ".").map(String.init)
  }

  /// The facts of a record, or the fact itself.
  private var whole: [Origin] {
    guard case .record(let record) = fact.value else { return [self] }
    return record.facts.map { inner($0.fact, named: $0.field.key) }.flatMap(\.whole)
  }

  /// The lists of records that an item holds.
  private var lists: [Origin] {
    guard case .record(let record) = fact.value else { return [] }
    return record.facts.map { inner($0.fact, named: $0.field.key) }.filter { origin in
      guard case .list(let items) = origin.fact.value else { return false }
      return items.contains { $0.value.record?.code != nil }
    }
  }

  /// What less specific files say inside a list is not told apart.
  private func inner(_ fact: Fact, named name: String) -> Origin {
    Origin(path: path + "." + name, fact: fact, overridden: [])
  }
}

extension Schema {
  /// The field at a path that may enter lists, with or without the code or rank of an item, and
  /// figures with their source.
  fileprivate func field(at keys: ArraySlice<String>, isSourced: Bool = false) -> Field? {
    guard let key = keys.first, let field = self[key] else { return nil }
    let rest = keys.dropFirst()
    if rest.isEmpty { return field }
    let sourced = isSourced || field.has(.sourced)
    guard let inner = field.type.item.schema else {
      // An item of a list of words, by itself.
      if case .list = field.type, rest.count == 1 { return field }
      let figure =
        rest.count == 1 && sourced ? FileSchemas.Figure.schema[rest[rest.startIndex]] : nil
      return figure == nil ? nil : field
    }
    if let found = inner.field(at: rest, isSourced: sourced) { return found }
    guard case .list = field.type else { return nil }
    return rest.count == 1 ? field : inner.field(at: rest.dropFirst(), isSourced: sourced)
  }

  /// The dotted paths of all keys, those of the items of lists too.
  package var allPaths: [String] {
    fields.flatMap { field in
      [field.key] + (field.type.item.schema?.allPaths ?? []).map { "\(field.key).\($0)" }
    }
  }
}
