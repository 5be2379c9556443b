import Text

/// The marks of Markdown that stayed text in one text node, and would be printed.
struct Leftovers {
  struct Found {
    var kind: Fault.Kind
    /// In the bytes of the text.
    var range: Range<Int>
    /// What should stand there instead, when that is certain.
    var correction: String?
  }

  /// What cmark made of what follows a text.
  enum Next {
    /// An address that it recognised by itself, or any other link.
    case link
    case emphasis
    case other
  }

  private let text: [UInt8]
  /// What stands before the node, and what follows it.
  private let previous: Next
  private let next: Next
  private(set) var found: [Found] = []

  /// Whether a text may hold any.
  static func mayBe(in text: String) -> Bool {
    var previous: UInt8 = 0
    return text.utf8.contains { byte in
      defer { previous = byte }
      return switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "^"),
        UInt8(ascii: "<"):
        true
      // « :smile: », « https:www.caf.fr ».
      case 0x61...0x7A: previous == UInt8(ascii: ":")
      default: false
      }
    }
  }

  init(in text: [UInt8], after previous: Next, before next: Next) {
    self.text = text
    self.previous = previous
    self.next = next
    findEmphasis()
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "`"): index = findCode(at: index)
      case UInt8(ascii: "<"): index = findBracketedAddress(at: index)
      case UInt8(ascii: "["), UInt8(ascii: "]"): index = findLink(at: index)
      case UInt8(ascii: "{"): index = findBrace(at: index)
      case UInt8(ascii: "}"): index = findClosing(at: index)
      case UInt8(ascii: "="): index = findHighlight(at: index)
      case UInt8(ascii: "/"): index = findBareAddress(at: index)
      case UInt8(ascii: ":"):
        let end = findShortcode(at: index)
        index = end > index ? end : findBareAddress(at: index)
      case UInt8(ascii: "$"): index = findName(at: index, "$", "$")
      case UInt8(ascii: "^"), UInt8(ascii: "~"): index = findRaised(at: index)
      default: index += 1
      }
    }
  }

  private mutating func add(_ kind: Fault.Kind, _ range: Range<Int>, _ correction: String? = nil) {
    found.append(Found(kind: kind, range: range, correction: correction))
  }

  private func byte(_ index: Int) -> UInt8 {
    text.indices.contains(index) ? text[index] : UInt8(ascii: " ")
  }

  private func isSpace(_ index: Int) -> Bool { byte(index) <= 0x20 || hasNoBreakSpace(index) }

  /// Whether a no-break space ends or begins at an index.
  private func hasNoBreakSpace(_ index: Int) -> Bool {
    byte(index) == 0xA0 && byte(index - 1) == 0xC2 || byte(index) == 0xC2 && byte(index + 1) == 0xA0
  }

  private func isWord(_ index: Int) -> Bool {
    let byte = byte(index)
    if (0x80...0xBF).contains(byte) {
      // The second byte of « é », before a mark.
      return (0xC3...0xDF).contains(self.byte(index - 1))
    }
    return Unit.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3
  }

  private func string(_ range: Range<Int>) -> String { Array(text[range]).text }

  // MARK: Emphasis

  /// `**` and its like, where they could be meant as marks: beside a word.
  private mutating func findEmphasis() {
    for mark in "*_~".utf8 {
      var runs: [Range<Int>] = []
      var index = 0
      while index < text.count {
        guard text[index] == mark else {
          index += 1
          continue
        }
        let start = index
        while index < text.count, text[index] == mark { index += 1 }
        if isMark(start..<index) { runs.append(start..<index) }
      }
      report(runs)
    }
  }

  private func isMark(_ run: Range<Int>) -> Bool {
    let isBetweenWords = isWord(run.lowerBound - 1) && isWord(run.upperBound)
    switch text[run.lowerBound] {
    case UInt8(ascii: "*"): return run.count <= 3
    // `____` is a blank to fill in, `a__b` and `_modele.pdf` are names of files.
    case UInt8(ascii: "_") where run.count == 1:
      let word = text[run.upperBound...].prefix { $0 > 0x20 }
      return opens(run) && !word.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
    case UInt8(ascii: "_"):
      return run.count == 2 && !isBetweenWords
        && !(isSpace(run.lowerBound - 1) && isSpace(run.upperBound))
    default: return run.count == 2
    }
  }

  /// Whether a mark is one too many beside words in emphasis: `**Attention*`, `*Attention**`.
  private func isOneTooMany(_ run: Range<Int>) -> Bool {
    run == 0..<text.count && next == .emphasis
      || run.lowerBound == 0 && previous == .emphasis && !isWord(run.upperBound)
  }

  /// Whether a mark stands before a word or a word in emphasis, after a space.
  private func opens(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && isSpace(run.lowerBound - 1)
      && (isWord(run.upperBound) || run.upperBound == text.count && next == .emphasis)
  }

  /// Says each pair of runs at its first one, and each that stands alone: of one sign only where it
  /// opens and nothing else may call or begin a note, « 100 €* », « *hors bonus ».
  private mutating func report(_ runs: [Range<Int>]) {
    var rest = runs[...]
    while let open = rest.popFirst() {
      if let close = rest.first, close.count == open.count, isPair(open, close) {
        rest.removeFirst()
        add(
          .marksLeft(string(open), isPair: true), open.lowerBound..<close.upperBound,
          corrected(open, close))
      } else if open.count > 1 || runs.count == 1 && (opens(open) || isOneTooMany(open)) {
        add(.marksLeft(string(open), isPair: false), open)
      }
    }
  }

  /// Whether two runs are meant to stand around words. Of one star, only when the first is stuck to
  /// them, and the second too or at the end: « 100 €* » and « *hors bonus » call and begin a note.
  private func isPair(_ open: Range<Int>, _ close: Range<Int>) -> Bool {
    guard open.upperBound < close.lowerBound else { return false }
    return open.count > 1
      || !isWord(open.lowerBound - 1) && !isSpace(open.upperBound)
        && (!isSpace(close.lowerBound - 1)
          || isSpace(open.lowerBound - 1) && isSpace(close.upperBound))
  }

  /// The marks stuck to their words, and apart from what is around them.
  private func corrected(_ open: Range<Int>, _ close: Range<Int>) -> String? {
    let inside = string(open.upperBound..<close.lowerBound)
    // A mark is stuck to a word on one side and to a sign on the other: nothing says which is meant
    // where the word stands before, unless a pair of signs is between the marks.
    if isWord(open.lowerBound - 1) {
      guard !Unit.isDigit(byte(open.lowerBound - 1)), inside.isBetweenPair else { return nil }
      return " \(string(open))\(inside)\(string(close))" + (isWord(close.upperBound) ? " " : "")
    }
    let words = Array(inside.unicodeScalars).trimmedScalars.string
    let needsSpace = isWord(close.upperBound)
    guard !words.isEmpty, words != inside || needsSpace else { return nil }
    let mark = string(open)
    return mark + words + mark + (needsSpace ? " " : "")
  }

  // MARK: Code

  private mutating func findCode(at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "`") { end += 1 }
    add(.backtickLeft, start..<end)
    return end
  }

  // MARK: Links

  private mutating func findLink(at index: Int) -> Int {
    if byte(index) == UInt8(ascii: "[") {
      if byte(index + 1) == UInt8(ascii: "[") { return findName(at: index, "[[", "]]") }
      // `(texte)[https://www.caf.fr]`, the signs in the place of one another.
      if byte(index - 1) == UInt8(ascii: ")"), text[(index + 1)...].starts(with: "http".utf8),
        let open = text[..<index].lastIndex(of: UInt8(ascii: "(")),
        let close = text[index...].prefix(500).firstIndex(of: UInt8(ascii: "]"))
      {
        let (words, address) = (string(open + 1..<index - 1), string(index + 1..<close))
        let isAddress = !address.utf8.contains(UInt8(ascii: " ")) && !words.isEmpty
        add(.linkLeft, open..<close + 1, isAddress ? "[\(words)](\(address))" : nil)
        return close + 1
      }
      // « [] », « [ ] », « [ x ] ».
      var end = index + 1
      var (spaces, crosses) = (0, 0)
      while end < text.count, "xX ".utf8.contains(text[end]), end < index + 4 {
        if text[end] == 0x20 { spaces += 1 } else { crosses += 1 }
        end += 1
      }
      // « [x] relu » begins a text as a box does; « voir [x] » may be anything.
      let rest = text.indices.dropFirst(end + 1).first { text[$0] != 0x20 }
      let isBox = index == 0 && rest.map(isWord) == true
      guard byte(end) == UInt8(ascii: "]"), end < text.count, crosses < 2,
        crosses == 0 && spaces < 2 || crosses == 1 && (spaces > 0 || isBox)
      else { return index + 1 }
      add(.boxLeft, index..<(end + 1))
      return end + 1
    }
    switch byte(index + 1) {
    case UInt8(ascii: "("): return findAddress(from: index + 1, after: index)
    case UInt8(ascii: "["):
      // `[^note]` is told elsewhere, `[1][2]` are references.
      guard byte(index + 2) != UInt8(ascii: "^"), !Unit.isDigit(byte(index + 2)) else { break }
      add(.linkLeft, index..<(index + 2))
    case _ where next == .link && bracketLeadsToLink(index): add(.linkLeft, index..<text.count)
    case UInt8(ascii: " "):
      var open = index + 1
      while byte(open) == UInt8(ascii: " "), open < text.count { open += 1 }
      if byte(open) == UInt8(ascii: "(") { return findAddress(from: open, after: index) }
    default: break
    }
    return index + 1
  }

  /// `[texte]https://www.caf.fr` and `[texte]: https://www.caf.fr`, before the address.
  private func bracketLeadsToLink(_ index: Int) -> Bool {
    let rest = text[(index + 1)...]
    guard rest.isEmpty || rest.elementsEqual(": ".utf8) || rest.elementsEqual(":".utf8) else {
      return false
    }
    guard let open = text[..<index].lastIndex(of: UInt8(ascii: "[")), open + 1 < index else {
      return false
    }
    return text[(open + 1)..<index].contains { !Unit.isDigit($0) }
  }

  /// `[texte] (adresse)` and `[texte](une adresse)`.
  private mutating func findAddress(from open: Int, after bracket: Int) -> Int {
    let isStuck = open == bracket + 1
    // What is farther is no address.
    let close = text[open...].prefix(500).firstIndex(of: UInt8(ascii: ")"))
    guard let close else {
      let isCut = next == .link && open + 1 == text.count
      if isCut || isStuck {
        add(
          .linkLeft, bracket..<(open + 1), isCut && !isStuck ? "](" : nil)
      }
      return open + 1
    }
    let address = string((open + 1)..<close)
    guard isStuck || Leftovers.looksLikeAddress(address) else { return open + 1 }
    let telephone = isStuck ? Address.telephone(address) : nil
    let isBroken =
      telephone != nil || address.utf8.contains(UInt8(ascii: " ")) && Leftovers.isPath(address)
    let target = telephone ?? (isBroken ? "<\(address)>" : address)
    let isCertain = isBroken || !isStuck && !address.isEmpty
    add(.linkLeft, bracket..<(close + 1), isCertain ? "](\(target))" : nil)
    return close + 1
  }

  /// Whether what follows the last space of an address is the rest of a path, « doc.pdf », and not
  /// words that came into the brackets.
  static func endsWithFile(_ address: String) -> Bool {
    let last = address.split(separator: " ").last ?? ""
    return isPath(String(last)) && last.utf8.contains(UInt8(ascii: "."))
  }

  private static func looksLikeAddress(_ text: String) -> Bool {
    !text.utf8.contains(UInt8(ascii: " ")) && (text.hasPrefix("#") || isPath(text))
  }

  /// Whether a text has the signs of an address: a slash, or a dot and letters at its end.
  private static func isPath(_ text: String) -> Bool {
    if text.isEmpty || text.contains("\"") { return false }
    if text.utf8.contains(UInt8(ascii: "/")) || text.hasPrefix("www.") { return true }
    let suffix = text.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
    return (2...5).contains(suffix.count) && suffix.count < text.utf8.count
      && suffix.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// `<www.caf.fr>`, of which only a scheme would make a link.
  private mutating func findBracketedAddress(at open: Int) -> Int {
    let rest = text[(open + 1)...]
    guard rest.starts(with: "www.".utf8),
      let close = rest.prefix(500).firstIndex(of: UInt8(ascii: ">")),
      !text[open..<close].contains(UInt8(ascii: " "))
    else { return open + 1 }
    let address = string(open + 1..<close)
    add(.addressLeft(address), open..<close + 1, "<https://\(address)>")
    return close + 1
  }

  /// `//www.caf.fr`, `http:/www.caf.fr`, `https:www.caf.fr`: from the slash or the colon on, with the
  /// scheme before it.
  private mutating func findBareAddress(at mark: Int) -> Int {
    var host = mark
    while byte(host) == UInt8(ascii: "/") || byte(host) == UInt8(ascii: ":") { host += 1 }
    let start = schemeStart(before: mark)
    let scheme = string(start..<mark).replacing(" ", with: "")
    // « https:// www.caf.fr »
    if next == .link, host - mark == 3, text[host...].allSatisfy({ $0 == UInt8(ascii: " ") }) {
      add(.addressLeft(string(start..<host)), start..<text.count, scheme + "://")
      return text.count
    }
    guard text[host...].starts(with: "www.".utf8) else { return host }
    var end = host
    while end < text.count, byte(end) > 0x20, byte(end) < 0x80, !"()<>[]\"".utf8.contains(byte(end))
    {
      end += 1
    }
    while ".,;:!?'".utf8.contains(byte(end - 1)) { end -= 1 }
    let address = string(start..<end)
    let whole = scheme + string(mark..<end)
    let mended =
      scheme.isEmpty && mark + 2 == host
      ? "https:" + address
      : Address.withWholeScheme(whole) ?? (whole == address ? nil : whole)
    if let mended { add(.addressLeft(address), start..<end, mended) }
    return end
  }

  /// Where the scheme before a mark begins; « https :// » may have spaces behind it.
  private func schemeStart(before mark: Int) -> Int {
    let spaces = text[..<mark].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    let isScheme = string(max(0, mark - spaces - 5)..<mark - spaces).contains("http")
    var start = isScheme ? mark - spaces : mark
    while (0x61...0x7A).contains(byte(start - 1) | 0x20) { start -= 1 }
    return start
  }

  // MARK: Other programs

  /// `[[annee]]`, `$annee$`: the name of a value as other programs write it.
  private mutating func findName(at start: Int, _ open: String, _ close: String) -> Int {
    let first = start + open.utf8.count
    guard let end = text[first...].prefix(60).firstRange(of: Array(close.utf8)) else {
      return first
    }
    let name = text[first..<end.lowerBound]
    guard Leftovers.isPath(ofValue: name) else { return first }
    let inside = Array(name).text
    add(.nameLeft(open + inside + close), start..<end.upperBound, "{{ \(inside) }}")
    return end.upperBound
  }

  /// `:smile:`; the index itself where there is none.
  private mutating func findShortcode(at start: Int) -> Int {
    let name = text[(start + 1)...].prefix(30).prefix {
      (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_")
    }
    guard name.count > 1, byte(name.endIndex) == UInt8(ascii: ":"), name.endIndex < text.count,
      !isWord(start - 1), !isWord(name.endIndex + 1)
    else { return start }
    add(.shortcodeLeft(Array(name).text), start..<(name.endIndex + 1))
    return name.endIndex + 1
  }

  /// `1^er^`, `H~2~O`: what other programs raise or lower.
  private mutating func findRaised(at start: Int) -> Int {
    let mark = text[start]
    let inside = text[(start + 1)...].prefix(6).prefix {
      Unit.isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || $0 >= 0xC3
    }
    guard !inside.isEmpty, isWord(start - 1), byte(inside.endIndex) == mark,
      inside.endIndex < text.count,
      mark == UInt8(ascii: "^")
        || !Unit.isDigit(byte(start - 1)) && inside.allSatisfy(Unit.isDigit)
    else { return start + 1 }
    let isOrdinal = mark == UInt8(ascii: "^") && !inside.contains(where: Unit.isDigit)
    add(
      .marksLeft(Array([mark]).text, isPair: true), start..<(inside.endIndex + 1),
      isOrdinal ? Array(inside).text : nil)
    return inside.endIndex + 1
  }

  // MARK: Braces

  /// `annee }}`, whose beginning was lost.
  private mutating func findClosing(at start: Int) -> Int {
    guard byte(start + 1) == UInt8(ascii: "}"),
      !text[..<start].contains(UInt8(ascii: "{"))
    else { return start + 1 }
    add(.marksLeft("}}", isPair: false), start..<(start + 2))
    return start + 2
  }

  /// `==x==`, which other programs highlight.
  private mutating func findHighlight(at start: Int) -> Int {
    var end = start
    while byte(end) == UInt8(ascii: "=") { end += 1 }
    guard end - start == 2, !isWord(start - 1), isWord(end),
      let close = text[end...].prefix(200).firstRange(of: Array("==".utf8)),
      isWord(close.lowerBound - 1), !isWord(close.upperBound)
    else { return end }
    let words = string(end..<close.lowerBound)
    add(.marksLeft("==", isPair: true), start..<close.upperBound, "**\(words)**")
    return close.upperBound
  }

  /// Whether it looks like the name of a value; no name has an accent, some are typed with one.
  private static func isPath(ofValue name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, (0x61...0x7A).contains(first) else { return false }
    return name.allSatisfy {
      (0x61...0x7A).contains($0) || Unit.isDigit($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".") || $0 >= 0x80
    }
  }

  /// `{ annee }`, for `{{ annee }}`, and an anchor that is not at the end of a heading.
  private mutating func findBrace(at start: Int) -> Int {
    // « { % si … % } ».
    if byte(start + 1) == UInt8(ascii: " "), byte(start + 2) == UInt8(ascii: "%") {
      add(.marksLeft("{ %", isPair: false), start..<(start + 3))
      return start + 3
    }
    // « { { annee } } ».
    if byte(start + 1) == UInt8(ascii: " "), byte(start + 2) == UInt8(ascii: "{"),
      let close = text[start...].prefix(80).firstRange(of: Array("} }".utf8))
    {
      let inside = string(start + 3..<close.lowerBound).split(separator: " ").joined(separator: " ")
      if Leftovers.isPath(ofValue: Array(inside.utf8)[...]) {
        let isName = inside.utf8.allSatisfy { $0 < 0x80 }
        add(
          .braceLeft(inside), start..<close.upperBound, isName ? "{{ \(inside) }}" : nil)
        return close.upperBound
      }
    }
    guard byte(start + 1) != UInt8(ascii: "{"), byte(start - 1) != UInt8(ascii: "{"),
      let close = text[start...].prefix(80).firstIndex(of: UInt8(ascii: "}")),
      byte(close + 1) != UInt8(ascii: "}")
    else { return start + 1 }
    var name = text[(start + 1)..<close]
    if name.first == UInt8(ascii: "#") {
      add(.anchorLeft(Array(name.dropFirst()).text), start..<(close + 1))
      return close + 1
    }
    while name.first == UInt8(ascii: " ") { name = name.dropFirst() }
    while name.last == UInt8(ascii: " ") { name = name.dropLast() }
    let path = name.prefix { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: " ") }
    let isPath = Leftovers.isPath(ofValue: path)
    let rest = name[path.endIndex...].drop { $0 == UInt8(ascii: " ") }
    guard isPath, rest.isEmpty || rest.first == UInt8(ascii: "|") else { return start + 1 }
    let inside = Array(name).text
    // No name has an accent.
    let isName = inside.utf8.allSatisfy { $0 < 0x80 }
    add(.braceLeft(inside), start..<(close + 1), isName ? "{{ \(inside) }}" : nil)
    return close + 1
  }
}

extension String {
  /// Whether it stands between brackets or guillemets.
  fileprivate var isBetweenPair: Bool {
    [("(", ")"), ("«", "»"), ("“", "”")].contains { hasPrefix($0.0) && hasSuffix($0.1) }
  }
}
