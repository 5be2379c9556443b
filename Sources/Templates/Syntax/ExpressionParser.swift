import Diagnostics

/// Reads the content of one tag, and collects what is wrong with it.
struct ExpressionParser {
  let source: SourceText
  let bytes: [UInt8]
  let piece: TemplatePiece
  private let tokens: [TagToken]
  private(set) var index = 0
  private(set) var diagnostics = DiagnosticList()
  /// How many paths the template has so far.
  private(set) var pathCount: Int
  /// Whether a fault has been told that makes all others guesses.
  private var isSilent: Bool

  init(_ source: SourceText, _ bytes: [UInt8], _ piece: TemplatePiece, pathCount: Int) {
    self.source = source
    self.pathCount = pathCount
    self.bytes = bytes
    self.piece = piece
    let read = TagTokens(bytes, piece.content)
    tokens = read.tokens
    isSilent = piece.isBroken
    if let start = read.unclosedText {
      reportUnclosedText(at: start)
      isSilent = true
    } else if !read.misquoted.isEmpty {
      reportQuotes(read.misquoted)
    }
  }

  var isEmpty: Bool { tokens.isEmpty }
  var current: TagToken? { index < tokens.count ? tokens[index] : nil }
  var previous: TagToken? { index > 0 ? tokens[index - 1] : nil }

  mutating func advance() { index += 1 }

  /// Passes over a sign, if it is the next token.
  mutating func accept(_ kind: TagToken.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    advance()
    return true
  }

  // MARK: Insertions

  mutating func insertion() -> (Path, [FilterCall])? {
    guard !isEmpty else {
      report(.emptyTag, nil, "La balise « {{ }} » est vide.", expected: "un nom de donnée")
      return nil
    }
    guard let path = path(expected: "un nom de donnée, comme {{ annee }}") else { return nil }
    var filters: [FilterCall] = []
    while let token = current {
      guard token.kind == .pipe else {
        reportAfterValue(token)
        return nil
      }
      advance()
      guard let filter = filter() else { return nil }
      filters.append(filter)
    }
    return (path, filters)
  }

  private mutating func filter() -> FilterCall? {
    guard let token = current, let name = token.word else {
      report(
        .malformedExpression, current, "Il manque le nom d'un filtre après « | ».",
        expected: "un filtre, comme « | euros »")
      return nil
    }
    advance()
    var call = FilterCall(name: name, range: token.range)
    if case .string? = current?.kind {
      report(
        .malformedExpression, current,
        "Il manque « : » entre le filtre « \(name) » et son argument.",
        expected: "| \(name): \(text(current))")
      return nil
    }
    guard accept(.colon) else { return call }
    repeat {
      guard let argument = argument(of: name) else { return nil }
      call.arguments.append(argument)
    } while accept(.comma)
    return call
  }

  private mutating func argument(of filter: String) -> FilterCall.Argument? {
    if let token = current, case .string(let text) = token.kind {
      advance()
      return FilterCall.Argument(text: text, range: token.range)
    }
    if let word = current?.word {
      report(
        .malformedExpression, current,
        "L'argument « \(word) » du filtre « \(filter) » n'est pas entre guillemets droits.",
        expected: "\"\(word)\"")
    } else {
      report(
        .malformedExpression, current, "Il manque l'argument du filtre « \(filter) ».",
        expected: "un texte entre guillemets droits, comme \"collectif\"")
    }
    return nil
  }

  // MARK: Tags

  /// The first word of the tag, or the one that was probably meant; nil when there is none.
  mutating func keyword() -> Keyword? {
    guard let token = current else {
      report(
        .emptyTag, nil, "La balise « {% %} » est vide.", expected: ExpressionParser.keywordList)
      return nil
    }
    advance()
    if let word = token.word, let keyword = Keyword(rawValue: word) { return keyword }
    let guess = ExpressionParser.guess(token.word ?? "")
    report(
      .unknownTag, token, "« \(text(token)) » n'est pas une instruction.",
      expected: ExpressionParser.keywordList, suggestion: guess?.rawValue,
      correction: guess.map { guess in
        source.correction(
          ofUTF8: token.range, with: guess.rawValue,
          isCertain: ExpressionParser.isCertain(token.word ?? ""))
      })
    return guess
  }

  mutating func loop() -> (variable: String, variableRange: Range<Int>, path: Path)? {
    let example = "{% pour contact dans contacts %}"
    guard let variable = current, let name = variable.word,
      !ExpressionParser.reserved.contains(name), !name.contains("."), !name.contains("-")
    else {
      report(
        .malformedExpression, current,
        current == nil
          ? "Il manque le nom de la variable de la boucle."
          : "« \(text(current)) » ne peut pas être la variable d'une boucle.",
        expected: "un seul mot, comme dans \(example)")
      return nil
    }
    advance()
    guard accept(.word("dans")) else {
      report(
        .malformedExpression, current, "Il manque « dans » après la variable « \(name) ».",
        expected: example)
      return nil
    }
    guard let path = path(expected: "une liste, comme dans \(example)"),
      expectEnd(expected: "la fin de la balise")
    else { return nil }
    return (name, variable.range, path)
  }

