import Diagnostics
import Facts

/// The years that a text speaks of are those of the note, of the one before, or of a law.
@Sendable
func checkYears(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let known = KnownYears(text)
  for section in text.sections {
    let numbers = Numbers(section.tokens, section.text)
    var index = 0
    while index < section.tokens.count {
      defer { index += 1 }
      guard section.tokens[index].kind == .number, let first = numbers[index],
        (1990...2199).contains(first), !section.isPartOfReference(index)
      else { continue }
      if let end = section.schoolYear(first, at: index, numbers) {
        if let year = SchoolYear(start: first), !known.allows(year, at: index, section, text) {
          text.add(.staleYear, year.text, index..<end, section, known.note, &diagnostics)
        }
        index = end - 1
      } else if !known.allows(first, at: index, section, text) {
        let start = text.isMonth(index - 1, in: section) ? index - 1 : index
        text.add(.staleYear, String(first), start..<index + 1, section, known.note, &diagnostics)
      }
    }
  }
}

/// The years that a note may speak of.
private struct KnownYears {
  let note: SchoolYear
  let previous: SchoolYear?
  let school: Set<SchoolYear>
  let civil: Set<Int>

  init(_ text: NoteText) {
    note = text.year
    previous = note.previous
    // The next year too: conventions last. And that of the last note, where it is older.
    let earlier = text.earlierYear
    school = Set([note, note.previous, note.next, earlier].compactMap(\.self))
    civil = Set(school.flatMap { [$0.start, $0.start + 1] })
  }

  func allows(
    _ year: SchoolYear, at index: Int, _ section: NoteText.Section, _ text: NoteText
  ) -> Bool {
    let lexicon = text.lexicon
    if !school.contains(year) {
      return section.words(4, before: index, have: [.since, .history], in: lexicon)
    }
    if year == note.next {
      return section.looksAhead(around: index, from: note, lexicon)
    }
    // « propose pour l’année 2024-2025 », in the note of 2025-2026.
    guard year == previous, section.has(.period, at: index - 1, lexicon),
      section.words(3, before: index, have: .for, in: lexicon)
    else { return true }
    return section.sentence(around: index, has: .past, in: lexicon)
  }

  /// A civil year counts only where the text speaks of its own time.
  func allows(
    _ year: Int, at index: Int, _ section: NoteText.Section, _ text: NoteText
  ) -> Bool {
    let lexicon = text.lexicon
    // What is long ago is history.
    let isAhead = year == note.start + 2
    let isDate = text.isMonth(index - 1, in: section) || section.isYearOfDigits(index)
    // A deadline has no other year, whatever comes before it: « avant le 31 juillet 2024 ».
    if isDate, section.hasDay(before: index), year != note.start, year != note.start + 1,
      section.sentence(around: index, has: .filing, in: lexicon),
      !section.sentence(around: index, has: [.law, .past, .history, .lasting], in: lexicon)
    {
      return false
    }
    if !isAhead, civil.contains(year) || year < note.start - 10 { return true }
    if year > note.start + 10, isDate { return false }
    guard
      isDate || section.has([.period, .for, .yearly], at: index - 1, lexicon)
        // « Le bilan de 2022 ».
        || section.has(.particle, at: index - 1, lexicon)
          && section.has(.yearly, at: index - 2, lexicon)
    else { return true }
    if isAhead, section.looksAhead(around: index, from: note, lexicon) { return true }
    return section.words(8, before: index, have: [.law, .since, .history], in: lexicon)
      || section.sentence(around: index, has: .history, in: lexicon)
  }
}

extension NoteText.Section {
  /// « 2025 » of « 31/07/2025 ».
  fileprivate func isYearOfDigits(_ index: Int) -> Bool {
    index >= 4 && tokens[index - 1].isSign("/") && tokens[index - 3].isSign("/")
  }

  /// Whether a day stands before the month of a year.
  fileprivate func hasDay(before index: Int) -> Bool {
    isYearOfDigits(index) || index >= 2 && tokens[index - 2].kind == .number
  }

  /// Whether a sentence may name the next year: it speaks of what lasts, or of the note's own year too.
  fileprivate func looksAhead(
    around index: Int, from note: SchoolYear, _ lexicon: Lexicon
  ) -> Bool {
    let sentence = sentence(around: index)
    if self.sentence(around: index, has: [.lasting, .since], in: lexicon) { return true }
    let numbers = Numbers(tokens, text)
    return sentence.contains { numbers[$0] == note.start }
  }

  /// Whether a number is part of « C-2026-069 » or of a name of file.
  fileprivate func isPartOfReference(_ index: Int) -> Bool {
    guard index >= 2, tokens[index - 1].isSign("-"), touches(index - 2, index - 1),
      touches(index - 1, index)
    else { return false }
    return tokens[index - 2].kind == .word
  }

  /// Where a school year that begins so ends: « 2024-2025 », « 2024/2025 », « 2024 – 2025 »,
  /// « 2024-25 ».
  fileprivate func schoolYear(_ first: Int, at index: Int, _ numbers: Numbers) -> Int? {
    guard index + 2 < tokens.count, tokens[index + 1].kind == .sign,
      ["-", "/", "–", "—"].contains(tokens[index + 1].sign), let second = numbers[index + 2],
      second == first + 1 || second == (first + 1) % 100 && touches(index + 1, index + 2)
    else { return nil }
    return index + 3
  }
}

extension NoteText {
  fileprivate func isMonth(_ index: Int, in section: Section) -> Bool {
    index >= 0 && lexicon[section.tokens[index]].month != nil
  }

  fileprivate func add(
    _ code: CheckCode, _ found: String, _ tokens: Range<Int>, _ section: Section,
    _ year: SchoolYear, _ diagnostics: inout DiagnosticList
  ) {
    guard let origin = origin(of: section.range(of: tokens), in: section), origin.isVerbatim else {
      return
    }
    let names = origin.isValue ? "" : ", à nommer par {{ annee }} ou {{ annee_precedente }}"
    diagnostics.add(
      Diagnostic(
        code, "Le texte parle de \(found), dans la note de \(year.text).", at: origin.place,
        severity: .warning, includedFrom: origin.includedFrom,
        expected: year.previous.map { "\(year.text) ou \($0.text)" + names }))
  }
}

extension NoteText.Section {
  /// The bytes of tokens.
  func range(of tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }
}
