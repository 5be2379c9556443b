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
        WrittenDate.years.contains(first), !section.isPartOfReference(index)
      else { continue }
      if let period = section.period(first, at: index, numbers) {
        let years = index..<period.end
        if period.last <= first || period.last == first + 2 && section.namesSchoolYear(index, text)
        {
          text.addNoSchoolYear(years, section, &diagnostics)
        } else if !known.allows(period.last, endingAt: index, section, text) {
          text.add(
            .staleYear, section.string(section.range(of: years)), years, section, known.note,
            &diagnostics)
        }
        index = period.end - 1
      } else if let end = section.schoolYear(first, at: index, numbers) {
        let year = SchoolYear(start: first)
        if year.map({ known.allows($0, at: index, section, text) }) != true {
          let words = year?.text ?? section.string(section.range(of: index..<end))
          text.add(.staleYear, words, index..<end, section, known.note, &diagnostics)
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
    if section.kind == .noteTitle { return year == note }
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

  /// What ended before the year of the last note is over: « contrat de ville 2015-2022 ».
  func allows(
    _ last: Int, endingAt index: Int, _ section: NoteText.Section, _ text: NoteText
  ) -> Bool {
    last >= (previous ?? note).start
      || section.sentence(around: index, has: [.law, .past, .history], in: text.lexicon)
  }

  /// A civil year counts only where the text speaks of its own time.
  func allows(
    _ year: Int, at index: Int, _ section: NoteText.Section, _ text: NoteText
  ) -> Bool {
    let lexicon = text.lexicon
    switch section.kind {
    case .noteTitle: return [note.start, note.start + 1].contains(year)
    case .documentName:
      return civil.contains(year)
        || section.words(8, before: index, have: [.law, .otherText], in: lexicon)
          && !section.has(.charter, at: index - 1, lexicon)
    case .text: break
    }
    // What is long ago is history.
    let isAhead = year == note.start + 2
    let isDate = text.isMonth(index - 1, in: section) || section.isYearOfDigits(index)
    // A deadline has no other year, whatever comes before it: « avant le 31 juillet 2024 ».
    if isDate, year != note.start, year != note.start + 1,
      section.isDeadline(before: index, of: .filing, butNot: .past, lexicon)
        // « Le bilan est à rendre avant fin juin 2025 », in the note of 2026-2027.
        || year < note.start && section.isDeadline(before: index, of: .report, butNot: [], lexicon)
    {
      return false
    }
    if !isAhead, civil.contains(year) || year < note.start - 10 { return true }
    if year > note.start + 10, isDate { return false }
    guard
      isDate || section.has([.period, .for, .yearly], at: index - 1, lexicon)
        // « Le bilan de 2022 », « les collectifs de 2021 ».
        || section.has(.particle, at: index - 1, lexicon)
          && section.has([.yearly, .ofTheYear], at: index - 2, lexicon)
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

  /// Whether the date that a year ends is one until which something is to be sent: it has a day, or
  /// follows « avant », « à rendre ».
  fileprivate func isDeadline(
    before index: Int, of topic: Lexicon.Topics, butNot others: Lexicon.Topics, _ lexicon: Lexicon
  ) -> Bool {
    let isDue = words(4, before: index, have: .due, in: lexicon)
    guard isDue || topic == .filing && hasDay(before: index) else { return false }
    return sentence(around: index, has: topic, in: lexicon)
      && !sentence(
        around: index, has: others.union([.law, .over, .history, .lasting]), in: lexicon)
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

  /// What goes from a year to another that is not the next one: « 2015-2022 », « 2025-2027 ».
  fileprivate func period(
    _ first: Int, at index: Int, _ numbers: Numbers
  ) -> (last: Int, end: Int)? {
    guard index + 2 < tokens.count, tokens[index + 1].kind == .sign,
      ["-", "/", "–", "—"].contains(tokens[index + 1].sign), let last = numbers[index + 2],
      WrittenDate.years.contains(last), last != first + 1,
      // « 31/07/2025 – 2024 » is no period.
      !isYearOfDigits(index)
    else { return nil }
    return (last, index + 3)
  }

  /// Whether two years are said to be a school year: in the title, or after « l’année scolaire »,
  /// « la campagne ».
  fileprivate func namesSchoolYear(_ index: Int, _ text: NoteText) -> Bool {
    if kind == .noteTitle { return true }
    return has(.schoolPeriod, at: index - 1, text.lexicon)
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
    // What all departments share, such as the month in which a platform closes, is of no year.
    guard let origin = origin(of: section.range(of: tokens), in: section), origin.isVerbatim,
      origin.isLocal || !origin.isValue
    else { return }
    let names = origin.isValue ? "" : ", à nommer par {{ annee }} ou {{ annee_precedente }}"
    let expected =
      section.kind == .noteTitle
      ? year.text : year.previous.map { "\(year.text) ou \($0.text)" + names }
    diagnostics.add(
      Diagnostic(
        code, "Le texte parle de \(found), dans la note de \(year.text).", at: origin.place,
        severity: .warning, includedFrom: origin.includedFrom,
        expected: expected))
  }
}

extension NoteText {
  fileprivate func addNoSchoolYear(
    _ tokens: Range<Int>, _ section: Section, _ diagnostics: inout DiagnosticList
  ) {
    let range = section.range(of: tokens)
    guard let origin = origin(of: range, in: section), origin.isVerbatim else { return }
    diagnostics.add(
      Diagnostic(
        CheckCode.staleYear, "« \(section.string(range)) » n’est pas une année scolaire.",
        at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
        expected: "deux années qui se suivent, comme \(year.text)"))
  }
}

extension NoteText.Section {
  /// The bytes of tokens.
  func range(of tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }
}
