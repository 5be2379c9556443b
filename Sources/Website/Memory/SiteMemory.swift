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
  private struct Entry {
    let heading: Heading
    /// A `Content`, as bytes: most are written again as they were read.
    let content: ArraySlice<UInt8>
  }

  /// What the file says of an entry before the contents of all.
  private struct Heading: Codable {
    let department: String
    /// Of all that decides what is in the content.
    let fingerprint: UInt64
    /// Of the content, in bytes.
    let size: Int
    let checksum: UInt64
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
    // Published notes know the pictures that they show. One that cannot be read is told elsewhere.
    _ = tree.addContents(of: "site/images", to: &fingerprint)
    self.common = fingerprint
    let kept = try? FileSystem.contents(SiteMemory.path(beside: site), limit: 1 << 30).get()
    let entries = kept.flatMap { SiteMemory.entries($0) } ?? []
    last = Dictionary(entries.map { ($0.heading.department, $0) }) { first, _ in first }
  }

  /// The file in which a build keeps what the next one can use.
  static func path(beside site: String) -> String {
    FileSystem.parent(of: site) + "/." + (site.split(separator: "/").last ?? "site") + ".memoire"
  }

  /// Hands on what the next build is to find: how long the headings are, their checksum, the headings,
  /// then the contents.
  func save() {
    guard let output else { return }
    let entries = next.withLock {
      $0.values.sorted { scalarOrder($0.heading.department, $1.heading.department) }
    }
    let headings = Archive.bytes(entries.map(\.heading))
    let start = Archive.bytes(headings.count) + Archive.bytes(SiteMemory.checksum(headings[...]))
    output.publisher.remember([start[...], headings[...]] + entries.map(\.content))
  }

  /// Nil for what no build wrote whole; the contents are verified when they are read.
  private static func entries(_ bytes: [UInt8]) -> [Entry]? {
    guard let size = Archive.value(Int.self, from: bytes.prefix(8)),
      let checksum = Archive.value(UInt64.self, from: bytes.dropFirst(8).prefix(8)),
      0...(bytes.count - 16) ~= size
    else { return nil }
    var rest = bytes.dropFirst(16)
    let start = rest.prefix(size)
    rest = rest.dropFirst(size)
    guard SiteMemory.checksum(start) == checksum,
      let headings = Archive.value([Heading].self, from: start),
      headings.allSatisfy({ $0.size >= 0 })
    else { return nil }
    return headings.map { heading in
      defer { rest = rest.dropFirst(heading.size) }
      return Entry(heading: heading, content: rest.prefix(heading.size))
    }
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
      fingerprint(department, in: tree) == entry.heading.fingerprint,
      SiteMemory.checksum(entry.content) == entry.heading.checksum,
      let content = Archive.value(Content.self, from: entry.content)
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
    let heading = Heading(
      department: department, fingerprint: fingerprint, size: content.count,
      checksum: SiteMemory.checksum(content[...]))
    next.withLock { $0[department] = Entry(heading: heading, content: content[...]) }
  }
}
