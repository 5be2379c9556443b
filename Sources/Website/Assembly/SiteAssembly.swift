import Publication
import Files
import Configuration
import Diagnostics
import Facts
import Notes
import Work

/// Makes the files of plans, each once: what two plans share is made for both.
struct SiteAssembly: Sendable {
  /// How much is read of the files that are copied as they are.
  enum Copies: Sendable {
    /// Enough to know that they can be read and hold something.
    case beginnings
    case whole
  }

  let content: CheckedProject
  /// The program's.
  let version: String
  private let copies: Copies
  private let notes: [PlannedNote: Note]
  private var pages: [PlannedPage: Page] = [:]
  private var finished: [PlannedFile: FinishedFile] = [:]

  init(_ content: CheckedProject, version: String, copies: Copies) {
    self.content = content
    self.version = version
    self.copies = copies
    notes = Dictionary(uniqueKeysWithValues: content.project.notes.map { (PlannedNote($0), $0) })
  }

  /// Makes what is to be verified of a plan.
  ///
  /// **Errors**: those of files that cannot be read.
  mutating func make(_ plan: SitePlan, diagnostics: inout DiagnosticList) {
    let hasFeed = plan.hasFeed
    for page in plan.pages + [.notFound] where pages[page] == nil { pages[page] = made(page) }
    let files = plan.files.filter { $0.isVerified && finished[$0] == nil }
    let made = WorkSharing.map(files) { [self] file in
      var found = DiagnosticList()
      return (file: finish(file, hasFeed: hasFeed, diagnostics: &found), found: found)
    }
    for (file, (result, found)) in zip(files, made) {
      finished[file] = result
      diagnostics.add(contentsOf: found)
    }
  }

  /// The verification of a plan that was made.
  func verification(of plan: SitePlan) -> SiteVerification {
    SiteVerification(
      finished: Dictionary(
        uniqueKeysWithValues: plan.files.compactMap { file in
          finished[file].map { (file.path, $0) }
        }), paths: plan.files.map(\.path))
  }

  /// The files of a plan that was made with whole copies.
  func files(of plan: SitePlan) -> SiteFiles {
    var site = SiteFiles()
    for file in plan.files { site.add(file.path, finished[file]?.bytes ?? generated(file.content)) }
    return site
  }

  /// A note of a plan: plans are made from the notes of the project.
  func note(_ planned: PlannedNote) -> Note {
    guard let note = notes[planned] else { preconditionFailure("the plan is another project's") }
    return note
  }

  /// A page that was made.
  func page(_ planned: PlannedPage) -> Page {
    guard let page = pages[planned] else { preconditionFailure("the page was not made") }
    return page
  }

  /// Nil after an error.
  private func finish(
    _ file: PlannedFile, hasFeed: Bool, diagnostics: inout DiagnosticList
  ) -> FinishedFile? {
    guard case .page(let planned) = file.content else {
      return copied(file, diagnostics: &diagnostics).map {
        FinishedFile($0, at: file.path, base: base)
      }
    }
    let page = page(planned)
    let text = render(page, hasFeed: hasFeed)
    return FinishedFile(
      Array(text.utf8), at: file.path, base: base, writtenLinks: page.writtenLinks)
  }

  /// The path of the public address, for links that begin with `/`.
  private var base: String { content.address?.path ?? "/" }
}

// MARK: - Files that are no pages

extension SiteAssembly {
  /// What only the program writes.
  private func generated(_ content: PlannedFile.Content) -> [UInt8] {
    let text =
      switch content {
      case .simulatorData(let note): SimulatorData(note: self.note(note)).text
      case .calculation: CalculationScript.text(sentences: self.content.sentences)
      case .siteMapFile(let pages, let address): SiteMapFile.text(pages: pages, address: address)
      case .feed(let address): feed.text(address: address)
      case .page, .noteText, .summary, .asset, .copy:
        preconditionFailure("what is verified is made beforehand")
      }
    return Array(text.utf8)
  }

  private var feed: Feed {
    let settings = content.settings
    let publisher = settings.isDemonstration ? nil : settings.publisher
    return Feed(
      title: settings.title, author: publisher ?? settings.title, notes: content.project.notes)
  }

  /// The text of a note or a file of the sources; nil after an error.
  private func copied(_ file: PlannedFile, diagnostics: inout DiagnosticList) -> [UInt8]? {
    // A page is read whole, for its links.
    let isWhole = copies == .whole || file.path.hasSuffix(".html")
    switch file.content {
    case .noteText(let note, let latest): return Array(text(.note, of: note, latest: latest).utf8)
    case .summary(let note, let latest): return Array(text(.summary, of: note, latest: latest).utf8)
    case .asset(let path):
      let text = content.project.tree[path]?.text ?? ""
      let slim = isWhole ? SlimText.apply : SlimText.beginning
      return Array(slim(text, path).utf8)
    case .copy(let file):
      let tree = content.project.tree
      return isWhole
        ? tree.contents(of: file, into: &diagnostics)
        : tree.beginning(of: file, into: &diagnostics)
    case .page, .simulatorData, .calculation, .siteMapFile, .feed: return nil
    }
  }

  private func text(
    _ layout: Layouts.TextLayout, of planned: PlannedNote, latest: PlannedNote
  ) -> String {
    NoteText(
      note: note(planned), latest: note(latest), settings: content.settings,
      address: content.address
    ).text(layout, in: content.layouts)
  }
}
