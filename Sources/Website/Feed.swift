import Configuration
import Facts
import Markdown
import Notes
import Text

/// `nouveautes.xml`: the publications and the revisions that are announced, in the Atom format.
///
/// **Source**: RFC 4287. Its dates are those of the notes, never that of the build; named persons are
/// not in it.
struct Feed {
  static let path = "nouveautes.xml"

  private struct Entry {
    var note: Note
    var day: Day
    /// Unique among the entries of the note, and the same at every build.
    var mark: String
    var title: String
    var summary: String
  }

  private let title: String
  private let author: String
  /// The latest first; never empty.
  private let entries: [Entry]

  /// - Parameter notes: those of the site, at least one of them published.
  init(title: String, author: String, notes: [Note]) {
    self.title = title
    self.author = author
    entries = notes.flatMap(Feed.entries).enumerated().sorted { a, b in
      a.element.day == b.element.day ? a.offset < b.offset : a.element.day > b.element.day
    }.map(\.element)
    precondition(!entries.isEmpty, "a feed has a date, which a publication gives")
  }

  /// The latest first.
  private static func entries(of note: Note) -> [Entry] {
    guard let publication = note.publication else { return [] }
    let name = "\(note.title) \(note.departmentName.genitive), \(note.year.text)"
    var entries = [
      Entry(
        note: note, day: publication.day, mark: "publication", title: name,
        summary: "La note est publiée sur ce site.")
    ]
    for (rank, revision) in publication.revisions.enumerated() where revision.kind == .major {
      entries.append(
        Entry(
          note: note, day: revision.date, mark: "revision-\(rank + 1)",
          title: "\(name) : révision du \(FrenchFormat.date(revision.date))",
          summary: revision.reason))
    }
    return entries.reversed()
  }

  func text(address: PublicAddress) -> String {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
        <title>\(escaped(title))</title>
        <id>\(HTMLEscape.text(address.text + Feed.path, quotes: .xml))</id>
        <link rel="self" type="application/atom+xml" href="\(HTMLEscape.text(address.text + Feed.path, quotes: .xml))"/>
        <link rel="alternate" type="text/html" href="\(HTMLEscape.text(address.text, quotes: .xml))"/>
        <updated>\(time(entries.map(\.day).max() ?? entries[0].day))</updated>
        <author><name>\(escaped(author))</name></author>

      """
    return text + entries.map { self.text($0, address: address) }.joined() + "</feed>\n"
  }

  private func text(_ entry: Entry, address: PublicAddress) -> String {
    let page = address.address(of: entry.note.address)
    return """
        <entry>
          <title>\(escaped(entry.title))</title>
          <id>\(HTMLEscape.text(page, quotes: .xml))#\(entry.mark)</id>
          <link rel="alternate" type="text/html" href="\(HTMLEscape.text(page, quotes: .xml))"/>
          <published>\(time(entry.day))</published>
          <updated>\(time(entry.day))</updated>
          <summary>\(escaped(entry.summary))</summary>
        </entry>

      """
  }

  /// At eleven in UTC it is the same day in every French territory.
  private func time(_ day: Day) -> String { day.isoText + "T11:00:00Z" }

  private func escaped(_ text: String) -> String {
    HTMLEscape.text(FrenchTypography.apply(to: text), quotes: .xml)
  }
}
