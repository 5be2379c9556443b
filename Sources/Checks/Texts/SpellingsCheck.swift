import Configuration
import Diagnostics
import Facts
import Notes
import Text

/// A person or a body has one spelling, and the committee one name, in facts and in texts.
@Sendable
func checkSpellings(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let people = text.facts.names
  checkFacts(people + text.facts.bodies, text.lexicon, &diagnostics)
  checkNearBodies(text.facts.bodies, &diagnostics)
  checkMembers(text.facts, &diagnostics)
  checkContactNames(text.facts, &diagnostics)
  let known = KnownNames(text.facts, people: people)
  var searches = 0
  var councils: [Council] = []
  for section in text.sections {
    for index in section.tokens.indices where section.tokens[index].kind == .word {
      let token = section.tokens[index]
      let topics = text.lexicon[token].topics
      if token.capitals != .none || topics.contains(.body) {
        checkName(known, at: index, section, text, &searches, &diagnostics)
      }
      for rank in text.lexicon[token].platformsInWords {
        checkPlatformName(rank, at: index, section, text, &diagnostics)
      }
      if !topics.isDisjoint(with: [.committee, .commission]) {
        checkCommittee(topics, at: index, section, text, &diagnostics)
      }
      if topics.contains(.body), let council = section.council(at: index, text.lexicon) {
        councils.append(council)
      }
    }
  }
  checkCouncils(councils, text, &diagnostics)
}

/// How many names that are nearly known are looked for in a note, each among so many: a text of a
/// megabyte may name nobody that is known, and no note has a hundred persons of one first name.
private let searchLimit = 1_000
private let nearLimit = 100

/// The names that the facts have, by what a text may write first of them.
private struct KnownNames {
  /// Those of persons, by their first word.
  let people: [String: NameGroup]
  /// Those of bodies, by their first word in small letters.
  let bodies: [String: NameGroup]
  /// The name of the department, by what it is without its accents.
  let accented: [String: String]
  /// The hashes of all these words: few words of a text are any of them.
  let hashes: Set<UInt64>

  init(_ facts: Record, people: [Fact]) {
    let persons = people.compactMap(\.value.text).map { KnownName(withoutTitle($0)) }
    self.people = Dictionary(grouping: persons) { $0.name.words.first.map(String.init) ?? "" }
      .mapValues(NameGroup.init)
    let names = facts.bodies.compactMap(\.value.spelling).map(KnownName.init)
    bodies = Dictionary(grouping: names.filter { $0.words.count > 1 }, by: { $0.words[0].lowered })
      .mapValues(NameGroup.init)
    let noun = facts.name(NoteSchema.departmentName)?.noun.words ?? []
    accented = Dictionary(
      noun.filter { $0.utf8.count > 4 && !$0.utf8.allSatisfy { $0 < 0x80 } }.map { word in
        (word.unicodeScalars.map(Slug.folded).joined(), String(word))
      }, uniquingKeysWith: { first, _ in first })
    let first = [Array(self.people.keys), Array(bodies.keys), Array(accented.keys)].joined()
    hashes = Set(first.map { WordHash.of($0.utf8) })
  }
}

/// The name of a person or of a body, its words prepared for comparing.
private struct KnownName {
  let name: String
  let words: [(lowered: String, folded: String)]

  init(_ name: String) {
    self.name = name
    words = name.words.map { ($0.lowercased(), FoldedWord.make($0)) }
  }
}

/// Names that begin with one word.
private struct NameGroup {
  let names: Set<String>
  /// How many words they have.
  let counts: [Int]
  /// Those of which one may be nearly written.
  let near: [KnownName]

  init(_ names: [KnownName]) {
    self.names = Set(names.map(\.name))
    counts = Set(names.map(\.words.count)).sorted()
    near = Array(names.prefix(nearLimit))
  }
}

private func checkName(
  _ known: KnownNames, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ searches: inout Int, _ diagnostics: inout DiagnosticList
) {
  guard known.hashes.contains(section.tokens[index].hash) else { return }
  let word = section.string(section.tokens[index])
  if let names = known.people[word] {
    checkPerson(names, at: index, section, text, &searches, &diagnostics)
  }
  if let names = known.bodies[word.lowercased()] {
    checkBody(names, at: index, section, text, &searches, &diagnostics)
  }
  if section.tokens[index].capitals == .first, word.utf8.allSatisfy({ $0 < 0x80 }),
    let right = known.accented[word.lowercased()], !section.isInAddress(index),
    let origin = text.origin(of: section.tokens[index].range, in: section)
  {
    diagnostics.add(.otherSpelling(word, of: right, at: origin.place, origin.includedFrom))
  }
}

