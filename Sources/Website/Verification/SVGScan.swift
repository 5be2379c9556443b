import Diagnostics
import Text

/// Reads the tags, the attributes and the styles of a picture in SVG.
struct SVGScan {
  /// A picture that has many is not mended line by line.
  private static let maximumFaults = 10

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
    while !isFull, let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      add(styles: resolved(index..<open), at: index)
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
    add(styles: resolved(index..<bytes.count), at: index)
    // « @im<!-- --> port » is one word to a browser.
    if faults.isEmpty, SVGStyle.loads(texts) { addLoading(at: 0) }
  }

  private var isFull: Bool { faults.count >= SVGScan.maximumFaults }

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
    add(styles: Array(bytes[start..<(end?.lowerBound ?? bytes.count)]), at: start)
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
      add("L’image SVG contient l’instruction « \(text.shortened(to: 60)) ».", at: start)
    } else if let encoding = text.firstMatch(of: #/encoding\s*=\s*["']([^"']*)/#)?.1,
      encoding.lowercased() != "utf-8"
    {
      add("L’image SVG se dit en « \(encoding.shortened(to: 60)) », et non en UTF-8.", at: start)
    }
  }

  /// A `<!DOCTYPE` of SVG: entities of its own, or those that browsers know for other documents, could
  /// hide anything.
  private mutating func readDeclaration() {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    if let entity = bytes[index..<end].firstIndex(of: UInt8(ascii: "[")) {
      add("L’image SVG a ses propres entités (« <!DOCTYPE … [ »).", at: entity)
    } else if text.wholeMatch(
      of: #/<!DOCTYPE\s+svg(\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"[^"]*")?\s*/#) == nil
    {
      add("L’image SVG contient la déclaration « \(text.shortened(to: 60)) ».", at: index)
    }
    index = min(end + 1, bytes.count)
  }

  private mutating func readTag() {
    let start = index
    index += 1
    let name = takeName()
    let local = SVGScan.local(name)
    if SVGScan.refusedElements.contains(local) {
      add("L’image SVG contient l’élément « \(name.shortened(to: 60)) ».", at: start)
    }
    while !isFull, index < bytes.count, bytes[index] != UInt8(ascii: ">") {
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
      add("L’image SVG contient le script « \(name.shortened(to: 60)) ».", at: place)
    } else if attribute == "href" || attribute == "src" {
      if !SVGScan.isAllowed(address, in: element) {
        add("L’image SVG mène à « \(value.shortened(to: 60)) ».", at: place)
      }
    } else if attribute == "attributename", address.hasSuffix("href") || address.hasPrefix("on") {
      add("L’image SVG change « \(value.shortened(to: 60)) » d’elle-même.", at: place)
    } else if name.lowercased() == "xml:base" {
      add("L’image SVG tient ses adresses de « \(value.shortened(to: 60)) ».", at: place)
    } else if address.hasSuffix("/1999/xhtml") {
      add("L’image SVG contient du HTML.", at: place)
    } else if SVGStyle.loads(value.utf8) {
      add("L’image SVG charge « \(value.shortened(to: 60)) ».", at: place)
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

  /// The text between tags, which may be a style sheet.
  private mutating func add(styles: [UInt8], at offset: Int) {
    texts += styles
    if SVGStyle.loads(styles) { addLoading(at: offset) }
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
    return String(decoding: resolved((index + 1)..<end), as: UTF8.self)
  }

  /// What stands in a range, with the signs that `&#106;`, `&#x6A;` and `&amp;` stand for.
  private mutating func resolved(_ range: Range<Int>) -> [UInt8] {
    var signs: [UInt8] = []
    var rest = range.lowerBound
    while let start = bytes[rest..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      let inside = bytes[(start + 1)..<range.upperBound]
      let name = inside.prefix { !" \t\r\n&;<>\"'".utf8.contains($0) }
      let isClosed = name.endIndex < range.upperBound && bytes[name.endIndex] == UInt8(ascii: ";")
      let text = String(decoding: name, as: UTF8.self)
      signs += bytes[rest..<start]
      if isClosed, let sign = SVGScan.sign(text) {
        signs += sign.utf8
      } else {
        if !text.isEmpty, !text.hasPrefix("#") {
          addEntity("&\(text.shortened(to: 60))\(isClosed ? ";" : "")", at: start)
        }
        signs += bytes[start..<name.endIndex]
      }
      rest = name.endIndex + (isClosed ? 1 : 0)
    }
    return signs + bytes[rest..<range.upperBound]
  }

  private static let entities = ["amp": "&", "apos": "'", "gt": ">", "lt": "<", "quot": "\""]

  /// What a reference stands for; nil where it is none of XML.
  private static func sign(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first?.lowercased() == "x"
    let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  /// Which names there are besides those of XML depends on the browser and on the declaration.
  private mutating func addEntity(_ entity: String, at offset: Int) {
    add(
      "L’image SVG contient l’entité « \(entity) ».", at: offset,
      expected: "le signe lui-même, ou l’une des entités &amp;, &lt;, &gt;, &quot; et &apos;")
  }

  /// A name without its prefix, in small letters: `xlink:href` → `href`.
  private static func local(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "").lowercased()
  }

  private mutating func add(_ message: String, at offset: Int, expected: String? = nil) {
    guard !isFull else { return }
    let place = source.place(atUTF8: offset)
    faults.append(
      expected.map { SVGFaults.fault(message, at: place, expected: $0) }
        ?? SVGFaults.fault(message, at: place))
  }
}
