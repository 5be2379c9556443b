import Facts

/// Writes text into Markdown so that it is read back as exactly that text.
///
/// As little as possible is escaped: people read the result.
struct MarkdownEscaper {
  private(set) var line: MarkdownLine
  private(set) var output: [UInt8] = []
  /// The byte that follows the value; nil at the end of the text, which ends its line.
  private let following: UInt8
  private var bytes: [UInt8] = []

  init(line: MarkdownLine, next: UInt8?) {
    self.line = line
    following = next ?? Bytes.newline
  }

  mutating func write(_ value: InsertedValue) {
    if line.isInDestination {
      // What follows a beginning is a part of an address: a name of a file, an anchor.
      let isPart = line.previous != UInt8(ascii: "(") && line.previous != UInt8(ascii: "<")
      for byte in MarkdownEscaper.destination(of: value, isPart: isPart) { emit(byte) }
      return
    }
    // After a backslash of the author's, a bracket would be no bracket.
    let canLink = !line.isEscaping && line.previous != UInt8(ascii: "!")
    switch value {
    case .email(let text) where canLink && MarkdownEscaper.isEmail(text): writeAutolink(text)
    case .address(let text) where canLink && MarkdownEscaper.isWebAddress(text):
      writeAutolink(Bytes.string(MarkdownEscaper.percentEncoded(text)))
    case .phone(let text) where canLink && !text.isEmpty:
      emit(raw: "[")
      writeText(text, isInner: true)
      emit(raw: "](\(PhoneNumber.link(text)))")
    default: writeText(value.text, isInner: false)
    }
  }

  /// The first byte that a value becomes, or nil when it is its own.
  static func firstByte(of value: InsertedValue) -> UInt8? {
    switch value {
    case .email, .address: UInt8(ascii: "<")
    case .phone: UInt8(ascii: "[")
    case .text, .html: nil
    }
  }

  // MARK: Text

  private mutating func writeText(_ text: String, isInner: Bool) {
    bytes = Array(text.utf8)
    let following = isInner ? UInt8(ascii: "]") : self.following
    var skipped = 0
    for index in bytes.indices {
      if index < skipped { continue }
      if let entity = edgeSpace(at: index, following: following) {
        emit(raw: entity.text)
        skipped = index + entity.length
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : following
      let isEdge = index == 0 || index + 1 == bytes.count
      switch treatment(at: index, next: next, isEdge: isEdge) {
      case .plain: emit(bytes[index])
      case .backslash:
        // A backslash of the author's, right before the value, does the work already.
        if !line.isEscaping { emit(UInt8(ascii: "\\")) }
        emit(bytes[index])
      case .entity: emit(raw: "&#\(bytes[index]);")
      }
    }
  }

  /// A no-break space next to a sign of emphasis, which it would prevent, as an entity.
  private func edgeSpace(at index: Int, following: UInt8) -> (text: String, length: Int)? {
    guard bytes[index] >= 0x80 else { return nil }
    let length = Bytes.spaceLength(in: bytes, at: index)
    let marks = "*_~".utf8
    guard
      length > 1,
      index == 0 && marks.contains(line.previous)
        || index + length == bytes.count && marks.contains(following),
      let scalar = Bytes.string(bytes[index..<(index + length)]).unicodeScalars.first
    else { return nil }
    return ("&#\(scalar.value);", length)
  }

  private enum Treatment {
    case plain
    case backslash
    case entity
  }

  private func treatment(at index: Int, next: UInt8, isEdge: Bool) -> Treatment {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .entity
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      // White space at the edge of a line, of a cell or of emphasis would be lost.
      return isEdge || line.start != .words ? .entity : .plain
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      return .backslash
    case UInt8(ascii: "\\"):
      // C2 and E2 may begin a no-break space that becomes an entity.
      // Two of them between spaces begin a new line in a cell.
      if line.previous == UInt8(ascii: " "), next == UInt8(ascii: " ") { return .entity }
      let isInert =
        isAlphanumeric(next) || next >= 0x80 && next != 0xC2 && next != 0xE2
      return isInert && !line.isEscaping ? .plain : .backslash
    case UInt8(ascii: "_"):
      return isAlphanumeric(line.previous) && isAlphanumeric(next) ? .plain : .backslash
    case UInt8(ascii: "<"): return next == UInt8(ascii: " ") || next >= 0x80 ? .plain : .backslash
    case UInt8(ascii: "&"): return beginsEntity(at: index) ? .backslash : .plain
    case UInt8(ascii: "!"):
      return index + 1 == bytes.count && next == UInt8(ascii: "[") ? .backslash : .plain
    case UInt8(ascii: "("): return line.endsLinkText ? .backslash : .plain
    case UInt8(ascii: ":"): return isLinkColon(at: index, next: next) ? .backslash : .plain
    case UInt8(ascii: "."), UInt8(ascii: ")"): return dotTreatment(at: index, next: next)
    case _ where Bytes.isDigit(byte): return digitTreatment(at: index, next: next)
    default: return startTreatment(at: index, next: next)
    }
  }

