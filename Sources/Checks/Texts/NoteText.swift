import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Publication
import Templates

/// The words of a note, cut once for all checks that read them.
struct NoteText {
  let note: Note
  let project: Project
  let lexicon: Lexicon
  let sections: [Section]

  /// The words of one section, or of a value that pages print beside the sections.
  struct Section {
    let kind: Kind
    let text: String
    let tokens: [Token]
    /// The dates that the words make, in their order.
    let dates: [WrittenDate]
    /// Whether it may hold words of the department's own files, values apart. Where each word was
    /// written is looked up for what may be wrong alone.
    let mayBeLocal: Bool
    fileprivate let source: Source

    enum Kind {
      case text
      /// The title of the note: it speaks of its own year.
      case noteTitle
      /// What a document is called.
      case documentName
    }

    /// Whether pages print it beside the sections.
    var isBeside: Bool { if case .value = source { true } else { false } }

    fileprivate enum Source {
      case section(NoteSection)
      case value(Place)
    }
  }

  init(_ note: Note, in project: Project, lexicon: Lexicon) {
    self.note = note
    self.project = project
    self.lexicon = lexicon
    func section(
      _ text: String, _ source: Section.Source, _ kind: Section.Kind = .text, mayBeLocal: Bool
    ) -> Section {
      let tokens = TokenScanner.tokens(of: text, lexicon)
      return Section(
        kind: kind, text: text, tokens: tokens,
        dates: WrittenDate.all(in: tokens, of: text, lexicon), mayBeLocal: mayBeLocal,
        source: source)
    }
    sections =
      note.sections.map {
        section(
          $0.markdown, .section($0), mayBeLocal: $0.paths.contains(where: Origin.isLocal))
      }
      + note.facts.printedBeside.compactMap { fact, kind in
        guard let text = fact.value.text, let place = fact.place else { return nil }
        return section(text, .value(place), kind, mayBeLocal: true)
      }
  }

  var facts: Record { note.facts }
  var year: SchoolYear { note.year }
  var yearEnd: Day { note.yearEnd }
  /// That of the last note of the department before it.
  var earlierYear: SchoolYear? { project.earlierNote(than: note)?.year }
  var document: Document { note.document }

  /// Where the author wrote what a check found.
  struct Origin {
    var place: Place
    var includedFrom: [Place]
    /// Whether the words come from a value of a YAML file.
    var isValue: Bool
    /// Whether they stand there as they are: a day does not, which the note writes in words.
    var isVerbatim = true
    /// Whether they are the department’s own, and not those of all departments.
    var isLocal: Bool { Origin.isLocal(place.file) }

    fileprivate static func isLocal(_ path: String) -> Bool {
      path.hasPrefix("departments/") && !path.hasPrefix("departments/national/")
    }
  }

  /// Where a block was written.
  func origin(of block: Block) -> Origin? {
    note.origin(of: block.position).map {
      Origin(
        place: $0.valuePlace ?? $0.place, includedFrom: $0.includedFrom,
        isValue: $0.valuePlace != nil)
    }
  }

  /// Nil for what says what was wrong in another document: a correction quotes it.
  func origin(of range: Range<Int>, in section: Section) -> Origin? {
    let words = section.string(range)
    guard case .section(let written) = section.source else {
      guard case .value(let place) = section.source else { return nil }
      return valueOrigin(of: words, at: place)
    }
    guard let found = written.origin(ofUTF8: range.lowerBound) else { return nil }
    guard let place = found.valuePlace else {
      var place = found.place
      place.length = words.unicodeScalars.count
      return Origin(place: place, includedFrom: found.includedFrom, isValue: false)
    }
    let isCorrection = note.facts.records(NoteSchema.errata).contains { erratum in
      erratum.facts.contains { $0.fact.place == place }
    }
    return isCorrection ? nil : valueOrigin(of: words, at: place)
  }

  private func valueOrigin(of words: String, at place: Place) -> Origin {
    var place = place
    if let column = project.tree[place.file]?.line(place.line)?.column(
      of: words, from: place.column)
    {
      place.column = column
      place.length = words.unicodeScalars.count
      return Origin(place: place, includedFrom: [], isValue: true)
    }
    return Origin(place: place, includedFrom: [], isValue: true, isVerbatim: false)
  }
}

