import Text

extension YAMLProofreader {
  /// Reads one line outside quotes, brackets and block texts.
  mutating func readEntry(_ index: Int) {
    guard let first = lines[index].firstIndex(where: { !$0.isAnyWhite }) else { return }
    if lines[index][first] == "#" {
      for column in 0..<first { lines[index][column] = " " }
      return
    }
    if first == 0, isMark(index) {
      above = nil
      return
    }
    let start = mendIndentation(index, first)
    if let above, above.hasPlainValue, start > above.column {
      readContinuation(index, start, of: above)
      return
    }
    let (column, hasDash) = readDashes(index, start)
    above = Entry(column: start)
    guard column < lines[index].count else { return }
    if !hasDash, mendLoneWords(index, column) { return readEntry(index) }
    guard let key = readKey(index, column, inList: hasDash) else {
      readValue(index, column, indent: start, column: start)
      return
    }
    above = Entry(line: index, key: key.name, column: column)
    readValue(index, key.value, indent: hasDash ? start : column, column: column)
  }

  /// Whether a line is a directive, or the mark of a document's beginning or end.
  private func isMark(_ index: Int) -> Bool {
    switch lines[index][0] {
    case "%": true
    case "-", ".":
      lines[index].prefix(3).allSatisfy { $0 == lines[index][0] } && lines[index].count > 2
    default: false
    }
  }

  /// Replaces tabs and special spaces before the first sign; returns that sign's column.
  private mutating func mendIndentation(_ index: Int, _ first: Int) -> Int {
    let white = lines[index][..<first]
    guard white.contains(where: { $0 != " " }) else { return first }
    if let tab = white.firstIndex(of: "\t") {
      report(.tabulation, index, tab, length: white[tab...].prefix { $0 == "\t" }.count)
    }
    if let special = white.firstIndex(where: \.isSpecialSpace) {
      report(.noBreakSpace(white[special], as: "de retrait"), index, special)
    }
    let spaces = white.reduce(0) { $0 + ($1 == "\t" ? 2 : 1) }
    indent(index, by: spaces, insteadOf: first)
    return spaces
  }

  private mutating func readContinuation(_ index: Int, _ start: Int, of above: Entry) {
    let line = lines[index]
    if let colon = colon(index, from: start) {
      let word = line[start..<colon].trimmedScalars.string
      if let key = above.key, isKey(word) {
        let name = lines[above.line][key].trimmedScalars.string
        let slip = YAMLSlip.indentation(key: word, above: name)
        // By one level, the key above may be the one that should have no value: one of the root
        // most often has keys of its own.
        let isBelow = start == above.column + 2
        report(
          isBelow ? slip.mended(above.column == 0 ? .none : .proposed) : slip, index, start,
          length: word.unicodeScalars.count)
        indent(index, by: above.column, insteadOf: start)
        self.above = nil
        readEntry(index)
        return
      }
      report(.colon, index, colon)
      for column in start..<line.count where line[column] == ":" {
        lines[index][column] = colonMask
      }
    }
    checkHash(index, from: start, end: endOfPlain(index, from: start))
  }

  /// Passes over the dashes of list items; returns the column of what follows.
  private mutating func readDashes(_ index: Int, _ start: Int) -> (column: Int, hasDash: Bool) {
    var column = start
    var hasDash = false
    while column < lines[index].count {
      let scalar = lines[index][column]
      guard scalar == "-" || !scalar.isASCII else { break }
      let next = column + 1 < lines[index].count ? lines[index][column + 1] : " "
      if "–—−‑•·".unicodeScalars.contains(scalar), next.isAnyWhite {
        report(.dash(scalar), index, column)
        lines[index][column] = "-"
      } else if scalar == "-", !hasDash, next.properties.isAlphabetic, dashIsItem(index, column) {
        report(.missingSpace(after: "-"), index, column)
        insertSpace(index, at: column + 1)
      } else if scalar != "-" || !next.isAnyWhite {
        break
      }
      hasDash = true
      column = mendSpaces(index, from: column + 1, as: "après « - »")
    }
    return (column, hasDash)
  }

