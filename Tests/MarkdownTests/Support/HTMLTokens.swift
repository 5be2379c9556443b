/// HTML cut into tags, text and comments, in a form that two equivalent writings share.
struct HTMLTokens: Equatable {
  enum Token: Equatable {
    case open(String, [String: String])
    case close(String)
    case text(String)
    case comment(String)
  }

  var tokens: [Token] = []

  static let void: Set<String> = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"]
  static let block: Set<String> = [
    "address", "aside", "blockquote", "body", "caption", "div", "dl", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
  ]

  init(_ html: String) {
    var scanner = Scanner(Array(html.unicodeScalars))
    while let token = scanner.next() { tokens.append(token) }
    normalizeSpace()
  }

  init(tokens: [Token]) { self.tokens = tokens }

  /// Spaces collapse outside `pre`, and vanish beside the tags of blocks.
  mutating func normalizeSpace() {
    var depth = 0
    var result: [Token] = []
    for token in tokens {
      switch token {
      case .open("pre", _): depth += 1
      case .close("pre"): depth -= 1
      default: break
      }
      if case .text(let text) = token, depth == 0 {
        let words = text.split { " \n\t\r".contains($0) }.joined(separator: " ")
        let head = text.first.map { " \n\t\r".contains($0) } == true ? " " : ""
        let tail = text.last.map { " \n\t\r".contains($0) } == true ? " " : ""
        let collapsed = words.isEmpty ? (text.isEmpty ? "" : " ") : head + words + tail
        if case .text(let before)? = result.last {
          let rest = before.hasSuffix(" ") ? collapsed.trimmedStart : collapsed
          result[result.count - 1] = .text(before + rest)
        } else if !collapsed.isEmpty {
          result.append(.text(collapsed))
        }
      } else if case .text(let text) = token, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(token)
      }
    }
    tokens = HTMLTokens.trimmed(result)
  }

  private static func trimmed(_ tokens: [Token]) -> [Token] {
    var depth = 0
    var result: [Token] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .open("pre", _): depth += 1
      case .close("pre"): depth -= 1
      default: break
      }
      guard case .text(var text) = token, depth == 0 else {
        result.append(token)
        continue
      }
      if index == 0 || tokens[index - 1].isBlock || tokens[index - 1].isLineBreak {
        text = text.trimmedStart
      }
      if index + 1 == tokens.count || tokens[index + 1].isBlock { text = text.trimmedEnd }
      if !text.isEmpty { result.append(.text(text)) }
    }
    return result
  }

  /// The first tag that closes another than the last opened one, or is never closed; nil for
  /// balanced HTML.
  var unbalanced: String? {
    var stack: [String] = []
    for token in tokens {
      switch token {
      case .open(let name, _) where !HTMLTokens.void.contains(name): stack.append(name)
      case .close(let name):
        if stack.popLast() != name { return name }
      default: break
      }
    }
    return stack.last
  }

  var description: String {
    tokens.map { token in
      switch token {
      case .open(let name, let attributes):
        "<\(name)"
          + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
          + ">"
      case .close(let name): "</\(name)>"
      case .text(let text): text
      case .comment(let text): "<!--\(text)-->"
      }
    }.joined(separator: "\n")
  }
}

extension HTMLTokens.Token {
  var isBlock: Bool {
    switch self {
    case .open(let name, _), .close(let name): HTMLTokens.block.contains(name)
    case .text, .comment: false
    }
  }

  var isLineBreak: Bool {
    if case .open("br", _) = self { true } else { false }
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0 == " " || $0 == "\n" }) }
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return text
  }
}

/// Reads the tags that cmark, the specifications and we write; not any HTML.
private struct Scanner {
  let scalars: [Unicode.Scalar]
  var index = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func next() -> HTMLTokens.Token? {
    guard index < scalars.count else { return nil }
    if starts(with: "<!--") { return comment() }
    if scalars[index] == "<", let tag = tag() { return tag }
    let start = index
    index += 1
    while index < scalars.count, scalars[index] != "<" { index += 1 }
    return .text(decoded(scalars[start..<index]))
  }

  private func starts(with prefix: String) -> Bool {
    scalars[index...].starts(with: prefix.unicodeScalars)
  }

  private mutating func comment() -> HTMLTokens.Token {
    let start = index + 4
    index = start
    while index < scalars.count, !starts(with: "-->") { index += 1 }
    let text = string(scalars[min(start, index)..<index])
    index = min(scalars.count, index + 3)
    return .comment(text)
  }

  private mutating func tag() -> HTMLTokens.Token? {
    var position = index + 1
    let isClosing = position < scalars.count && scalars[position] == "/"
    if isClosing { position += 1 }
    let nameStart = position
    while position < scalars.count,
      scalars[position].properties.isAlphabetic
        || ("0"..."9").contains(scalars[position])
    { position += 1 }
    guard position > nameStart else { return nil }
    let name = string(scalars[nameStart..<position]).lowercased()
    var attributes: [String: String] = [:]
    while position < scalars.count, scalars[position] != ">" {
      if scalars[position] == " " || scalars[position] == "/" || scalars[position] == "\n" {
        position += 1
        continue
      }
      let keyStart = position
      while position < scalars.count, !" =>/\n".unicodeScalars.contains(scalars[position]) {
        position += 1
      }
      if position == keyStart { return nil }
      let key = string(scalars[keyStart..<position])
      var value = ""
      if position + 1 < scalars.count, scalars[position] == "=", scalars[position + 1] == "\"" {
        let valueStart = position + 2
        position = valueStart
        while position < scalars.count, scalars[position] != "\"" { position += 1 }
        value = decoded(scalars[valueStart..<position])
        position += 1
      }
      attributes[key] = value
    }
    guard position < scalars.count else { return nil }
    index = position + 1
    return isClosing ? .close(name) : .open(name, attributes)
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func decoded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let text = string(scalars)
    guard scalars.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
