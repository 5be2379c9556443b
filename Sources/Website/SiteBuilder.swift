import Configuration
public import Diagnostics
import Checks
import Facts
import Markdown
public import Notes

/// Makes the whole site in memory: pages, texts, assets, attachments.
public struct SiteBuilder {
  private let project: Project
  /// Those that the site shows, sorted by department, then by year.
  private let notes: [Note]
  private let settings: Settings
  private let layouts: Layouts
  private let version: String
  /// The sentences of the calculation.
  private let sentences: Record

  private var tree: SourceTree { project.tree }
  private var address: PublicAddress? { settings.address.map(PublicAddress.init) }

  /// Makes the site of a project and verifies it, with the drafts and without.
  ///
  /// **Errors**: returns nil when the project, a layout or a page has errors; the list says them all.
  ///
  /// - Parameters:
  ///   - version: the program's, which layouts may show.
  ///   - showsDrafts: whether the site returned has the pages of drafts. They are verified anyway.
  public static func build(
    _ project: Project, version: String, showsDrafts: Bool, diagnostics: inout DiagnosticList
  ) -> SiteFiles? {
    let layouts = Layouts(project.tree, diagnostics: &diagnostics)
    guard let settings = project.configuration.settings else { return nil }
    Checks.run(project, diagnostics: &diagnostics)
    checkSettings(of: project, diagnostics: &diagnostics)
    let texts = TextPages.pages(project.tree, settings: settings, diagnostics: &diagnostics)
    checkAddresses(of: project, diagnostics: &diagnostics)
    guard let sentences = sentences(of: project, diagnostics: &diagnostics),
      !diagnostics.hasErrors
    else { return nil }
    func site(of notes: [Note], _ diagnostics: inout DiagnosticList) -> SiteFiles? {
      SiteBuilder(
        project: project, notes: notes, settings: settings, layouts: layouts, version: version,
        sentences: sentences
      ).verifiedSite(texts: texts, diagnostics: &diagnostics)
    }
    let whole = site(of: project.notes, &diagnostics)
    let published = project.notes.filter { !$0.isDraft }
    guard published.count < project.notes.count, whole != nil else { return whole }
    // What a page links to may be a draft: the site must hold without them too.
    let withoutDrafts = site(of: published, &diagnostics)
    return diagnostics.hasErrors ? nil : showsDrafts ? whole : withoutDrafts
  }

  private func verifiedSite(texts: [Page], diagnostics: inout DiagnosticList) -> SiteFiles? {
    let site = site(texts: texts, diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let written =
      notes.map { ($0.address.file, $0.writtenLinks) }
      + texts.map { ($0.address.file, $0.writtenLinks) }
    SiteVerification(
      site: site, writtenLinks: Dictionary(written) { first, _ in first },
      base: address?.path ?? "/"
    ).run(diagnostics: &diagnostics)
    return diagnostics.hasErrors ? nil : site
  }

  private func site(texts: [Page], diagnostics: inout DiagnosticList) -> SiteFiles {
    var site = SiteFiles()
    let groups = Dictionary(grouping: notes, by: \.department)
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { slug, notes in
        DepartmentPages(slug, notes: notes.reversed(), sentences: sentences, in: project)
      }
    var pages = [
      Page.home(
        title: settings.title, latest: groups.compactMap(\.latest),
        drafts: groups.flatMap(\.drafts))
    ]
    for group in groups { pages += [group.page] + group.notePages }
    pages += texts
    pages.append(
      .siteMap(departments: groups.map { ($0.page, $0.notePages) }, texts: texts))
    for page in pages { site.add(page.address.file, render(page)) }
    site.add("404.html", render(.notFound))
    for group in groups {
      for note in group.published + group.drafts {
        addTexts(of: note, latest: note.isDraft ? note : group.latest ?? note, to: &site)
        let address = PageAddress.simulator(note.department, note.year.text)
        site.add(address.folder + SimulatorData.file, SimulatorData(note: note).text)
      }
    }
    site.add(CalculationScript.path, CalculationScript.text(sentences: sentences))
    if let address {
      let addresses = pages.filter { !$0.isDraft }.map(\.address)
      site.add("sitemap.xml", SiteMapFile.text(pages: addresses, address: address))
      if let feed { site.add(Feed.path, feed.text(address: address)) }
    }
    addAssets(to: &site, diagnostics: &diagnostics)
    addAttachments(to: &site, diagnostics: &diagnostics)
    return site
  }

  /// The sentences of the calculation, without which no simulator can speak.
  private static func sentences(
    of project: Project, diagnostics: inout DiagnosticList
  ) -> Record? {
    if let sentences = project.configuration.sentences { return sentences }
    let path = "departments/national/formules.yaml"
    if project.tree[path] == nil, !project.tree.isRefused(path) {
      diagnostics.add(
        Diagnostic(
          WebsiteCode.missingSentences, "Le fichier « \(path) » n’existe pas.",
          at: Place(file: path), expected: "les phrases du calcul, pour le simulateur"))
    }
    return nil
  }

  /// Marks of the template language in the settings would be printed as they are.
  private static func checkSettings(of project: Project, diagnostics: inout DiagnosticList) {
    guard let source = project.tree["site/site.yaml"] else { return }
    for number in 1...source.lineCount {
      let line = Array((source.line(number) ?? "").unicodeScalars.prefix { $0 != "#" })
      guard let column = line.indices.first(where: { isMark(line[$0...].prefix(2)) }) else {
        continue
      }
      let mark = String(String.UnicodeScalarView(line[column...].prefix(2)))
      diagnostics.add(
        Diagnostic(
          NoteCode.resteDeGabarit, "Le réglage contient « \(mark) », qui n’est pas lu ici.",
          at: Place(file: source.path, line: number, column: column + 1, length: 2),
          expected: "un texte sans balise"))
    }
  }

  private static func isMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.elementsEqual("{{".unicodeScalars) || scalars.elementsEqual("{%".unicodeScalars)
  }

