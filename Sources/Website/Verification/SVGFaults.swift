import Diagnostics
import Files

/// What a picture in SVG may not hold: it is a page of its own when its address is opened, and would
/// run scripts or ask other sites for files there.
///
/// The scan reads tags and their attributes, not the grammar of XML: what it cannot read (entities of
/// the file's own, another encoding, compression) is refused.
enum SVGFaults {
  /// **Errors**: `image-dangereuse`, `fichier-non-utf8`, `caractere-invisible`.
  static func all(_ bytes: [UInt8], of file: SourceTree.File) -> [Diagnostic] {
    if file.path.lowercased().hasSuffix(".svgz") {
      return [
        fault(
          "L’image SVG est compressée : elle ne peut pas être vérifiée.", at: Place(file: file.path)
        )
      ]
    }
    switch Decoding.text(bytes) {
    case .failure(let fault):
      return [
        Diagnostic(
          FileCode.notUTF8, fault.message,
          at: Place(file: file.path, line: fault.line, column: fault.column),
          expected: "une image SVG en UTF-8")
      ]
    case .success(let text):
      let source = SourceText(path: file.path, text: text)
      var scan = SVGScan(source)
      scan.run()
      var invisible = DiagnosticList()
      source.reportInvisible(readsEntities: true, into: &invisible)
      // A picture is mended where it was drawn.
      let told = invisible.sorted.map { fault in
        Diagnostic(TextCode.invisibleCharacter, fault.message, at: fault.place)
      }
      return scan.faults + told
    }
  }

  fileprivate static func fault(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(
      WebsiteCode.unsafeImage, message, at: place,
      expected: "une image sans script, qui ne charge rien d’un autre site")
  }
}

