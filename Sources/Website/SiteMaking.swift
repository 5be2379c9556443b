import Diagnostics
import Notes
import Publication
import Work

/// Makes the files of the site with drafts and of the site without, each once, and verifies both.
struct SiteMaking: Sendable {
  private let whole: SitePlan
  private let published: SitePlan
  /// The paths of all files of each.
  private let wholePaths: Set<String>
  private let publishedPaths: Set<String>
  private let assembly: SiteAssembly
  /// Nil when nothing is written.
  private var output: SiteOutput?
  /// The path of the public address, for links that begin with `/`.
  private let base: String

  /// - Parameter hasDocuments: whether notes are made for paper too.
  init(_ content: CheckedProject, version: String, hasDocuments: Bool) {
    var contents = SiteContents(content)
    contents.hasDocuments = hasDocuments
    whole = SitePlan(contents)
    published = SitePlan(contents.withoutDrafts)
    wholePaths = Set(whole.files.map(\.path))
    publishedPaths = Set(published.files.map(\.path))
    assembly = SiteAssembly(content, version: version, features: whole.features)
    base = content.address?.path ?? "/"
  }

  /// The same, with where its files go.
  func writing(to output: SiteOutput?) -> SiteMaking {
    var making = self
    making.output = output
    return making
  }

  // MARK: - One department

  /// Makes the files of a department.
  func make(
    _ slug: String, _ department: Project, _ cited: [PlannedNote: [CitedAttachment]],
    diagnostics: inout DiagnosticList
  ) -> DepartmentPages {
    let notes = department.notes
    let assembly = assembly.of(department)
    var pages = DepartmentPages(notes: notes.map(NoteSummary.init))
    var finished: [PlannedFile: FinishedFile] = [:]
    let steps = Dictionary(
      uniqueKeysWithValues: notes.map { (PlannedNote($0), $0.datedSteps.map(\.identifier)) })
    let (published, ofPublished) = files(of: slug, cited, steps, in: published)
    let (whole, ofWhole) = files(of: slug, cited, steps, in: whole)
    pages.publishedAttachments = ofPublished
    pages.wholeAttachments = ofWhole
    pages.uncitedAttachments = department.uncitedAttachments(besides: cited)
    let written = Set(output?.showsDrafts == true ? whole : published)
    // What both sites have is settled in the smaller one: a page may link to a draft.
    for (files, paths) in [
      (published, [publishedPaths, Set(ofPublished)]), (whole, [wholePaths, Set(ofWhole)]),
    ] {
      let missing = files.filter { finished[$0] == nil && isMade($0) }
      for made in make(missing, with: assembly, written: written, among: paths) {
        finished[made.file] = made.finished
        diagnostics.add(contentsOf: made.found)
      }
    }
    pages.whole = settled(whole, finished, with: assembly)
    let shared = Dictionary(uniqueKeysWithValues: pages.whole.map { ($0.path, $0) })
    pages.publishedOnly = settled(published, finished, with: assembly)
      .filter { $0 != shared[$0.path] }
    return pages
  }

  /// A page of a department with the places of its values; nil where it has none at the path.
  func placed(_ path: String, of slug: String, _ department: Project) -> PlacedPage? {
    let page = whole.department(slug)?.pages.first { $0.file == path }
    return page.map { assembly.of(department).placed($0) }
  }

  /// The paths of the files of a department that are written.
  func written(of pages: DepartmentPages) -> [String] {
    let files = output?.showsDrafts == true ? pages.whole : published(of: pages)
    return files.map(\.path)
  }

  /// The files of a department in the site without drafts.
  private func published(of pages: DepartmentPages) -> [FinishedFile] {
    let own = Set(pages.publishedOnly.map(\.path))
    let attachments = Set(pages.publishedAttachments)
    return pages.publishedOnly
      + pages.whole.filter { file in
        !own.contains(file.path)
          && (publishedPaths.contains(file.path) || attachments.contains(file.path))
      }
  }

  /// The files of a department, and the paths of those that no plan knows: what its notes cite, and
  /// the steps of their calendars.
  private func files(
    of slug: String, _ cited: [PlannedNote: [CitedAttachment]], _ steps: [PlannedNote: [String]],
    in plan: SitePlan
  ) -> (files: [PlannedFile], attachments: [String]) {
    guard let department = plan.department(slug) else { return ([], []) }
    let attachments = department.files(of: cited) + department.files(of: steps)
    return (department.files + attachments, attachments.map(\.path))
  }

