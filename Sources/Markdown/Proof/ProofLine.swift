import Text

/// One line that an author wrote, as far as the proofreader looks at it.
struct ProofLine {
  /// From 1.
  let number: Int
  /// The signs, with a letter for each byte of a value's tag.
  let signs: [Unicode.Scalar]
  /// Where what is no white space, mark of quotation or tag begins.
  let start: Int
  /// The special space before it, if any.
  let specialSpace: Int?
  /// Whether four spaces make code of it.
  var isCode = false

  init(number: Int, words: [UInt8]) {
    self.number = number
    signs = Array(String(decoding: words, as: UTF8.self).unicodeScalars)
    var start = 0
    var specialSpace: Int?
    while start < signs.count, ProofLine.isBefore(signs[start]) {
      if signs[start].isSpecialSpace, specialSpace == nil { specialSpace = start }
      start += 1
    }
    self.start = start
    self.specialSpace = specialSpace
  }

  private static func isBefore(_ sign: Unicode.Scalar) -> Bool {
    sign.isAnyWhite || sign == ">" || sign == "\0"
  }

  var isEmpty: Bool { start == signs.count }
  var content: ArraySlice<Unicode.Scalar> { signs[start...] }
  var isQuoted: Bool { signs[..<start].contains(">") }

  /// Whether it is the line of dashes of a table, but for special spaces.
  var isSpacedRule: Bool {
    content.contains(where: \.isSpecialSpace) && content.contains("|") && content.contains("-")
      && content.allSatisfy { $0.isAnyWhite || "|-:".unicodeScalars.contains($0) }
  }

  /// How many ordinary spaces stand before the content.
  var indent: Int { signs[..<start].reversed().prefix { $0 == " " }.count }

  /// Whether Markdown takes it for code where no list or paragraph goes on.
  var isIndented: Bool { indent >= 4 || start > 0 && signs[..<start].contains("\t") && !isQuoted }

  func sign(_ index: Int) -> Unicode.Scalar { index < signs.count ? signs[index] : " " }

