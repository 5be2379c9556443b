import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

/// Makes what is in the files of a plan, each from all that the plan says of it.
struct SiteAssembly: Sendable {
  private let content: CheckedProject
  /// The program's.
  private let version: String
  /// What pages may lead to.
  private let features: SiteFeatures
  /// Those of the department whose pages are made.
  private var notes: [PlannedNote: Note] = [:]
  /// Where their texts say the values of their facts.
  private var parts: [PlannedNote: NoteParts] = [:]
  /// Those of all departments, once their pages are made.
  private var summaries: [PlannedNote: NoteSummary] = [:]
  /// The names of the departments, by their folders.
  private var names: [String: String] = [:]
  /// The titles of their pages, by the paths of their files.
  private var titles: [String: String] = [:]

  init(_ content: CheckedProject, version: String, features: SiteFeatures) {
    self.content = content
    self.version = version
    self.features = features
  }

  /// For the pages of one department.
  func of(_ department: Project) -> SiteAssembly {
    var assembly = self
    for (note, live) in zip(department.notes, department.liveNotes) {
      assembly.notes[PlannedNote(note)] = note
      assembly.parts[PlannedNote(note)] = NoteParts(note, live: live)
    }
    return assembly
  }

  /// For the pages that belong to no department.
  func listing(_ departments: [DepartmentPages]) -> SiteAssembly {
    var assembly = self
    for department in departments {
      for note in department.notes {
        assembly.summaries[note.planned] = note
        assembly.names[note.department] =
          assembly.names[note.department] ?? note.departmentName.noun
      }
      for file in department.whole { assembly.titles[file.path] = file.title }
    }
    return assembly
  }

  /// A page before its layout is applied: what costs time is made with the layout.
  ///
  /// - Parameter isWhole: whether it will be read; otherwise it may lack words without links.
  func page(_ page: PlannedPage, isWhole: Bool = true) -> any PageContent {
    switch page {
    case .home(let latest, let drafts):
      HomePage(
        title: content.settings.title, latest: latest.map(summary), drafts: drafts.map(summary))
    case .department(let slug, let published, let drafts):
      DepartmentPage(
        address: .department(slug), published: published.map(note), drafts: drafts.map(note))
    case .note: notePage(page)
    case .comparison(let set, let years, let departments):
      SideBySidePage(
        notes: set.notes.map(summary), year: set.year, years: years,
        departments: departments.map { slug in
          (slug, names[slug] ?? slug)
        })
    case .years(let slug, let published, let hasOthers):
      YearsPage(
        address: PageAddress.department(slug).years, notes: published.map { NoteSummary(note($0)) },
        hasOthers: hasOthers)
    case .simulator(let note, let latest):
      SimulatorPage(
        note: self.note(note), latest: self.note(latest), sentences: content.sentences)
    case .changes(let note, let before):
      ChangesPage(
        note: self.note(note), before: before.map(self.note),
        editions: content.project.configuration.editions)
    case .textVersion(let note, let latest):
      NoteTextPage(
        text: NoteText(
          note: self.note(note), latest: self.note(latest), settings: content.settings,
          address: content.address, isHollow: !isWhole, breaksLines: false),
        layouts: content.layouts)
    case .procedure(let note, let latest):
      ProcedurePage(note: self.note(note), latest: self.note(latest))
    case .origin(let note): OriginPage(note: self.note(note))
    case .text(let address): text(address)
    case .siteMap(let groups, let texts):
      SiteMapPage(parts: (groups + texts.map { [$0] }).map { $0.map { (title($0), $0.address) } })
    case .search(let notes): SearchPage(notes: notes.map(summary))
    case .glossary: GlossaryPage(content.project.configuration.glossary)
    case .former(let page): MovedPage(page: page)
    case .notFound: NotFoundPage()
    }
  }

  private func notePage(_ page: PlannedPage) -> NotePage {
    guard case .note(let note, let others, let latest, let before) = page else {
      preconditionFailure("a document is made from the page of a note")
    }
    return NotePage(
      note: self.note(note), others: others.map(self.note), latest: self.note(latest),
      before: before.map(self.note), hasDocuments: features.hasDocuments,
      parts: parts(of: note))
  }

