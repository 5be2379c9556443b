import Configuration
import Diagnostics
import Facts
import Notes
import Text

/// Acronyms are those of the glossary, written as it writes them, or are explained by the note.
@Sendable
func checkAcronyms(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let explained = text.explainedAcronyms
  var told: Set<String> = []
  // What nobody explains is told once a note. To look for its words reads all of the note: that is done
  // for the first ones alone.
  func isUnexplained(_ acronym: String) -> Bool {
    told.insert(acronym).inserted
      && (told.count > spelledLimit || !text.sections.contains { $0.spells(acronym) })
  }
  for section in text.sections {
    for index in section.tokens.indices {
      let token = section.tokens[index]
      guard token.kind == .word else { continue }
      let entry = text.lexicon[token]
      if token.range.count == 1, token.capitals == .all {
        checkDotted(at: index, section, text, &diagnostics)
        continue
      }
      if entry.acronym != nil || !entry.forms.isEmpty {
        checkForms(entry, at: index, section, text, &diagnostics)
      }
      guard token.capitals != .none || entry.isAcronymAlone,
        section.mayBeMisspelled(token) || section.isSetOff(index, text.lexicon),
        !section.isInAddress(index), !section.isInFileName(index), !section.isPlayOnWords(index),
        // « MERGEFIELD », « 300 EUR » and « 3OO » are told as what they are.
        entry.topics.isDisjoint(with: [.residue, .euro]), !section.isWrongZero(index)
      else { continue }
      let found = section.string(token)
      guard let fault = text.fault(of: found, token, at: index, section, explained),
        let origin = text.origin(of: token.range, in: section),
        fault.code != .unknownAcronym || isUnexplained(found)
      else { continue }
      // Only a slip of case, or the « s » of a plural, is sure, and nothing in what may be a name.
      let isInName =
        section.isPartOfName(index) || section.mayBeInTitle(index) || origin.isValue
      let correction = fault.suggestion.flatMap { right in
        fault.code == .misspelledAcronym && !section.isPartOfName(index)
          ? text.project.correction(
            of: found, at: origin.place, with: right, isCertain: !isInName) : nil
      }
      diagnostics.add(
        Diagnostic(
          fault.code, fault.message, at: origin.place, severity: .warning,
          includedFrom: origin.includedFrom, expected: fault.expected,
          suggestion: fault.suggestion, correction: correction))
    }
  }
}

/// « C.A.F. », where the glossary has « Caf ».
private func checkDotted(
  at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let tokens = section.tokens
  if index > 1, tokens[index - 1].isSign("."), section.touches(index - 1, index) { return }
  var letters = ""
  var end = index
  while end + 1 < tokens.count, tokens[end].range.count == 1, tokens[end].capitals == .all,
    tokens[end + 1].isSign("."), section.touches(end, end + 1)
  {
    letters += section.string(tokens[end])
    end += 2
    guard end < tokens.count, section.touches(end - 1, end) else { break }
  }
  guard letters.utf8.count > 2,
    let rank = text.lexicon.entries[Int(text.lexicon.rank(of: WordHash.of(letters)))].acronym,
    let origin = text.origin(of: section.range(of: index..<end), in: section)
  else { return }
  let right = text.lexicon.acronyms[rank].acronym
  let written = section.string(section.range(of: index..<end))
  diagnostics.add(
    Diagnostic(
      CheckCode.misspelledAcronym, "Le sigle s’écrit « \(right) », pas « \(written) ».",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "« \(right) »", suggestion: right,
      // The last point may end the sentence too.
      correction: text.project.correction(
        of: written, at: origin.place, with: right, isCertain: false)))
}

private typealias AcronymFault = (
  code: CheckCode, message: String, expected: String, suggestion: String?
)

