public import Diagnostics
public import Notes
import Text

/// Checks a project, makes its pages, verifies them and, when they are asked for, hands out the files.
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
    _ = VerifiedSite(
      project, version: version, copies: .beginnings, diagnostics: &diagnostics)
  }

  /// The whole site in memory; nil when the project, a layout or a page has errors.
  ///
  /// - Parameter showsDrafts: whether the site returned has the pages of drafts.
  public static func build(
    _ project: Project, version: String, showsDrafts: Bool, diagnostics: inout DiagnosticList
  ) -> SiteFiles? {
    let site = VerifiedSite(
      project, version: version, copies: .whole, diagnostics: &diagnostics)
    return site.map { $0.assembly.files(of: showsDrafts ? $0.whole : $0.published) }
  }
}

/// The plans of a project and what was made of them, without an error.
private struct VerifiedSite {
  var assembly: SiteAssembly
  let whole: SitePlan
  let published: SitePlan

  init?(
    _ project: Project, version: String, copies: SiteAssembly.Copies,
    diagnostics: inout DiagnosticList
  ) {
    guard let content = CheckedProject(project, diagnostics: &diagnostics) else { return nil }
    let contents = SiteContents(content)
    assembly = SiteAssembly(content, version: version, copies: copies)
    whole = SitePlan(contents)
    published = SitePlan(contents.withoutDrafts)
    whole.reportClashes(diagnostics: &diagnostics)
    // What a page links to may be a draft: the site must hold without them too.
    for plan in whole.files == published.files ? [whole] : [whole, published] {
      assembly.make(plan, diagnostics: &diagnostics)
      guard !diagnostics.hasErrors else { return nil }
      assembly.verification(of: plan).run(diagnostics: &diagnostics)
      guard !diagnostics.hasErrors else { return nil }
    }
  }
}
