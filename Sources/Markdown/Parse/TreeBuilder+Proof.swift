import Text

/// What cmark understands otherwise than its author, or passes over in silence, told where it stands.
extension TreeBuilder {
  // MARK: Texts

  /// The marks that stayed text, and the signs that nobody sees, which entities can give.
  mutating func checkText(
    _ text: String, at position: Position, after previous: Leftovers.Next,
    before next: Leftovers.Next, mayEndWithAnchor: Bool
  ) {
    let hasInvisible = text.firstInvisible != nil
    guard hasInvisible || Leftovers.mayBe(in: text) else { return }
    let bytes = Array(text.utf8)
    let found = Leftovers(in: bytes, after: previous, before: next).found
    guard hasInvisible || !found.isEmpty,
      let alignment = SourceAlignment(of: bytes, in: source, at: position)
    else { return }
    if hasInvisible { checkEntities(of: text, alignment) }
    for leftover in found {
      if mayEndWithAnchor, case .anchorLeft = leftover.kind,
        leftover.range.upperBound == bytes.count
      {
        continue
      }
      add(leftover, alignment)
    }
  }

  /// `\\` without the two spaces, or outside a cell: nothing but its sign would be printed.
  ///
  /// - Parameter masked: the text, in a cell its line breaks masked.
  mutating func checkBackslashes(of masked: String, _ text: String, at position: Position) {
    guard let mark = masked.utf8.firstIndex(of: UInt8(ascii: "\\")),
      let alignment = SourceAlignment(of: Array(text.utf8), in: source, at: position)
    else { return }
    let index = masks.unmasked(String(masked[..<mark])).utf8.count
    // One that its author escaped stands in no place of its own.
    let before = index > 0 ? alignment.offsets[index - 1] : nil
    let start = alignment.offsets[index] ?? before.map { $0 + 1 } ?? alignment.start
    let length = source.bytes[start...].prefix(2).prefix { $0 == UInt8(ascii: "\\") }.count
    faults.append(
      Fault(.backslashLeft, at: source.position(atOffset: start, length: max(1, length))))
  }

  /// A sign that stands in the source as itself is told of the file.
  private mutating func checkEntities(of text: String, _ alignment: SourceAlignment) {
    var index = 0
    let scalars = Array(text.unicodeScalars)
    for (rank, scalar) in scalars.enumerated() {
      defer { index += UTF8.width(scalar) }
      guard scalars.hidesSign(at: rank), alignment.offsets[index] == nil else { continue }
      let before = index > 0 ? alignment.offsets[index - 1] : nil
      let start = before.map { $0 + 1 } ?? alignment.start
      let length = source.bytes[start...].prefix(40).prefix { $0 != UInt8(ascii: ";") }.count + 1
      faults.append(
        Fault(.invisible(scalar), at: source.position(atOffset: start, length: length)))
      return
    }
  }

  private mutating func add(_ leftover: Leftovers.Found, _ alignment: SourceAlignment) {
    // A sign that its author escaped is meant; of the words between two marks nothing is asked.
    let offsets = alignment.offsets[leftover.range]
    guard let first = offsets.first ?? nil, let last = offsets.last ?? nil,
      leftover.kind.isBetweenMarks || offsets.allSatisfy({ $0 != nil })
    else { return }
    if case .linkLeft = leftover.kind, leftover.correction == nil,
      let cut = cutAddress(from: first)
    {
      faults.append(cut)
      return
    }
    let length = last + 1 - first
    // What was written otherwise inside would be lost.
    let isWhole = length == leftover.range.count
    faults.append(
      Fault(
        leftover.kind, at: source.position(atOffset: first, length: length),
        correction: isWhole ? leftover.correction : nil))
  }

  /// `](https://www.caf.fr/mon doc.pdf)`, of which cmark made a link that ends at the space.
  private func cutAddress(from start: Int) -> Fault? {
    let rest = source.bytes[start...].prefix(500).prefix { $0 != UInt8(ascii: "\n") }
    guard rest.starts(with: "](http".utf8), let end = rest.firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let address = Array(rest[(start + 2)..<end]).text
    guard !address.contains(where: { "<>\"".contains($0) }), address.contains(" "),
      Leftovers.endsWithFile(address)
    else { return nil }
    return Fault(
      .linkLeft, at: source.position(atOffset: start, length: end + 1 - start),
      correction: "](<\(address)>)")
  }

  // MARK: Addresses

