import Checks
public import Diagnostics
import Files
import Notes
public import Publication
import Synchronization
import Work

/// Checks a project, makes its pages, verifies them and, when they are asked for, writes them.
///
/// A department is taken at a time: read, checked, made into notes and pages, and out of memory but
/// for what lists and links need of it.
///
/// **Errors**: all codes of the project, of `Checks` and of `WebsiteCode`. Pages are told of only when
/// nothing is wrong before; those of drafts are verified always, and the site is verified without
/// them too.
public enum SiteBuilder {
  /// Says all that is wrong with a project.
  ///
  /// - Parameters:
  ///   - version: the program's, which layouts may show.
  ///   - site: the folder beside which a build may have kept what it knows of departments: those that
  ///     have not changed since are not read.
  public static func check(
    _ project: some DepartmentSource, version: String, beside site: String? = nil
  ) -> DiagnosticList {
    run(project, version: version, output: nil) { common in
      site.map {
        SiteMemory(common, version: version, beside: FileSystem.absolute($0))
      }
    }.diagnostics
  }

  /// Writes the whole site beside the old one, ready to be published, as far as the list has no
  /// error; otherwise nothing stays of it.
  ///
  /// - Parameters:
  ///   - showsDrafts: whether the site has the pages of drafts.
  ///   - press: takes what is to be made for paper; nil where nothing is.
  public static func build(
    _ project: some DepartmentSource, version: String, showsDrafts: Bool, with publisher: Publisher,
    press: DocumentPress? = nil
  ) -> DiagnosticList {
    let output = SiteOutput(
      showsDrafts: showsDrafts, press: press, begin: publisher.begin, add: publisher.add)
    let diagnostics =
      run(project, version: version, output: output) { common in
        // What is made for paper asks for every note.
        press != nil
          ? nil
          : SiteMemory(
            common, version: version, beside: publisher.target,
            output: SiteMemory.Output(publisher: publisher, showsDrafts: showsDrafts))
      }.diagnostics
    if diagnostics.hasErrors { publisher.discard() }
    return diagnostics
  }

  /// Makes the site with its drafts for who keeps it in memory, and makes again only what changes.
  ///
  /// What the sources would change in published notes keeps no page from being made here.
  ///
  /// - Parameters:
  ///   - last: what the run before made of the same project, when nothing has changed since but texts of
  ///     some departments: no file came or went.
  ///   - changed: the folders of these departments.
  ///   - add: takes the bytes of each file that is made; those of departments that did not change are
  ///     what they were. It is called on several threads at once.
  public static func make(
    _ project: some DepartmentSource, version: String, after last: KeptSite? = nil,
    changed: Set<String> = [], add: @escaping @Sendable (String, [UInt8]) -> Void
  ) -> KeptSite {
    let output = SiteOutput(showsDrafts: true, refusesChanges: false, add: add)
    return run(project, version: version, output: output, after: last, changed: changed)
  }

  /// - Parameters:
  ///   - last: what the run before made, of which the departments that did not change are kept.
  ///   - remember: what is known of the last build, asked once the new one has begun.
  private static func run(
    _ source: some DepartmentSource, version: String, output: SiteOutput?,
    after last: KeptSite? = nil, changed: Set<String> = [],
    remember: (Project) -> SiteMemory? = { _ in nil }
  ) -> KeptSite {
    var messages = source.messages
    let shared =
      last?.shared
      ?? SharedParts(source, version: version, hasDocuments: output?.press != nil)
    messages[.site].add(contentsOf: shared.diagnostics)

    let making = shared.making?.writing(to: output)
    if making != nil { output?.begin() }
    let memory = making == nil ? nil : remember(source.common)
    let departments = make(
      source, making, refusesChanges: output?.refusesChanges != false,
      last?.departments(without: changed) ?? [:], memory)
    for (_, made) in departments { messages.add(contentsOf: made.messages) }
    source.check(departments.map(\.made.plans), messages: &messages)
    if shared.areLayoutsSound, !messages[.sources].hasErrors, !messages[.notes].hasErrors {
      shared.layouts.reportUseless(in: source.common.tree, diagnostics: &messages[.site])
    }
    var lists = last?.lists
    if let making, !messages.hasErrors {
      lists = making.finish(
        departments.compactMap(\.made.pages), after: lists, diagnostics: &messages[.pages])
    }
    memory?.save()
    var diagnostics = messages.told
    let isSound = !diagnostics.hasErrors
    for (_, made) in departments { diagnostics.add(contentsOf: made.divergences) }
    return KeptSite(
      diagnostics: diagnostics, isSound: isSound, shared: shared, lists: lists,
      departments: Dictionary(uniqueKeysWithValues: departments.map { ($0.slug, $0.made) }))
  }

