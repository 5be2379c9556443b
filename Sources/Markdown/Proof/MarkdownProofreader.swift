public import Diagnostics
import Text

/// Finds what people mistype in Markdown, or bring from a word processor or a spreadsheet, at the line
/// where they wrote it.
///
/// It reads a source line by line, before any value is put in: what one line alone shows. What only
/// the parsed text shows are `Fault`s.
///
/// **Errors**: `puce-typographique`, `liste-a-lettres`, `titre-colle`, `espace-insecable`,
/// `tableau-dessine`, `texte-decale`, `lien-mal-ecrit`. Time grows with the length of the text.
public struct MarkdownProofreader {
  private let source: SourceText
  private let lines: [ProofLine]
  private var diagnostics = DiagnosticList()
  /// How many faults are told in one file.
  private static let maximum = 100

  /// - Parameter lines: the lines of the source with their numbers, from 1; a zero for each sign that
  ///   gives no text.
  public static func check(
    _ source: SourceText, _ lines: [(number: Int, words: [UInt8])],
    into diagnostics: inout DiagnosticList
  ) {
    var reader = MarkdownProofreader(source: source, lines)
    reader.run()
    diagnostics.add(contentsOf: reader.diagnostics)
  }

  private init(source: SourceText, _ lines: [(number: Int, words: [UInt8])]) {
    self.source = source
    self.lines = MarkdownProofreader.withoutCode(
      lines.map { ProofLine(number: $0.number, words: $0.words) })
  }

  /// The lines, those between fences emptied, those that four spaces make code marked.
  private static func withoutCode(_ lines: [ProofLine]) -> [ProofLine] {
    var fence: (sign: Unicode.Scalar, count: Int)?
    var isInList = false
    var isAfterBlank = true
    var isInCode = false
    return lines.map { line in
      let empty = ProofLine(number: line.number, words: [])
      if let open = fence {
        if let close = line.fence, close.sign == open.sign, close.count >= open.count {
          fence = nil
        }
        return empty
      }
      if let open = line.fence {
        fence = open
        return empty
      }
      defer { isAfterBlank = line.isEmpty }
      if line.isEmpty { return line }
      // What is set in below an item or a footnote goes on with it.
      if line.markEnd.map({ line.sign($0).isAnyWhite }) ?? false
        || line.content.starts(with: "[^".unicodeScalars)
      {
        isInList = true
      } else if isAfterBlank, line.indent == 0 {
        isInList = false
      }
      isInCode = (isAfterBlank || isInCode) && line.isIndented && !isInList
      var line = line
      line.isCode = isInCode
      return line
    }
  }

  private mutating func run() {
    var index = 0
    while index < lines.count, diagnostics.errorCount < MarkdownProofreader.maximum {
      if lines[index].isEmpty {
        index += 1
        continue
      }
      if let end = drawnTable(from: index) ?? lostList(from: index) {
        index = end
        continue
      }
      if lines[index].isCode {
        checkIndent(of: index)
      } else {
        checkStart(of: index)
      }
      index += 1
    }
  }

  // MARK: The beginning of a line

  /// Four spaces make code of a paragraph, which was meant to be set in.
  private mutating func checkIndent(of index: Int) {
    let line = lines[index]
    guard index == 0 || !lines[index - 1].isCode else { return }
    report(
      MarkdownCode.indentedText,
      "Quatre espaces ou une tabulation font de ce texte un bloc de code.", line,
      0..<line.start, caret: line.start..<line.signs.count, severity: .warning,
      expected: "le texte au bord, ou « > » devant une citation", with: "", isCertain: false)
  }

  /// `[Important]: lisez`, an address that nothing uses: the line would not be printed.
  private mutating func checkDefinition(_ line: ProofLine, at index: Int) -> Bool {
    guard line.content.first == "[", line.sign(line.start + 1) != "^", beginsBlock(index),
      let end = line.content.firstIndex(of: "]"), end > line.start + 1, line.sign(end + 1) == ":"
    else { return false }
    let address = line.signs[(end + 2)...].trimmedScalars
    guard !address.isEmpty, !address.contains(where: { $0.isAnyWhite || $0 == "\0" }) else {
      return false
    }
    let label = line.signs[line.start...end].string.lowercased()
    let isUsed = lines.enumerated().contains { other in
      other.offset != index && other.element.content.contains("[")
        && other.element.signs.string.lowercased().contains(label)
    }
    if isUsed { return false }
    report(
      MarkdownCode.brokenLink, "Rien n'emploie cette adresse : la ligne ne serait pas publiée.",
      line, line.start..<line.signs.count,
      expected: "« [texte](adresse) » pour un lien, ou « \\[ » pour un crochet")
    return true
  }

