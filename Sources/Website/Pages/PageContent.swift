import Diagnostics
import Facts
import Notes

/// What one kind of page shows, and what its frame says of it.
protocol PageContent: Sendable {
  /// The layout that shows it, by the name of its file without extension.
  static var layout: String { get }
  static var form: PageForm<Self> { get }

  var address: PageAddress { get }
  /// Unique in the site, the most particular words first.
  var title: String { get }
  var description: String { get }
  /// The pages above this one, for the breadcrumb.
  var trail: [PageLink] { get }
  /// The style sheets that it loads besides the site's, from the site's root.
  var styles: [String] { get }
  /// The scripts that it loads instead of the site's, by links from the page.
  var scripts: [String] { get }
  /// Whether its scripts run WebAssembly, which the security policy must allow.
  var computes: Bool { get }
  /// Where the page sends its readers at once; nil for a page that is read.
  var redirect: PageAddress? { get }
  /// What its authors wrote in its text, for faults found in the finished page.
  var writtenLinks: [WrittenLink] { get }
}

extension PageContent {
  var trail: [PageLink] { [] }
  var styles: [String] { [] }
  var scripts: [String] { [] }
  var computes: Bool { false }
  var redirect: PageAddress? { nil }
  var writtenLinks: [WrittenLink] { [] }

  static var schema: Schema { form.schema }

  func bytes(
    in frame: PageFrame, _ layouts: Layouts, diagnostics: inout DiagnosticList
  ) -> [UInt8] {
    let content = FramedContent(frame: frame, content: self)
    return layouts.bytes(
      Self.layout + ".html", with: Self.form.record(of: content), diagnostics: &diagnostics)
  }

  func placed(in frame: PageFrame, _ layouts: Layouts) -> PlacedPage {
    let content = FramedContent(frame: frame, content: self)
    return layouts.placed(Self.layout + ".html", with: Self.form.record(of: content))
  }
}

/// A page about a note, below the note's own.
protocol NoteSubpage: PageContent {
  var note: Note { get }
}

extension NoteSubpage {
  var trail: [PageLink] { [note.departmentLink(from: address), note.link(from: address)] }
  var styles: [String] { [NotePage.besideStyle] }
}

/// A link to a page under its title.
struct PageLink {
  let title: String
  let link: String

  static let form = Form<PageLink>(
    "une page", [.text("titre") { $0.title }, .address("lien") { $0.link }])

  /// A page about another year of the same department.
  static let yearForm = Form<PageLink>(
    "une année", [.text("annee") { $0.title }, .address("lien") { $0.link }])
}

/// What the layout of a page receives: what every page does, then its own.
typealias PageForm<Content> = Form<FramedContent<Content>>

/// What a page shows, and what surrounds it.
struct FramedContent<Content> {
  let frame: PageFrame
  let content: Content
}

extension Form {
  /// - Parameter own: what the layout receives besides what every page does.
  init<Content>(page name: String, _ own: [Form<Content>.Entry])
  where Source == FramedContent<Content> {
    self.init(
      name, PageFrame.entries.map { $0.of { $0.frame } } + own.map { $0.of { $0.content } })
  }
}
