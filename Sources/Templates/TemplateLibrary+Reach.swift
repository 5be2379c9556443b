extension TemplateLibrary {
  /// The names given and those that they include, directly or not.
  public func reachable(from names: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      found.append(name)
      waiting += self[name]?.inclusions.map(\.name) ?? []
    }
    return found
  }
}