extension NoteText {
  /// The words in capitals that stand in or before brackets somewhere, and those that the facts
  /// explain.
  fileprivate var explainedAcronyms: Set<String> {
    var explained: Set<String> = []
    for section in sections {
      for index in section.tokens.indices where section.tokens[index].capitals == .all {
        let tokens = section.tokens
        let follows = index > 0 && tokens[index - 1].isSign("(")
        let precedes = index + 1 < tokens.count && tokens[index + 1].isSign("(")
        if follows || precedes { explained.insert(section.string(tokens[index])) }
      }
    }
    for path in [NoteSchema.members, NoteSchema.guests] {
      explained.formUnion(facts.records(path).compactMap { $0.text(NoteSchema.Member.acronym) })
    }
    // « la CCSS », which has its name in full beside it.
    if let name = facts.name(NoteSchema.issuerShortName) { explained.insert(name.noun) }
    return explained
  }

  fileprivate func fault(
    of found: String, _ token: Token, at index: Int, _ section: Section, _ explained: Set<String>
  ) -> AcronymFault? {
    let entry = lexicon[token]
    if let platform = entry.platform, lexicon.platforms[platform].name != found {
      return misspelled(found, as: lexicon.platforms[platform].name, what: "La plateforme")
    }
    if let rank = entry.acronym, entry.platform == nil {
      let acronym = lexicon.acronyms[rank].acronym
      // « Pré », at the beginning of a sentence, is a word; « clas » in a name of file is none.
      if acronym == found || token.capitals == .first && acronym.count < 4 { return nil }
      if token.capitals == .none,
        acronym.count < 3 || commonWords.contains(found) || section.isPartOfName(index)
      {
        return nil
      }
      return misspelled(found, as: acronym, what: "Le sigle")
    }
    guard entry.acronym == nil, entry.platform == nil else { return nil }
    if found.hasSuffix("s") || found.hasSuffix("S"), found.count > 2 {
      let singular = String(found.dropLast())
      let rank = lexicon.entries[Int(lexicon.rank(of: WordHash.of(singular)))].acronym
      if let rank {
        let acronym = lexicon.acronyms[rank].acronym
        // « Class »: the plural of what ends so is no other.
        if token.capitals == .first, acronym.hasSuffix("s") { return unknown(found, near: acronym) }
        // « CAFs »: no word has such capitals.
        if acronym == singular || token.capitals == .some {
          return misspelled(found, as: acronym, what: "Le pluriel du sigle")
        }
      }
    }
    let slip = entry.slip.map { lexicon.acronyms[$0].acronym }
    if token.capitals == .first, slip == nil {
      if let near = otherLetter(found, at: index, section) {
        // « Craf » may be « Caf » as well as « Cnaf ».
        let isAlone = Suggestion.isCertain(found, among: lexicon.acronyms.map(\.acronym))
        return unknown(found, near: isAlone ? near : nil)
      }
      // No word of French is without a vowel: « le Fnpl ».
      if found.hasNoVowel, !titles.contains(found), section.isSetOff(index, lexicon),
        !section.isPartOfName(index)
      {
        return unknown(found, near: nil)
      }
    }
    // « Mas » is no slip for « MSA »: of three letters, only one that is twice is told.
    if let slip, token.capitals == .first, slip.count > 3 || found.count > 3,
      !section.isPartOfName(index)
    {
      return unknown(found, near: slip)
    }
    guard token.capitals == .all, (2...10).contains(found.count), found.isPureWord,
      !explained.contains(found), !commonAcronyms.contains(found), !found.isRoman,
      !section.isShouted(index), !section.isTown(index), !section.isLastName(index)
    else { return nil }
    let near =
      slip
      ?? (found.count >= 4
        ? Suggestion.nearest(
          to: found,
          among: lexicon.acronyms.map(\.acronym).filter {
            abs($0.count - found.count) <= 1 && $0.count >= 4
          }) : nil)
    return unknown(found, near: near)
  }

