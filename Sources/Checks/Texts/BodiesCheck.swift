import Configuration
import Diagnostics
import Facts
import Text

/// The bodies that a text names with a place are those of the note, and each is written in one way: « la
/// Caf du Gard », in the note of the Hérault; « la Caf d'Hérault »; « la Carsat Languedoc-Roussillon »
/// beside « la Carsat du Languedoc-Roussillon ».
@Sendable
func checkBodies(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let own = text.facts.text(NoteSchema.departmentCode).flatMap(OfficialDepartment.withCode)
  // The names of the issuer and of the committee are told with the facts.
  let told = [NoteSchema.issuer, NoteSchema.issuerLongName, NoteSchema.committee].compactMap {
    text.facts[$0]?.place
  }
  var written: [String: [NamedBody]] = [:]
  for section in text.sections {
    for index in section.tokens.indices
    where section.has(.namedBody, at: index, text.lexicon) {
      guard let body = section.namedBody(at: index, text.lexicon) else { continue }
      if let own, checkDepartment(body, own, told, text, &diagnostics) { continue }
      written[body.key, default: []].append(body)
    }
  }
  for (_, bodies) in written.sorted(by: { $0.key < $1.key }) where bodies.count > 1 {
    checkForms(bodies, text, &diagnostics)
  }
}

/// A body and its place, as a text writes them.
private struct NamedBody {
  let section: NoteText.Section
  let range: Range<Int>
  /// « Caf d'Hérault ».
  let words: String
  /// « Caf », « Conseil départemental ».
  let noun: String
  /// The place alone: « Hérault ».
  let place: String
  /// The noun and the place, without their accents, hyphens and capitals.
  let key: String
}

extension NoteText.Section {
  /// « Caf de l'Hérault », « Conseil départemental du Gard », « Carsat Languedoc-Roussillon ».
  fileprivate func namedBody(at index: Int, _ lexicon: Lexicon) -> NamedBody? {
    var place = index + 1
    // « départemental », « régionale ».
    if isWord(place), tokens[place].capitals == .none || has(.departmental, at: place, lexicon),
      string(tokens[place]).utf8.count > 5
    {
      place += 1
    }
    let nounEnd = place
    while isWord(place), joiningWords.contains(string(tokens[place]).lowercased()) { place += 1 }
    let first = place
    guard isWord(first), tokens[first].capitals != .none else { return nil }
    var last = first
    // « Languedoc-Roussillon », « Haute Savoie », « Loir-et-Cher ».
    while last + 1 < tokens.count {
      if tokens[last + 1].isSign("-"), touches(last, last + 1), touches(last + 1, last + 2),
        isWord(last + 2)
      {
        last += 2
      } else if isWord(last + 1), tokens[last + 1].capitals == .first,
        string(tokens[last].range.upperBound..<tokens[last + 1].range.lowerBound).isSpace
      {
        last += 1
      } else {
        break
      }
    }
    let range = range(of: index..<last + 1)
    let noun = onOneLine(self.range(of: index..<nounEnd))
    let name = onOneLine(self.range(of: first..<last + 1))
    return NamedBody(
      section: self, range: range, words: onOneLine(range), noun: noun, place: name,
      key: Slug.make(noun) + " " + Slug.make(name))
  }

  private func isWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
  }
}

/// What stands between a body and its place.
private let joiningWords: Set<String> = ["de", "du", "des", "d", "la", "l", "le", "les"]

/// The body of a department: that of the note, as the official list has it.
private func checkDepartment(
  _ body: NamedBody, _ own: OfficialDepartment, _ told: [Place], _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) -> Bool {
  guard let named = OfficialDepartment.named(body.place),
    let origin = text.origin(of: body.range, in: body.section), origin.isLocal
  else { return false }
  if named != own {
    let isTold = told.contains {
      ($0.file, $0.line) == (origin.place.file, origin.place.line)
    }
    if isTold { return false }
    diagnostics.add(.body(body.words, of: named, than: own, at: origin))
    return true
  }
  let mended = body.noun + " " + own.name.genitive
  // « la Caf Hérault » is not what its sentence needs either; accents are told with other names.
  guard body.place == own.name.noun, body.words.plain != mended.plain,
    !own.takesNoArticle(body.words.plain, after: body.noun.plain)
  else { return false }
  diagnostics.add(.spelling(body.words, of: mended, at: origin))
  return true
}

/// The form that is not that of the official list, else the one that is written less often, or later.
private func checkForms(
  _ bodies: [NamedBody], _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  var counts: [String: Int] = [:]
  for body in bodies { counts[body.form, default: 0] += 1 }
  guard counts.count > 1, let most = counts.values.max(),
    let right = bodies.first(where: \.hasOfficialPlace)
      ?? bodies.first(where: { counts[$0.form] == most })
  else { return }
  for body in bodies where body.form != right.form {
    guard let origin = text.origin(of: body.range, in: body.section), origin.isLocal else {
      continue
    }
    diagnostics.add(.spelling(body.words, of: right.words, at: origin))
  }
}

extension OfficialDepartment {
  /// Whether usage leaves its article out: « l'académie de Martinique », « la Caf de Haute-Savoie »,
  /// where one is « en Martinique », and never « la Caf d'Hérault ».
  fileprivate func takesNoArticle(_ words: String, after noun: String) -> Bool {
    let name = self.name.noun.lowercased()
    return location.hasPrefix("en ")
      && ["\(noun) de \(name)", "\(noun) d'\(name)"].contains(words)
  }
}

extension NamedBody {
  /// Whether its place is a department as the official list writes it.
  fileprivate var hasOfficialPlace: Bool {
    OfficialDepartment.named(place)?.name.noun == place
  }

  /// What one spelling has in common: neither capitals nor the sort of apostrophe count.
  fileprivate var form: String { words.plain }
}

extension String {
  fileprivate var plain: String { replacing("’", with: "'").lowercased() }
  fileprivate var isSpace: Bool { self == " " || self == "\n" || self == "\u{A0}" }
}

extension Diagnostic {
  fileprivate static func body(
    _ words: String, of named: OfficialDepartment, than own: OfficialDepartment,
    at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.departmentName,
      "« \(words) » porte le nom d’un autre département (\(named.code)) que celui de la note "
        + "(\(own.name.typographic.definite), \(own.code)).", at: origin.place,
      severity: .warning, includedFrom: origin.includedFrom,
      expected: "le nom du département de la note, s’il a été recopié")
  }

  fileprivate static func spelling(
    _ words: String, of right: String, at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.twoSpellings, "« \(words) » s’écrit ailleurs « \(right) ».", at: origin.place,
      severity: .warning, includedFrom: origin.includedFrom, expected: "le même nom partout",
      suggestion: right)
  }
}
