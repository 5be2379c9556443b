import Configuration
import Diagnostics
import Facts
import Text

/// Texts name the parts of a note by their links, and the annexes and platforms that there are.
@Sendable
func checkReferences(_ text: NoteText, diagnostics: inout DiagnosticList) {
  checkAnnexFacts(text, &diagnostics)
  for section in text.sections {
    let numbers = Numbers(section.tokens, section.text)
    for index in section.tokens.indices {
      let token = section.tokens[index]
      switch token.kind {
      case .number: checkPartNumber(at: index, section, text, &diagnostics)
      case .word where section.isLetteredTitle(index):
        report(index, isHeading: true, section, text, &diagnostics)
      case .word where token.entry != 0:
        let entry = text.lexicon[token]
        // « partie II ».
        if entry.topics.contains(.part) || entry.topics.contains(.see) {
          checkRoman(after: index, section, text, &diagnostics)
        }
        if entry.topics.contains(.page) { checkPage(at: index, section, text, &diagnostics) }
        if entry.topics.contains(.annex) {
          checkAnnex(at: index, numbers, section, text, &diagnostics)
        }
        if entry.topics.contains(.joined) { checkJoined(at: index, section, text, &diagnostics) }
        if entry.topics.contains(.fileSuffix) {
          checkFile(at: index, section, text, &diagnostics)
        }
        if let platform = entry.platform {
          checkPlatform(platform, at: index, section, text, &diagnostics)
        }
      default: break
      }
    }
  }
}

// MARK: - Numbers of parts

/// The program numbers the parts: a number that is typed will be another one some day.
private func checkPartNumber(
  at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let isHeading =
    index > 0 && section.tokens[index - 1].kind == .end
    && section.tokens[index - 1].sign == "#"
  if isHeading {
    guard section.isNumbering(index) else { return }
  } else {
    guard index > 0, section.tokens[index].range.count <= 5 else { return }
    // « voir 4.1 », « cf. 3 », « partie 2 ».
    let word = section.tokens[index - 1].isSign(".") ? index - 2 : index - 1
    guard
      section.has([.part, .see], at: word, text.lexicon)
        || section.tokens[index - 1].isSign("§") || section.isPlaceOfPart(index),
      !section.sentence(around: index, has: [.otherText, .annex], in: text.lexicon),
      !section.words(12, before: index, have: [.otherText, .annex], in: text.lexicon),
      !section.isPartOfAnother(index, text.lexicon)
    else { return }
  }
  report(index, isHeading: isHeading, section, text, &diagnostics)
}

/// « partie II », « voir II.1 ».
private func checkRoman(
  after index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let isShort = index + 1 < section.tokens.count && section.tokens[index + 1].isSign(".")
  let number = isShort ? index + 2 : index + 1
  guard section.tokens.indices.contains(number), section.tokens[number].kind == .word,
    section.tokens[number].capitals == .all,
    section.string(section.tokens[number]).utf8.allSatisfy("IVX".utf8.contains),
    !section.sentence(around: index, has: [.otherText, .annex], in: text.lexicon),
    !section.isPartOfAnother(number, text.lexicon)
  else { return }
  report(number, isHeading: false, section, text, &diagnostics)
}

/// « Voir page 12 », « cf. p. 7 »: the pages of a site have no numbers.
private func checkPage(
  at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let number =
    section.tokens.indices.contains(index + 1) && section.tokens[index + 1].isSign(".")
    ? index + 2 : index + 1
  guard section.tokens.indices.contains(number), section.tokens[number].kind == .number,
    section.words(4, before: index, have: [.see, .document], in: text.lexicon)
      || index > 0 && section.tokens[index - 1].isSign("(")
      // The point of « cf. » ends no sentence.
      || index > 1 && section.tokens[index - 1].isSign(".")
        && section.has(.see, at: index - 2, text.lexicon),
    // « page 12 du référentiel ».
    !section.has(.particle, at: number + 1, text.lexicon),
    !section.sentence(around: index, has: [.otherText, .law], in: text.lexicon)
  else { return }
  let range = section.range(of: index..<number + 1)
  guard let origin = text.origin(of: range, in: section), origin.isLocal else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.typedNumber,
      "« \(section.string(range)) » ne mène nulle part : une page du site n’a pas de numéro.",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "un lien vers la partie, par exemple « [le financement](#financement) »"))
}

