import Diagnostics

/// What a word processor or a form leaves in a text that is copied from it: « Erreur ! Signet non
/// défini. », « Cliquez ici pour entrer du texte », « Page 3 sur 12 », and blanks to fill in.
@Sendable
func checkResidues(_ text: NoteText, diagnostics: inout DiagnosticList) {
  for section in text.sections {
    for range in section.underscoredBlanks {
      guard let origin = text.origin(of: range, in: section), origin.isLocal else { continue }
      diagnostics.add(.residue(section.string(range), isBlank: true, at: origin))
    }
    var index = 0
    while index < section.tokens.count {
      defer { index += 1 }
      let token = section.tokens[index]
      let found: (tokens: Range<Int>, isBlank: Bool)?
      switch token.kind {
      case .word where section.has(.residue, at: index, text.lexicon):
        found = section.residue(at: index).map { ($0, false) }
      case .word where token.first(in: section.text).map { $0 | 0x20 } == UInt8(ascii: "x"):
        found = section.crosses(at: index).map { ($0, true) }
      case .sign where token.sign == "." || token.sign == "…":
        found = section.dots(at: index)
      case .sign where token.sign == "[" || token.sign == "(":
        found = section.bracketedBlank(at: index).map { ($0, true) }
      case .sign where token.sign == "?":
        found = section.questions(at: index).map { ($0, true) }
      case .number:
        found = section.blankDate(at: index).map { ($0, true) }
      default: found = nil
      }
      guard let found else { continue }
      let range = section.withUnderscores(section.range(of: found.tokens))
      guard let origin = text.origin(of: range, in: section), origin.isLocal else { continue }
      diagnostics.add(.residue(section.string(range), isBlank: found.isBlank, at: origin))
      index = found.tokens.upperBound - 1
    }
  }
}

