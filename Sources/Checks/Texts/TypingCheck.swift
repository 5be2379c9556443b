import Diagnostics

/// Slips of the hand that no dictionary is needed for: « le le », « mot,mot », « mot , mot »,
/// « l' école », « fin.Début ».
@Sendable
func checkTyping(_ text: NoteText, diagnostics: inout DiagnosticList) {
  for section in text.sections {
    for index in section.tokens.indices.dropLast() {
      guard let slip = section.slip(at: index, text.lexicon),
        slip.kind == .sentence || !section.isInAddress(index)
      else { continue }
      guard let origin = text.origin(of: slip.range, in: section), origin.isVerbatim else {
        continue
      }
      let correction = text.project.correction(
        of: section.string(slip.range), at: origin.place, with: slip.mended,
        isCertain: slip.isCertain)
      diagnostics.add(.typing(slip, section, correction, at: origin))
    }
  }
}

/// What was mistyped, and what should stand there.
private struct Slip {
  enum Kind {
    case twice, missingSpace, extraSpace, sentence, first, letter, twoSigns, accent, currency
  }

  var kind: Kind
  /// The words around, for the message.
  var shown: Range<Int>
  /// What is replaced.
  var range: Range<Int>
  var mended: String
  var isCertain: Bool
}

extension NoteText.Section {
  fileprivate func slip(at index: Int, _ lexicon: Lexicon) -> Slip? {
    let (token, next) = (tokens[index], tokens[index + 1])
    if token.kind == .word, let slip = accent(at: index) { return slip }
    switch (token.kind, next.kind) {
    case (.word, .word):
      if token.hash == next.hash { return repeatedWord(at: index) }
      let gap = next.range.lowerBound - token.range.upperBound
      return gap == 2 || gap == 4 ? elision(at: index) : nil
    case (.word, .sign) where next.sign == "," || next.sign == ".":
      return next.sign == "," ? comma(after: index) : point(after: index)
    case (.number, .word):
      return letterO(at: index) ?? firstOfMonth(at: index, lexicon) ?? currency(at: index, lexicon)
    case (.sign, .word): return stuckSign(at: index) ?? capital(at: index + 1)
    case (.end, .word): return capital(at: index + 1)
    case (.sign, .sign): return twoSigns(at: index)
    default: return nil
    }
  }

  /// Whether a word is the zeros of the number before it: « 5OO ».
  func isWrongZero(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .number && touches(index - 1, index)
      && tokens[index].capitals == .all
      && string(tokens[index]).utf8.allSatisfy { $0 == UInt8(ascii: "O") }
  }

  /// « 5OO », with the letter.
  private func letterO(at index: Int) -> Slip? {
    guard isWrongZero(index + 1) else { return nil }
    let range = range(of: index..<index + 2)
    return Slip(
      kind: .letter, shown: range, range: tokens[index + 1].range,
      mended: String(repeating: "0", count: tokens[index + 1].range.count), isCertain: false)
  }

  /// « fin;puis », « Quand ?Puis », « note :lire ».
  private func stuckSign(at index: Int) -> Slip? {
    let (sign, next) = (tokens[index], tokens[index + 1])
    guard [";", ":", "?", "!"].contains(sign.sign), touches(index, index + 1), index > 0,
      tokens[index - 1].kind == .word, tokens[index - 1].range.count > 2, next.range.count > 1,
      // « mailto:clas@exemple.fr ».
      !(sign.sign == ":" && touches(index - 1, index)
        && ["mailto", "tel", "https", "http"].contains(string(tokens[index - 1]).lowercased())),
      // « :smile: », « etape:depot:fin ».
      !(index + 2 < tokens.count && tokens[index + 2].isSign(":") && touches(index + 1, index + 2))
    else { return nil }
    let before = string(tokens[index - 1].range.upperBound..<sign.range.lowerBound)
    guard before.allSatisfy(\.isWhitespace) else { return nil }
    return Slip(
      kind: .missingSpace, shown: tokens[index - 1].range.lowerBound..<next.range.upperBound,
      range: tokens[index - 1].range.upperBound..<sign.range.upperBound, mended: " \(sign.sign) ",
      isCertain: false)
  }

  /// « mot.. », « mot,, », « mot,. »; three points are meant, and more are a blank.
  private func twoSigns(at index: Int) -> Slip? {
    let (sign, next) = (tokens[index], tokens[index + 1])
    guard [".", ","].contains(sign.sign), [".", ",", ";"].contains(next.sign),
      touches(index, index + 1), index > 0, tokens[index - 1].kind == .word,
      touches(index - 1, index), sign.sign == "," || next.sign == ".",
      !(index + 2 < tokens.count && tokens[index + 2].kind != .end && touches(index + 1, index + 2))
    else { return nil }
    return Slip(
      kind: .twoSigns, shown: tokens[index - 1].range.lowerBound..<next.range.upperBound,
      range: range(of: index..<index + 2), mended: String(next.sign), isCertain: false)
  }