  /// Departments, pages and files of the site share the first part of addresses.
  private static func checkAddresses(of project: Project, diagnostics: inout DiagnosticList) {
    let tree = project.tree
    var owners = ["plan-du-site": "la page du plan du site"]
    let pages = tree.sources(in: TextPages.folder).map(\.path)
    let folders = tree.folderNames(in: "site").map { "site/" + $0 }
      .filter { $0 != TextPages.folder && $0 != Layouts.folder }
    let departments = project.configuration.departments.map { "departments/" + $0.slug }
    for path in folders + pages + departments {
      let name = String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
      if let owner = owners.updateValue("« \(path) »", forKey: name) {
        diagnostics.add(
          Diagnostic(
            WebsiteCode.reservedAddress,
            "L’adresse « /\(name)/ » de « \(path) » est déjà celle de \(owner).",
            at: Place(file: path), expected: "un autre nom"))
      }
    }
  }

  /// The feed of what was published; nil when nothing was, since a feed has a date.
  private var feed: Feed? {
    let publisher = settings.isDemonstration ? nil : settings.publisher
    return Feed(title: settings.title, author: publisher ?? settings.title, notes: notes)
  }

  // MARK: - Pages

  private func render(_ page: Page) -> String {
    let frame = PageFrame(
      page: page, settings: settings, address: address,
      hasFeed: address != nil && feed != nil, version: version)
    return layouts.page(page.layout, with: frame.record)
  }

  /// `note.txt` and `resume.txt`.
  private func addTexts(of note: Note, latest: Note, to site: inout SiteFiles) {
    let text = NoteText(note: note, latest: latest, settings: settings, address: address)
    site.add(note.address.folder + NoteText.file, text.text(.note, in: layouts))
    site.add(note.address.folder + NoteText.summaryFile, text.text(.summary, in: layouts))
  }

  // MARK: - Files

  /// Everything in `site/` that is neither a layout, a page nor the settings.
  private func addAssets(to site: inout SiteFiles, diagnostics: inout DiagnosticList) {
    let made = ["site/layouts/", "site/pages/"]
    func isAsset(_ path: String) -> Bool {
      path.hasPrefix("site/") && path != "site/site.yaml" && !made.contains { path.hasPrefix($0) }
    }
    for source in tree.sources where isAsset(source.path) {
      let text = SlimText.apply(to: source.text, path: source.path)
      add(
        String(source.path.dropFirst("site/".count)), Array(text.utf8), to: &site,
        diagnostics: &diagnostics)
    }
    for file in tree.files where isAsset(file.path) {
      guard let bytes = tree.contents(of: file, into: &diagnostics) else { continue }
      add(String(file.path.dropFirst("site/".count)), bytes, to: &site, diagnostics: &diagnostics)
    }
  }

  private func addAttachments(to site: inout SiteFiles, diagnostics: inout DiagnosticList) {
    for facts in notes.compactMap({ project.configuration.note($0.department, $0.year) }) {
      for file in facts.attachments {
        guard let bytes = tree.contents(of: file, into: &diagnostics) else { continue }
        site.add("\(facts.department)/\(facts.year.text)/pieces/\(file.name)", bytes)
      }
    }
  }

  private func add(
    _ path: String, _ bytes: [UInt8], to site: inout SiteFiles, diagnostics: inout DiagnosticList
  ) {
    guard site.contents[path] == nil else {
      diagnostics.add(
        Diagnostic(
          WebsiteCode.reservedAddress, "Le site fabrique déjà une page à l’adresse « \(path) ».",
          at: Place(file: "site/" + path), expected: "un autre nom de fichier"))
      return
    }
    site.add(path, bytes)
  }
}

/// The pages of one department.
private struct DepartmentPages {
  /// The latest first.
  let published: [Note]
  let drafts: [Note]
  let page: Page
  /// Each note's page, followed by its simulator and by what changed: the published ones first.
  let notePages: [Page]

  /// - Parameter notes: the latest first; at least one.
  init(_ slug: String, notes: [Note], sentences: Record, in project: Project) {
    let published = notes.filter { !$0.isDraft }
    self.published = published
    drafts = notes.filter(\.isDraft)
    page = .department(slug, published: published, drafts: drafts)
    notePages = (published + drafts).flatMap { note in
      // A draft is no past year, whatever its year.
      let latest = note.isDraft ? note : published[0]
      let others = published.filter { $0.year != note.year }
      let before = published.first { $0.year < note.year }
      return [
        Page.note(note, others: others, latest: latest, before: before),
        Page.simulator(note, latest: latest, sentences: sentences),
        Page.changes(note, before.map { NoteChanges(from: $0, to: note, in: project) }),
      ]
    }
  }

  /// The latest published note.
  var latest: Note? { published.first }
}
