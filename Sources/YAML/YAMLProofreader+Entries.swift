import Text

extension YAMLProofreader {
  /// Reads one line outside quotes, brackets and block texts.
  mutating func readEntry(_ index: Int) {
    guard let first = lines[index].firstIndex(where: { !$0.isAnyWhite }) else { return }
    if lines[index][first] == "#" {
      for column in 0..<first { lines[index][column] = " " }
      return
    }
    if ["---", "...", "%"].contains(where: { lines[index].starts(with: $0.unicodeScalars) }) {
      above = nil
      return
    }
    let start = mendIndentation(index)
    if isContinuation(index, start) {
      readContinuation(index, start)
      return
    }
    let (column, hasDash) = readDashes(index, start)
    guard column < lines[index].count else {
      above = Entry(key: nil, column: start, hasPlainValue: false)
      return
    }
    guard let key = readKey(index, column, inList: hasDash) else {
      above = Entry(key: nil, column: start, hasPlainValue: false)
      readValue(index, column, key: nil, indent: start, column: start)
      return
    }
    above = Entry(key: key.name, column: column, hasPlainValue: false)
    readValue(index, key.value, key: key.name, indent: hasDash ? start : column, column: column)
  }

  /// Replaces tabs and special spaces before the first sign; returns that sign's column.
  private mutating func mendIndentation(_ index: Int) -> Int {
    let white = lines[index].prefix(while: \.isAnyWhite)
    guard white.contains(where: { $0 != " " }) else { return white.count }
    let line = index + 1
    if let tab = white.firstIndex(of: "\t") {
      let tabs = white[tab...].prefix { $0 == "\t" }.count
      slips.append(.tabulation(line: line, column: tab + 1, length: tabs))
    }
    if let special = white.firstIndex(where: \.isSpecialSpace) {
      slips.append(
        .noBreakSpace(white[special], as: "de retrait", line: line, column: special + 1))
    }
    let spaces = white.reduce(0) { $0 + ($1 == "\t" ? 2 : 1) }
    lines[index].replaceSubrange(
      0..<white.count, with: Array(repeating: Unicode.Scalar(" "), count: spaces))
    return spaces
  }

  private func isContinuation(_ index: Int, _ start: Int) -> Bool {
    guard let above, above.hasPlainValue, start > above.column else { return false }
    return true
  }

  private mutating func readContinuation(_ index: Int, _ start: Int) {
    let line = lines[index]
    if let colon = colon(index, from: start) {
      let word = line[start..<colon].trimmedScalars.string
      if let above, let key = above.key, isKey(word) {
        slips.append(
          .indentation(
            key: word, above: key, line: index + 1, column: start + 1,
            length: word.unicodeScalars.count))
        lines[index].removeFirst(start - above.column)
        self.above = nil
        readEntry(index)
        return
      }
      slips.append(.colon(line: index + 1, column: colon + 1))
      for column in start..<line.count where line[column] == ":" {
        lines[index][column] = colonMask
      }
    }
    checkHash(index, from: start)
  }

  /// Passes over the dashes of list items; returns the column of what follows.
  private mutating func readDashes(_ index: Int, _ start: Int) -> (column: Int, hasDash: Bool) {
    var column = start
    var hasDash = false
    while column < lines[index].count {
      let scalar = lines[index][column]
      let next = column + 1 < lines[index].count ? lines[index][column + 1] : " "
      if "–—−‑•·".unicodeScalars.contains(scalar), next.isAnyWhite {
        slips.append(.dash(scalar, line: index + 1, column: column + 1))
        lines[index][column] = "-"
      } else if scalar == "-", !hasDash, next.properties.isAlphabetic, dashIsItem(index, column) {
        slips.append(.missingSpace(after: "-", line: index + 1, column: column + 1, length: 1))
        lines[index].insert(" ", at: column + 1)
      } else if scalar != "-" || !next.isAnyWhite {
        return (column, hasDash)
      }
      hasDash = true
      column += 1
      while column < lines[index].count, lines[index][column].isAnyWhite {
        if lines[index][column].isSpecialSpace {
          slips.append(
            .noBreakSpace(
              lines[index][column], as: "après « - »", line: index + 1, column: column + 1))
          lines[index][column] = " "
        }
        column += 1
      }
    }
    return (column, hasDash)
  }