private func report(
  _ index: Int, isHeading: Bool, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
  else { return }
  let written = section.string(section.tokens[index])
  diagnostics.add(
    Diagnostic(
      CheckCode.typedNumber,
      isHeading
        ? "Le titre commence par un numéro, « \(written) », qui s’ajouterait à celui du site."
        : "Le numéro de partie « \(written) » est écrit à la main : il sera faux dès que le plan "
          + "change.", at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: isHeading
        ? "le titre seul"
        : origin.isValue
          ? "le titre de la partie, sans son numéro"
          : "un lien vers la partie, par exemple « [le financement](#financement) »"))
}

extension NoteText.Section {
  /// « Comme dit au 4.1 », « indiqué en 3.2 »: neither a decimal, which something follows, nor a date.
  fileprivate func isPlaceOfPart(_ index: Int) -> Bool {
    let written = string(tokens[index])
    guard written.utf8.count == 3, written.dropFirst().first == ".",
      tokens[index - 1].kind == .word,
      ["au", "en"].contains(string(tokens[index - 1]).lowercased()),
      tokens.indices.contains(index + 1)
    else { return false }
    return tokens[index + 1].kind == .end
      || tokens[index + 1].kind == .sign
        && ![".", "/", "-"].contains {
          tokens[index + 1].isSign($0) && index + 2 < tokens.count && touches(index + 1, index + 2)
        } && !["€", "%"].contains(where: tokens[index + 1].isSign)
  }

  /// « Le point 3 du formulaire », « la charte (§ 3) »: a part of something else than the note.
  fileprivate func isPartOfAnother(_ index: Int, _ lexicon: Lexicon) -> Bool {
    if words(6, before: index, have: .charter, in: lexicon) { return true }
    guard tokens.indices.contains(index + 1), tokens[index + 1].kind == .word,
      ["du", "de", "des", "d"].contains(string(tokens[index + 1]).lowercased())
    else { return false }
    // « la partie 3 de la note » is its own.
    return !(index + 2...index + 4).contains { place in
      tokens.indices.contains(place) && tokens[place].kind == .word
        && ["note", "page", "document", "présent", "présente"]
          .contains(string(tokens[place]).lowercased())
    }
  }

  /// « I. Les priorités », « IV - Les dates », « A/ Le projet », « II Le projet », at the beginning of a
  /// title.
  fileprivate func isLetteredTitle(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .end, tokens[index - 1].sign == "#",
      index + 2 < tokens.count, tokens[index].capitals == .all
    else { return false }
    let word = string(tokens[index])
    let isRoman = word.utf8.allSatisfy("IVX".utf8.contains)
    guard isRoman || word.utf8.count == 1 && word.utf8.allSatisfy({ (0x41...0x48).contains($0) })
    else { return false }
    let sign = tokens[index + 1]
    if sign.kind == .word { return isRoman && word.utf8.count > 1 && sign.capitals == .first }
    let isStuck = touches(index, index + 1)
    return isStuck && [".", ")", "/"].contains(where: sign.isSign)
      || !isStuck && ["-", "–"].contains(where: sign.isSign)
  }

  /// « 3.1 », « 3. », « 3) », « 3 - », and not « 1996-2026 ».
  fileprivate func isNumbering(_ index: Int) -> Bool {
    if tokens[index].range.count == 4, !string(tokens[index]).contains(".") { return false }
    return string(tokens[index]).contains(".")
      || [".", ")", "-", "–"].contains {
        touches(index, index + 1) && tokens[index + 1].isSign($0)
      }
  }
}

// MARK: - Annexes

private func checkAnnexFacts(_ text: NoteText, _ diagnostics: inout DiagnosticList) {
  typealias Annex = NoteSchema.Annex
  for annex in text.facts.records(NoteSchema.annexes)
  where [Annex.file, Annex.link, Annex.precision].allSatisfy({ annex[$0] == nil }) {
    diagnostics.add(
      Diagnostic(
        CheckCode.missingAnnex,
        "L’annexe « \(annex.text(Annex.name) ?? "") » n’est pas jointe, et rien ne dit où la lire.",
        at: annex[Annex.name]?.place, severity: .warning,
        expected: "fichier, lien, ou une precision"))
  }
}

