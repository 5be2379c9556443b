import Facts
import Markdown
import Notes
import Text

/// `nouveautes.xml`: the publications and the revisions that are announced, in the Atom format.
///
/// **Source**: RFC 4287. Its dates are those of the notes, never that of the build; named persons are
/// not in it.
enum Feed {
  static let path = "nouveautes.xml"

  private struct Entry {
    var note: NoteSummary
    var day: Day
    /// Unique among the entries of the note, and the same at every build.
    var mark: String
    var title: String
    var summary: String
  }

  /// The latest first.
  private static func entries(of note: NoteSummary) -> [Entry] {
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
          title: "\(name)\u{A0}: révision du \(FrenchFormat.date(revision.date))",
          summary: revision.reason))
    }
    return entries.reversed()
  }

  /// - Parameter notes: those of the site, at least one of them published.
  static func text(
    title: String, author: String, notes: [NoteSummary], address: PublicAddress
  ) -> String {
    let entries = notes.flatMap(entries).enumerated().sorted { a, b in
      a.element.day == b.element.day ? a.offset < b.offset : a.element.day > b.element.day
    }.map(\.element)
    guard let latest = entries.first else {
      preconditionFailure("a feed has a date, which a publication gives")
    }
    let here = HTMLEscape.text(address.text + path, quotes: .xml)
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
        <title>\(escaped(title))</title>
        <id>\(here)</id>
        <link rel="self" type="application/atom+xml" href="\(here)"/>
        <link rel="alternate" type="text/html" href="\(HTMLEscape.text(address.text, quotes: .xml))"/>
        <updated>\(time(latest.day))</updated>
        <author><name>\(escaped(author))</name></author>

      """
    return text + entries.map { self.text($0, address: address) }.joined() + "</feed>\n"
  }

  private static func text(_ entry: Entry, address: PublicAddress) -> String {
    let page = HTMLEscape.text(address.address(of: entry.note.address), quotes: .xml)
    return """
        <entry>
          <title>\(escaped(entry.title))</title>
          <id>\(page)#\(entry.mark)</id>
          <link rel="alternate" type="text/html" href="\(page)"/>
          <published>\(time(entry.day))</published>
          <updated>\(time(entry.day))</updated>
          <summary>\(escaped(entry.summary))</summary>
        </entry>

      """
  }

  /// At eleven in UTC it is the same day in every French territory.
  private static func time(_ day: Day) -> String { day.isoText + "T11:00:00Z" }

  private static func escaped(_ text: String) -> String {
    HTMLEscape.text(FrenchTypography.apply(to: text), quotes: .xml)
  }
}