  /// « bonus » for « bonus: », above what is its own, and a line of words between the keys of a file,
  /// which a remark was meant to be; true when the line was mended.
  private mutating func mendLoneWords(_ index: Int, _ start: Int) -> Bool {
    guard colon(index, from: start) == nil,
      lines[index][start].properties.isAlphabetic, !lines[index].contains(":")
    else { return false }
    let words = lines[index][start...].trimmedScalars.string
    if isKey(words) {
      let next = lines[(index + 1)...].first { !$0.allSatisfy(\.isAnyWhite) } ?? []
      let indent = next.prefix { $0 == " " }.count
      guard indent > start || indent == start && next.dropFirst(indent).first == "-" else {
        return false
      }
      report(.missingColon(after: words), index, start, length: words.unicodeScalars.count)
      lines[index] = Array(lines[index][...].trimmedEnd) + [":"]
      return true
    }
    guard start == 0, words.unicodeScalars.contains(where: \.isAnyWhite), hasKeys else {
      return false
    }
    report(.loneWords, index, 0, length: words.unicodeScalars.count)
    lines[index].insert(contentsOf: "# ".unicodeScalars, at: 0)
    return true
  }

  /// Whether the file is made of keys.
  private var hasKeys: Bool {
    lines.contains { line in
      let name = line.prefix { $0.isIdentifierPart }
      return !name.isEmpty && line.dropFirst(name.count).first == ":" && isKey(name.string)
    }
  }

  /// A dash stuck to a word begins an item when the word is a key, or when the line above has no
  /// value yet.
  private func dashIsItem(_ index: Int, _ dash: Int) -> Bool {
    let word = lines[index][(dash + 1)...].prefix { $0.isIdentifierPart }
    if lines[index][(dash + 1 + word.count)...].first == ":", isKey(word.string) { return true }
    return above.map { !$0.hasPlainValue } ?? false
  }

  /// Reads the key of a line; returns where its name stands and where its value begins.
  private mutating func readKey(_ index: Int, _ start: Int, inList: Bool)
    -> (name: Range<Int>, value: Int)?
  {
    let line = lines[index]
    switch line[start] {
    case "\"", "'":
      guard let end = QuotedText.end(line[start], in: line, from: start + 1) else { return nil }
      let after = end + 1 + line[(end + 1)...].prefix(while: \.isYAMLWhite).count
      guard after < line.count, line[after] == ":" else { return nil }
      return (start + 1..<end, afterColon(index, after))
    case "[", "{", "?", "&", "*", "!", "|", ">", "%", "@", "`", "#": return nil
    default: break
    }
    guard let colon = colon(index, from: start) else {
      return keyWithoutSpace(index, start, inList: inList)
    }
    let name = line[start..<colon].trimmedScalars
    if inList, !name.allSatisfy(\.isIdentifierPart) {
      // « Enfants : 12 » is French, « étape: depot » a key.
      let isStuck = name.endIndex == colon
      guard isKey(name.string) || isStuck && isNearKey(name.string) else { return nil }
    }
    if colon > 0, line[colon - 1].isAnyWhite {
      let end = line[..<colon].trimmedEnd.endIndex
      _ = mendSpaces(index, from: end, as: "avant « : »")
    }
    return (start..<colon, afterColon(index, colon))
  }

  /// `nom:Vosges`, mended to `nom: Vosges`.
  private mutating func keyWithoutSpace(_ index: Int, _ start: Int, inList: Bool)
    -> (name: Range<Int>, value: Int)?
  {
    let line = lines[index]
    let name = line[start...].prefix { $0.isIdentifierPart }
    let colon = name.endIndex
    guard !name.isEmpty, colon + 1 < line.count, line[colon] == ":", line[colon + 1] != "/",
      !line[start].isASCIIDigit, !inList || isKey(name.string)
    else { return nil }
    let slip = YAMLSlip.missingSpace(after: name.string + ":")
    report(
      slip.mended(isKey(name.string) ? .certain : .proposed), index, start,
      length: colon + 1 - start)
    insertSpace(index, at: colon + 1)
    return (start..<colon, colon + 2)
  }

  /// Whether a word is a key, but for accents and capitals: « étape ».
  private func isNearKey(_ word: String) -> Bool {
    Slug.nearest(to: word).map { isKey($0.replacing("-", with: "_")) } ?? false
  }

  private mutating func afterColon(_ index: Int, _ colon: Int) -> Int {
    mendSpaces(index, from: colon + 1, as: "après « : »")
  }

  /// Passes over white space, special spaces of which are mended; returns where it ends.
  private mutating func mendSpaces(_ index: Int, from start: Int, as role: String) -> Int {
    var column = start
    while column < lines[index].count, lines[index][column].isAnyWhite {
      if lines[index][column].isSpecialSpace {
        report(.noBreakSpace(lines[index][column], as: role), index, column)
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
