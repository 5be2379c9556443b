import Text

extension Document {
  /// Takes the identifiers that authors wrote, `{#id}` at the end of a heading, out of its text.
  ///
  /// - Parameters:
  ///   - first: the identifier of the first heading, whatever its author wrote.
  ///   - isNumbered: whether generated numbering counts the headings.
  ///
  /// **Errors**: `ancre-invalide`.
  mutating func readIdentifiers(first: String? = nil, isNumbered: Bool = true) {
    visitHeadings { heading, position, faults in
      heading.isNumbered = isNumbered
      guard let written = heading.content.removeIdentifier() else { return }
      if Slug.isIdentifier(written) {
        heading.identifier = written
      } else {
        faults.append(Fault(.invalidIdentifier(written), at: position))
      }
    }
    guard let first else { return }
    for index in blocks.indices {
      guard case .heading(var heading) = blocks[index].kind else { continue }
      heading.identifier = first
      blocks[index].kind = .heading(heading)
      return
    }
  }

  /// Gives each heading that has none an identifier made from its words, and makes all unique:
  /// the second « Dates » becomes `dates-2`.
  ///
  /// Identifiers that were written or given are kept before any other is made, so that they do not
  /// change when a heading is added above them.
  ///
  /// **Errors**: `identifiant-double`, when two headings were written with the same one.
  mutating func assignIdentifiers(reserved: Set<String> = []) {
    var pool = IdentifierPool(used: reserved)
    visitHeadings { heading, position, faults in
      guard !heading.identifier.isEmpty else { return }
      let wanted = heading.identifier
      if !pool.claim(wanted) {
        faults.append(Fault(.duplicateIdentifier(wanted), at: position))
        heading.identifier = pool.free(from: wanted)
      }
    }
    visitHeadings { heading, _, _ in
      guard heading.identifier.isEmpty else { return }
      heading.identifier = pool.free(from: Slug.make(heading.content.plainText))
    }
  }

  private mutating func visitHeadings(
    _ body: (inout Heading, Position, inout [Fault]) -> Void
  ) {
    var faults = faults
    visitBlocks(inside: { $0.hasHeading }) { blocks in
      for index in blocks.indices {
        guard case .heading(var heading) = blocks[index].kind else { continue }
        body(&heading, blocks[index].position, &faults)
        blocks[index].kind = .heading(heading)
      }
    }
    self.faults = faults
  }
}

private struct IdentifierPool {
  var used: Set<String>
  /// The last number given to each name, so that a thousand equal headings stay cheap.
  var last: [String: Int] = [:]

  mutating func claim(_ name: String) -> Bool {
    !isRendererOwn(name) && used.insert(name).inserted
  }

  mutating func free(from name: String) -> String {
    if claim(name) { return name }
    // « Note » twice must not become `note-2`, which the renderer makes too.
    let isOwn = isRendererOwn(name) && name != "notes" || HTMLRenderer.ownPrefixes.contains(name)
    let stem = isOwn ? "section-" + name : name
    if isOwn, claim(stem) { return stem }
    var number = last[name] ?? 1
    while true {
      number += 1
      let candidate = "\(stem)-\(number)"
      if claim(candidate) {
        last[name] = number
        return candidate
      }
    }
  }

  /// Whether a name is one that the HTML renderer makes: `note-1`, `appel-1-2`, `tableau-3`…
  private func isRendererOwn(_ name: String) -> Bool {
    guard let dash = name.utf8.firstIndex(of: UInt8(ascii: "-")) else { return name == "notes" }
    return HTMLRenderer.ownPrefixes.contains(String(name[..<dash]))
      && name[dash...].dropFirst().allSatisfy { $0.isNumber || $0 == "-" }
  }
}

extension [Inline] {
  /// Removes `{#id}` from the end of the text and returns what stood inside.
  fileprivate mutating func removeIdentifier() -> String? {
    guard case .text(let text)? = last, text.hasSuffix("}") else { return nil }
    guard let open = text.lastIndex(of: "{"), text[open...].hasPrefix("{#") else { return nil }
    let identifier = String(text[open...].dropFirst(2).dropLast())
    var rest = text[..<open]
    while rest.last == " " { rest.removeLast() }
    removeLast()
    if !rest.isEmpty { append(.text(String(rest))) }
    return identifier
  }
}