  /// `[!NOTE]` without the `>` that makes a callout of it.
  private mutating func checkCallout(_ line: ProofLine, at index: Int) -> Bool {
    guard line.start == 0, beginsBlock(index), line.content.starts(with: "[!".unicodeScalars),
      let end = line.content.firstIndex(of: "]"), end > 2,
      line.signs[2..<end].allSatisfy(\.properties.isAlphabetic), line.sign(end + 1) != "("
    else { return false }
    report(
      MarkdownCode.unknownCallout, "L'encadré n'en est pas un : « > » manque devant lui.", line,
      0..<1, caret: 0..<(end + 1), expected: "« > » devant chaque ligne de l'encadré", with: "> [",
      isCertain: true)
    return true
  }

  private mutating func checkStart(of index: Int) {
    let line = lines[index]
    if checkSpaces(of: line) || checkHashes(of: line, at: index)
      || checkDefinition(line, at: index) || checkCallout(line, at: index)
    {
      return
    }
    if line.announcesBullets {
      reportItems(of: line)
    } else if line.hasBullet || line.hasDash, isItem(index) {
      reportBullet(line, isCertain: line.hasBullet || isAmongDashes(index))
    } else if let number = otherNumber(at: index) {
      reportNumber(number, of: line)
    } else if let number = line.otherNumbers.first(where: \.isLetterOfItem), beginsBlock(index) {
      reportNumber(number, of: line, isAlone: true)
    } else if let end = line.otherMarkEnd, isAmongOtherMarks(index) {
      reportOtherMark(line, end: end)
    } else if let number = line.itemNumber, number != 1, lacksFirstItem(numbered: number, index) {
      reportFirstNumber(number, of: line)
    } else if let end = line.stuckMarkEnd, isAmongStuckItems(index) {
      reportStuckMark(line, end: end)
    }
  }

  /// No-break spaces where Markdown wants ordinary ones: before a mark, or after it.
  private mutating func checkSpaces(of line: ProofLine) -> Bool {
    if line.isSpacedRule, let space = line.content.firstIndex(where: \.isSpecialSpace) {
      let mended = line.content.map { $0.isSpecialSpace ? " " : $0 }
      report(
        TextCode.noBreakSpace,
        "Une espace insécable (\(line.signs[space].codePoint)) défait la ligne de tirets : le tableau "
          + "n'en serait pas un.", line, line.start..<line.signs.count, caret: space..<(space + 1),
        expected: "des espaces ordinaires", with: mended[...].string)
      return true
    }
    let markEnd = line.hashes > 0 ? line.start + line.hashes : line.markEnd
    let isMark =
      markEnd.map { line.sign($0).isAnyWhite } ?? (line.content.first == "|")
    if let space = line.specialSpace, isMark || line.content.starts(with: "[!".unicodeScalars) {
      report(noBreakSpace: space, in: line, "précède « \(mark(line, markEnd)) »")
      return true
    }
    guard let markEnd, markEnd < line.signs.count, line.signs[markEnd].isSpecialSpace,
      line.hashes <= 6, !isYear(line)
    else { return false }
    report(noBreakSpace: markEnd, in: line, "suit « \(mark(line, markEnd)) »")
    return true
  }

  /// « 2025. », which ends a sentence at the beginning of a line.
  private func isYear(_ line: ProofLine) -> Bool {
    line.content.prefix { $0.isASCIIDigit }.count > 2
  }

  private func mark(_ line: ProofLine, _ end: Int?) -> String {
    end.map { line.signs[line.start..<$0].string } ?? line.content.prefix(2).string
  }

  private mutating func report(noBreakSpace column: Int, in line: ProofLine, _ place: String) {
    let space = line.signs[column]
    let count = line.signs[column...].prefix { $0.isSpecialSpace }.count
    report(
      TextCode.noBreakSpace, "Une espace insécable (\(space.codePoint)) \(place).", line,
      column..<(column + count), expected: "une espace ordinaire", with: " ")
  }

  /// `###Titre`.
  private mutating func checkHashes(of line: ProofLine, at index: Int) -> Bool {
    let count = line.hashes
    let end = line.start + count
    guard (1...6).contains(count), end < line.signs.count, !line.sign(end).isAnyWhite,
      line.sign(end) != "\0", line.indent < 4
    else { return false }
    if count == 1 {
      // « #4 » is a number; one sign makes a title where a block begins with a capital.
      guard beginsBlock(index), line.sign(end).properties.isUppercase else { return false }
    }
    report(
      MarkdownCode.stuckHeading,
      "Il manque une espace après « \(String(repeating: "#", count: count)) » : le titre n'en serait pas un.",
      line, line.start..<end,
      expected: "un titre de niveau 2 à 4, avec une espace après les dièses",
      with: String(repeating: "#", count: max(2, count)) + " ", isCertain: count > 1)
    return true
  }

