import Comparison
import Facts

/// The named persons of a note: they stand on its page and in its text, and nowhere else.
///
/// A person of the facts is taken out of them with all that is said of them; a block of the text
/// that names one, or gives their telephone or address, is taken out with the list item or the table
/// row that holds it. A person whom only a text names is not known.
struct NamedPersons {
  /// The words of each name, telephone and e-mail address.
  private var traces: Set<[String]> = []

  var isEmpty: Bool { traces.isEmpty }

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
    switch contact["telephone"]?.value {
    case .phone(let number)?: insert(FrenchFormat.phone(number))
    default: break
    }
    if case .email(let address)? = contact["courriel"]?.value { insert(address) }
  }

  /// « Jeanne Martin » is also « Mme Martin ».
  private mutating func addName(_ name: String) {
    insert(name)
    let words = NamedPersons.words(name)
    for count in words.indices.dropFirst() {
      for title in ["m", "mr", "mme", "mlle", "monsieur", "madame"] {
        traces.insert([title] + words[count...])
      }
    }
  }

  private mutating func insert(_ text: String) {
    let words = NamedPersons.words(text)
    if !words.isEmpty { traces.insert(words) }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
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

  /// The sections without the blocks that name a person.
  func removed(from sections: [TextSection]) -> [TextSection] {
    if isEmpty { return sections }
    return sections.map { section in
      var section = section
      section.blocks = section.blocks.compactMap(withoutPersons)
      return section
    }
  }

  /// Nil when the block goes away, or has nothing left.
  private func withoutPersons(_ block: TextBlock) -> TextBlock? {
    if names(block.text) { return nil }
    if block.children.isEmpty { return block }
    // Who is named in a line of an item or in a cell is what the whole item or row is about.
    switch block.kind {
    case .item, .row(isHeader: false):
      let own = block.children.filter { if case .list = $0.kind { false } else { true } }
      if own.contains(where: { mentions($0) }) { return nil }
    default: break
    }
    var block = block
    block.children = block.children.compactMap(withoutPersons)
    return block.children.isEmpty ? nil : block
  }

  private func mentions(_ block: TextBlock) -> Bool {
    names(block.text) || block.children.contains(where: mentions)
  }

  private func names(_ text: RichText) -> Bool {
    if text.isEmpty { return false }
    let words = NamedPersons.words(text.textWithAddresses)
    return words.indices.contains { start in
      traces.contains { words[start...].starts(with: $0) }
    }
  }
}