  /// The acronym of which one letter, not the first, is another in a word that an article sets off:
  /// « la Cnef ».
  private func otherLetter(_ found: String, at index: Int, _ section: Section) -> String? {
    guard section.isSetOff(index, lexicon), !section.isPartOfName(index),
      !likeAcronyms.contains(found.lowercased())
    else { return nil }
    return lexicon.acronyms.lazy.map(\.acronym).first { acronym in
      let (a, b) = (acronym.lowercased(), found.lowercased())
      return a.utf8.count == b.utf8.count && a.utf8.first == b.utf8.first
        && zip(a.utf8, b.utf8).count { $0 != $1 } == 1
    }
  }

  private func unknown(_ found: String, near: String?) -> AcronymFault {
    (
      .unknownAcronym, "Le sigle « \(found) » n’est ni dans le glossaire ni expliqué dans la note.",
      "sa forme développée dans departments/national/glossaire.yaml, dans departments/"
        + "\(note.department)/glossaire.yaml s’il n’est qu’à vous, ou entre parenthèses dans le texte",
      near
    )
  }

  private func misspelled(_ found: String, as right: String, what: String) -> AcronymFault {
    (.misspelledAcronym, "\(what) s’écrit « \(right) », pas « \(found) ».", "« \(right) »", right)
  }
}

/// What everybody reads without explanation.
private let commonAcronyms: Set<String> = [
  "AG", "BP", "CDD", "CDI", "CEDEX", "CS", "CV", "FAQ", "GPS", "HTML", "MM", "NB", "OK", "PDF",
  "PV",
  "RIB", "SIREN", "SIRET", "SMS", "TSA", "TTC", "TVA", "URL", "USB", "XLS", "ZIP", "CE1", "CE2",
  "CM1", "CM2", "CP",
]

/// The words of everybody that an acronym may be in small letters.
private let commonWords: Set<String> = [
  "acte", "art", "arts", "cap", "cas", "car", "dire", "fil", "mai", "par", "pas", "pic", "place",
  "point", "pour", "pre", "projet", "rue", "sel",
]

/// Words that are one letter away from an acronym and may be names.
private let likeAcronyms: Set<String> = ["clos", "clan", "clap", "cléa", "cnam", "cnap"]

/// What comes before the name of a person.
private let titles: Set<String> = [
  "M", "MM", "Mr", "Mme", "Mmes", "Mlle", "Dr", "Mgr", "Monsieur", "Madame",
]

/// What begins a sentence and is no first name.
private let determiners: Set<String> = [
  "notre", "votre", "leur", "chaque", "cette", "toute", "tous", "selon", "avec", "pour", "dans",
  "sans", "sous", "chez", "vers", "comme", "toutes", "quand", "ces", "ses", "nos", "vos", "les",
  "des", "aux", "une", "son", "par", "sur", "cet",
]

/// How many acronyms that nothing explains are looked for in the words of a note.
private let spelledLimit = 100

extension NoteText.Section {
  /// Whether the words whose initials make an acronym stand somewhere between brackets, or in a sentence
  /// that has the acronym too: « La CTM l'anime. […] (Collectivité territoriale de Martinique) ».
  fileprivate func spells(_ acronym: String) -> Bool {
    let letters = acronym.lowercased()
    guard letters.utf8.count > 2 else { return false }
    return tokens.indices.contains { index in
      guard tokens[index].kind == .word, tokens[index].capitals != .none || follows("(", index),
        initial(index) == letters.first, let end = spelled(letters, from: index)
      else { return false }
      return follows("(", index) && end < tokens.count && tokens[end].isSign(")")
        || sentence(around: index).contains { string(tokens[$0]) == acronym }
    }
  }

  private func follows(_ sign: Unicode.Scalar, _ index: Int) -> Bool {
    index > 0 && tokens[index - 1].isSign(sign)
  }

  private func initial(_ index: Int) -> Character? {
    string(tokens[index]).unicodeScalars.first.flatMap { Slug.folded($0).first }
  }