extension NoteText.Section {
  /// « ______ », « ___/___/______ »: what a form leaves to fill in, a line of signs left out.
  fileprivate var underscoredBlanks: [Range<Int>] {
    var blanks: [Range<Int>] = []
    let bytes = Array(text.utf8)
    let isOfBlank = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/") }
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "_") else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isOfBlank(bytes[index]) { index += 1 }
      let isLine =
        (start == 0 || bytes[start - 1] == UInt8(ascii: "\n"))
        && (index == bytes.count || bytes[index] == UInt8(ascii: "\n"))
      let isJoined = index < bytes.count && (bytes[index] | 0x20).isLetterOrDigit
      guard !isLine, !isJoined, bytes[start..<index].count(where: { $0 == UInt8(ascii: "_") }) > 3
      else { continue }
      blanks.append(start..<index)
    }
    return blanks
  }

  /// Whether these words stand from a token on, whatever is between them.
  private func reads(_ words: [String], from index: Int) -> Bool {
    var place = index
    for word in words {
      while place < tokens.count, tokens[place].kind == .sign { place += 1 }
      guard place < tokens.count, tokens[place].kind == .word,
        string(tokens[place]).lowercased() == word
      else { return false }
      place += 1
    }
    return true
  }

  /// The words around one that word processors and forms write.
  fileprivate func residue(at index: Int) -> Range<Int>? {
    switch string(tokens[index]).lowercased() {
    case "signet" where reads(["signet", "non", "défini"], from: index):
      return index..<index + 3
    case "source" where reads(["source", "du", "renvoi", "introuvable"], from: index):
      return index..<index + 4
    case "cliquez" where reads(["cliquez", "ici", "pour", "entrer"], from: index):
      return index..<index + 4
    case "cliquez" where reads(["cliquez", "ou", "appuyez", "ici"], from: index):
      return index..<index + 4
    case "choisissez" where reads(["choisissez", "un", "élément"], from: index):
      let isWhole =
        index + 3 >= tokens.count || tokens[index + 3].kind == .end
        || tokens[index + 3].isSign(".") && !touches(index + 3, index + 4)
      return isWhole ? index..<index + 3 : nil
    case "lorem" where reads(["lorem", "ipsum"], from: index): return index..<index + 2
    case "mergefield", "hyperlink", "pageref", "todo", "tbd":
      return tokens[index].capitals == .all ? index..<index + 1 : nil
    case "page":
      guard index + 3 < tokens.count, tokens[index + 1].kind == .number,
        ["sur", "/"].contains(string(tokens[index + 2])), tokens[index + 3].kind == .number,
        index == 0 || tokens[index - 1].kind == .end,
        index + 4 >= tokens.count || tokens[index + 4].kind == .end
      else { return nil }
      return index..<index + 4
    default: return nil
    }
  }

  /// « [à compléter] », « (à préciser) », « [nom du département] », and neither a link nor « [sic] ».
  fileprivate func bracketedBlank(at index: Int) -> Range<Int>? {
    let isSquare = tokens[index].isSign("[")
    let end = tokens[index...].prefix(8).firstIndex { $0.isSign(isSquare ? "]" : ")") }
    guard let end, end > index + 1, tokens[index + 1].kind == .word else { return nil }
    let first = string(tokens[index + 1]).lowercased()
    let second = tokens[index + 2].kind == .word ? string(tokens[index + 2]).lowercased() : ""
    let waits = first == "à" && waitingWords.contains(second)
    let isField = isSquare && fieldNames.contains(first)
    // « [lieu](…) » is a link.
    let after = tokens[end].range.upperBound
    let isLink = isSquare && ["(", "["].contains(string(after..<min(after + 1, text.utf8.count)))
    return (waits && end == index + 3 || isField) && !isLink ? index..<end + 1 : nil
  }

  /// « XX € », « XXXX », « xxx ».
  fileprivate func crosses(at index: Int) -> Range<Int>? {
    let word = string(tokens[index])
    guard word.utf8.count > 1, word.utf8.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) else {
      return nil
    }
    let isAmount =
      index + 1 < tokens.count && (tokens[index + 1].isSign("€") || tokens[index + 1].isSign("%"))
    // « XX » alone is twenty, « xx » nothing.
    return word.utf8.count > 2 || isAmount || word == "xx" ? index..<index + 1 : nil
  }

  /// Dots that lead to a number of page, or stand for a blank: « Introduction.....3 », « du …… au …… ».
  fileprivate func dots(at index: Int) -> (tokens: Range<Int>, isBlank: Bool)? {
    var end = index + 1
    while end < tokens.count, tokens[end].isSign(".") || tokens[end].isSign("…"),
      touches(end - 1, end)
    { end += 1 }
    let count = (index..<end).reduce(0) { $0 + (tokens[$1].isSign("…") ? 2 : 1) }
    guard count > 3 else { return nil }
    let leads =
      end < tokens.count && tokens[end].kind == .number
      && (end + 1 >= tokens.count || tokens[end + 1].kind != .word)
    return (index..<end, !leads)
  }

  /// « ??? ».
  fileprivate func questions(at index: Int) -> Range<Int>? {
    var end = index + 1
    while end < tokens.count, tokens[end].isSign("?"), touches(end - 1, end) { end += 1 }
    return end - index > 2 ? index..<end : nil
  }

  /// Some bytes with the underscores before them, which are no words.
  fileprivate func withUnderscores(_ range: Range<Int>) -> Range<Int> {
    let before = text.utf8.prefix(range.lowerBound).reversed().prefix { $0 == UInt8(ascii: "_") }
    return range.lowerBound - before.count..<range.upperBound
  }

  /// « __/__/2025 », « ../../2025 », « JJ/MM/2025 ».
  fileprivate func blankDate(at index: Int) -> Range<Int>? {
    guard index > 1, tokens[index].range.count == 4, tokens[index - 1].isSign("/"),
      touches(index - 1, index), tokens[index - 2].kind != .number
    else { return nil }
    var start = index - 1
    while start > 0, touches(start - 1, start) || isBlank(start - 1, start),
      tokens[start - 1].kind != .end, tokens[start - 1].kind != .number
    { start -= 1 }
    let words = string(range(of: start..<index)).filter { !"/".contains($0) }
    return words.allSatisfy { "_.…XxJjMm".contains($0) } ? start..<index + 1 : nil
  }

  /// Whether underscores alone stand between two tokens.
  private func isBlank(_ index: Int, _ next: Int) -> Bool {
    let between = string(tokens[index].range.upperBound..<tokens[next].range.lowerBound)
    return !between.isEmpty && between.allSatisfy { $0 == "_" }
  }
}

private let waitingWords: Set<String> = [
  "compléter", "préciser", "définir", "remplir", "renseigner", "indiquer",
]

/// What a form asks for between square brackets.
private let fieldNames: Set<String> = [
  "nom", "prénom", "date", "lieu", "adresse", "montant", "département", "ville", "commune",
  "insérer", "indiquer", "préciser", "téléphone", "courriel", "année", "titre",
]

extension Diagnostic {
  fileprivate static func residue(
    _ found: String, isBlank: Bool, at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.residue,
      isBlank
        ? "« \(found) » est un blanc à remplir."
        : "« \(found) » vient d’un traitement de texte ou d’un formulaire, et ne dit rien au lecteur.",
      at: origin.place, severity: isBlank ? .warning : .error, includedFrom: origin.includedFrom,
      expected: isBlank ? "ce qui manque, ou la phrase supprimée" : "le texte sans ces mots")
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
  }
}