  /// The signs that mean something at the start of a line, or at the end of a heading.
  private func startTreatment(at index: Int, next: UInt8) -> Treatment {
    let byte = bytes[index]
    let isStart = line.start == .start || line.start == .marker
    let endsWord = [UInt8(ascii: " "), UInt8(ascii: "\t"), Bytes.newline].contains(next)
    switch byte {
    case UInt8(ascii: "#"):
      let isRunEnd = endsRun(at: index)
      return isRunEnd && (isStart || line.isHeading) ? .backslash : .plain
    case UInt8(ascii: ">"), UInt8(ascii: "="): return isStart ? .backslash : .plain
    case UInt8(ascii: "^"):  // The author's bracket would begin a footnote.
      return index == 0 && line.previous == UInt8(ascii: "[") ? .backslash : .plain
    case UInt8(ascii: "+"): return isStart && endsWord ? .backslash : .plain
    case UInt8(ascii: "-"):
      let isRule = endsWord || "-:|".utf8.contains(next) || line.start == .marker
      return isStart && isRule ? .backslash : .plain
    default: return .plain
    }
  }

  /// Whether a run of `#` is followed by white space or by what is not the value's.
  private func endsRun(at index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end == bytes.count || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
  }

  /// `1.` begins a list, `www.` a link.
  private func dotTreatment(at index: Int, next: UInt8) -> Treatment {
    if case .digits = line.start { return .backslash }
    let isWeb =
      bytes[index] == UInt8(ascii: ".") && index >= 3
      && bytes[(index - 3)..<index].elementsEqual("www".utf8)
    return isWeb ? .backslash : .plain
  }

  /// The digits of « 2026. » at the start of a line, when the dot is the author's.
  private func digitTreatment(at index: Int, next: UInt8) -> Treatment {
    guard index + 1 == bytes.count, next == UInt8(ascii: ".") || next == UInt8(ascii: ")") else {
      return .plain
    }
    switch line.start {
    case .start, .digits: return .entity
    case .marker, .orderedMarker, .words: return .plain
    }
  }

  private func isLinkColon(at index: Int, next: UInt8) -> Bool {
    if line.endsLinkText { return true }
    if line.start == .start, next == UInt8(ascii: "-") { return true }
    let isScheme = index > 0 && Bytes.isLetter(bytes[index - 1])
    let after = index + 2 < bytes.count ? bytes[index + 2] : following
    return isScheme && next == UInt8(ascii: "/") && after == UInt8(ascii: "/")
  }

  private func beginsEntity(at index: Int) -> Bool {
    var end = index + 1
    while end < bytes.count, end - index < 40,
      Bytes.isLetter(bytes[end]) || Bytes.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "#")
    {
      end += 1
    }
    if end == bytes.count { return following == UInt8(ascii: ";") || end == index + 1 && isNamed }
    return end > index + 1 && bytes[end] == UInt8(ascii: ";")
  }

  /// Whether what follows the value could go on as the name of an entity.
  private var isNamed: Bool {
    Bytes.isLetter(following) || Bytes.isDigit(following) || following == UInt8(ascii: "#")
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { Bytes.isLetter(byte) || Bytes.isDigit(byte) }

  // MARK: Output

  private mutating func emit(_ byte: UInt8) {
    output.append(byte)
    line.advance(byte)
  }

  private mutating func emit(raw text: String) {
    for byte in text.utf8 { emit(byte) }
  }

  private mutating func writeAutolink(_ text: String) {
    // The author has written the brackets already.
    let isBracketed = line.previous == UInt8(ascii: "<") && following == UInt8(ascii: ">")
    emit(raw: isBracketed ? text : "<\(text)>")
  }
}