  /// Without output, only what can be wrong is made.
  private func isMade(_ file: PlannedFile) -> Bool { file.isVerified || output != nil }

  /// Makes files on all cores: each in its order, with what there is to say of it.
  private func make(
    _ files: [PlannedFile], with assembly: SiteAssembly, written: Set<PlannedFile>,
    among paths: [Set<String>]
  ) -> [(file: PlannedFile, finished: FinishedFile?, found: DiagnosticList)] {
    WorkSharing.map(files) { file in
      var found = DiagnosticList()
      let finished = make(
        file, with: assembly, isWritten: output != nil && written.contains(file), among: paths,
        diagnostics: &found)
      return (file, finished, found)
    }
  }

  /// Makes a file, which leaves memory once it is written and its links are read; nil after an error.
  private func make(
    _ file: PlannedFile, with assembly: SiteAssembly, isWritten: Bool, among paths: [Set<String>],
    diagnostics: inout DiagnosticList
  ) -> FinishedFile? {
    let bytes = assembly.bytes(of: file, isWhole: isWritten, diagnostics: &diagnostics)
    guard let bytes else { return nil }
    if isWritten {
      if case .document(let kind, _) = file.content {
        output?.press?.add(file.path, bytes, kind)
      } else {
        output?.add(file.path, bytes)
      }
    }
    var title: String?
    if case .page(let page) = file.content { title = assembly.page(page).title }
    return FinishedFile(bytes, at: file.path, title: title, base: base, among: paths)
  }

  /// Files of one site, the links between them settled.
  private func settled(
    _ files: [PlannedFile], _ finished: [PlannedFile: FinishedFile], with assembly: SiteAssembly
  ) -> [FinishedFile] {
    let all = files.compactMap { finished[$0] }
    let pages = PageIDs(all, for: all)
    return files.compactMap { file in
      finished[file]?.settled(base: base, among: pages) {
        if case .page(let page) = file.content { assembly.page(page).writtenLinks } else { [] }
      }
    }
  }

  // MARK: - The whole site

  /// Makes the files that belong to no department, then verifies both sites.
  ///
  /// - Parameter last: what the run before made of them with the same plans.
  func finish(
    _ departments: [DepartmentPages], after last: CommonFiles?, diagnostics: inout DiagnosticList
  ) -> CommonFiles {
    for path in whole.clashes { diagnostics.add(.clash(at: path)) }
    var files = CommonFiles(departments)
    let assembly = assembly.listing(departments)
    files.finished = last?.kept(for: files) ?? [:]
    var finished = files.finished
    let written = Set((output?.showsDrafts == true ? whole : published).commonFiles)
    for (plan, paths) in [(published, publishedPaths), (whole, wholePaths)] {
      let missing = plan.commonFiles.filter { finished[$0] == nil && isMade($0) }
      for made in make(missing, with: assembly, written: written, among: [paths]) {
        finished[made.file] = made.finished
        diagnostics.add(contentsOf: made.found)
        if made.found.isEmpty { files.finished[made.file] = made.finished }
      }
    }
    let uncited = Set(departments.flatMap(\.uncitedAttachments))
    for (plan, paths, own) in [
      (whole, wholePaths.union(departments.flatMap(\.wholeAttachments)), departments.map(\.whole)),
      (
        published, publishedPaths.union(departments.flatMap(\.publishedAttachments)),
        departments.map(published)
      ),
    ] where !diagnostics.hasErrors {
      let files = settled(plan.commonFiles, finished, with: assembly) + own.joined()
      SiteVerification(finished: files, paths: paths, uncited: uncited, base: base)
        .run(diagnostics: &diagnostics)
    }
    return files
  }
}

/// What a run made of the files that belong to no department, for the next one.
struct CommonFiles: Sendable {
  /// What lists say of notes and of pages.
  let notes: [NoteSummary]
  let titles: [String: String]
  /// Those about which there is nothing to say.
  fileprivate(set) var finished: [PlannedFile: FinishedFile] = [:]

  fileprivate init(_ departments: [DepartmentPages]) {
    notes = departments.flatMap(\.notes)
    titles = departments.reduce(into: [:]) { titles, department in
      for file in department.whole { titles[file.path] = file.title }
    }
  }

  /// What is the same with other notes.
  fileprivate func kept(for files: CommonFiles) -> [PlannedFile: FinishedFile] {
    if notes == files.notes, titles == files.titles { return finished }
    return finished.filter { !$0.key.listsNotes }
  }
}
