import Configuration
import Facts
import Notes

/// What is made of a note for paper: whole, or its essentials on one page.
enum DocumentKind: Sendable, Hashable, CaseIterable {
  case note
  case essentials

  /// The name of the file, beside the note's page.
  var file: String {
    switch self {
    case .note: "note.pdf"
    case .essentials: "essentiel.pdf"
    }
  }

  static let style = "site/styles/document.css"

  func content(_ page: NotePage, style: String) -> any PageContent {
    var page = page
    if self == .essentials { page.parts = page.parts.none }
    let document = NoteDocument(page: page, style: style, isOnePage: self == .essentials)
    return switch self {
    case .note: WholeDocument(document: document)
    case .essentials: EssentialsDocument(document: document)
    }
  }
}

/// A note with the style of paper inside.
struct NoteDocument: Sendable {
  let page: NotePage
  let style: String
  let isOnePage: Bool

  fileprivate static let entries: [Form<NoteDocument>.Entry] =
    NotePage.entries.map { $0.of(\.page) } + [
      // A style sheet cannot close its element, or it would be a fault of the site's face.
      .flag("une_page") { $0.isOnePage },
      .html("feuilles") { "<style>\($0.style.replacing("</", with: "<\\/"))</style>" },
    ]
}

/// The note, with a table of contents that gives pages.
private struct WholeDocument: PageContent {
  static let layout = "document"
  static let form = PageForm<WholeDocument>(
    page: "la note sur papier", NoteDocument.entries.map { $0.of(\.document) })

  let document: NoteDocument

  var address: PageAddress { document.page.address }
  var title: String { document.page.title }
  var description: String { document.page.description }
}

/// When, where, what to join, how much, whom to call: on one page.
private struct EssentialsDocument: PageContent {
  static let layout = "document-essentiel"
  static let form = PageForm<EssentialsDocument>(
    page: "l’essentiel sur papier", NoteDocument.entries.map { $0.of(\.document) })

  let document: NoteDocument

  var address: PageAddress { document.page.address }
  var title: String { "L’essentiel, \(document.page.title)" }
  var description: String { document.page.description }
}

extension DocumentKind {
  /// What is checked of the layouts.
  static let contents: [any PageContent.Type] = [WholeDocument.self, EssentialsDocument.self]
}