  /// - Parameter making: nil when no page can be made.
  private static func make(
    _ source: some DepartmentSource, _ making: SiteMaking?, refusesChanges: Bool,
    _ unchanged: [String: MadeDepartment], _ memory: SiteMemory?
  ) -> [(slug: String, made: MadeDepartment)] {
    let kept = WorkSharing.map(source.departments) { unchanged[$0] ?? memory?.unchanged($0) }
    let missing = zip(source.departments, kept).filter { $1 == nil }.map(\.0)
    // Nobody will see the pages once one department has an error.
    let hasErrors = Mutex(false)
    // Apart from the others: where one department alone has changed, all cores take its notes.
    let made = WorkSharing.map(missing) { slug in
      let reading = source.department(slug)
      var made = MadeDepartment(messages: reading.messages, plans: reading.plans)
      guard let project = reading.project else { return made }
      let fingerprint = memory?.fingerprint(slug, in: project.tree)
      if refusesChanges {
        made.messages[.notes].add(contentsOf: project.divergences)
      } else {
        made.divergences = project.divergences
      }
      Checks.checkWaivers(project, diagnostics: &made.messages[.site])
      Checks.checkNotes(project, diagnostics: &made.messages[.checks])
      let attachments = project.citedAttachments(diagnostics: &made.messages[.checks])
      let isSound = hasErrors.withLock {
        $0 = $0 || made.messages.hasErrors
        return !$0
      }
      if isSound, let making {
        let pages = making.make(
          slug, project, attachments, diagnostics: &made.messages[.pages])
        made.pages = pages
        memory?.keep(slug, made, fingerprint, files: making.written(of: pages))
      }
      return made
    }
    var rest = made[...]
    return zip(source.departments, kept).compactMap { slug, kept in
      (kept ?? rest.popFirst()).map { (slug, $0) }
    }
  }
}

/// What a run made of a project, for the next one in the same process.
public struct KeptSite: Sendable {
  public let diagnostics: DiagnosticList
  /// Whether the site holds, whatever the sources would change in published notes.
  public let isSound: Bool
  fileprivate let shared: SharedParts
  /// What was made of the files that belong to no department, the last time that nothing was wrong.
  fileprivate let lists: CommonFiles?
  private let departments: [String: MadeDepartment]

  fileprivate init(
    diagnostics: DiagnosticList, isSound: Bool, shared: SharedParts, lists: CommonFiles?,
    departments: [String: MadeDepartment]
  ) {
    self.diagnostics = diagnostics
    self.isSound = isSound
    self.shared = shared
    self.lists = lists
    self.departments = departments
  }

  /// A page of a department as it was made, with the places of its values.
  ///
  /// - Parameters:
  ///   - path: from the site's root.
  ///   - project: the department's.
  func placed(_ path: String, of department: String, _ project: Project) -> PlacedPage? {
    shared.making?.placed(path, of: department, project)
  }

  /// The paths of the files of a department.
  func paths(of department: String) -> [String] {
    departments[department]?.pages.map { $0.whole.map(\.path) } ?? []
  }

  /// Those that are still as they were made.
  fileprivate func departments(without changed: Set<String>) -> [String: MadeDepartment] {
    departments.filter { $0.value.pages != nil && !changed.contains($0.key) }
  }
}

/// What all pages are made with, and what there is to say of it.
private struct SharedParts: Sendable {
  let layouts: Layouts
  let areLayoutsSound: Bool
  /// Nil when no page can be made.
  let making: SiteMaking?
  let diagnostics: DiagnosticList

  init(_ source: some DepartmentSource, version: String, hasDocuments: Bool) {
    var found = DiagnosticList()
    layouts = Layouts(source.common.tree, diagnostics: &found)
    areLayoutsSound = !found.hasErrors
    let content = CheckedProject(source.common, layouts, diagnostics: &found)
    let hasErrors = source.messages.hasErrors || found.hasErrors
    making =
      hasErrors
      ? nil
      : content.map {
        SiteMaking($0, version: version, hasDocuments: hasDocuments)
      }
    diagnostics = found
  }
}

/// A department once its pages are made.
struct MadeDepartment: Sendable, Codable {
  var messages: StagedDiagnostics
  var plans: DepartmentPlans?
  /// What the sources would change in its published notes, where that is no error.
  var divergences = DiagnosticList()
  /// Nil when something is wrong, here or elsewhere.
  var pages: DepartmentPages?

  /// Whether all is made without errors, and each problem is kept.
  var isWhole: Bool {
    pages != nil && !messages.hasErrors && messages.isWhole && divergences.isWhole
      && plans?.hasAllProblems != false
  }
}

/// Where a site goes.
struct SiteOutput: Sendable {
  let showsDrafts: Bool
  /// Whether what the sources would change in published notes is an error.
  var refusesChanges = true
  /// Takes what is to be made for paper.
  var press: DocumentPress?
  /// Called before the first file is made.
  var begin: @Sendable () -> Void = {}
  let add: @Sendable (_ path: String, _ bytes: [UInt8]) -> Void
}

/// What stays of a department once its pages are made.
struct DepartmentPages: Sendable, Codable {
  let notes: [NoteSummary]
  /// Its files in the site with drafts.
  var whole: [FinishedFile] = []
  /// Those that are others in the site without.
  var publishedOnly: [FinishedFile] = []
  /// The paths of what its notes cite, which no plan knows.
  var publishedAttachments: [String] = []
  var wholeAttachments: [String] = []
  /// The paths that the attachments which they do not cite would have.
  var uncitedAttachments: [String] = []
}