  /// Where the words end whose initials are these letters; those that join others may have none.
  private func spelled(_ letters: String, from index: Int) -> Int? {
    var rest = letters[...]
    var place = index
    while place < tokens.count, place < index + 2 * letters.count + 4, !rest.isEmpty {
      switch tokens[place].kind {
      case .word where initial(place) == rest.first: rest.removeFirst()
      case .word where string(tokens[place]).count < 4: break
      case .sign where tokens[place].isSign("-"): break
      default: return nil
      }
      place += 1
    }
    return rest.isEmpty ? place : nil
  }
}

extension Lexicon.Entry {
  /// Whether it is nothing but an acronym.
  fileprivate var isAcronymAlone: Bool {
    acronym != nil && platform == nil && topics.isSubset(of: [.law, .ps]) && month == nil
  }
}

extension String {
  /// Whether it has letters alone.
  fileprivate var isPureWord: Bool { utf8.allSatisfy { !(0x30...0x39).contains($0) } }

  fileprivate var hasNoVowel: Bool {
    utf8.count > 2
      && !unicodeScalars.contains { Slug.folded($0).contains { "aeiouy".contains($0) } }
  }

  fileprivate var isRoman: Bool { utf8.allSatisfy { "IVXLC".utf8.contains($0) } }
}

extension NoteText.Section {
  /// Whether a word with a capital is known, or is what a plural or an acronym looks like.
  fileprivate func mayBeMisspelled(_ token: Token) -> Bool {
    if token.entry != 0 || token.capitals == .all { return true }
    let bytes = text.utf8
    let last = bytes[bytes.index(bytes.startIndex, offsetBy: token.range.upperBound - 1)]
    return last | 0x20 == UInt8(ascii: "s")
  }

  /// Whether a word of four to six letters, with a capital, follows an article.
  fileprivate func isSetOff(_ index: Int, _ lexicon: Lexicon) -> Bool {
    let token = tokens[index]
    return token.capitals == .first && token.entry == 0 && (4...6).contains(token.range.count)
      && has(.article, at: index - 1, lexicon)
  }

  /// Whether a word stands for the sign of an address of mail: « [at] », « (arobase) ».
  func isSpelledAt(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    guard before.isSign("[") && after.isSign("]") || before.isSign("(") && after.isSign(")") else {
      return false
    }
    return ["at", "arobase", "chez"].contains(string(tokens[index]).lowercased())
  }

  /// Whether a word is part of « caf.fr » or of an address of mail, cut or spelled out:
  /// « clas @caf.fr », « clas[at]caf.fr ».
  func isInAddress(_ index: Int) -> Bool {
    if index + 2 < tokens.count, tokens[index + 1].isSign("@"), touches(index + 1, index + 2) {
      return true
    }
    if isSpelledAt(index + 2) { return true }
    for (sign, other) in [(index + 1, index + 2), (index - 1, index - 2)] {
      guard tokens.indices.contains(sign), tokens.indices.contains(other),
        tokens[sign].isSign(".") || tokens[sign].isSign("@") || tokens[sign].isSign("/"),
        tokens[other].kind == .word
      else { continue }
      let (low, high) = (min(index, other), max(index, other))
      if touches(low, low + 1), touches(low + 1, high) { return true }
    }
    return false
  }

  /// Whether it is part of the name of a file or of a label: « CLAS_2025.pdf », « #CLAS », « @CLAS ».
  fileprivate func isInFileName(_ index: Int) -> Bool {
    let bytes = text.utf8
    let range = tokens[index].range
    func at(_ offset: Int) -> UInt8? {
      bytes.indices.isEmpty || !(0..<bytes.count).contains(offset)
        ? nil : bytes[bytes.index(bytes.startIndex, offsetBy: offset)]
    }
    let before = at(range.lowerBound - 1)
    if let before, "#@_".utf8.contains(before) { return true }
    guard let after = at(range.upperBound), "_-.".utf8.contains(after) else { return false }
    // « CLAS-2025.pdf », and not « Clas. » at the end of a sentence.
    let start = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    let rest = bytes[start...].prefix(80).prefix {
      $0 > 0x20 && !"()[]|,;:\"".utf8.contains($0) && $0 != 0xC2
    }
    guard let dot = rest.lastIndex(of: UInt8(ascii: ".")) else { return after == UInt8(ascii: "_") }
    let suffix = rest[rest.index(after: dot)...]
    return (2...4).contains(suffix.count) && suffix.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      || after == UInt8(ascii: "_")
  }

