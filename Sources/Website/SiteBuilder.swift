import Checks
public import Diagnostics
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
  /// - Parameter version: the program's, which layouts may show.
  public static func check(_ project: some DepartmentSource, version: String) -> DiagnosticList {
    run(project, version: version, output: nil)
  }

  /// Writes the whole site beside the old one, ready to be published, as far as the list has no
  /// error; otherwise nothing stays of it.
  ///
  /// - Parameter showsDrafts: whether the site has the pages of drafts.
  public static func build(
    _ project: some DepartmentSource, version: String, showsDrafts: Bool, with publisher: Publisher
  ) -> DiagnosticList {
    let output = SiteOutput(publisher: publisher, showsDrafts: showsDrafts)
    let diagnostics = run(project, version: version, output: output)
    if diagnostics.hasErrors { publisher.discard() }
    return diagnostics
  }

  private static func run(
    _ source: some DepartmentSource, version: String, output: SiteOutput?
  ) -> DiagnosticList {
    var messages = source.messages
    let tree = source.common.tree
    var found = DiagnosticList()
    let layouts = Layouts(tree, diagnostics: &found)
    let areLayoutsSound = !found.hasErrors
    let content = CheckedProject(source.common, layouts, diagnostics: &found)
    messages[.site].add(contentsOf: found)

    let making =
      messages.hasErrors
      ? nil : content.map { SiteMaking($0, version: version, output: output) }
    if making != nil { output?.publisher.begin() }
    let departments = make(source, making)
    for department in departments { messages.add(contentsOf: department.messages) }
    source.check(departments.map(\.plans), messages: &messages)
    if areLayoutsSound, !messages[.sources].hasErrors, !messages[.notes].hasErrors {
      layouts.reportUseless(in: tree, diagnostics: &messages[.site])
    }
    if let making, !messages.hasErrors {
      making.finish(departments.compactMap(\.pages), diagnostics: &messages[.pages])
    }
    return messages.told
  }

  private typealias Made = (
    messages: StagedDiagnostics, plans: DepartmentPlans?, pages: DepartmentPages?
  )

  /// - Parameter making: nil when no page can be made.
  private static func make(_ source: some DepartmentSource, _ making: SiteMaking?) -> [Made] {
    // Nobody will see the pages once one department has an error.
    let hasErrors = Mutex(false)
    return WorkSharing.map(source.departments) { slug -> Made in
      let reading = source.department(slug)
      var messages = reading.messages
      guard let project = reading.project else { return (messages, reading.plans, nil) }
      messages[.notes].add(contentsOf: project.divergences)
      Checks.checkWaivers(project, diagnostics: &messages[.site])
      Checks.checkNotes(project, diagnostics: &messages[.checks])
      let attachments = project.citedAttachments(diagnostics: &messages[.checks])
      let isSound = hasErrors.withLock {
        $0 = $0 || messages.hasErrors
        return !$0
      }
      let pages =
        isSound
        ? making?.make(slug, project.notes, attachments, diagnostics: &messages[.pages]) : nil
      return (messages, reading.plans, pages)
    }
  }
}

/// Where a site goes.
struct SiteOutput: Sendable {
  let publisher: Publisher
  let showsDrafts: Bool
}

/// What stays of a department once its pages are made.
struct DepartmentPages: Sendable {
  let notes: [NoteSummary]
  /// The titles of its pages, by the paths of their files.
  var titles: [String: String] = [:]
  /// Its files in the site without drafts, and in the one with them.
  var published: [String: FinishedFile] = [:]
  var whole: [String: FinishedFile] = [:]
  /// The paths of what its notes cite, which no plan knows.
  var publishedAttachments: [String] = []
  var wholeAttachments: [String] = []
}