  /// « A l'école » at the beginning of a sentence.
  private func capital(at index: Int) -> Slip? {
    guard tokens[index].range.count == 1, tokens[index].first(in: text) == UInt8(ascii: "A"),
      index + 1 < tokens.count, tokens[index + 1].kind == .word,
      [.end, .sign].contains(tokens[index - 1].kind),
      [".", " ", "#", "!", "?"].contains(tokens[index - 1].sign),
      wordsAfterA.contains(string(tokens[index + 1]))
    else { return nil }
    return Slip(
      kind: .accent, shown: range(of: index..<index + 2), range: tokens[index].range, mended: "À",
      isCertain: true)
  }

  /// « Etat », « Education nationale ».
  private func accent(at index: Int) -> Slip? {
    let token = tokens[index]
    guard token.capitals == .first, token.first(in: text) == UInt8(ascii: "E"),
      let mended = accentedWords[string(token)]
    else { return nil }
    return Slip(
      kind: .accent, shown: token.range, range: token.range, mended: mended, isCertain: false)
  }

  /// « 8 487 EUR ».
  private func currency(at index: Int, _ lexicon: Lexicon) -> Slip? {
    let (number, word) = (tokens[index], tokens[index + 1])
    guard word.capitals == .all, has(.euro, at: index + 1, lexicon) else { return nil }
    return Slip(
      kind: .currency, shown: number.range.lowerBound..<word.range.upperBound, range: word.range,
      mended: touches(index, index + 1) ? " €" : "€", isCertain: true)
  }

  /// « 1 octobre »: the first day of a month has its letters.
  private func firstOfMonth(at index: Int, _ lexicon: Lexicon) -> Slip? {
    let (token, next) = (tokens[index], tokens[index + 1])
    guard token.range.count == 1, lexicon[next].month != nil, string(token) == "1",
      string(token.range.upperBound..<next.range.lowerBound).allSatisfy(\.isWhitespace)
    else { return nil }
    return Slip(
      kind: .first, shown: token.range.lowerBound..<next.range.upperBound, range: token.range,
      mended: "1er", isCertain: true)
  }

  /// « le le », and neither « nous nous » nor « Bora Bora ».
  private func repeatedWord(at index: Int) -> Slip? {
    let (first, second) = (tokens[index], tokens[index + 1])
    let between = string(first.range.upperBound..<second.range.lowerBound)
    let word = string(second).lowercased()
    guard second.capitals == .none, !between.isEmpty, between.allSatisfy(\.isWhitespace),
      !doubledWords.contains(word)
    else { return nil }
    // « Ceux qui viennent viennent tôt. », « la place de de Gaulle »
    let isRelative = (max(0, index - 3)..<index).contains {
      tokens[$0].kind == .word && relativeWords.contains(string(tokens[$0]).lowercased())
    }
    let isSingle = singleWords.contains(word)
    if isRelative, !isSingle { return nil }
    let beginsName =
      index + 2 < tokens.count && tokens[index + 2].kind == .word
      && tokens[index + 2].capitals != .none
    return Slip(
      kind: .twice, shown: first.range.lowerBound..<second.range.upperBound,
      range: first.range.upperBound..<second.range.upperBound, mended: "",
      isCertain: isSingle && !beginsName)
  }

  /// « mot,mot » and « mot , mot »; what has figures or one letter may be a code.
  private func comma(after index: Int) -> Slip? {
    guard index + 2 < tokens.count, [.word, .number].contains(tokens[index + 2].kind) else {
      return nil
    }
    let (word, comma, next) = (tokens[index], tokens[index + 1], tokens[index + 2])
    let shown = word.range.lowerBound..<next.range.upperBound
    let before = string(word.range.upperBound..<comma.range.lowerBound)
    let after = string(comma.range.upperBound..<next.range.lowerBound)
    if after.isEmpty, before.isEmpty {
      let areWords = word.range.count > 2 && next.range.count > 1 && next.kind == .word
      // « C,2 » and « A,B » may be codes.
      if word.range.count < (next.kind == .number ? 3 : 2) { return nil }
      return Slip(
        kind: .missingSpace, shown: shown, range: comma.range, mended: ", ", isCertain: areWords)
    }
    guard before == " " || before == "\u{A0}" else { return nil }
    return Slip(
      kind: .extraSpace, shown: shown,
      range: word.range.upperBound..<comma.range.upperBound
        + (after.isEmpty ? 0 : after.utf8.count),
      mended: ", ", isCertain: after.isEmpty || after == " ")
  }

  /// « mot . », and neither « .pdf » nor « … ».
  private func spaceBeforePoint(after index: Int) -> Slip? {
    let (word, point) = (tokens[index], tokens[index + 1])
    guard string(word.range.upperBound..<point.range.lowerBound) == " ",
      index + 2 >= tokens.count || tokens[index + 2].kind == .end || !touches(index + 1, index + 2)
    else { return nil }
    return Slip(
      kind: .extraSpace, shown: word.range.lowerBound..<point.range.upperBound,
      range: word.range.upperBound..<point.range.upperBound, mended: ".", isCertain: true)
  }