  mutating func checkAddress(of link: Link) {
    checkSigns(of: link)
    let address = link.destination
    if let swapped = swappedSigns(of: link) {
      faults.append(swapped)
    } else if address.isEmpty || !link.namesSomething {
      let mended = Address.withWholeScheme(address) ?? Address.withDots(address)
      if mended == nil {
        faults.append(Fault(.emptyAddress(address), at: link.position))
      } else {
        report(.emptyAddress(address), address, of: link, correction: mended)
      }
    } else if link.address == .relative, let mended = Address.withWholeScheme(address) {
      report(.addressWithoutScheme(address), address, of: link, correction: mended)
    } else if link.address == .relative, let scheme = Address.missingScheme(of: address) {
      report(.addressWithoutScheme(address), address, of: link, correction: scheme + address)
    } else if let space = address.unicodeScalars.first(where: \.isSpecialSpace) {
      report(.spaceInAddress(space, address), address, of: link, correction: nil)
    }
  }

  /// `(https://www.caf.fr)[texte]`, the signs in the place of one another, of which cmark made a link
  /// that ends at the space.
  private func swappedSigns(of link: Link) -> Fault? {
    guard link.destination.contains(")[") else { return nil }
    let line = source.line(link.position.line)
    let start = line.startIndex + link.position.column - 1
    guard start > line.startIndex, start < line.endIndex, line[start - 1] == UInt8(ascii: "("),
      line[start...].starts(with: "http".utf8)
    else { return nil }
    let rest = line[start...].prefix(1_000)
    guard let middle = rest.firstRange(of: Array(")[".utf8)),
      let close = rest[middle.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let (address, words) = (rest[..<middle.lowerBound], rest[middle.upperBound..<close])
    return Fault(
      .linkLeft, at: source.position(atOffset: start - 1, length: close + 2 - start),
      // `(https://www.caf.fr)[^1]` calls a note.
      correction: words.isEmpty || words.first == UInt8(ascii: "^")
        ? nil : "[\(Array(words).text)](\(Array(address).text))")
  }

  mutating func checkAddress(ofImage image: Link) {
    checkSigns(of: image)
    let address = image.destination
    if address.isEmpty {
      faults.append(Fault(.emptyAddress(address), at: image.position))
    } else if image.address == .web || Address.missingScheme(of: address) == "https://" {
      report(.foreignImage(address), address, of: image, correction: nil)
    }
  }

  private mutating func checkSigns(of link: Link) {
    if let sign = link.destination.firstInvisible ?? link.title.firstInvisible {
      faults.append(Fault(.invisible(sign), at: link.position))
    }
  }

  /// Says what is wrong with an address where it stands, or else at its link.
  private mutating func report(
    _ kind: Fault.Kind, _ address: String, of link: Link, correction: String?
  ) {
    let line = source.line(link.position.line)
    let start = line.startIndex + link.position.column - 1
    let written = Array("](\(address)".utf8)
    let here = start <= line.endIndex ? line[start...].prefix(4_000).firstRange(of: written) : nil
    guard let found = here ?? definition(of: address) else {
      faults.append(Fault(kind, at: link.position))
      return
    }
    let position = source.position(
      atOffset: found.upperBound - address.utf8.count, length: address.utf8.count)
    let fault = Fault(kind, at: position, correction: correction)
    // Several links may have one address, « [a]: www.caf.fr ».
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// Where « [texte]: adresse » gives an address, which begins a line.
  private func definition(of address: String) -> Range<Int>? {
    let written = Array("]: \(address)".utf8)
    return (1...source.count).lazy.compactMap { number -> Range<Int>? in
      let line = source.line(number).drop { $0 == UInt8(ascii: " ") }
      guard line.first == UInt8(ascii: "[") else { return nil }
      return line.prefix(1_000).firstRange(of: written)
    }.first
  }

  // MARK: Tables

  /// The cells of one line, without the white space around them.
  private func cells(_ number: Int) -> [ArraySlice<UInt8>] {
    var line = content(number)
    let bar = UInt8(ascii: "|")
    if line.first == bar { line = line.dropFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index += 1
      } else if line[index] == bar {
        cells.append(line[start..<index].trimmed)
        start = index + 1
      }
      index += 1
    }
    let last = line[start...].trimmed
    // Nothing follows the bar at the end of a row.
    if !last.isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }

  /// A line without the marks of quotations before it.
  private func content(_ number: Int) -> ArraySlice<UInt8> {
    source.line(number).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }.trimmed
  }

  /// Says that a list is typed on one line of a cell. No such list is longer than a screen.
  private mutating func checkList(in cell: ArraySlice<UInt8>) {
    guard (5...2_000).contains(cell.count), let list = CellList(Array(cell).text) else { return }
    faults.append(
      Fault(
        .listInCell, at: source.position(atOffset: cell.startIndex, length: cell.count),
        correction: list.corrected))
  }

