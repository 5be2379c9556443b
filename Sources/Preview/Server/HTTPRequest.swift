import Text

/// What a browser asks.
struct HTTPRequest: Sendable {
  /// `GET`, `HEAD`, `POST`, whatever was sent.
  let method: String
  /// The path as it was sent, always beginning with `/`, without what follows `?`.
  let path: String
  /// What follows `?`, decoded.
  let query: [String: String]
  /// By their names in lower case.
  let headers: [String: String]
  /// What follows the head, as it was sent.
  var body: [UInt8] = []
  /// The fields of a form, once it is read.
  private(set) var form: [String: String] = [:]

  /// The largest head and body of a request, in bytes.
  static let headLimit = 16 << 10
  static let bodyLimit = 2 << 20

  /// How many bytes of body follow the head; nil when it does not say it in a way that is understood.
  var bodyLength: Int? {
    if headers["transfer-encoding"] != nil { return nil }
    guard let text = headers["content-length"] else { return 0 }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text),
      count <= HTTPRequest.bodyLimit
    else { return nil }
    return count
  }

  /// Reads the lines before the blank line; nil when they are no request of HTTP/1.
  ///
  /// **Source**: RFC 9112, sections 3 and 5. A header that is sent twice is refused, since two
  /// readers could each believe another one.
  init?(head: some Sequence<UInt8>) {
    guard let text = String(validating: Array(head), as: UTF8.self) else { return nil }
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard lines[0].utf8.allSatisfy({ $0 < 0x80 }), words.count == 3,
      words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/"), !text.contains("\r"),
      !text.contains("\0")
    else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = line[..<colon]
      guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      guard !name.isEmpty, !name.contains(where: \.isWhitespace),
        headers.updateValue(String(value), forKey: name.lowercased()) == nil
      else { return nil }
    }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(target[0])
    query = target.count > 1 ? HTTPRequest.fields(target[1].utf8) : [:]
    self.headers = headers
  }

  /// What the fields say.
  var texts: [String] { Array(query.values) + Array(form.values) }

  /// Reads the form of the body, which is done for whom may send one alone.
  mutating func readForm() {
    form = HTTPRequest.fields(body)
  }

  /// `du=2+juin&au=3%20juin`; of two fields of one name the first counts. A name of other signs than
  /// those of ASCII is none of ours.
  static func fields(_ text: some Collection<UInt8>) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = decoded(parts[0])
      guard name.utf8.allSatisfy({ $0 < 0x80 }), fields[name] == nil else { continue }
      fields[name] = parts.count > 1 ? decoded(parts[1]) : ""
    }
    return fields
  }

  private static func decoded(_ text: some Collection<UInt8>) -> String {
    let spaced = text.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    return PercentEncoding.decoded(spaced.text)
  }
}