extension NoteText.Section {
  func string(_ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: range.count)])
  }

  func string(_ token: Token) -> String { string(token.range) }

  /// The same with one space where the text has any white space.
  func onOneLine(_ range: Range<Int>) -> String {
    string(range).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// How far a sentence is read from one of its words: it is read again for each that is checked.
  private static let longestSentence = 200

  /// The tokens from the end of the sentence before to that of the sentence itself.
  func sentence(around index: Int) -> Range<Int> {
    let first = max(0, index - Self.longestSentence)
    let last = min(tokens.count, index + Self.longestSentence)
    var start = index
    while start > first, !endsSentence(start - 1) { start -= 1 }
    var end = index
    while end < last, !endsSentence(end) { end += 1 }
    return start..<end
  }

  private func endsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .end { return true }
    guard token.kind == .sign, [".", "!", "?", "…"].contains(token.sign) else { return false }
    // A point within « caf.fr » or « 3.1 » ends nothing.
    return index + 1 >= tokens.count || tokens[index + 1].range.lowerBound > token.range.upperBound
      || tokens[index + 1].kind != .word && tokens[index + 1].kind != .number
  }

  /// Whether a sentence has a word of a topic.
  func sentence(around index: Int, has topics: Lexicon.Topics, in lexicon: Lexicon) -> Bool {
    self.sentence(around: index).contains { has(topics, at: $0, lexicon) }
  }

  /// Whether one of the words right before has a topic.
  func words(
    _ count: Int, before index: Int, have topics: Lexicon.Topics, in lexicon: Lexicon
  ) -> Bool {
    var place = index - 1
    var left = count
    while place >= 0, left > 0, !endsSentence(place) {
      if has(topics, at: place, lexicon) { return true }
      if tokens[place].kind != .sign { left -= 1 }
      place -= 1
    }
    return false
  }

  func has(_ topics: Lexicon.Topics, at index: Int, _ lexicon: Lexicon) -> Bool {
    tokens.indices.contains(index)
      && !lexicon[tokens[index]].topics.isDisjoint(with: topics)
  }

  /// Whether nothing stands between a token and the next.
  func touches(_ index: Int, _ next: Int) -> Bool {
    tokens.indices.contains(next)
      && tokens[index].range.upperBound == tokens[next].range.lowerBound
  }
}

extension String {
  /// The column, in scalars from 1, where words first stand from a column on; spaces are alike.
  fileprivate func column(of words: String, from column: Int) -> Int? {
    func plain(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.map { ["\u{A0}", "\u{202F}"].contains($0) ? " " : $0 }
    }
    let line = plain(self)
    guard column - 1 <= line.count else { return nil }
    return line[(column - 1)...].firstRange(of: plain(words)).map { $0.lowerBound + 1 }
  }
}

extension Record {
  /// The texts that pages print and no section does: what the note and its documents are called,
  /// what it points out, what the simulator reminds of.
  fileprivate var printedBeside: [(fact: Fact, kind: NoteText.Section.Kind)] {
    typealias Annex = NoteSchema.Annex
    typealias Notice = NoteSchema.Notice
    typealias Reminder = NoteSchema.Reminder
    let annexes = records(NoteSchema.annexes)
    let names =
      [record(NoteSchema.officialDocument)?[NoteSchema.OfficialDocument.name]]
      + annexes.map { $0[Annex.name] }
      + records(NoteSchema.documents).map { $0[NoteSchema.Document.name] }
    let texts =
      annexes.map { $0[Annex.precision] }
      + records(NoteSchema.notices).flatMap { [$0[Notice.title], $0[Notice.text]] }
      + records(NoteSchema.reminders).flatMap { [$0[Reminder.phrase], $0[Reminder.remedy]] }
    return [self[NoteSchema.title]].compactMap(\.self).map { ($0, .noteTitle) }
      + names.compactMap(\.self).map { ($0, .documentName) }
      + texts.compactMap(\.self).map { ($0, .text) }
  }
}