private func checkAnnex(
  at index: Int, _ numbers: Numbers, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let count = text.facts.list(NoteSchema.annexes).count
  let isMissing =
    section.annexNumber(after: index, numbers).map { $0 > count }
    ?? section.annexName(after: index).map { !text.hasAnnex(named: $0) } ?? (count == 0)
  // « Voir le guide en annexe », and not « en annexe de la circulaire ».
  let isOwn =
    index > 0 && section.string(section.tokens[index - 1]).lowercased() == "en"
    && section.tokens[index + 1].kind != .word
  guard isMissing,
    isOwn || !section.sentence(around: index, has: .otherText, in: text.lexicon),
    let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
  else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.missingAnnex,
      count == 0
        ? "Le texte parle d’une annexe, et la note n’en a aucune."
        : "Le texte parle d’une annexe que la note n’a pas : elle en a \(count).",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "l’annexe dans la clé « annexes », avec son fichier ou l’endroit où la lire"))
}

extension NoteText.Section {
  /// « Budget type » of « l’annexe « Budget type » ».
  fileprivate func annexName(after index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index + 1].isSign("«"),
      let close = tokens[(index + 1)...].prefix(20).firstIndex(where: { $0.isSign("»") }),
      close > index + 2
    else { return nil }
    return string(range(of: index + 2..<close))
  }

  /// « annexe 2 », « annexe n° 2 », « annexe B », « annexe II ».
  fileprivate func annexNumber(after index: Int, _ numbers: Numbers) -> Int? {
    guard tokens.indices.contains(index + 1) else { return nil }
    if let number = numbers[index + 1] { return number }
    guard tokens[index + 1].kind == .word else { return nil }
    let word = string(tokens[index + 1])
    if word.lowercased() == "n" { return numbers[index + 2] }
    if let rank = ["I", "II", "III", "IV", "V"].firstIndex(of: word) { return rank + 1 }
    guard word.utf8.count == 1, let letter = word.utf8.first, (0x41...0x46).contains(letter) else {
      return nil
    }
    return Int(letter) - 0x40
  }
}

/// « Ci-joint » announces what the note itself gives; « en pièce jointe » may be what the reader sends.
private func checkJoined(
  at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let start: Int
  if index >= 2, section.tokens[index - 1].isSign("-"), section.touches(index - 2, index - 1),
    section.touches(index - 1, index),
    section.string(section.tokens[index - 2]).lowercased() == "ci"
  {
    start = index - 2
  } else if section.has(.document, at: index - 1, text.lexicon) {
    start = index - 1
  } else if section.isJoinedPiece(index), section.has(.document, at: index - 3, text.lexicon),
    !section.sentence(around: index, has: .sending, in: text.lexicon)
  {
    start = index - 3
  } else {
    return
  }
  if section.hasLink(around: index) { return }
  let subject = section.subject(before: start, text.lexicon)
  if text.givesDocuments, subject.map(text.gives(documentOf:)) ?? true { return }
  let range = section.range(of: (subject == nil ? start : start - 3)..<index + 1)
  guard let origin = text.origin(of: range, in: section), origin.isLocal else { return }
  let what = section.string(range)
  diagnostics.add(
    Diagnostic(
      CheckCode.missingAnnex,
      text.givesDocuments
        ? "Le texte annonce un document « \(what) », et aucun de ceux de la note n’a ce nom."
        : "Le texte annonce un document « \(what) », et la note n’en donne aucun.",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "un lien vers le document, ou le document dans « annexes » ou « pieces »"))
}

/// « le fichier avis.pdf » is one that the note gives.
private func checkFile(
  at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard index >= 2, section.tokens[index - 1].isSign("."), section.touches(index - 1, index),
    section.touches(index - 2, index - 1), section.tokens[index - 2].kind != .sign
  else { return }
  var start = index - 2
  while start > 0, section.isJoined(start - 1, start), section.tokens[start - 1].kind != .end,
    !["(", "[", "«", "\"", "/", "@"].contains(where: section.tokens[start - 1].isSign)
  {
    start -= 1
  }
  // That of another text is there.
  if section.sentence(around: index, has: .otherText, in: text.lexicon) { return }
  let range = section.range(of: start..<index + 1)
  let name = section.string(range)
  if text.gives(name) || section.hasLink(around: index) || section.isAddress(before: start) {
    return
  }
  guard let origin = text.origin(of: range, in: section), origin.isLocal, !origin.isValue else {
    return
  }
  diagnostics.add(
    Diagnostic(
      CheckCode.missingAnnex,
      "Le texte cite le fichier « \(name) », que la note ne donne pas.",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected:
        "un lien vers le fichier, « [\(name)](pieces/\(name)) », ou le fichier dans « pieces »"))
}

