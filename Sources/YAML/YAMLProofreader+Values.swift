import Text

extension YAMLProofreader {
  mutating func readValue(_ index: Int, _ start: Int, indent: Int, column: Int) {
    guard start < lines[index].count else { return }
    let opening = Opening(line: index, column: start, indent: indent)
    switch lines[index][start] {
    case "#": return
    case "\"", "'": readQuoted(index, start, opening)
    case "[", "{": readFlow(index, from: start, open: [], opening)
    case "|", ">": readBlockHeader(index, start, parent: column)
    case "&", "*", "!", "%", "@", "`": readReserved(index, start)
    default: readPlain(index, start, column: column)
    }
  }

  private mutating func readQuoted(_ index: Int, _ start: Int, _ opening: Opening) {
    let mark = lines[index][start]
    guard let end = QuotedText.end(mark, in: lines[index], from: start + 1) else {
      state = .quote(mark, opening)
      return
    }
    checkAfter(index, end: end, value: start)
  }

  private mutating func readBlockHeader(_ index: Int, _ start: Int, parent: Int) {
    var rest = lines[index][(start + 1)...]
    while let scalar = rest.first, "+-123456789".unicodeScalars.contains(scalar) {
      rest = rest.dropFirst()
    }
    rest = rest.drop(while: \.isYAMLWhite)
    guard let scalar = rest.first, scalar != "#" else {
      // The text of an item is deeper than its dash; that of a key, than the key.
      state = .block(parent: parent)
      return
    }
    let first = lines[index][start]
    // `> Saisissez` is a quotation of Markdown, which no value has.
    report(.firstCharacter(first).mended(first == ">" ? .proposed : .certain), index, start)
    if first == ">" { lines[index].removeSubrange(start..<rest.startIndex) }
    quote(index, start..<endOfPlain(index, from: start))
  }

  /// Reads a value that begins with a sign that YAML keeps for itself.
  private mutating func readReserved(_ index: Int, _ start: Int) {
    let first = lines[index][start]
    let word = lines[index][(start + 1)...].prefix {
      $0.isASCIIDigit || $0 == "_" || $0 == "-" || $0.isASCII && $0.properties.isAlphabetic
    }
    let after = lines[index][(start + 1 + word.count)...]
    let isToken =
      first == "&" ? after.first?.isYAMLWhite ?? true : after.trimmedScalars.isEmpty
    if first == "&" || first == "*", isToken, !word.isEmpty {
      report(.alias(first), index, start, length: word.count + 1)
    } else {
      // `!!str 2025` and `!nom` are tags of YAML, which say what the value is.
      let isTag = first == "!" && lines[index][(start + 1)...].first.map { !$0.isAnyWhite } ?? false
      let end = endOfPlain(index, from: start)
      // `**Saisissez** vos données`: marks of Markdown, which no value has.
      let isMarkup =
        first == "*" || first == "`" && lines[index][(start + 1)..<end].contains(first)
      let mending = isTag ? YAMLSlip.Mending.none : isMarkup ? .proposed : .certain
      report(.firstCharacter(first).mended(mending), index, start)
      if isMarkup { removeMarks(first, index, start..<end) }
    }
    quote(index, start..<endOfPlain(index, from: start))
  }

  private mutating func removeMarks(_ mark: Unicode.Scalar, _ index: Int, _ range: Range<Int>) {
    let words = lines[index][range].filter { $0 != mark }
    guard words.count < range.count - 1 else { return }
    lines[index].replaceSubrange(range, with: words)
  }

  /// Looks at what follows the end of a quoted value or of brackets.
  ///
  /// - Parameter value: where the value begins on this line, when it does.
  mutating func checkAfter(_ index: Int, end: Int, value: Int?) {
    let line = lines[index]
    let after = line[(end + 1)...]
    let white = after.prefix(while: \.isAnyWhite).count
    let rest = after.dropFirst(white)
    guard let first = rest.first else { return }
    if first == "#", white > 0 { return }
    let column = end + 1 + white
    if rest.trimmedScalars.elementsEqual([","]) {
      report(.comma, index, column)
      lines[index].removeSubrange((end + 1)...)
    } else if let value, first != ":" {
      let columns = value..<endOfPlain(index, from: column)
      let text = line[columns]
      // « 'd'accueil' »: an apostrophe of the text was taken for its end.
      let isSure = YAMLProofreader.withoutQuotes(text).count < text.count
      // `[site](https://caf.fr)` and `{{ annee }}` are read in texts alone: quotes would not help.
      let isMarkup = line[end] == "]" && rest.first == "(" || text.starts(with: "{{".unicodeScalars)
      report(
        .textAfter(line[end]).mended(isMarkup ? .none : isSure ? .certain : .proposed), index,
        column,
        length: rest.trimmedScalars.count)
      quote(index, columns)
    }
  }