private struct SVGScan {
  private(set) var faults: [Diagnostic] = []
  private let source: SourceText
  private let bytes: [UInt8]
  private var index = 0
  /// The texts of the picture one after the other, as a style sheet is read that is cut by comments.
  private var texts: [UInt8] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  mutating func run() {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      add(styles: bytes[index..<open], hasReferences: true)
      index = open
      if bytes[open...].starts(with: "<!--".utf8) {
        readComment()
      } else if bytes[open...].starts(with: "<?".utf8) {
        readInstruction()
      } else if bytes[open...].starts(with: "<![CDATA[".utf8) {
        readCharacters()
      } else if bytes[open...].starts(with: "<!".utf8) {
        readDeclaration()
      } else {
        readTag()
      }
    }
    add(styles: bytes[index...], hasReferences: true)
    // « @im<!-- --> port » is one word to a browser.
    if faults.isEmpty, SVGScan.loads(String(decoding: texts, as: UTF8.self)) { addLoading(at: 0) }
  }

  /// A comment; where one ends that is none to XML, programs do not agree.
  private mutating func readComment() {
    let start = index
    let inside = start + "<!--".utf8.count
    let end = bytes[inside...].firstRange(of: "--".utf8)?.lowerBound ?? bytes.count
    index = min(end + "-->".utf8.count, bytes.count)
    let isPlain =
      bytes[end...].starts(with: "-->".utf8) && bytes[inside] != UInt8(ascii: ">")
      && !bytes[inside...].starts(with: "->".utf8)
    if !isPlain { add("L’image SVG contient un commentaire mal écrit.", at: start) }
  }

  /// What stands between `<![CDATA[` and `]]>`: words, whatever signs they have.
  private mutating func readCharacters() {
    let start = index + "<![CDATA[".utf8.count
    let end = bytes[start...].firstRange(of: "]]>".utf8)
    add(styles: bytes[start..<(end?.lowerBound ?? bytes.count)], hasReferences: false)
    index = end?.upperBound ?? bytes.count
  }

  private mutating func skip(_ start: StaticString, to end: StaticString) -> Bool {
    let (start, end) = ("\(start)", "\(end)")
    guard bytes[index...].starts(with: start.utf8) else { return false }
    index = bytes[index...].firstRange(of: end.utf8)?.upperBound ?? bytes.count
    return true
  }

  /// A `<?xml`, whose encoding is UTF-8; any other instruction could bring a style sheet.
  private mutating func readInstruction() {
    let start = index
    _ = skip("<?", to: "?>")
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if !text.hasPrefix("<?xml ") {
      add("L’image SVG contient l’instruction « \(text.prefix(60)) ».", at: start)
    } else if let encoding = text.firstMatch(of: #/encoding\s*=\s*["']([^"']*)/#)?.1,
      encoding.lowercased() != "utf-8"
    {
      add("L’image SVG se dit en « \(encoding) », et non en UTF-8.", at: start)
    }
  }

  /// A `<!DOCTYPE`: entities of its own, or of a file that it names, could hide anything.
  private mutating func readDeclaration() {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    if let entity = bytes[index..<end].firstIndex(of: UInt8(ascii: "[")) {
      add("L’image SVG a ses propres entités (« <!DOCTYPE … [ »).", at: entity)
    } else if text.wholeMatch(
      of: #/<!DOCTYPE\s+svg(\s+PUBLIC\s+"-\/\/W3C\/\/[^"]*"\s+"[^"]*")?\s*/#) == nil
    {
      add("L’image SVG contient la déclaration « \(text.prefix(60)) ».", at: index)
    }
    index = min(end + 1, bytes.count)
  }

  private mutating func readTag() {
    let start = index
    index += 1
    let name = takeName()
    let local = SVGScan.local(name)
    if SVGScan.refusedElements.contains(local) {
      add("L’image SVG contient l’élément « \(name) ».", at: start)
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let at = index
      let attribute = takeName()
      if attribute.isEmpty {
        index += 1
        continue
      }
      guard let value = takeValue() else { continue }
      check(attribute, value, of: local, at: at)
    }
    index = min(index + 1, bytes.count)
  }

  /// Scripts, what holds other pages, and what HTML would load or send.
  private static let refusedElements: Set<String> = [
    "audio", "base", "embed", "foreignobject", "form", "frame", "handler", "iframe", "img", "input",
    "link", "listener", "meta", "object", "portal", "script", "source", "video",
  ]

  private mutating func check(_ name: String, _ value: String, of element: String, at place: Int) {
    let attribute = SVGScan.local(name)
    let address = value.filter { !$0.isWhitespace && !$0.isNewline }.lowercased()
    if attribute.hasPrefix("on") {
      add("L’image SVG contient le script « \(name) ».", at: place)
    } else if attribute == "href" || attribute == "src" {
      if !SVGScan.isAllowed(address, in: element) {
        add("L’image SVG mène à « \(value) ».", at: place)
      }
    } else if attribute == "attributename", address.hasSuffix("href") || address.hasPrefix("on") {
      add("L’image SVG change « \(value) » d’elle-même.", at: place)
    } else if name.lowercased() == "xml:base" {
      add("L’image SVG tient ses adresses de « \(value) ».", at: place)
    } else if address.hasSuffix("/1999/xhtml") {
      add("L’image SVG contient du HTML.", at: place)
    } else if SVGScan.loads(value) {
      add("L’image SVG charge « \(value) ».", at: place)
    }
  }

  /// A place of the picture, a picture inside it, or, for a link that readers follow, any page.
  private static func isAllowed(_ address: String, in element: String) -> Bool {
    if address.isEmpty || address.hasPrefix("#") { return true }
    if element == "a" {
      return ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
    }
    return ["png", "jpeg", "gif", "webp"].contains { address.hasPrefix("data:image/\($0);") }
  }

  /// Whether a style asks for a file.
  private static func loads(_ style: String) -> Bool {
    guard style.utf8.contains(UInt8(ascii: "(")) || style.utf8.contains(UInt8(ascii: "@")) else {
      return false
    }
    let text = unescaped(style)
      .filter { !$0.isWhitespace && !$0.isNewline && $0 != "\"" && $0 != "'" }.lowercased()
    if ["@import", "image-set(", "src("].contains(where: text.contains) { return true }
    return text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
      .contains {
        !$0.hasPrefix("#") && !$0.hasPrefix("data:image/png;") && !$0.hasPrefix("data:font/")
      }
  }

  /// `u\72 l` → `url`, as style sheets write signs.
  private static func unescaped(_ style: String) -> String {
    guard style.utf8.contains(UInt8(ascii: "\\")) else { return style }
    return style.replacing(#/\\([0-9A-Fa-f]{1,6})\s?/#) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }.replacing("\\", with: "")
  }

  /// The text between tags, which may be a style sheet.
  ///
  /// - Parameter hasReferences: whether `&#64;` stands for a sign.
  private mutating func add(styles: ArraySlice<UInt8>, hasReferences: Bool) {
    let written = String(decoding: styles, as: UTF8.self)
    let text = hasReferences ? SVGScan.resolved(written) : written
    texts += text.utf8
    if SVGScan.loads(text) { addLoading(at: styles.startIndex) }
  }

  private mutating func addLoading(at offset: Int) {
    add("L’image SVG charge un fichier (« url(…) » ou « @import »).", at: offset)
  }

  // MARK: - Reading

  private mutating func takeName() -> String {
    let start = index
    while index < bytes.count, !" \t\r\n/>=\"'<".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// What follows `=`, its references to signs resolved; nil when nothing does.
  private mutating func takeValue() -> String? {
    func skipSpaces() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpaces()
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return takeName() }
    let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
    defer { index = min(end + 1, bytes.count) }
    return SVGScan.resolved(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
  }

  /// `&#106;` and `&#x6A;` as the signs that they stand for.
  private static func resolved(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    return value.replacing(#/&#([xX]?)([0-9A-Fa-f]+);/#) { match in
      let scalar = UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
      return scalar.map { String($0) } ?? ""
    }.replacing("&colon;", with: ":").replacing("&amp;", with: "&")
  }

  /// A name without its prefix, in small letters: `xlink:href` → `href`.
  private static func local(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "").lowercased()
  }

  private mutating func add(_ message: String, at offset: Int) {
    faults.append(SVGFaults.fault(message, at: source.place(atUTF8: offset)))
  }
}