  /// The line with something else in the place of a range.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    signs[..<range.lowerBound].string + text + signs[range.upperBound...].string
  }

  // MARK: What begins a line

  /// The signs of a heading at the beginning.
  var hashes: Int { content.prefix { $0 == "#" }.count }

  /// Where the mark of a list's item ends: `-`, `*`, `+`, `1.`, `1)`; nil where none begins the line.
  var markEnd: Int? {
    guard let first = content.first else { return nil }
    if "-*+".unicodeScalars.contains(first) { return start + 1 }
    let digits = content.prefix(9).prefix { $0.isASCIIDigit }.count
    let dot = sign(start + digits)
    return digits > 0 && (dot == "." || dot == ")") ? start + digits + 1 : nil
  }

  /// What numbers an item otherwise than Markdown does, and where it ends: « a) », « (a) », « A) »,
  /// « a. », « ii) », « II. », « 1° », « 1/ », « 1- », « 1 . », « 1 - », « ① ».
  var otherNumbers: [OtherNumber] {
    guard let first = content.first else { return [] }
    if ProofLine.circled.contains(first.value) {
      let rank = Int(first.value - ProofLine.circled.lowerBound) + 1
      return [OtherNumber(kind: .digits, sign: "①", rank: rank, end: start + 1)]
    }
    let open = first == "(" ? 1 : 0
    let mark = content.dropFirst(open).prefix(5).prefix {
      $0.isASCII && ($0.isASCIIDigit || $0.properties.isAlphabetic)
    }
    var close = mark.endIndex
    // « 1 . »
    let isApart = open == 0 && sign(close) == " " && mark.allSatisfy(\.isASCIIDigit)
    if isApart { close += 1 }
    guard !mark.isEmpty, close + 1 < signs.count else { return [] }
    let closing = signs[close]
    // « 1°) ».
    if closing == "°", sign(close + 1) == ")", sign(close + 2).isAnyWhite { close += 1 }
    guard sign(close + 1).isAnyWhite,
      (open > 0 ? ")" : isApart ? ".)-–" : ").°/-").unicodeScalars.contains(closing)
    else {
      return []
    }
    var numbers: [OtherNumber] = []
    func add(_ kind: OtherNumber.Kind, _ rank: Int) {
      numbers.append(
        OtherNumber(kind: kind, sign: open > 0 ? "(" : closing, rank: rank, end: close + 1))
    }
    let text = mark.string
    if let rank = Int(text) {
      // « 1. » and « 1) » are Markdown's own.
      let isOwn = open == 0 && !isApart && (closing == "." || closing == ")")
      if rank > 0, !isOwn { add(.digits, rank) }
      return numbers
    }
    if text.utf8.count == 1, let letter = text.utf8.first, closing != "-" {
      if (0x61...0x7A).contains(letter) { add(.small, Int(letter) - 0x60) }
      // « A. Durand » is a name.
      if (0x41...0x5A).contains(letter), closing != "." { add(.capital, Int(letter) - 0x40) }
    }
    if let rank = ProofLine.romans.firstIndex(of: text.lowercased()) {
      if text == text.lowercased(), closing != "-" { add(.roman, rank + 1) }
      if text == text.uppercased() { add(.capitalRoman, rank + 1) }
    }
    return numbers
  }

  /// The number of an item of a list, of one or two figures, before a space: « 2. deux ».
  var itemNumber: Int? {
    guard let end = markEnd, sign(end).isAnyWhite, end < signs.count, !isIndented else {
      return nil
    }
    let digits = signs[start..<(end - 1)]
    return digits.count < 3 ? Int(digits.string) : nil
  }

  /// « ① » to « ⑳ ».
  private static let circled: ClosedRange<UInt32> = 0x2460...0x2473

  private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

  struct OtherNumber: Hashable {
    enum Kind: Hashable { case small, capital, roman, capitalRoman, digits }

    var kind: Kind
    var sign: Unicode.Scalar
    /// From 1.
    var rank: Int
    var end: Int

    /// « b) »: nothing else begins so.
    var isLetterOfItem: Bool { kind == .small && sign == ")" }

    func isBeside(_ other: OtherNumber) -> Bool {
      kind == other.kind && sign == other.sign && abs(rank - other.rank) == 1
    }
  }

  /// Where a mark of a list ends that is stuck to its word: « -un », « *un », « 1.un ».
  var stuckMarkEnd: Int? {
    guard let end = markEnd, end < signs.count, sign(start) != "+",
      signs[end].properties.isAlphabetic
    else { return nil }
    return end
  }

  private static let bullets = Set(
    "•·▪▫‣◦●○■□☐❏❑❖➢➤►✓✔⁃∙\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}".unicodeScalars)

  /// Whether it begins with a bullet of a word processor; two of them are letters elsewhere, which
  /// no tabulation follows.
  var hasBullet: Bool {
    guard let first = content.first else { return false }
    if "o§".unicodeScalars.contains(first) {
      return sign(start + 1) == "\t" || sign(start + 1).isAnyWhite && sign(start + 2).isAnyWhite
    }
    return ProofLine.bullets.contains(first)
  }

  /// Where « o » or « § », which word processors' bullets became, or « -- » begins the line before a
  /// word.
  var otherMarkEnd: Int? {
    let end = content.starts(with: "--".unicodeScalars) ? start + 2 : start + 1
    let isLetter = content.first == "o" || content.first == "§" && !sign(end + 1).isASCIIDigit
    guard isLetter || end == start + 2, end + 1 < signs.count, signs[end].isAnyWhite
    else { return nil }
    return signs[(end + 1)...].contains { $0 != "-" && !$0.isAnyWhite } ? end : nil
  }

  /// The bullets that stand between words, white space on both sides.
  var innerBullets: [Int] {
    guard content.count > 2 else { return [] }
    return (start + 1..<signs.count - 1).filter {
      signs[$0 - 1].isAnyWhite && signs[$0 + 1].isAnyWhite && ProofLine.bullets.contains(signs[$0])
    }
  }

  /// Whether « : » announces items on the line itself: « Les axes : • lire • écrire ». One bullet
  /// alone may part two words.
  var announcesBullets: Bool {
    let bullets = innerBullets
    guard bullets.count > 1, !hasBullet, let first = bullets.first else { return false }
    return signs[..<first].last { !$0.isAnyWhite } == ":"
  }

  /// Whether it begins with a dash and a space.
  var hasDash: Bool {
    guard let first = content.first else { return false }
    return "–—‑−―→⇒➔".unicodeScalars.contains(first) && start + 1 < signs.count
      && sign(start + 1).isAnyWhite
  }

  /// The fence of a block of code: its sign and how many stand there.
  var fence: (sign: Unicode.Scalar, count: Int)? {
    guard let first = content.first, first == "`" || first == "~" else { return nil }
    let count = content.prefix { $0 == first }.count
    return count >= 3 ? (first, count) : nil
  }

  // MARK: Columns

  /// What is between white space of some kinds, as ranges of the line; the mark of a list's item, a
  /// bullet too, belongs to none.
  private func columns(_ isGap: (Range<Int>) -> Bool) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var begin = start
    if let mark = markEnd ?? (hasBullet || hasDash ? start + 1 : nil), sign(mark).isAnyWhite {
      begin = mark
      while begin < signs.count, signs[begin].isAnyWhite { begin += 1 }
    }
    var index = begin
    while index < signs.count {
      let white = index
      while index < signs.count, signs[index].isYAMLWhite { index += 1 }
      if index > white {
        if index == signs.count {
          columns.append(begin..<white)
          return columns
        }
        if isGap(white..<index) {
          columns.append(begin..<white)
          begin = index
        }
      } else {
        index += 1
      }
    }
    if begin < signs.count { columns.append(begin..<signs.count) }
    return columns
  }

  /// The cells of a row pasted from a spreadsheet; one when the line has no tabulation.
  var tabbedCells: [Range<Int>] { columns { signs[$0].contains("\t") } }

  /// The cells of a row drawn with spaces.
  var spacedCells: [Range<Int>] { columns { $0.count > 1 } }

  /// The cells of a row that a spreadsheet wrote with semicolons, « Public;Attendu;Montant »; in a
  /// sentence a space follows each.
  var semicolonCells: [Range<Int>] {
    let marks = content.indices.filter { signs[$0] == ";" }
    guard let last = marks.last, marks.count > 1,
      marks.allSatisfy({ $0 > start && !sign($0 - 1).isAnyWhite && !sign($0 + 1).isAnyWhite }),
      last + 1 < signs.count
    else { return [] }
    return zip([start] + marks.map { $0 + 1 }, marks + [signs.count]).map { $0..<$1 }
  }

  /// Whether it ends as an item of a list does: « remplir le dossier ; ».
  var endsItem: Bool { signs.last { !$0.isAnyWhite } == ";" }

  /// Whether a word begins it, at the margin.
  var beginsWithWord: Bool {
    start == 0 && markEnd == nil && (content.first?.properties.isAlphabetic ?? false)
  }

  /// Whether three spaces or more stand somewhere between words.
  var hasWideGap: Bool { columns { $0.count > 2 }.count > 1 }
}
