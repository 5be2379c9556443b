import Configuration
import Files
import Publication

/// A file of the site: where it stands, and what it is made from.
struct PlannedFile: Sendable, Hashable {
  /// Two contents that are equal are the same bytes.
  enum Content: Sendable, Hashable {
    case page(PlannedPage)
    case text(NoteText.Layout, PlannedNote, latest: PlannedNote)
    case simulatorData(PlannedNote)
    case calendar(PlannedNote)
    /// One step of the calendar, by its identifier.
    case step(PlannedNote, String)
    case openData(PlannedNote)
    /// The words of a published note, for the search.
    case searchText(PlannedNote)
    /// A note on paper, made from the page of the note.
    case document(DocumentKind, PlannedPage)
    /// What says of a note that was withdrawn when and why, in the form of the file that it was.
    case withdrawn(PublishedAddresses.Address, PublishedAddresses.Withdrawal)
    /// Those that are published, of all departments.
    case noteList([PlannedNote])
    case calculation
    case siteMapFile([PageAddress], PublicAddress)
    case feed(PublicAddress)
    /// A text of `site/`, by its path in the sources.
    case asset(String)
    /// A file of the sources that is no text.
    case copy(SourceTree.File)
  }

  /// From the site's root.
  let path: String
  let content: Content

  init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  /// A path alone tells files apart but for the two plans; a plan of the whole site takes long to hash.
  func hash(into hasher: inout Hasher) { hasher.combine(path) }

  /// Whether it may say something of any note.
  var listsNotes: Bool {
    switch content {
    case .asset, .calculation, .copy, .siteMapFile, .withdrawn: false
    case .page(let page): page.listsNotes
    case .calendar, .document, .feed, .noteList, .openData, .searchText, .simulatorData, .step,
      .text:
      true
    }
  }

  /// Whether what authors write decides what is in it. The rest is the program's alone, and has
  /// nothing to verify.
  var isVerified: Bool {
    switch content {
    case .page, .text, .asset, .copy: true
    case .document, .simulatorData, .calendar, .step, .openData, .searchText, .withdrawn, .noteList,
      .calculation,
      .siteMapFile,
      .feed:
      false
    }
  }
}