  /// Whether it stands between quotes, or beside a word with a capital: « Guide du CLAS », « CLAS et
  /// Moi » may be what something is called.
  fileprivate func mayBeInTitle(_ index: Int) -> Bool {
    let sentence = sentence(around: index)
    let isQuoted =
      tokens[sentence.lowerBound..<index].contains { $0.isSign("«") || $0.isSign("“") }
      || tokens[sentence].count { $0.isSign("\"") } > 1
    if isQuoted { return true }
    // « Écrivez au CLAS. » begins as a sentence does, « Guide du CLAS » as a name.
    let isSentence =
      sentence.upperBound < tokens.count && tokens[sentence.upperBound].kind == .sign
    return (max(sentence.lowerBound, index - 2)..<min(sentence.upperBound, index + 3)).contains {
      $0 != index && tokens[$0].kind == .word && tokens[$0].capitals != .none
        && tokens[$0].range.count > 2 && !determiners.contains(string(tokens[$0]).lowercased())
        && !($0 == sentence.lowerBound && isSentence)
    }
  }

  /// Whether an apostrophe and a word follow it at once, « CLAS’Action »: no sentence has an acronym
  /// there, a name has.
  fileprivate func isPlayOnWords(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return false }
    let between = tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound
    guard (1...3).contains(between.count) else { return false }
    return ["'", "’"].contains(string(between))
  }

  /// Whether a hyphen joins it to another word, or a word with a capital follows it: « CAF-info »,
  /// « CAF Loisirs » may be names.
  fileprivate func isPartOfName(_ index: Int) -> Bool {
    if index >= 2, tokens[index - 1].isSign("-"), touches(index - 1, index),
      touches(index - 2, index - 1)
    {
      return true
    }
    guard index + 1 < tokens.count else { return false }
    if tokens[index + 1].isSign("-") {
      return touches(index, index + 1) && touches(index + 1, index + 2)
    }
    return tokens[index + 1].kind == .word && tokens[index + 1].capitals != .none
      && tokens[index + 1].range.lowerBound == tokens[index].range.upperBound + 1
  }

  /// Whether a postcode stands before it: « 88060 ÉPINAL ».
  fileprivate func isTown(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .number && tokens[index - 1].range.count == 5
  }

  /// Whether a title or a first name stands before it: « M. DURAND », « Marie DURAND ».
  fileprivate func isLastName(_ index: Int) -> Bool {
    guard index >= 1 else { return false }
    let before = tokens[index - 1].isSign(".") ? index - 2 : index - 1
    guard before >= 0, tokens[before].kind == .word else { return false }
    let word = string(tokens[before])
    if titles.contains(word) { return true }
    return before == index - 1 && tokens[before].capitals == .first && tokens[before].entry == 0
      && word.count > 2 && tokens[index].range.count > 4
      && !determiners.contains(word.lowercased())
  }

  /// Whether the words beside it are in capitals too: a title, not an acronym.
  fileprivate func isShouted(_ index: Int) -> Bool {
    [index - 1, index + 1].contains {
      tokens.indices.contains($0) && tokens[$0].kind == .word && tokens[$0].capitals == .all
        && tokens[$0].range.count > 1
    }
  }
}

// MARK: - Full forms

