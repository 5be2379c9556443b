import Diagnostics
import Files
import Markdown
import Publication
import Synchronization
import Text

/// What a build keeps beside the site of each department, so that the next one makes again only those
/// that changed, and a check reads only those.
///
/// A department whose files hold what they held then, with the same program, the same common files and
/// the same names of all files, is not read: what there was to say of it is said again, and its files are
/// linked from the old site if nobody touched them. Nothing else is trusted: without the memory, which may
/// be deleted at any time, everything is made.
final class SiteMemory: Sendable {
  /// What stays of a department.
  private struct Entry: Codable {
    let department: String
    /// Of all that decides what is below.
    let fingerprint: UInt64
    /// A `Content`, as bytes: most are written again as they were read.
    let content: [UInt8]
  }

  private struct Content: Codable {
    let made: MadeDepartment
    /// Whether its drafts are in the site.
    let showsDrafts: Bool
    /// What is in the site.
    let files: [WrittenFile]
  }

  /// The site that is written.
  struct Output: Sendable {
    let publisher: Publisher
    let showsDrafts: Bool
  }

  /// Nil when nothing is written, and nothing kept.
  private let output: Output?
  private let tree: SourceTree
  /// Of the program and of what departments share.
  private let common: Fingerprint
  private let last: [String: Entry]
  private let next = Mutex<[String: Entry]>([:])

  /// - Parameters:
  ///   - common: the project without its departments.
  ///   - version: the program's, which layouts may show.
  ///   - site: the folder of the site, links resolved.
  init(_ common: Project, version: String, beside site: String, output: Output? = nil) {
    self.output = output
    tree = common.tree
    var fingerprint = Fingerprint()
    fingerprint.add(version)
    // While a program is written, its version stays the same; its parser comes from the system.
    fingerprint.add("\(FileSystem.programStamp, default: "") \(MarkdownParser.version)")
    tree.addWhatIsRead(to: &fingerprint)
    self.common = fingerprint
    let kept = try? FileSystem.contents(SiteMemory.path(beside: site), limit: 1 << 30).get()
    let entries = kept.flatMap { SiteMemory.entries($0) } ?? []
    last = Dictionary(entries.map { ($0.department, $0) }) { first, _ in first }
  }

  /// The file in which a build keeps what the next one can use.
  static func path(beside site: String) -> String {
    FileSystem.parent(of: site) + "/." + (site.split(separator: "/").last ?? "site") + ".memoire"
  }

  /// Hands on what the next build is to find.
  func save() {
    guard let output else { return }
    let entries = next.withLock { $0.values.sorted { scalarOrder($0.department, $1.department) } }
    let size = entries.reduce(into: 0) { $0 += $1.content.count }
    var bytes = Archive.bytes(entries, size: size + size / 32)
    bytes += Archive.bytes(SiteMemory.checksum(bytes[...]))
    output.publisher.remember(bytes)
  }

  private static func entries(_ bytes: [UInt8]) -> [Entry]? {
    let end = bytes.count - 8
    guard end >= 0,
      Archive.value(UInt64.self, from: bytes[end...]) == checksum(bytes[..<end])
    else { return nil }
    return Archive.value([Entry].self, from: bytes[..<end])
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var fingerprint = Fingerprint()
    bytes.withUnsafeBytes { fingerprint.add($0) }
    return fingerprint.state
  }

  /// Of all that decides what is made of a department; nil when a file cannot be read.
  ///
  /// - Parameter tree: one with the texts of the department, where they were read.
  func fingerprint(_ department: String, in tree: SourceTree) -> UInt64? {
    var fingerprint = common
    fingerprint.add(department)
    guard tree.addContents(of: "departments/" + department, to: &fingerprint) else { return nil }
    return fingerprint.state
  }

  /// What was made of a department that has not changed, its files linked into the new site.
  func unchanged(_ department: String) -> MadeDepartment? {
    guard let entry = last[department],
      fingerprint(department, in: tree) == entry.fingerprint,
      let content = Archive.value(Content.self, from: entry.content[...])
    else { return nil }
    if let output,
      content.showsDrafts != output.showsDrafts || !output.publisher.keep(content.files)
    {
      return nil
    }
    next.withLock { $0[department] = entry }
    return content.made
  }

  /// Keeps what was made of a department, unless something is wrong with it.
  ///
  /// - Parameters:
  ///   - fingerprint: the department's, as it was read and before its pages were made.
  ///   - paths: those of its files.
  func keep(
    _ department: String, _ made: MadeDepartment, _ fingerprint: UInt64?, files paths: [String]
  ) {
    guard let output, let fingerprint, made.isWhole, let files = output.publisher.written(paths)
    else { return }
    let content = Archive.bytes(
      Content(made: made, showsDrafts: output.showsDrafts, files: files))
    next.withLock {
      $0[department] = Entry(department: department, fingerprint: fingerprint, content: content)
    }
  }
}
