public import Diagnostics
public import Files
import Notes
public import Publication
import Synchronization

/// The whole site with its drafts in memory, made again as its sources change: of a department whose
/// files are the same, and of what departments share, nothing is read or made again.
///
/// A file is the same as long as its size, its number and the time of its last change are; one that was
/// changed just before it was read is compared with what was read, since a clock may not tell two
/// changes apart.
public struct LiveSite: Sendable {
  /// What came of one look at the sources.
  public struct Made: Sendable {
    /// The bytes of each file by its path from the site's root; nil when something is wrong.
    public let files: [String: [UInt8]]?
    /// How often everything was made: between two that are the same, departments alone changed.
    public let series: Int
    /// The departments, each a project of its own, by the names of their folders.
    public let departments: [String: Project]
    /// What departments share, without notes.
    public let common: Project
    /// All that there is to say, what the sources would change in published notes included.
    public let diagnostics: DiagnosticList
    /// When each source was last written, by its path.
    public let stamps: [String: FileSystem.Stamp]
    fileprivate let site: KeptSite

    /// A page of a department with the places of its values.
    ///
    /// - Parameter path: from the site's root.
    public func placed(_ path: String) -> PlacedPage? {
      let slug = String(path.prefix { $0 != "/" })
      return departments[slug].flatMap { site.placed(path, of: slug, $0) }
    }
  }

  private let root: String
  private let version: String
  private var series = 0
  private var reader: ProjectReader?
  private var last: KeptSite?
  private var stamps: [String: FileSystem.Stamp] = [:]
  /// When the files were looked at.
  private var looked = FileSystem.now
  private var files: [String: [UInt8]] = [:]
  private var projects: [String: Project] = [:]

  /// - Parameters:
  ///   - root: the absolute path of the project's root.
  ///   - version: the program's, which layouts may show.
  public init(root: String, version: String) {
    self.root = root
    self.version = version
  }

  private enum Change {
    case none
    /// Texts in the folders of some departments.
    case departments(Set<String>)
    case everything
  }

  /// Makes what changed since the last time; nil when nothing did.
  public mutating func make() -> Made? {
    let now = FileSystem.now
    let found = FileSystem.stamps(below: SourceTree.topFolders.map { root + "/" + $0 }, root)
    let change = change(to: found)
    (stamps, looked) = (found, now)
    switch change {
    case .none: return nil
    case .departments(let changed): return make(changed)
    case .everything:
      (reader, last, files, projects) = (ProjectReader(root: root), nil, [:], [:])
      series += 1
      return make([])
    }
  }

  /// - Parameter changed: the departments in which something did.
  private mutating func make(_ changed: Set<String>) -> Made {
    let source = RememberingSource(reader: reader ?? ProjectReader(root: root))
    let added = Remembered<[UInt8]>()
    let site = SiteBuilder.make(
      source, version: version, after: last, changed: changed, add: added.add)
    for slug in changed {
      projects[slug] = nil
      for path in last?.paths(of: slug) ?? [] { files[path] = nil }
    }
    projects.merge(source.projects.all) { $1 }
    files.merge(added.all) { $1 }
    last = site
    return Made(
      files: site.isSound ? files : nil, series: series, departments: projects,
      common: source.common, diagnostics: site.diagnostics, stamps: stamps, site: site)
  }

  /// What is another since the last time. What departments share is made again with everything, and so
  /// is everything when a file comes or goes: names and links are looked up among all files.
  private func change(to found: [String: FileSystem.Stamp]) -> Change {
    guard last != nil, found.count == stamps.count else { return .everything }
    var changed: Set<String> = []
    for (path, stamp) in found {
      guard let old = stamps[path] else { return .everything }
      if old == stamp, stamp.isWell(before: looked) || isRead(path) { continue }
      let parts = path.split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0] == "departments", parts[1] != "national",
        ["md", "yaml"].contains(SourceTree.suffix(path)), !parts[2].contains("pieces/")
      else { return .everything }
      changed.insert(String(parts[1]))
    }
    return changed.isEmpty ? .none : .departments(changed)
  }

  /// Whether a file holds what was read of it.
  private func isRead(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let own = parts.count > 2 ? projects[String(parts[1])]?.tree[path] : nil
    guard let text = own ?? reader?.common.tree[path] else { return false }
    return FileSystem.holds(Array(text.original.utf8), at: root + "/" + path)
  }
}

/// A project whose departments are kept once they were read.
private struct RememberingSource: DepartmentSource {
  let reader: ProjectReader
  let projects = Remembered<Project>()

  var common: Project { reader.common }
  var messages: StagedDiagnostics { reader.messages }
  var departments: [String] { reader.departments }

  func department(_ slug: String) -> DepartmentReading {
    let reading = reader.department(slug)
    if let project = reading.project { projects.add(slug, project) }
    return reading
  }

  func check(_ plans: [DepartmentPlans?], messages: inout StagedDiagnostics) {
    reader.check(plans, messages: &messages)
  }
}

/// What is made on all cores, by name.
private final class Remembered<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  @Sendable func add(_ name: String, _ value: Value) { values.withLock { $0[name] = value } }

  var all: [String: Value] { values.withLock(\.self) }
}