/// The full form that a text gives of an acronym, or names by itself, is that of the glossary.
private func checkForms(
  _ entry: Lexicon.Entry, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  if let rank = entry.acronym, let form = section.form(of: rank, around: index, text.lexicon) {
    text.addForm(rank, form, section, &diagnostics)
  }
  for rank in entry.forms {
    let wanted = text.lexicon.forms[rank]
    let words = section.words(from: index, count: wanted.count)
    guard words.count == wanted.count else { continue }
    let found = words.map { section.string(section.tokens[$0]) }
    var others: [(String, String)] = []
    for (word, wanted) in zip(found, wanted) {
      let folded = FoldedWord.make(word)
      if folded != wanted { others.append((folded, wanted)) }
      // Two other words make another name.
      if others.count > 1 { break }
    }
    if others.isEmpty {
      // Only accents may be missing: « Territoires Numériques Educatifs ».
      let accented = text.lexicon.acronyms[rank].form.words
      guard zip(found, accented).contains(where: { !$0.hasAccents(of: $1) }) else { continue }
    } else {
      guard others.count == 1, let (a, b) = others.first, a.count >= 5, a.first == b.first,
        Suggestion.nearest(to: a, among: [b]) != nil
      else { continue }
    }
    text.addForm(rank, index..<words[words.count - 1] + 1, section, &diagnostics)
  }
}

extension NoteText {
  fileprivate func addForm(
    _ rank: Int, _ tokens: Range<Int>, _ section: Section, _ diagnostics: inout DiagnosticList
  ) {
    let range = section.range(of: tokens)
    guard let origin = origin(of: range, in: section) else { return }
    let entry = lexicon.acronyms[rank]
    diagnostics.add(
      Diagnostic(
        CheckCode.otherForm,
        "« \(section.string(range).onOneLine) » n’est pas la forme développée de \(entry.acronym).",
        at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
        expected: "« \(entry.form) », comme dans \(entry.place.file)"))
  }
}

extension NoteText.Section {
  /// So many words from one on, within a sentence.
  fileprivate func words(from index: Int, count: Int) -> [Int] {
    var found: [Int] = []
    var place = index
    while place < tokens.count, found.count < count {
      switch tokens[place].kind {
      case .word: found.append(place)
      case .sign where tokens[place].isSign(","): break
      default: return found
      }
      place += 1
    }
    return found
  }

  /// The words that « Reaap (réseau…) » or « Projet… (PRE) » give as the full form, when they are not
  /// that of the glossary.
  fileprivate func form(of rank: Int, around index: Int, _ lexicon: Lexicon) -> Range<Int>? {
    let wanted = lexicon.forms[rank]
    func isOther(_ words: [Int]) -> Bool {
      let found = words.map { FoldedWord.make(string(tokens[$0])) }
      guard found != wanted, found.first?.first == wanted.first?.first else { return false }
      return found.filter(wanted.contains).count * 2 >= wanted.count
    }
    if index + 2 < tokens.count, tokens[index + 1].isSign("(") {
      let words = words(from: index + 2, count: 40)
      guard words.count >= 3, let last = words.last, last + 1 < tokens.count,
        tokens[last + 1].isSign(")")
      else { return nil }
      return isOther(words) ? index + 2..<last + 1 : nil
    }
    guard index >= wanted.count + 1, tokens[index - 1].isSign("("), index + 1 < tokens.count,
      tokens[index + 1].isSign(")"), wanted.count >= 3
    else { return nil }
    let start = index - 1 - wanted.count
    let words = Array(start..<index - 1)
    guard words.allSatisfy({ tokens[$0].kind == .word }) else { return nil }
    return isOther(words) ? start..<index - 1 : nil
  }
}

extension String {
  /// Whether it begins as another word does, whatever the case; what follows is a plural.
  fileprivate func hasAccents(of other: Substring) -> Bool {
    let (a, b) = (lowercased(), other.lowercased())
    return a.hasPrefix(b.dropLast()) || b.hasPrefix(a.dropLast())
  }

  /// With one space where lines were cut.
  fileprivate var onOneLine: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