extension NoteText {
  /// Whether the name of an annex holds some words, or is in them.
  fileprivate func hasAnnex(named words: String) -> Bool {
    facts.records(NoteSchema.annexes).contains { annex in
      let name = Slug.make(annex.text(NoteSchema.Annex.name) ?? "")
      let words = Slug.make(words)
      return name.contains(words) || words.contains(name)
    }
  }

  /// Whether a file of that name is among those of the note.
  fileprivate func gives(_ name: String) -> Bool {
    let documents =
      facts.records(NoteSchema.documents).compactMap { $0.text(NoteSchema.Document.file) }
      + facts.records(NoteSchema.annexes).compactMap { $0.text(NoteSchema.Annex.file) }
    return documents.contains { $0.lowercased() == name.lowercased() }
  }

  /// The names of its annexes, and of its documents to download or to read elsewhere.
  private var givenDocuments: [String] {
    typealias Piece = NoteSchema.Document
    return facts.records(NoteSchema.annexes).map { $0.text(NoteSchema.Annex.name) ?? "" }
      + facts.records(NoteSchema.documents).filter {
        $0[Piece.file] != nil || $0[Piece.link] != nil
      }.map { $0.text(Piece.name) ?? "" }
  }

  fileprivate var givesDocuments: Bool { !givenDocuments.isEmpty }

  /// Whether one of the documents of the note is called after a word.
  fileprivate func gives(documentOf subject: String) -> Bool {
    let word = Slug.make(subject)
    return givenDocuments.contains { Slug.make($0).contains(word) }
  }
}

extension NoteText.Section {
  /// « bilan » of « le modèle de bilan ci-joint »; nil where nothing says what the document is about.
  fileprivate func subject(before index: Int, _ lexicon: Lexicon) -> String? {
    guard index >= 3, tokens[index - 1].kind == .word, has(.document, at: index - 3, lexicon),
      ["de", "du", "d"].contains(string(tokens[index - 2]).lowercased())
    else { return nil }
    return string(tokens[index - 1])
  }

  /// Whether « jointe » is that of « en pièce jointe ».
  fileprivate func isJoinedPiece(_ index: Int) -> Bool {
    index >= 3 && ["pièce", "pièces"].contains(string(tokens[index - 1]).lowercased())
      && string(tokens[index - 2]).lowercased() == "en"
  }

  /// Whether nothing stands between a token and the next, or what joins the parts of a name of file.
  fileprivate func isJoined(_ index: Int, _ next: Int) -> Bool {
    if touches(index, next) { return true }
    let between = tokens[index].range.upperBound..<tokens[next].range.lowerBound
    return between.count == 1 && string(between) == "_"
  }

  /// Whether a slash or an « @ » stands before: a part of an address.
  fileprivate func isAddress(before index: Int) -> Bool {
    index > 0 && touches(index - 1, index)
      && ["/", "@"].contains(where: tokens[index - 1].isSign)
  }

  /// Whether the sentence holds a link.
  fileprivate func hasLink(around index: Int) -> Bool {
    let sentence = sentence(around: index)
    // The bracket that closes a link may be its last sign.
    let range = range(of: sentence)
    return Array(text.utf8.dropFirst(range.lowerBound).prefix(range.count + 1))
      .firstRange(of: Array("](".utf8)) != nil
  }
}

// MARK: - Platforms

/// A text that sends to a platform that closes says so.
private func checkPlatform(
  _ rank: Int, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let platform = text.lexicon.platforms[rank]
  guard let closing = platform.closing, closing <= text.yearEnd,
    section.tokens[index].capitals != .none,
    !section.sentence(around: index, has: [.closing, .past], in: text.lexicon),
    let origin = text.origin(of: section.tokens[index].range, in: section),
    // The name of a platform that a situation names is told there.
    origin.isLocal || !origin.isValue
  else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.closedPlatform,
      "Le texte cite la plateforme \(platform.name), qui ferme \(platform.closingWords), "
        + "avant la fin de l’année scolaire \(text.year.text).", at: origin.place,
      severity: .warning, includedFrom: origin.includedFrom,
      expected: "la démarche qui la remplace, ou une phrase qui dit qu’elle ferme"))
}