  // MARK: Lists

  private func beginsBlock(_ index: Int) -> Bool {
    index == 0 || lines[index - 1].isEmpty || lines[index - 1].hashes > 0
  }

  /// Whether a bullet or a dash begins an item, and not the rest of a sentence.
  private func isItem(_ index: Int) -> Bool {
    lines[index].hasBullet || beginsBlock(index) || isAmongItems(index)
      || lines[index - 1].content.last == ":"
  }

  /// Whether another line of the same kind is near, or a sentence that announces a list.
  private func isAmongItems(_ index: Int) -> Bool {
    isAmongDashes(index)
      || lines[max(0, index - 4)..<index].last { !$0.isEmpty }?.content.last == ":"
  }

  /// Whether another line of the same kind is near: one alone may be what somebody says.
  private func isAmongDashes(_ index: Int) -> Bool {
    // An item may have several lines, and blank ones around it.
    let near = lines[max(0, index - 4)..<index] + lines[(index + 1)...].prefix(4)
    return near.contains { $0.hasDash || $0.hasBullet }
  }

  private mutating func reportBullet(_ line: ProofLine, isCertain: Bool) {
    if line.innerBullets.isEmpty == false { return reportItems(of: line) }
    var end = line.start + 1
    while end < line.signs.count, line.signs[end].isAnyWhite { end += 1 }
    let sign = line.signs[line.start]
    let name = sign.invisible == nil ? "« \(sign) »" : "une puce de Word (\(sign.codePoint))"
    report(
      MarkdownCode.typographicBullet,
      "La ligne commence par \(name), qui ne fait pas de liste.", line,
      line.start..<end, caret: line.start..<(line.start + 1),
      severity: isCertain ? .error : .warning, expected: "« - » et une espace", with: "- ",
      isCertain: isCertain)
  }

  /// « • un • deux »: each item has its own line.
  private mutating func reportItems(of line: ProofLine) {
    let starts = (line.hasBullet ? [line.start] : []) + line.innerBullets
    let ends = starts.dropFirst() + [line.signs.count]
    let items = zip(starts, ends).map { start, end in
      "- " + line.signs[(start + 1)..<end].trimmedScalars.string
    }
    let before = line.signs[line.start..<starts[0]].trimmedScalars.string
    report(
      MarkdownCode.typographicBullet,
      "Les « \(line.signs[starts[0]]) » de la ligne ne font pas de liste.", line,
      line.start..<line.signs.count, caret: starts[0]..<(starts[0] + 1),
      expected: "une ligne par élément, avec « - » et une espace",
      with: line.isQuoted
        ? nil : (before.isEmpty ? "" : before + "\n\n") + items.joined(separator: "\n"),
      isCertain: false)
  }

  /// Whether the line right before or after begins so too: a single one may be a word or a note.
  private func isAmongStuckItems(_ index: Int) -> Bool {
    let first = lines[index].sign(lines[index].start)
    return [index - 1, index + 1].contains { other in
      guard lines.indices.contains(other), lines[other].stuckMarkEnd != nil else { return false }
      let sign = lines[other].sign(lines[other].start)
      return sign == first || sign.isASCIIDigit && first.isASCIIDigit
    }
  }

  private mutating func reportStuckMark(_ line: ProofLine, end: Int) {
    let mark = line.signs[line.start..<end].string
    report(
      MarkdownCode.typographicBullet,
      "Il manque une espace après « \(mark) » : la ligne ne ferait pas de liste.", line,
      line.start..<end, expected: "« \(mark) » et une espace", with: mark + " ", isCertain: false)
  }

  /// The number of an item, where « a) » is followed by « b) ».
  private func otherNumber(at index: Int) -> ProofLine.OtherNumber? {
    let numbers = lines[index].otherNumbers
    if numbers.isEmpty { return nil }
    let near = lines[max(0, index - 6)..<index] + lines[(index + 1)...].prefix(6)
    let others = near.flatMap(\.otherNumbers)
    return numbers.first { number in others.contains(where: number.isBeside) }
  }

