import Configuration
import Diagnostics
import Facts
import Markdown
import Notes
import Publication

/// Under which headings the text of a note says the values of its facts.
///
/// A published text has no map to its values. That of the sources serves: sources that would change it
/// are an error.
struct NoteParts: Sendable {
  private let note: Note
  /// What the sources say.
  private let facts: Record
  /// By where a value is written.
  private let parts: [Place: OutlineEntry]

  /// - Parameter live: what the sources give for the same note.
  init(_ note: Note, live: Note) {
    self.note = note
    facts = live.facts
    let anchors = note.headingIdentifiers
    var headings: [Int: [(line: Int, entry: OutlineEntry)]] = [:]
    for block in live.document.withoutCorrections(live.sections).blocks {
      if let entry = OutlineEntry(block), anchors.contains(entry.identifier) {
        headings[block.position.text, default: []].append((block.position.line, entry))
      }
    }
    var parts: [Place: OutlineEntry] = [:]
    for (rank, section) in live.sections.enumerated() {
      guard let headings = headings[rank] else { continue }
      let text = section.markdown.utf8
      var (line, end) = (1, text.startIndex)
      for (range, place) in section.insertions {
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        line += text[end..<max(end, start)].count { $0 == UInt8(ascii: "\n") }
        end = max(end, start)
        guard let entry = headings.last(where: { $0.line <= line })?.entry else { continue }
        // A part of a part says more of a value than the part that begins with it.
        if let known = parts[place], known.level >= entry.level { continue }
        parts[place] = entry
      }
    }
    self.parts = parts
  }

  /// Those of which nothing is to be said: on paper, where the text is not.
  private init(without note: Note) {
    self.note = note
    facts = Record(note.facts.schema)
    parts = [:]
  }

  var none: NoteParts { NoteParts(without: note) }

  /// The part that says the value at a path; nil where the text does not.
  subscript(path: FactPath) -> OutlineEntry? {
    facts[path]?.place.flatMap { parts[$0] }
  }

  /// The part that says a value of each item of a list of the note, in their order.
  func each(_ list: FactPath, _ path: FactPath) -> [OutlineEntry?] {
    let own = facts.records(list)
    return note.facts.records(list).indices.map { rank in
      guard own.indices.contains(rank) else { return nil }
      return own[rank][path]?.place.flatMap { parts[$0] }
    }
  }
}

extension OutlineEntry {
  /// A link to a part of the text, on its own page.
  static let linkForm = Form<OutlineEntry>(
    "une partie de la note",
    [
      .address("lien") { "#" + $0.identifier },
      .text("titre") { $0.title },
      .text("numero") { $0.shortNumber ?? "" },
    ])

  /// Itself where its heading has a number, by which a figure can name it in a few signs.
  var ifNumbered: OutlineEntry? { number == nil ? nil : self }

  /// « 5.1 La prestation de service ».
  var numbered: String { [shortNumber, title].compactMap(\.self).joined(separator: " ") }

  /// « 5.1 », without the point that ends the number of a heading.
  var shortNumber: String? {
    number.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
  }
}
