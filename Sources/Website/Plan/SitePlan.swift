import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

/// The pages and files of a site, at their addresses, before anything is made.
struct SitePlan: Sendable {
  /// In the order of the site map, which comes last.
  let pages: [PlannedPage]
  /// All files, those of the pages first; no two at one path.
  let files: [PlannedFile]
  /// The paths that files of `site/` would share with files that the site makes.
  let clashes: [String]

  init(_ contents: SiteContents) {
    let departments = DepartmentPlan.all(contents.notes)
    var pages: [PlannedPage] = [
      .home(
        latest: departments.compactMap(\.latest), drafts: departments.flatMap(\.drafts))
    ]
    let texts = contents.texts.map(PlannedPage.text)
    pages += departments.flatMap(\.pages) + texts
    let shown = departments.map { $0.pages.filter { !$0.isEmpty } }
    pages.append(.siteMap(departments: shown, texts: texts))
    self.pages = pages

    let former = contents.addresses.formerPages(besides: Set(pages.map(\.address)))
      .map(PlannedPage.former)
    var files = (pages + former + [.notFound]).map { PlannedFile($0.file, .page($0)) }
    files += departments.flatMap(\.otherFiles)
    files.append(PlannedFile(CalculationScript.path, .calculation))
    if let address = contents.address {
      let indexed = pages.filter { !$0.isDraft && !$0.isEmpty }.map(\.address)
      files.append(PlannedFile("sitemap.xml", .siteMapFile(indexed, address)))
      // A feed has a date: there is none before something is published.
      if contents.notes.contains(where: { !$0.isDraft }) {
        files.append(PlannedFile(Feed.path, .feed(address)))
      }
    }
    // A file may stand neither where another does nor where a folder does.
    let made = Set(files.flatMap { [$0.path] + SitePlan.folders(of: $0.path) })
    let copied = SitePlan.copied(contents)
    clashes = copied.map(\.path).filter(made.contains)
    files += copied.filter { !made.contains($0.path) } + SitePlan.attachments(contents)
    self.files = files
  }

  /// Whether pages may lead to the feed.
  var hasFeed: Bool {
    files.contains { if case .feed = $0.content { true } else { false } }
  }

  /// The folders around a file, without their last `/`.
  private static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  private static func copied(_ contents: SiteContents) -> [PlannedFile] {
    func path(_ source: String) -> String { String(source.dropFirst("site/".count)) }
    return contents.assets.map { PlannedFile(path($0), .asset($0)) }
      + contents.copies.map { PlannedFile(path($0.path), .copy($0)) }
  }

  private static func attachments(_ contents: SiteContents) -> [PlannedFile] {
    contents.notes.flatMap { note in
      (contents.attachments[note] ?? []).map {
        PlannedFile("\(note.address.folder)pieces/\($0.name)", .copy($0.file))
      }
    }
  }
}

/// What a site is to hold, by names alone: a plan can be made from it without a project.
struct SiteContents: Sendable {
  /// Sorted by department, then by year.
  var notes: [PlannedNote]
  /// The addresses of the pages of `site/pages/`, in their order.
  var texts: [PageAddress] = []
  /// The texts of `site/` that are copied, by their paths in the sources.
  var assets: [String] = []
  /// Its files that are no texts.
  var copies: [SourceTree.File] = []
  /// What each note cites of what is joined to it.
  var attachments: [PlannedNote: [CitedAttachment]] = [:]
  /// What was published.
  var addresses = PublishedAddresses()
  /// Nil while the site has none: then it has no feed either.
  var address: PublicAddress?

  /// The same without the notes in preparation.
  var withoutDrafts: SiteContents {
    var contents = self
    contents.notes.removeAll(where: \.isDraft)
    return contents
  }
}

extension SiteContents {
  init(_ content: CheckedProject) {
    let project = content.project
    let tree = project.tree
    notes = project.notes.map(PlannedNote.init)
    texts = content.texts.map(\.address)
    assets = tree.sources.map(\.path).filter(SiteContents.isAsset)
    copies = tree.files.filter { SiteContents.isAsset($0.path) }
    attachments = content.attachments
    addresses = project.configuration.addresses ?? PublishedAddresses()
    address = content.address
  }

  /// Everything in `site/` that is neither a layout, a page nor the settings.
  private static func isAsset(_ path: String) -> Bool {
    path.hasPrefix("site/") && path != "site/site.yaml"
      && ![Layouts.folder, TextPage.folder].contains { path.hasPrefix($0 + "/") }
  }
}