  /// « fin.Début », and neither « caf.fr » nor « M.Durand ».
  private func point(after index: Int) -> Slip? {
    if let slip = spaceBeforePoint(after: index) { return slip }
    guard index + 2 < tokens.count, touches(index, index + 1), touches(index + 1, index + 2)
    else { return nil }
    let (word, point, next) = (tokens[index], tokens[index + 1], tokens[index + 2])
    let isInName =
      index > 0 && touches(index - 1, index)
      || touches(index + 2, index + 3) && touches(index + 3, index + 4)
    guard next.kind == .word, word.capitals == .none, word.range.count > 2,
      next.capitals == .first, !isInName
    else { return nil }
    return Slip(
      kind: .sentence, shown: word.range.lowerBound..<next.range.upperBound,
      range: point.range, mended: ". ", isCertain: false)
  }

  /// « l' école ».
  private func elision(at index: Int) -> Slip? {
    let (word, next) = (tokens[index], tokens[index + 1])
    let between = string(word.range.upperBound..<next.range.lowerBound)
    let mark = between.filter { $0 != " " }
    guard word.range.count < 8, between.count == 2, ["'", "’"].contains(mark),
      elidedWords.contains(string(word).lowercased())
    else { return nil }
    return Slip(
      kind: .extraSpace, shown: word.range.lowerBound..<next.range.upperBound,
      range: word.range.upperBound..<next.range.lowerBound, mended: mark, isCertain: true)
  }
}

/// What may stand twice in a good sentence: « nous nous voyons », « ceux qui en ont ont », « tout en en
/// parlant », « faire faire », « celui qui est est ».
private let doubledWords: Set<String> = [
  "nous", "vous", "en", "y", "faire", "a", "ont", "est", "sont", "était", "peut", "peuvent", "doit",
  "doivent", "fait", "font", "veut", "veulent", "très", "si", "bien", "son", "oui", "non", "va",
  "vont",
]

/// What begins a clause whose verb may stand before the same one.
private let relativeWords: Set<String> = ["qui", "que", "ceux", "celles", "celui", "celle"]

/// What follows « À » at the beginning of a sentence.
private let wordsAfterA: Set<String> = [
  "l", "la", "partir", "compter", "chaque", "noter", "cet", "ce", "cette", "défaut", "titre",
  "cela",
]

/// Words whose capital has an accent, as they are typed without it.
private let accentedWords = [
  "Etat": "État", "Etats": "États", "Ecole": "École", "Ecoles": "Écoles",
  "Education": "Éducation", "Educatif": "Éducatif", "Educative": "Éducative", "Eleve": "Élève",
  "Eleves": "Élèves", "Elève": "Élève", "Elèves": "Élèves", "Equipe": "Équipe",
  "Equipes": "Équipes", "Etablissement": "Établissement", "Etablissements": "Établissements",
  "Evaluation": "Évaluation", "Evaluations": "Évaluations", "Egalité": "Égalité", "Etape": "Étape",
  "Etapes": "Étapes", "Ecrivez": "Écrivez", "Ecrire": "Écrire", "Ecoute": "Écoute",
]

/// What never does.
private let singleWords: Set<String> = [
  "à", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "et", "la", "le",
  "les",
  "ou", "par", "pour", "qui", "sa", "ses", "sur", "un", "une",
]

/// What is elided before a vowel.
private let elidedWords: Set<String> = [
  "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quelqu", "quoiqu", "s", "t",
]

extension Diagnostic {
  fileprivate static func typing(
    _ slip: Slip, _ section: NoteText.Section, _ correction: Correction?, at origin: NoteText.Origin
  ) -> Diagnostic {
    let words = section.onOneLine(slip.shown)
    let mended =
      section.string(slip.shown.lowerBound..<slip.range.lowerBound) + slip.mended
      + section.string(slip.range.upperBound..<slip.shown.upperBound)
    let (message, expected) =
      switch slip.kind {
      case .twice: ("Le mot est écrit deux fois : « \(words) ».", "une seule fois le mot")
      case .missingSpace, .sentence:
        ("Il manque une espace : « \(words) ».", "une espace après le signe, et pas avant")
      case .first, .currency: ("« \(words) » s’écrit autrement.", "« \(mended) »")
      case .letter: ("« \(words) » contient la lettre O.", "le chiffre zéro")
      case .twoSigns: ("Deux signes se suivent : « \(words) ».", "un seul des deux")
      case .accent:
        (
          "Il manque un accent à la majuscule : « \(words) ».", "« \(mended) »"
        )
      case .extraSpace:
        (
          "Une espace est de trop : « \(words) ».",
          "pas d’espace avant une virgule ou un point, ni après une apostrophe"
        )
      }
    return Diagnostic(
      CheckCode.typing, message, at: origin.place, severity: .warning,
      includedFrom: origin.includedFrom, expected: expected, suggestion: mended,
      correction: correction)
  }
}
