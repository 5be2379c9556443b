import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

/// The pages and files of a site, at their addresses, before anything is made.
struct SitePlan: Sendable {
  let departments: [DepartmentPlan]
  /// The files that belong to no department: what lists them comes after them.
  let commonFiles: [PlannedFile]
  /// The paths that files of `site/` would share with files that the site makes.
  let clashes: [String]

  init(_ contents: SiteContents) {
    departments = DepartmentPlan.all(
      contents.notes, contents.addresses, hasDocuments: contents.hasDocuments)
    let texts = contents.texts.map(PlannedPage.text) + (contents.hasGlossary ? [.glossary] : [])
    let comparisons = SitePlan.comparisons(of: departments)
    let published = departments.flatMap(\.published)
    let search: [PlannedPage] = published.isEmpty ? [] : [.search(published)]
    let pages = departments.flatMap(\.pages) + comparisons + search + texts
    let lists: [PlannedPage] = [
      .home(latest: departments.compactMap(\.latest), drafts: departments.flatMap(\.drafts)),
      .siteMap(
        groups: departments.map { $0.pages.filter { !$0.isEmpty } }
          + (comparisons.isEmpty ? [] : [comparisons]), texts: search + texts),
    ]
    let lasting = departments.flatMap(\.lasting)
    let former = contents.addresses
      .formerPages(besides: Set((pages + lists + lasting).map(\.address)))
      .map(PlannedPage.former)
    var files = (comparisons + search + texts + lists + former + [.notFound]).map {
      PlannedFile($0.file, .page($0))
    }
    if !contents.addresses.withdrawals.isEmpty {
      let taken = Set(departments.flatMap(\.files).map(\.path))
      files += contents.addresses.withdrawnFiles(besides: taken)
    }
    files.append(PlannedFile(CalculationScript.path, .calculation))
    files.append(PlannedFile(OpenData.name, .noteList(contents.notes.filter { !$0.isDraft })))
    if let address = contents.address {
      let indexed = (lists.prefix(1) + pages + lists.suffix(1)).filter {
        !$0.isDraft && !$0.isEmpty
      }
      files.append(PlannedFile("sitemap.xml", .siteMapFile(indexed.map(\.address), address)))
      // A feed has a date: there is none before something is published.
      if contents.notes.contains(where: { !$0.isDraft }) {
        files.append(PlannedFile(Feed.path, .feed(address)))
      }
    }
    let copied = SitePlan.copied(contents)
    // A file may stand neither where another does nor where a folder does.
    let first = Set(copied.map { $0.path.prefix { $0 != "/" } })
    let others = departments.filter { department in
      let former = department.formerFolders.values.joined().map { $0.prefix { $0 != "/" } }
      return ([department.slug[...]] + former).contains(where: first.contains)
    }.flatMap(\.files)
    let made = Set((files + others).flatMap { [$0.path] + SitePlan.folders(of: $0.path) })
    clashes = copied.map(\.path).filter(made.contains)
    commonFiles = files + copied.filter { !made.contains($0.path) }
  }

  /// All files, no two at one path.
  var files: [PlannedFile] { departments.flatMap(\.files) + commonFiles }

  func department(_ slug: String) -> DepartmentPlan? { departments.first { $0.slug == slug } }

  /// What pages may lead to.
  var features: SiteFeatures {
    SiteFeatures(
      hasFeed: commonFiles.contains { if case .feed = $0.content { true } else { false } },
      hasSearch: departments.contains { $0.latest != nil },
      hasDocuments: departments.contains(where: \.hasDocuments))
  }

  /// The pages of departments side by side: the latest note of each, then the years that several
  /// have, the latest first; none for a single department.
  private static func comparisons(of departments: [DepartmentPlan]) -> [PlannedPage] {
    let latest = departments.compactMap(\.latest)
    guard latest.count > 1 else { return [] }
    let published = departments.flatMap(\.published)
    let sets = Dictionary(grouping: published, by: \.year).filter { $0.value.count > 1 }
      .sorted { $0.key > $1.key }.map { NoteSet(year: $0.key, notes: $0.value) }
    let years = sets.compactMap(\.year)
    let whole = PlannedPage.comparison(
      NoteSet(year: nil, notes: latest), years: years,
      departments: departments.filter(\.hasYears).map(\.slug))
    return [whole] + sets.map { .comparison($0, years: years, departments: []) }
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
}

/// What a site has besides its notes, for the pages that lead there.
struct SiteFeatures: Sendable, Hashable {
  var hasFeed = false
  var hasSearch = false
  /// Whether notes are made for paper too.
  var hasDocuments = false
}

/// What a site is to hold, by names alone: a plan can be made from it without a project.
struct SiteContents: Sendable {
  /// Sorted by department, then by year.
  var notes: [PlannedNote]
  /// The addresses of the pages of `site/pages/`, in their order.
  var texts: [PageAddress] = []
  /// Whether there are acronyms to explain.
  var hasGlossary = false
  /// Whether notes are made for paper too.
  var hasDocuments = false
  /// The texts of `site/` that are copied, by their paths in the sources.
  var assets: [String] = []
  /// Its files that are no texts.
  var copies: [SourceTree.File] = []
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
    let tree = content.project.tree
    notes = content.project.planned
    texts = content.texts.map(\.address)
    hasGlossary = content.hasGlossary
    assets = tree.sources(below: "site").map(\.path).filter(SiteContents.isAsset)
    copies = tree.files(below: "site").filter { SiteContents.isAsset($0.path) }
    addresses = content.project.configuration.addresses ?? PublishedAddresses()
    address = content.address
  }

  /// Everything in `site/` that is neither a layout, a page, the settings nor the style of paper.
  static func isAsset(_ path: String) -> Bool {
    path != "site/site.yaml" && path != DocumentKind.style
      && ![Layouts.folder, TextPage.folder].contains { path.hasPrefix($0 + "/") }
  }
}