  /// A dash stuck to a word begins an item when the word is a key, or when the line above has no
  /// value yet.
  private func dashIsItem(_ index: Int, _ dash: Int) -> Bool {
    let word = lines[index][(dash + 1)...].prefix { $0.isIdentifierPart }
    if lines[index][(dash + 1 + word.count)...].first == ":", isKey(word.string) { return true }
    return above.map { !$0.hasPlainValue } ?? false
  }

  /// Reads the key of a line; returns its name and the column where its value begins.
  private mutating func readKey(_ index: Int, _ start: Int, inList: Bool)
    -> (name: String, value: Int)?
  {
    let line = lines[index]
    if line[start] == "\"" || line[start] == "'" {
      guard let end = endOfQuote(line[start], index, from: start + 1) else { return nil }
      let after = end + 1 + line[(end + 1)...].prefix(while: \.isYAMLWhite).count
      guard after < line.count, line[after] == ":" else { return nil }
      return (line[(start + 1)..<end].string, afterColon(index, after))
    }
    guard !"[{?&*!|>%@`#".unicodeScalars.contains(line[start]) else { return nil }
    if let colon = colon(index, from: start) {
      let name = line[start..<colon].trimmedScalars.string
      if inList, !isKey(name), !name.unicodeScalars.allSatisfy(\.isIdentifierPart) { return nil }
      mendBeforeColon(index, colon)
      return (name, afterColon(index, colon))
    }
    return keyWithoutSpace(index, start, inList: inList)
  }

  /// `nom:Vosges`, mended to `nom: Vosges`.
  private mutating func keyWithoutSpace(_ index: Int, _ start: Int, inList: Bool)
    -> (name: String, value: Int)?
  {
    let line = lines[index]
    let name = line[start...].prefix { $0.isIdentifierPart }.string
    let colon = start + name.unicodeScalars.count
    guard !name.isEmpty, colon + 1 < line.count, line[colon] == ":", line[colon + 1] != "/",
      isKey(name) || !inList, !line[start].isASCIIDigit
    else { return nil }
    slips.append(
      .missingSpace(
        after: name + ":", line: index + 1, column: start + 1, length: colon + 1 - start))
    lines[index].insert(" ", at: colon + 1)
    return (name, colon + 2)
  }

  private mutating func mendBeforeColon(_ index: Int, _ colon: Int) {
    var column = colon - 1
    while column > 0, lines[index][column].isAnyWhite {
      if lines[index][column].isSpecialSpace {
        slips.append(
          .noBreakSpace(
            lines[index][column], as: "avant « : »", line: index + 1, column: column + 1))
        lines[index][column] = " "
      }
      column -= 1
    }
  }

  /// The column of the value after a colon; a special space there is mended.
  private mutating func afterColon(_ index: Int, _ colon: Int) -> Int {
    var column = colon + 1
    while column < lines[index].count, lines[index][column].isAnyWhite {
      if lines[index][column].isSpecialSpace {
        slips.append(
          .noBreakSpace(
            lines[index][column], as: "après « : »", line: index + 1, column: column + 1))
        lines[index][column] = " "
      }
      column += 1
    }
    return column
  }

  /// The first colon that a space or the end follows, before any comment.
  func colon(_ index: Int, from start: Int) -> Int? {
    let line = lines[index]
    for column in start..<line.count {
      if line[column] == "#", column > start, line[column - 1].isYAMLWhite { return nil }
      guard line[column] == ":" else { continue }
      if column + 1 == line.count || line[column + 1].isAnyWhite { return column }
    }
    return nil
  }
}