  private mutating func readPlain(_ index: Int, _ start: Int, column: Int) {
    above?.hasPlainValue = true
    let before = slips.count
    let end = endOfPlain(index, from: start)
    let isCut = checkHash(index, from: start, end: end)
    let value = lines[index][start..<end]
    if let colon = colon(index, from: start), colon < end {
      // « nom: les Vosges code: 88 » may be two keys.
      let word = lines[index][start..<colon].reversed().prefix { $0.isIdentifierPart }.reversed()
      report(.colon.mended(isKey(word.string) ? .proposed : .certain), index, colon)
    } else if let (open, close) = typographicQuotes(value) {
      report(.typographicQuotes(open, close), index, start, length: value.count)
      let inner = value.dropFirst().dropLast().trimmedScalars
      lines[index].replaceSubrange(start..<end, with: YAMLProofreader.quoted(inner))
      return
    } else if value.last == ",", !isContinued(index, column) {
      report(.comma, index, end - 1)
      lines[index].remove(at: end - 1)
      return
    }
    if slips.count > before { quote(index, start..<(isCut ? lines[index].count : end)) }
  }

  /// Reports a `#` stuck to a word after a space: it is no comment that people would write.
  @discardableResult
  mutating func checkHash(_ index: Int, from start: Int, end: Int) -> Bool {
    let line = lines[index]
    guard let hash = line[end...].firstIndex(of: "#"), hash + 1 < line.count,
      !line[hash + 1].isAnyWhite, line[hash + 1] != "#"
    else { return false }
    report(
      .hash(kept: line[start..<end].string), index, hash,
      length: line[hash...].trimmedScalars.count)
    return true
  }

  /// Where a plain value ends on its line: before a comment, without the spaces at its end.
  func endOfPlain(_ index: Int, from start: Int) -> Int {
    let line = lines[index]
    var end = line.count
    for column in start..<line.count where line[column] == "#" && column > start {
      if line[column - 1].isYAMLWhite {
        end = column
        break
      }
    }
    while end > start, line[end - 1].isAnyWhite { end -= 1 }
    return end
  }

  private func isContinued(_ index: Int, _ column: Int) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { !$0.allSatisfy(\.isAnyWhite) }),
      let first = next.firstIndex(where: { !$0.isAnyWhite })
    else { return false }
    return first > column && next[first] != "#"
  }

  /// The quotes around a whole value, when they are typographic and nothing closes them before.
  private func typographicQuotes(_ value: ArraySlice<Unicode.Scalar>)
    -> (Unicode.Scalar, Unicode.Scalar)?
  {
    guard value.count > 1, let first = value.first, let last = value.last, !first.isASCII
    else { return nil }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("«", "»"), ("“", "”"), ("„", "”"), ("‘", "’"), ("”", "”"), ("‹", "›"),
    ]
    guard let pair = pairs.first(where: { $0 == (first, last) }),
      !value.dropFirst().dropLast().contains(pair.1)
    else { return nil }
    return pair
  }

  /// Puts what stands in some columns of a line between straight quotes.
  private mutating func quote(_ index: Int, _ columns: Range<Int>) {
    lines[index].replaceSubrange(
      columns, with: YAMLProofreader.quoted(lines[index][columns].trimmedScalars))
    above?.hasPlainValue = false
  }

  /// A text between straight quotes; quotes around the whole of it are replaced.
  private static func quoted(_ text: ArraySlice<Unicode.Scalar>) -> Line {
    let inner = withoutQuotes(text)
    if !inner.contains("\""), !inner.contains("\\") { return ["\""] + inner + ["\""] }
    return ["'"] + inner.flatMap { $0 == "'" ? ["'", "'"] : [$0] } + ["'"]
  }

  /// « 'l'école' » is quoted as a whole, « "Elle" et "lui" » is not: there, no word follows the
  /// second quote.
  private static func withoutQuotes(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard text.count > 1, let mark = text.first, mark == "'" || mark == "\"", text.last == mark
    else { return text }
    let inner = text.dropFirst().dropLast()
    let second = inner.firstIndex(of: mark).map { inner[$0...].dropFirst() }
    if let second, second.first.map({ !$0.properties.isAlphabetic && !$0.isASCIIDigit }) ?? true {
      return text
    }
    return inner
  }
}