  private mutating func reportNumber(
    _ number: ProofLine.OtherNumber, of line: ProofLine, isAlone: Bool = false
  ) {
    let space = line.sign(number.end).isAnyWhite ? "" : " "
    report(
      MarkdownCode.letteredList,
      "« \(line.signs[line.start..<number.end].string) » ne commence pas un élément de liste.",
      line, line.start..<number.end, severity: isAlone ? .warning : .error,
      expected: "« 1. », « 2. »… pour une liste numérotée, « - » pour une autre",
      with: isAlone ? nil : "\(number.rank).\(space)")
  }

  /// Whether a list begins here with another number than 1. Behind a sentence without blank line, no list
  /// does.
  private func lacksFirstItem(numbered number: Int, _ index: Int) -> Bool {
    beginsBlock(index)
      ? !followsItem(numbered: number - 1, index) : lines[index - 1].content.last == ":"
  }

  /// Whether an item with a number stands before, whatever is between them, or may in another section.
  private func followsItem(numbered number: Int, _ index: Int) -> Bool {
    // A section may go on with the list of the one before it.
    !lines[..<index].contains { !$0.isEmpty }
      || lines[..<index].contains { $0.itemNumber == number }
  }

  /// A list that goes on with none, « 2. » without « 1. ».
  private mutating func reportFirstNumber(_ number: Int, of line: ProofLine) {
    guard let end = line.markEnd else { return }
    report(
      MarkdownCode.letteredList, "La liste commence par « \(number). ».", line, line.start..<end,
      severity: .warning, expected: "« 1. » pour le premier élément",
      with: "1" + line.signs[end - 1..<end].string, isCertain: false)
  }

  /// Reports lines that end with « ; » one after the other: the bullets of a word processor do not
  /// always come along. Returns the index after them.
  private mutating func lostList(from start: Int) -> Int? {
    guard start == 0 || lines[start - 1].isEmpty || lines[start - 1].content.last == ":" else {
      return nil
    }
    var end = start
    while end < lines.count, lines[end].beginsWithWord, !lines[end].isCode, lines[end].endsItem {
      end += 1
    }
    // One line may be that of a sentence; the last item ends with a point.
    guard end - start > 1 || end - start == 1 && start > 0 && lines[start - 1].content.last == ":"
    else { return nil }
    if end < lines.count, lines[end].beginsWithWord { end += 1 }
    guard end - start > 1 else { return nil }
    let (first, last) = (lines[start], lines[end - 1])
    let items = lines[start..<end].map { "- " + $0.content.string }
    let needsBlank = start > 0 && !lines[start - 1].isEmpty
    let isWritten = lines[start..<end].allSatisfy { isAsWritten($0) }
    let correction =
      isWritten
      ? Correction(
        file: source.path, from: Correction.Position(line: first.number, column: 1),
        to: Correction.Position(line: last.number, column: last.signs.count + 1),
        text: (needsBlank ? "\n" : "") + items.joined(separator: "\n"), isCertain: false) : nil
    diagnostics.add(
      Diagnostic(
        MarkdownCode.typographicBullet,
        "Ces \(end - start) lignes ne font pas de liste : elles paraîtraient à la suite, sur une seule.",
        at: place(first, 0..<first.signs.count), severity: .warning,
        expected: "« - » et une espace devant chacune",
        suggestion: correction.map(source.suggestion), correction: correction))
    return end
  }

  /// Whether the line before or after begins so too.
  private func isAmongOtherMarks(_ index: Int) -> Bool {
    let first = lines[index].sign(lines[index].start)
    return [index - 1, index + 1].contains { other in
      lines.indices.contains(other) && lines[other].otherMarkEnd != nil
        && lines[other].sign(lines[other].start) == first
    }
  }

  private mutating func reportOtherMark(_ line: ProofLine, end: Int) {
    let mark = line.signs[line.start..<end].string
    report(
      MarkdownCode.typographicBullet,
      "La ligne commence par « \(mark) », qui ne fait pas de liste.", line, line.start..<end,
      expected: "« - » et une espace", with: "-", isCertain: false)
  }

  // MARK: Tables

  /// Reports a table made of tabulations or spaces; returns the index after it.
  private mutating func drawnTable(from start: Int) -> Int? {
    let first = lines[start]
    if first.content.first == "+", first.content.allSatisfy("+-=".unicodeScalars.contains),
      first.content.count > 4
    {
      report(
        MarkdownCode.drawnTable, "Un cadre de tableau est dessiné avec des signes.", first,
        first.start..<first.signs.count, expected: MarkdownProofreader.wantedTable)
      return blockEnd(from: start)
    }
    guard first.content.first != "|" else { return nil }
    return tabbedTable(from: start) ?? semicolonTable(from: start) ?? spacedTable(from: start)
  }

