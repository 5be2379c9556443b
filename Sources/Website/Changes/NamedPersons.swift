import Comparison
import Facts

/// The named persons of a note: they stand on its page and in its text, and nowhere else.
///
/// A person of the facts is taken out of them with all that is said of them. In the text, their
/// name, telephone and address give way to « [personne] » and « [coordonnées] », on both sides alike:
/// a block taken out on one side would make its twin look new. A person whom only a text names is not
/// known.
struct NamedPersons {
  /// What stands for each name, telephone and e-mail address, by its words.
  private var masks: [[String]: String] = [:]
  /// The words that traces begin with, for a quick no.
  private var starts: Set<String> = []
  private var longest = 0

  private static let person = "[personne]"
  private static let coordinates = "[coordonnées]"

  var isEmpty: Bool { masks.isEmpty }

  init(_ records: [Record]) {
    for facts in records {
      for contact in facts.records(at: "contacts") { add(contact) }
      for funder in facts.records(at: "financements") {
        if let contact = funder.record(at: "contact") { add(contact) }
      }
      for list in ["instance.membres", "instance.invites"] {
        for member in facts.records(at: list) {
          for person in member.list(at: "personnes") {
            addName(FrenchFormat.text(of: person.value))
          }
        }
      }
    }
  }

  private mutating func add(_ contact: Record) {
    guard let name = contact.text(at: "nom") else { return }
    addName(name)
    if case .phone(let number)? = contact["telephone"]?.value {
      insert(NamedPersons.words(FrenchFormat.phone(number)), NamedPersons.coordinates)
      insert(NamedPersons.words(PhoneNumber.link(number)), NamedPersons.coordinates)
    }
    if case .email(let address)? = contact["courriel"]?.value {
      insert(NamedPersons.words(address), NamedPersons.coordinates)
    }
  }

  /// « Jeanne Martin » is also « Mme Martin ».
  private mutating func addName(_ name: String) {
    let words = NamedPersons.words(name)
    insert(words, NamedPersons.person)
    for count in words.indices.dropFirst() {
      for title in ["m", "mr", "mme", "mlle", "monsieur", "madame"] {
        insert([title] + words[count...], NamedPersons.person)
      }
    }
  }

  private mutating func insert(_ words: [String], _ mask: String) {
    guard let first = words.first else { return }
    masks[words] = mask
    starts.insert(first)
    longest = max(longest, words.count)
  }

  private static func words(_ text: String) -> [String] { ranges(text).map(\.word) }

  /// The words of a text, in small letters, and where each stands.
  private static func ranges(_ text: String) -> [(word: String, range: Range<String.Index>)] {
    text.split { !$0.isLetter && !$0.isNumber }
      .map { ($0.lowercased(), $0.startIndex..<$0.endIndex) }
  }

  // MARK: - Facts

  /// The facts without the persons.
  func removed(from facts: Record) -> Record {
    var facts = facts
    facts["contacts"] = mapped(facts["contacts"]) { $0["nom"] == nil ? $0 : nil }
    facts["financements"] = mapped(facts["financements"]) { funder in
      var funder = funder
      if funder.record(at: "contact")?["nom"] != nil { funder["contact"] = nil }
      return funder
    }
    guard case .record(var body)? = facts["instance"]?.value else { return facts }
    for list in ["membres", "invites"] {
      body[list] = mapped(body[list]) { member in
        var member = member
        member["personnes"] = nil
        return member
      }
    }
    facts["instance"]?.value = .record(body)
    return facts
  }

  private func mapped(_ fact: Fact?, _ change: (Record) -> Record?) -> Fact? {
    guard var fact, case .list(let items) = fact.value else { return fact }
    fact.value = .list(
      items.compactMap { item in
        guard case .record(let record) = item.value else { return item }
        return change(record).map { Fact(.record($0), place: item.place) }
      })
    return fact
  }

  // MARK: - Text

  /// The sections without what tells of a person.
  func masked(_ sections: [TextSection]) -> [TextSection] {
    if isEmpty { return sections }
    return sections.map { section in
      TextSection(
        name: section.name, title: masked(RichText(section.title)).plainText,
        blocks: section.blocks.map(masked))
    }
  }

  private func masked(_ block: TextBlock) -> TextBlock {
    TextBlock(block.kind, masked(block.text), block.children.map(masked))
  }

  private func masked(_ text: RichText) -> RichText {
    var pieces = text.pieces
    let words = pieces.indices.flatMap { index in
      NamedPersons.ranges(pieces[index].text).map { (word: $0.word, range: $0.range, piece: index) }
    }
    // From the end, so that the ranges before stay true.
    for found in matches(words.map(\.word)).reversed() {
      let parts = words[found.range]
      for piece in Set(parts.map(\.piece)) {
        let inside = parts.filter { $0.piece == piece }
        guard let first = inside.first, let last = inside.last else { continue }
        pieces[piece].text.replaceSubrange(
          first.range.lowerBound..<last.range.upperBound,
          with: piece == parts.first?.piece ? found.mask : "")
        pieces[piece].style.link = nil
      }
    }
    for index in pieces.indices {
      guard let link = pieces[index].style.link, !matches(NamedPersons.words(link)).isEmpty else {
        continue
      }
      pieces[index].style.link = nil
    }
    return RichText(pieces)
  }

  /// Where persons are told of, in order, the longest first at one place.
  private func matches(_ words: [String]) -> [(range: Range<Int>, mask: String)] {
    var found: [(Range<Int>, String)] = []
    var index = 0
    while index < words.count {
      let counts = (1...max(1, longest)).reversed().filter { index + $0 <= words.count }
      let match =
        starts.contains(words[index])
        ? counts.first { masks[Array(words[index..<index + $0])] != nil } : nil
      guard let match else {
        index += 1
        continue
      }
      found.append((index..<index + match, masks[Array(words[index..<index + match])] ?? ""))
      index += match
    }
    return found
  }
}