/// The name of a person without « Mme », « M. ».
private func withoutTitle(_ name: String) -> String {
  let words = name.split(separator: " ")
  guard words.count > 2, let title = words.first?.trimmingPrefix(while: { !$0.isLetter }),
    ["m", "mr", "mme", "mlle", "monsieur", "madame", "dr"].contains(
      title.filter(\.isLetter).lowercased())
  else { return name }
  return words.dropFirst().joined(separator: " ")
}

/// Names in facts that are one name but for a hyphen, an accent or a letter.
private func checkFacts(
  _ facts: [Fact], _ lexicon: Lexicon, _ diagnostics: inout DiagnosticList
) {
  var first: [String: Fact] = [:]
  for fact in facts {
    guard let name = fact.value.spelling else { continue }
    let key = name.words.map { FoldedWord.make($0) }.joined(separator: " ")
    guard let earlier = first[key], let other = earlier.value.spelling else {
      first[key] = fact
      continue
    }
    if other == name { continue }
    // « Msa » is not the right one because it comes first.
    if lexicon.hasItsAcronyms(name), !lexicon.hasItsAcronyms(other) {
      diagnostics.add(.otherSpelling(other, of: name, at: earlier.place))
      first[key] = fact
    } else {
      diagnostics.add(.otherSpelling(name, of: other, at: fact.place))
    }
  }
}

extension Lexicon {
  /// Whether the acronyms in a name are written as the glossary writes them.
  fileprivate func hasItsAcronyms(_ name: String) -> Bool {
    name.words.allSatisfy { word in
      let rank = entries[Int(rank(of: WordHash.of(word.utf8)))].acronym
      return rank.map { acronyms[$0].acronym == word } ?? true
    }
  }
}

/// Bodies whose names differ by one letter: « Conseil départementl ». Each is compared with the first
/// thousand: no note has as many.
private func checkNearBodies(_ facts: [Fact], _ diagnostics: inout DiagnosticList) {
  var known: [(key: [Unicode.Scalar], digits: String, name: String)] = []
  var keys: Set<String> = []
  for fact in facts {
    guard let name = fact.value.spelling else { continue }
    let folded = name.words.map { FoldedWord.make($0) }.joined(separator: " ")
    // What is the same but for accents is told with the others; a short name has many neighbours.
    guard keys.insert(folded).inserted, folded.utf8.count > 8 else { continue }
    let (key, digits) = (Array(folded.unicodeScalars), folded.filter(\.isNumber))
    // « Groupe 1 » and « Groupe 2 » are two.
    let other = known.first { $0.digits == digits && Suggestion.isSlip(key, of: $0.key) }
    if let other { diagnostics.add(.otherSpelling(name, of: other.name, at: fact.place)) }
    if known.count < searchLimit { known.append((key, digits, name)) }
  }
}

/// A member stands once among those of its body, unless other words tell the two apart.
private func checkMembers(_ facts: Record, _ diagnostics: inout DiagnosticList) {
  typealias Member = NoteSchema.Member
  var seen: Set<String> = []
  for member in facts.records(NoteSchema.members) + facts.records(NoteSchema.guests) {
    guard let name = member.text(Member.name) else { continue }
    let others = [member.text(Member.acronym), member.text(Member.precision)]
      .compactMap(\.self)
    let key = ([key(name)] + others).joined(separator: "|")
    if !seen.insert(key).inserted {
      diagnostics.add(
        Diagnostic(
          CheckCode.memberTwice, "« \(name) » est deux fois parmi les membres et les invités.",
          at: member[Member.name]?.place, severity: .warning, expected: "une fois chaque membre"))
    }
  }
}

/// Two contacts whom one telephone or one address reaches, and whose names are nearly one.
private func checkContactNames(_ facts: Record, _ diagnostics: inout DiagnosticList) {
  typealias Contact = NoteSchema.Contact
  var first: [String: String] = [:]
  for contact in facts.records(NoteSchema.contacts) {
    guard let fact = contact[Contact.name], let name = fact.value.text else { continue }
    let means = [Contact.phone, Contact.email].compactMap { contact.value($0)?.known }.map {
      FrenchFormat.text(of: $0)
    }
    if let other = means.lazy.compactMap({ first[$0] }).first, other != name,
      Suggestion.nearest(to: key(name), among: [key(other)]) != nil
    {
      diagnostics.add(.otherSpelling(name, of: other, at: fact.place))
    }
    for way in means { first[way] = first[way] ?? name }
  }
}