  /// What is in a file; nil after an error.
  ///
  /// - Parameter isWhole: whether it will be read; otherwise enough of it to know that it can be made
  ///   and holds something, and which links and anchors it has.
  ///
  /// **Errors**: those of files that cannot be read.
  func bytes(
    of file: PlannedFile, isWhole: Bool, diagnostics: inout DiagnosticList
  ) -> [UInt8]? {
    let text: String
    switch file.content {
    case .page(let planned):
      let page = page(planned, isWhole: isWhole)
      return page.bytes(in: frame(of: page, planned), content.layouts, diagnostics: &diagnostics)
    case .document(let kind, let planned):
      let style = content.project.tree[DocumentKind.style]?.text ?? ""
      let document = kind.content(
        notePage(planned), style: SlimText.apply(to: style, path: DocumentKind.style))
      return document.bytes(
        in: frame(of: document, planned), content.layouts, diagnostics: &diagnostics)
    case .text(let layout, let note, let latest):
      let source = NoteText(
        note: self.note(note), latest: self.note(latest), settings: content.settings,
        address: content.address, isHollow: !isWhole)
      return NoteText.byteOrderMark
        + content.layouts.bytes(
          layout.file, with: layout.form.record(of: source), diagnostics: &diagnostics)
    case .asset(let path):
      let source = content.project.tree[path]
      source?.reportInvisible(into: &diagnostics)
      text = SlimText.apply(to: source?.text ?? "", path: path)
    case .copy(let source):
      // A page is read whole for its links, a picture in SVG for its scripts.
      let tree = content.project.tree
      let isSVG = ["svg", "svgz"].contains(SourceTree.suffix(file.path))
      let bytes =
        isWhole || isSVG || file.path.hasSuffix(".html")
        ? tree.contents(
          of: source, limit: isSVG ? SVGFaults.limit : SourceTree.fileLimit, into: &diagnostics)
        : tree.beginning(of: source, into: &diagnostics)
      if isSVG, let bytes {
        for fault in SVGFaults.all(bytes, of: source) { diagnostics.add(fault) }
      }
      return bytes
    case .simulatorData(let note):
      text = SimulatorData(note: self.note(note), parts: parts(of: note)).text
    case .calendar(let note):
      text = CalendarFile.text(self.note(note), address: content.address)
    case .step(let note, let step):
      text = CalendarFile.text(self.note(note), step: step, address: content.address)
    case .openData(let note):
      text = OpenData.text(
        self.note(note), address: content.address,
        isDemonstration: content.settings.isDemonstration)
    case .withdrawn(let address, let withdrawal):
      let name = file.path.split(separator: "/").last
      switch name.map(String.init) {
      case CalendarFile.name: text = CalendarFile.text(withdrawal, of: address)
      case OpenData.name: text = OpenData.text(withdrawal, of: address)
      default: return NoteText.byteOrderMark + Array((withdrawal.sentence + "\n").utf8)
      }
    case .noteList(let notes):
      text = OpenData.list(notes.map(summary), address: content.address)
    case .searchText(let note): text = SearchText.text(self.note(note))
    case .calculation: text = CalculationScript.text(sentences: content.sentences)
    case .siteMapFile(let pages, let address):
      text = SiteMapFile.text(pages: pages, address: address)
    case .feed(let address):
      let settings = content.settings
      let publisher = settings.isDemonstration ? nil : settings.publisher
      text = Feed.text(
        title: settings.title, author: publisher ?? settings.title,
        notes: content.project.planned.map(summary), address: address)
    }
    return Array(text.utf8)
  }

  /// A page with the places of its values.
  func placed(_ planned: PlannedPage) -> PlacedPage {
    let page = page(planned)
    return page.placed(in: frame(of: page, planned), content.layouts)
  }

  private func frame(of page: any PageContent, _ planned: PlannedPage) -> PageFrame {
    PageFrame(
      page: page, isDraft: planned.isDraft, settings: content.settings,
      address: content.address, features: features, hasGlossary: content.hasGlossary,
      hasPicture: content.hasPicture, version: version)
  }

  private func note(_ planned: PlannedNote) -> Note {
    guard let note = notes[planned] else { preconditionFailure("the plan is another project's") }
    return note
  }

  private func parts(of planned: PlannedNote) -> NoteParts {
    guard let parts = parts[planned] else { preconditionFailure("the plan is another project's") }
    return parts
  }

  private func summary(_ planned: PlannedNote) -> NoteSummary {
    guard let summary = summaries[planned] else {
      preconditionFailure("the plan is another project's")
    }
    return summary
  }

  private func title(_ page: PlannedPage) -> String {
    titles[page.file] ?? self.page(page).title
  }

  private func text(_ address: PageAddress) -> TextPage {
    guard let page = content.texts.first(where: { $0.address == address }) else {
      preconditionFailure("the plan is another project's")
    }
    return page
  }
}
