import Configuration
import Diagnostics
import Facts
import Notes
import Text

/// A person or a body has one spelling, and the committee one name, in facts and in texts.
@Sendable
func checkSpellings(_ text: NoteText, diagnostics: inout DiagnosticList) {
  let people = text.facts.names
  checkFacts(people + text.facts.bodies, &diagnostics)
  let firstNames = Dictionary(
    grouping: people.map(\.value.text), by: { $0?.words.first.map(String.init) ?? "" })
  for section in text.sections {
    for index in section.tokens.indices where section.tokens[index].kind == .word {
      let token = section.tokens[index]
      if token.capitals != .none, !firstNames.isEmpty,
        let names = firstNames[section.string(token)]
      {
        checkPerson(names.compactMap(\.self), at: index, section, text, &diagnostics)
      }
      let topics = text.lexicon[token].topics
      if !topics.isDisjoint(with: [.committee, .commission]) {
        checkCommittee(topics, at: index, section, text, &diagnostics)
      }
    }
  }
}

/// Names in facts that are one name but for a hyphen, an accent or a letter.
private func checkFacts(_ facts: [Fact], _ diagnostics: inout DiagnosticList) {
  var first: [String: String] = [:]
  for fact in facts {
    guard let name = fact.value.spelling else { continue }
    let key = name.words.map { FoldedWord.make($0) }.joined(separator: " ")
    if let other = first[key] {
      if other != name { diagnostics.add(.otherSpelling(name, of: other, at: fact.place)) }
    } else {
      first[key] = name
    }
  }
}

private func checkPerson(
  _ names: [String], at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let written = names.compactMap { name in
    section.name(from: index, count: name.words.count).map { (name, $0.found, $0.range) }
  }
  // Two persons may have names that are near.
  if written.contains(where: { $0.0 == $0.1 }) { return }
  for (name, found, range) in written {
    let (a, b) = (key(found), key(name))
    guard a == b || Suggestion.nearest(to: a, among: [b]) != nil && abs(a.count - b.count) < 2,
      let origin = text.origin(of: range, in: section)
    else { continue }
    diagnostics.add(.otherSpelling(found, of: name, at: origin.place, origin.includedFrom))
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
    let words = personWords(from: index, count: count)
    guard words.count == count, count > 1, let last = words.last else { return nil }
    let range = range(of: index..<last + 1)
    return (string(range).split { $0.isWhitespace }.joined(separator: " "), range)
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
  fileprivate static func otherSpelling(
    _ found: String, of name: String, at place: Place?, _ includedFrom: [Place] = []
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.twoSpellings, "« \(found) » s’écrit ailleurs « \(name) ».", at: place,
      severity: .warning, includedFrom: includedFrom, expected: "le même nom partout",
      suggestion: name)
  }
}