  private static let wantedTable =
    "une ligne par ligne du tableau, ses cases entre des barres « | », et une ligne de tirets sous le titre"

  private func blockEnd(from start: Int) -> Int {
    lines[start...].firstIndex { $0.isEmpty } ?? lines.count
  }

  private mutating func tabbedTable(from start: Int) -> Int? {
    var end = start
    while end < lines.count, lines[end].tabbedCells.count > 1 { end += 1 }
    guard end - start > 1 else { return nil }
    reportTable(start..<end, "séparées par des tabulations") { $0.tabbedCells }
    return end
  }

  private mutating func semicolonTable(from start: Int) -> Int? {
    let width = lines[start].semicolonCells.count
    guard width > 2 else { return nil }
    var end = start
    while end < lines.count, lines[end].semicolonCells.count == width { end += 1 }
    guard end - start > 1 else { return nil }
    reportTable(start..<end, "séparées par des points-virgules") { $0.semicolonCells }
    return end
  }

  /// Lines whose words begin in a same column after several spaces.
  private mutating func spacedTable(from start: Int) -> Int? {
    var shared = Set(lines[start].spacedCells.dropFirst().map(\.lowerBound))
    guard !shared.isEmpty, lines[start...].prefix(2).contains(where: \.hasWideGap) else {
      return nil
    }
    var end = start + 1
    while end < lines.count, lines[end].content.first != "|" {
      let both = shared.intersection(lines[end].spacedCells.dropFirst().map(\.lowerBound))
      if both.isEmpty { break }
      shared = both
      end += 1
    }
    guard end - start > 1 else { return nil }
    reportTable(start..<end, "alignées par des espaces") { $0.spacedCells }
    return end
  }

  private mutating func reportTable(
    _ range: Range<Int>, _ how: String, cells: (ProofLine) -> [Range<Int>]
  ) {
    let first = lines[range.lowerBound]
    let correction = tableCorrection(range, cells: cells)
    diagnostics.add(
      Diagnostic(
        MarkdownCode.drawnTable,
        "Ces \(range.count) lignes sont \(how) : elles paraîtraient à la suite, sur une seule.",
        at: place(first, first.start..<first.signs.count),
        expected: MarkdownProofreader.wantedTable,
        suggestion: correction.map(source.suggestion), correction: correction))
  }

  /// The most lines of a table that a message writes.
  private static let maximumRows = 100

  private func tableCorrection(
    _ range: Range<Int>, cells: (ProofLine) -> [Range<Int>]
  ) -> Correction? {
    // What tags stand for is not in the words, and a quotation has its marks on each line.
    guard range.count <= MarkdownProofreader.maximumRows,
      lines[range].allSatisfy({ isAsWritten($0) && !$0.isQuoted })
    else { return nil }
    let rows = lines[range].map { line in
      cells(line).map { line.signs[$0].string.replacing("|", with: "\\|") }
    }
    let width = rows.map(\.count).max() ?? 1
    let texts = rows.map { row in
      "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |"
    }
    let (first, last) = (lines[range.lowerBound], lines[range.upperBound - 1])
    return Correction(
      file: source.path,
      // Four spaces would leave it code.
      from: Correction.Position(
        line: first.number, column: first.isCode ? 1 : first.start + 1),
      to: Correction.Position(line: last.number, column: last.signs.count + 1),
      text: ([texts[0], TreeBuilder.rule(of: width)] + texts.dropFirst()).joined(separator: "\n"),
      isCertain: false)
  }

  private func isAsWritten(_ line: ProofLine) -> Bool {
    source.line(line.number).map { Array($0.unicodeScalars) == line.signs } ?? false
  }

  // MARK: What is said

  private func place(_ line: ProofLine, _ range: Range<Int>) -> Place {
    Place(
      file: source.path, line: line.number, column: range.lowerBound + 1, length: range.count)
  }

  /// - Parameters:
  ///   - caret: what the message shows, when it is not the whole range.
  ///   - text: what takes the place of the range.
  private mutating func report(
    _ code: some DiagnosticCode, _ message: String, _ line: ProofLine, _ range: Range<Int>,
    caret: Range<Int>? = nil, severity: Diagnostic.Severity = .error, expected: String,
    with text: String? = nil, isCertain: Bool? = nil
  ) {
    let place = place(line, range)
    let correction = text.map {
      Correction(place, with: $0, isCertain: isCertain ?? (code is TextCode))
    }
    diagnostics.add(
      Diagnostic(
        code, message, at: caret.map { self.place(line, $0) } ?? place, severity: severity,
        expected: expected, suggestion: correction.map(source.suggestion), correction: correction))
  }
}