/// A body whose name has other accents, or one word that is nearly the right one.
private func checkBody(
  _ group: NameGroup, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ searches: inout Int, _ diagnostics: inout DiagnosticList
) {
  for count in group.counts {
    guard let (words, range) = section.wordsOfName(from: index, count: count) else { continue }
    let found = section.onOneLine(range)
    guard !group.names.contains(found), searches < searchLimit else { continue }
    searches += 1
    let written = words.map { section.string(section.tokens[$0]) }
    guard let body = group.near.first(where: { $0.isNearly(written) }),
      let origin = text.origin(of: range, in: section), !origin.isValue
    else { continue }
    diagnostics.add(.otherSpelling(found, of: body.name, at: origin.place, origin.includedFrom))
    return
  }
}

extension KnownName {
  /// Whether these words are the name with other accents, or with one word that is nearly the right one.
  fileprivate func isNearly(_ written: [String]) -> Bool {
    guard written.count == words.count else { return false }
    var others = 0
    var isOther = false
    for (word, right) in zip(written, words) {
      let folded = FoldedWord.make(word)
      if folded == right.folded {
        // Case and plural may differ, accents may not.
        if !word.lowercased().hasPrefix(right.lowered.dropLast()) { isOther = true }
      } else {
        others += 1
        isOther =
          isOther
          || folded.count > 5 && Suggestion.nearest(to: folded, among: [right.folded]) != nil
        if folded.count <= 5 { others += 1 }
      }
      if others > 1 { return false }
    }
    return isOther
  }
}

// MARK: - Councils

/// « Conseil Départemental », as a text writes it.
private struct Council {
  let section: NoteText.Section
  let tokens: Range<Int>
  /// In small letters.
  let adjective: String
  let hasCapital: Bool
}

extension NoteText.Section {
  fileprivate func council(at index: Int, _ lexicon: Lexicon) -> Council? {
    guard tokens.indices.contains(index + 1), tokens[index + 1].kind == .word,
      let first = tokens[index + 1].first(in: text),
      "dgrmDGRM".utf8.contains(first) || first == 0xC3
    else { return nil }
    let adjective = string(tokens[index + 1])
    guard
      councilAdjectives.contains(where: { adjective.lowercased().hasPrefix($0) })
        || adjective.lowercased() == "général"
    else {
      return nil
    }
    return Council(
      section: self, tokens: index..<index + 2, adjective: adjective.lowercased(),
      hasCapital: tokens[index + 1].capitals != .none)
  }
}

private let councilAdjectives = ["départemental", "régional", "municipal"]

/// One council is written in one way: « conseil Départemental » beside « conseil départemental », or
/// « conseil départementale ».
private func checkCouncils(
  _ councils: [Council], _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  let small = Set(councils.filter { !$0.hasCapital }.map(\.adjective))
  for council in councils {
    // Conseils généraux became conseils départementaux in 2015.
    let isFormer = council.adjective == "général"
    let right =
      isFormer
      ? councilAdjectives[0] : councilAdjectives.first(where: council.adjective.hasPrefix) ?? ""
    let isFeminine = council.adjective == right + "e"
    let isMixed = council.hasCapital && small.contains(council.adjective)
    let range = council.section.range(of: council.tokens)
    guard isFeminine || isMixed || isFormer,
      let origin = text.origin(of: range, in: council.section),
      origin.isLocal
    else { continue }
    let found = council.section.string(range)
    let noun = council.section.string(council.section.tokens[council.tokens.lowerBound])
    diagnostics.add(.council(found, mended: "\(noun) \(right)", at: origin))
  }
}

// MARK: - Platforms

/// « Mon Compte Partenaire », for « MonComptePartenaire ».
private func checkPlatformName(
  _ rank: Int, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let name = text.lexicon.platforms[rank].name
  var found = ""
  var last = index
  for place in section.personWords(from: index, count: 3) {
    found += section.string(section.tokens[place]).lowercased()
    last = place
    if found.utf8.count >= name.utf8.count { break }
  }
  let range = section.range(of: index..<last + 1)
  guard last > index, found == name.lowercased() || found == name.lowercased() + "s",
    !section.isInAddress(index), let origin = text.origin(of: range, in: section), origin.isLocal
  else { return }
  let written = section.string(range)
  diagnostics.add(
    Diagnostic(
      CheckCode.misspelledAcronym,
      "La plateforme s’écrit « \(name) », pas « \(section.onOneLine(range)) ».",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "« \(name) »", suggestion: name,
      correction: text.project.correction(
        of: written, at: origin.place, with: name,
        isCertain: section.tokens[index].capitals != .none)))
}