  mutating func checkRow(at position: Position, columns: Int) {
    let cells = cells(position.line)
    for cell in cells.prefix(columns) { checkList(in: cell) }
    if cells.count > columns, let extra = cells[columns...].first(where: { !$0.isEmpty }) {
      faults.append(
        Fault(
          .extraCell(Array(extra).text, columns: columns),
          at: source.position(atOffset: extra.startIndex, length: extra.count)))
    } else if columns > 1, cells.count == 1, let only = cells.first, !only.isEmpty,
      !content(position.line).contains(UInt8(ascii: "|"))
    {
      faults.append(
        Fault(
          .lineInTable(Array(only).text),
          at: source.position(atOffset: only.startIndex, length: only.count)))
    }
  }

  /// A table that is none: its line of dashes is missing, or has other cells than its header.
  mutating func checkParagraph(at position: Position, to end: Int) {
    guard content(position.line).contains(UInt8(ascii: "|")) else { return }
    guard end > position.line else { return checkLoneRow(at: position) }
    let rule = ((position.line + 1)...end).first { isRule($0) }
    // A line of dashes with no-break spaces is told where it was written.
    if ((position.line + 1)...end).contains(where: { isSpacedRule($0) }) { return }
    let line = rule ?? position.line + 1
    let header = cells(line - 1).count
    let place = source.position(
      atOffset: content(line).startIndex, length: content(line).count)
    if rule != nil {
      faults.append(
        Fault(
          .brokenTable(found: cells(line).count, header: header), at: place,
          correction: TreeBuilder.rule(of: header)))
    } else if (position.line...end).allSatisfy({ isBetweenBars($0) })
      || haveSameBars(position.line...end)
    {
      faults.append(Fault(.tableWithoutRule(columns: header), at: place))
    }
  }

  /// « | a | b | » alone, whose bars would be printed.
  private mutating func checkLoneRow(at position: Position) {
    let cells = cells(position.line)
    guard isBetweenBars(position.line), cells.count > 1 else { return }
    let content = content(position.line)
    faults.append(
      Fault(
        .tableWithoutRule(columns: cells.count),
        at: source.position(atOffset: content.startIndex, length: content.count)))
  }

  /// Whether each line has as many bars between words as the others.
  private func haveSameBars(_ lines: ClosedRange<Int>) -> Bool {
    let counts = Set(
      lines.map { number in
        let content = Array(content(number))
        return content.indices.dropFirst().dropLast().count {
          content[$0] == UInt8(ascii: "|") && content[$0 - 1] == 0x20 && content[$0 + 1] == 0x20
        }
      })
    return counts.count == 1 && counts != [0]
  }

  private func isBetweenBars(_ number: Int) -> Bool {
    let content = content(number)
    return content.count > 2 && content.first == UInt8(ascii: "|")
      && content.last == UInt8(ascii: "|")
  }

  /// Whether a line has but bars, dashes and colons.
  private func isRule(_ number: Int) -> Bool {
    let content = content(number)
    return content.contains(UInt8(ascii: "|")) && content.contains(UInt8(ascii: "-"))
      && content.allSatisfy { "|-: ".utf8.contains($0) }
  }

  private func isSpacedRule(_ number: Int) -> Bool {
    let content = content(number)
    guard content.contains(0xA0) || content.contains(0xAF) else { return false }
    return ProofLine(number: number, words: Array(content)).isSpacedRule
  }

  /// « | --- | --- | ».
  static func rule(of columns: Int) -> String {
    "|" + String(repeating: " --- |", count: columns)
  }

  // MARK: Headings

  /// Notes whether a heading is made by the line below it: `===` or `---`.
  func checkUnderline(of heading: inout Heading, at position: Position) {
    let line = source.line(position.line)
    let start = line.startIndex + position.column - 1
    heading.isUnderlined = start < line.endIndex && line[start] != UInt8(ascii: "#")
  }
}

extension Fault.Kind {
  /// Whether the fault is in the marks around words, not in the words.
  fileprivate var isBetweenMarks: Bool {
    if case .marksLeft(_, isPair: true) = self { true } else { false }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: Self {
    var rest = drop { $0 == UInt8(ascii: " ") || $0 == 9 || $0 == 13 }
    while let last = rest.last, last == UInt8(ascii: " ") || last == 9 || last == 13 {
      rest = rest.dropLast()
    }
    return rest
  }
}

extension Link {
  /// Whether its address has more than a scheme.
  fileprivate var namesSomething: Bool {
    switch address {
    case .web: WebAddress.namesSite(destination)
    case .mail: WebAddress.namesPerson(destination)
    case .telephone: destination.utf8.contains { (0x30...0x39).contains($0) }
    case .anchor(let name): !name.isEmpty
    case .relative, .unsafe: true
    }
  }
}
