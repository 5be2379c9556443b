import Diagnostics
import Files
import Website

/// Makes the site of a project from what its files hold now.
struct SiteMaker: Sendable {
  private var live: LiveSite
  private var last: MadeSite?

  /// - Parameters:
  ///   - root: the absolute path of the project's root.
  ///   - version: the program's.
  init(root: String, version: String) { live = LiveSite(root: root, version: version) }

  /// What came of one look at the sources.
  struct Result: Sendable {
    /// Nil when something is wrong.
    var site: MadeSite?
    /// What the sources say, as far as they can be read.
    var made: LiveSite.Made
    /// All that there is to say, sorted.
    var messages: [Diagnostic]
  }

  /// Nil when nothing changed since the last time.
  mutating func make() -> Result? {
    guard let made = live.make() else { return nil }
    let site = MadeSite(made, after: last)
    if let site { last = site }
    return Result(site: site, made: made, messages: made.diagnostics.sorted)
  }
}