// MARK: - Persons and committees

private func checkPerson(
  _ group: NameGroup, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ searches: inout Int, _ diagnostics: inout DiagnosticList
) {
  let written = group.counts.compactMap { count in
    section.name(from: index, count: count).map { (count, $0.found, $0.range) }
  }
  // Two persons may have names that are near.
  guard !written.contains(where: { group.names.contains($0.1) }), searches < searchLimit else {
    return
  }
  for (count, found, range) in written {
    searches += 1
    let a = key(found)
    let other = group.near.first { person in
      let b = key(person.name)
      return person.words.count == count && abs(a.count - b.count) < 2
        && (a == b || Suggestion.nearest(to: a, among: [b]) != nil)
    }
    guard let other, let origin = text.origin(of: range, in: section) else { continue }
    diagnostics.add(.otherSpelling(found, of: other.name, at: origin.place, origin.includedFrom))
    return
  }
}

private func key(_ name: String) -> String {
  name.words.map { $0.unicodeScalars.map(Slug.folded).joined() }.joined()
}

/// « le comité départemental », in the note of a commission.
private func checkCommittee(
  _ topics: Lexicon.Topics, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard let name = text.facts.name(NoteSchema.committee),
    section.has(.departmental, at: index + 1, text.lexicon)
  else { return }
  let noun = name.noun.prefix { $0.isLetter }.lowercased()
  let other = topics.contains(.committee) ? "commission" : "comité"
  guard noun == other,
    let origin = text.origin(of: section.range(of: index..<index + 2), in: section),
    origin.isLocal
  else { return }
  let found = section.string(section.range(of: index..<index + 2))
  diagnostics.add(
    .otherSpelling(found, of: name.definite, at: origin.place, origin.includedFrom))
}

extension NoteText.Section {
  /// So many words from one on, as a name is written, and where they stand; nil for a single word.
  fileprivate func name(from index: Int, count: Int) -> (found: String, range: Range<Int>)? {
    wordsOfName(from: index, count: count).map { (onOneLine($0.range), $0.range) }
  }

  /// The ranks of so many words from one on, and where they stand; nil for a single word.
  fileprivate func wordsOfName(
    from index: Int, count: Int
  ) -> (words: [Int], range: Range<Int>)? {
    let words = personWords(from: index, count: count)
    guard words.count == count, count > 1, let last = words.last else { return nil }
    return (words, range(of: index..<last + 1))
  }

  /// The words of a name: what spaces and hyphens part.
  fileprivate func personWords(from index: Int, count: Int) -> [Int] {
    var found: [Int] = []
    var place = index
    while place < tokens.count, found.count < count {
      if tokens[place].kind == .word {
        found.append(place)
      } else if !tokens[place].isSign("-") {
        return found
      }
      place += 1
    }
    return found
  }
}

extension Record {
  /// The persons that the facts name.
  fileprivate var names: [Fact] {
    let contacts = records(NoteSchema.contacts).compactMap { $0[NoteSchema.Contact.name] }
    let members = (records(NoteSchema.members) + records(NoteSchema.guests)).flatMap {
      $0.list(NoteSchema.Member.persons)
    }
    return contacts + members
  }

  /// The bodies that they name.
  fileprivate var bodies: [Fact] {
    let members = (records(NoteSchema.members) + records(NoteSchema.guests)).compactMap {
      $0[NoteSchema.Member.name]
    }
    let funders = records(NoteSchema.funders)
    let contacts =
      records(NoteSchema.contacts)
      + funders.compactMap { $0.record(NoteSchema.Funder.contact) }
    return members + funders.compactMap { $0[NoteSchema.Funder.name] }
      + contacts.compactMap { $0[NoteSchema.Contact.body] }
  }
}

extension Value {
  /// The name without its article.
  fileprivate var spelling: String? {
    switch self {
    case .text(let text): text
    case .name(let name): name.noun
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func council(
    _ found: String, mended: String, at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.twoSpellings, "« \(found) » s’écrit « \(mended) ».", at: origin.place,
      severity: .warning, includedFrom: origin.includedFrom, expected: "le même nom partout",
      suggestion: mended)
  }

  fileprivate static func otherSpelling(
    _ found: String, of name: String, at place: Place?, _ includedFrom: [Place] = []
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.twoSpellings, "« \(found) » s’écrit ailleurs « \(name) ».", at: place,
      severity: .warning, includedFrom: includedFrom, expected: "le même nom partout",
      suggestion: name)
  }
}
