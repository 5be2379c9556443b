import Comparison
import Facts
import Text

/// The named persons of a note: they stand on its page and in its text, and nowhere else.
///
/// A person of the facts is taken out of them with all that is said of them. In the other facts and
/// in the text, their name, telephone and address give way to « [personne] » and « [coordonnées] »,
/// on both sides alike: a block taken out on one side would make its twin look new. A person whom
/// only a text names is not known.
struct NamedPersons {
  /// What stands for each name, telephone and e-mail address, by its words in small letters.
  private var masks: [[String]: String] = [:]
  /// The words that traces begin with, for a quick no.
  private var starts: Set<String> = []
  private var longest = 1

  private static let person = "[personne]"
  private static let coordinates = "[coordonnées]"

  var isEmpty: Bool { masks.isEmpty }

  init(_ records: [Record]) {
    for facts in records {
      facts.forEachFact { fact, context in
        guard context.field.has(.person), fact.value.items == nil else { return }
        addName(FrenchFormat.text(of: fact.value))
        if !context.isItem { addCoordinates(of: context.record) }
      }
    }
  }

  /// How the person that a record is about is reached.
  private mutating func addCoordinates(of record: Record) {
    for value in record.facts.flatMap({ [$0.fact.value] + ($0.fact.value.items ?? []).map(\.value) }
    ) {
      let forms =
        switch value {
        case .phone(let number): [FrenchFormat.phone(number), PhoneNumber.link(number)]
        case .email(let address), .address(let address): [address]
        default: [String]()
        }
      for form in forms { insert(NamedPersons.words(form), NamedPersons.coordinates) }
    }
  }

  private static let titles: Set = ["m", "mr", "mme", "mlle", "monsieur", "madame"]

  /// « Jeanne Martin » is also « Mme Martin », and « Mme Jeanne Martin » is « Jeanne Martin ».
  private mutating func addName(_ name: String) {
    let whole = NamedPersons.words(name)
    insert(whole, NamedPersons.person)
    let words = Array(whole.drop(while: NamedPersons.titles.contains))
    // « Petit » alone is a word like others.
    if words.count > 1 { insert(words, NamedPersons.person) }
    for count in words.indices {
      for title in NamedPersons.titles { insert([title] + words[count...], NamedPersons.person) }
    }
  }

  private mutating func insert(_ words: [String], _ mask: String) {
    guard let first = words.first else { return }
    masks[words] = mask
    starts.insert(first)
    longest = max(longest, words.count)
  }

  private static func words(_ text: String) -> [String] { text.words.map { $0.lowercased() } }

  // MARK: - Facts

  /// The facts without the persons.
  func removed(from facts: Record) -> Record {
    facts.mapFacts { fact, context in
      if context.field.has(.person) || fact.value.record?.isPerson == true { return nil }
      var fact = fact
      if case .reference = context.type, let record = fact.value.record {
        fact.value = .record(removed(from: record))
      } else if !isEmpty, let value = masked(fact.value) {
        fact.value = value
      }
      return fact
    }
  }

  /// A text without what tells of a person; nil for any other value.
  private func masked(_ value: Value) -> Value? {
    switch value {
    case .text(let text): return .text(masked(text))
    case .name(var name):
      name.noun = masked(name.noun)
      return .name(name)
    case .phone(let number): return .phone(masked(number))
    case .email(let address): return .email(masked(address))
    case .address(let address): return .address(masked(address))
    default: return nil
    }
  }

  // MARK: - Text

  /// The sections without what tells of a person.
  func masked(_ sections: [TextSection]) -> [TextSection] {
    if isEmpty { return sections }
    return sections.map { section in
      TextSection(
        name: section.name, title: masked(section.title),
        blocks: section.blocks.map(masked))
    }
  }

  private func masked(_ block: TextBlock) -> TextBlock {
    TextBlock(block.kind, masked(block.text), block.children.map(masked))
  }

  private func masked(_ text: String) -> String { masked(RichText(text)).plainText }

  private func masked(_ text: RichText) -> RichText {
    var pieces = text.pieces
    let parts = pieces.indices.flatMap { piece in
      pieces[piece].text.words.map { (word: $0, piece: piece) }
    }
    let found = matches(parts.map { $0.word.lowercased() })
    let links = pieces.indices.filter { index in
      pieces[index].style.link.map { !matches(NamedPersons.words($0)).isEmpty } ?? false
    }
    if found.isEmpty, links.isEmpty { return text }
    // From the end, so that the ranges before stay true.
    for (range, mask) in found.reversed() {
      let parts = parts[range]
      for piece in Set(parts.map(\.piece)) {
        let inside = parts.filter { $0.piece == piece }
        guard let first = inside.first?.word, let last = inside.last?.word else { continue }
        pieces[piece].text.replaceSubrange(
          first.startIndex..<last.endIndex, with: piece == parts.first?.piece ? mask : "")
        pieces[piece].style.link = nil
      }
    }
    for index in links { pieces[index].style.link = nil }
    return RichText(pieces)
  }

  /// Where persons are told of, in order, the longest first at one place.
  private func matches(_ words: [String]) -> [(range: Range<Int>, mask: String)] {
    var found: [(Range<Int>, String)] = []
    var index = 0
    while index < words.count {
      var end = starts.contains(words[index]) ? min(words.count, index + longest) : index
      while end > index {
        if let mask = masks[Array(words[index..<end])] {
          found.append((index..<end, mask))
          break
        }
        end -= 1
      }
      index = max(index + 1, end)
    }
    return found
  }
}

extension Record {
  /// Whether it is about a person whom it names.
  fileprivate var isPerson: Bool {
    schema.fields(.person).contains { self[$0.key].map { $0.value.items == nil } ?? false }
  }
}
