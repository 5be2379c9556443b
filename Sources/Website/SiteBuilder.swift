public import Diagnostics
public import Publication
import Work

/// Checks a project, makes its pages, verifies them and, when they are asked for, writes them.
///
/// **Errors**: all codes of `Checks` and of `WebsiteCode`. The pages are made only when nothing is
/// wrong before; those of drafts are verified always, and the site is verified without them too.
public enum SiteBuilder {
  /// Says all that is wrong with a project whose notes were made.
  ///
  /// - Parameter version: the program's, which layouts may show.
  public static func check(
    _ project: Project, version: String, diagnostics: inout DiagnosticList
  ) {
    guard let content = CheckedProject(project, diagnostics: &diagnostics) else { return }
    var making = SiteMaking(content, version: version)
    making.run(diagnostics: &diagnostics)
  }

  /// Writes the whole site beside the old one, ready to be published; false when the project, a
  /// layout or a page has errors, and nothing stays of it.
  ///
  /// - Parameter showsDrafts: whether the site has the pages of drafts.
  public static func build(
    _ project: Project, version: String, showsDrafts: Bool, with publisher: Publisher,
    diagnostics: inout DiagnosticList
  ) -> Bool {
    guard let content = CheckedProject(project, diagnostics: &diagnostics) else { return false }
    var making = SiteMaking(content, version: version)
    publisher.begin()
    making.output = (publisher, Set((showsDrafts ? making.whole : making.published).files))
    making.run(diagnostics: &diagnostics)
    if diagnostics.hasErrors { publisher.discard() }
    return !diagnostics.hasErrors
  }
}

/// The files of the site with drafts and of the site without, each made once, and what their
/// verification needs.
private struct SiteMaking {
  let whole: SitePlan
  let published: SitePlan
  /// Where the site goes and which files it has; nil when nothing is written.
  var output: (publisher: Publisher, files: Set<PlannedFile>)?
  private let assembly: SiteAssembly
  /// The path of the public address, for links that begin with `/`.
  private let base: String
  private var finished: [PlannedFile: FinishedFile] = [:]

  init(_ content: CheckedProject, version: String) {
    let contents = SiteContents(content)
    whole = SitePlan(contents)
    published = SitePlan(contents.withoutDrafts)
    assembly = SiteAssembly(content, version: version, hasFeed: whole.hasFeed)
    base = content.address?.path ?? "/"
  }

  /// Makes all files, then verifies both sites.
  mutating func run(diagnostics: inout DiagnosticList) {
    for path in whole.clashes { diagnostics.add(.clash(at: path)) }
    // What both sites have is settled in the smaller one: a page may link to a draft.
    for plan in [published, whole] { make(plan, diagnostics: &diagnostics) }
    for plan in [whole, published] where !diagnostics.hasErrors {
      verify(plan, diagnostics: &diagnostics)
    }
  }

  /// Makes the files of a plan that no other plan had before.
  ///
  /// A file leaves memory once it is written and its links are read.
  private mutating func make(_ plan: SitePlan, diagnostics: inout DiagnosticList) {
    let paths = Set(plan.files.map(\.path))
    let files = plan.files.filter { finished[$0] == nil && ($0.isVerified || output != nil) }
    let made = WorkSharing.map(files) { [assembly, base, output] file in
      var found = DiagnosticList()
      let isWritten = output?.files.contains(file) == true
      let bytes = assembly.bytes(of: file, isWhole: isWritten, diagnostics: &found)
      if isWritten, let bytes { output?.publisher.add(file.path, bytes) }
      let finished = bytes.map { FinishedFile($0, at: file.path, base: base, among: paths) }
      return (finished: finished, found: found)
    }
    for (file, made) in zip(files, made) {
      finished[file] = made.finished
      diagnostics.add(contentsOf: made.found)
    }
  }

  private func verify(_ plan: SitePlan, diagnostics: inout DiagnosticList) {
    let files = Dictionary(uniqueKeysWithValues: plan.files.map { ($0.path, $0) })
    SiteVerification(
      finished: files.compactMapValues { finished[$0] }, paths: Set(files.keys),
      writtenLinks: { path in
        guard case .page(let page)? = files[path]?.content else { return [] }
        return assembly.page(page).writtenLinks
      }, base: base
    ).run(diagnostics: &diagnostics)
  }
}