  mutating func inclusion() -> (text: String, range: Range<Int>)? {
    guard let token = current, case .string(let name) = token.kind, !name.isEmpty else {
      let word = current?.word
      report(
        .malformedExpression, current,
        word == nil
          ? "Il manque le nom du fichier à inclure."
          : "Le nom « \(word ?? "") » n'est pas entre guillemets droits.",
        expected: "{% inclure \"\(word ?? "bonus-enfants")\" %}")
      return nil
    }
    advance()
    guard expectEnd(expected: "la fin de la balise") else { return nil }
    let start = token.range.lowerBound
    return (name, start..<token.range.upperBound)
  }

  /// Reports what follows a tag that stands alone, such as « fin si ».
  mutating func expectEnd(after keyword: Keyword) {
    guard let token = current else { return }
    let message = "« \(text(token)) » n'est pas attendu après « \(keyword.rawValue) »."
    report(.malformedExpression, token, message, expected: "{% \(keyword.rawValue) %}")
  }

  mutating func expectEnd(expected: String) -> Bool {
    guard let token = current else { return true }
    let message = "« \(text(token)) » n'est pas attendu après « \(text(previous)) »."
    report(.malformedExpression, token, message, expected: expected)
    return false
  }

  // MARK: Paths

  mutating func path(expected: String) -> Path? {
    guard let token = current, let word = token.word else {
      let message =
        current == nil
        ? "Il manque un nom de donnée." : "« \(text(current)) » n'est pas un nom de donnée."
      report(.malformedExpression, current, message, expected: expected)
      return nil
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), parts.count <= TemplateParser.depthLimit else {
      report(
        .malformedExpression, token, "« \(text(token)) » n'est pas un nom de donnée.",
        expected: "des mots séparés par un seul point, comme « ps.plafond »")
      return nil
    }
    advance()
    defer { pathCount += 1 }
    return Path(parts, at: token.range, number: pathCount)
  }

  // MARK: Reports

  mutating func report(
    _ code: TemplateCode, _ token: TagToken?, _ message: String, expected: String?,
    suggestion: String? = nil, correction: Correction? = nil
  ) {
    guard !isSilent else { return }
    // Without a token, what is missing is missing before the closing delimiter.
    let end = piece.content.upperBound..<piece.range.upperBound
    let range = token?.range ?? (isEmpty ? piece.range : end)
    diagnostics.add(
      Diagnostic(
        code, message, at: source.place(atUTF8: range.lowerBound, length: range.count),
        expected: expected, suggestion: suggestion, correction: correction))
  }

  func text(_ token: TagToken?) -> String {
    token.map { TemplateParser.excerpt(bytes, $0.range) } ?? ""
  }
}

extension ExpressionParser {
  static let reserved: Set<String> = ["et", "ou", "non", "est", "dans"]
  static let keywordList = "si, sinon, pour, inclure, brut ou fin"

  /// The keyword meant by a slip of the keyboard, or by a word of another template language.
  static func guess(_ word: String) -> Keyword? {
    let lowered = word.lowercased()
    return Keyword(rawValue: lowered) ?? others[lowered]
      ?? Suggestion.nearest(to: lowered, among: Keyword.allCases.map(\.rawValue))
      .flatMap(Keyword.init(rawValue:))
  }

  private static let others: [String: Keyword] = [
    "if": .condition, "else": .otherwise, "elif": .otherwise, "elseif": .otherwise,
    "sinonsi": .otherwise, "for": .loop, "end": .end, "endif": .end, "endfor": .end,
    "finsi": .end, "finpour": .end, "include": .inclusion, "inclus": .inclusion, "raw": .verbatim,
  ]

  /// Whether the word can mean nothing else; « sinonsi » and its like are two words.
  private static func isCertain(_ word: String) -> Bool {
    let lowered = word.lowercased()
    return Keyword(rawValue: lowered) != nil
      || others[lowered].map { $0 != .otherwise || lowered == "else" }
        ?? Suggestion.isCertain(lowered, among: Keyword.allCases.map(\.rawValue))
  }

  private mutating func reportUnclosedText(at start: Int) {
    let token = TagToken(kind: .string(""), range: start..<(start + 1))
    report(
      .unclosedText, token, "Le texte ouvert par ce guillemet n'est pas fermé.",
      expected: "un second guillemet droit")
  }

  private mutating func reportQuotes(_ misquoted: [(range: Range<Int>, replacement: String)]) {
    var corrected: [UInt8] = []
    var offset = piece.range.lowerBound
    for (range, replacement) in misquoted {
      corrected += bytes[offset..<range.lowerBound]
      corrected += Array(replacement.utf8)
      offset = range.upperBound
    }
    corrected += bytes[offset..<piece.range.upperBound]
    let first = TagToken(kind: .string(""), range: misquoted[0].range)
    report(
      .typographicQuotes, first,
      "Le texte \(text(first)) n'est pas entre guillemets droits.",
      expected: "des guillemets droits (\"…\") dans les balises",
      suggestion: Bytes.string(corrected),
      correction: source.correction(
        ofUTF8: piece.range, with: Bytes.string(corrected), isCertain: true))
  }

  private mutating func reportAfterValue(_ token: TagToken) {
    let isFilter = token.word.map { Filter.named($0) != nil } ?? false
    let value = text(previous)
    report(
      .malformedExpression, token, "« \(text(token)) » n'est pas attendu après « \(value) ».",
      expected: "« | » et un filtre, ou la fin de la balise",
      suggestion: isFilter ? "\(value) | \(text(token))" : nil,
      correction: isFilter
        ? source.correction(
          ofUTF8: token.range.lowerBound..<token.range.lowerBound, with: "| ", isCertain: true)
        : nil)
  }
}
