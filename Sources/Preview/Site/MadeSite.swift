import Configuration
import Diagnostics
import Facts
import Files
import Publication
import Text
import Website

/// What one look at the sources told: the site, if it could be made, and the notes that it is made from.
struct MadeSite: Sendable {
  let made: LiveSite.Made
  /// The bytes of each file by its path from the site's root.
  let files: [String: [UInt8]]
  /// The path of the site's public address, `/notes-clas/`, with which links of the page 404 begin.
  let base: String
  /// A fingerprint of what any page may load: style sheets, scripts, images.
  private let assets: UInt64

  /// Nil when something is wrong with the sources.
  ///
  /// - Parameter last: the one before.
  init?(_ made: LiveSite.Made, after last: MadeSite?) {
    guard let files = made.files else { return nil }
    self.made = made
    self.files = files
    if let last, last.made.series == made.series {
      (base, assets) = (last.base, last.assets)
      return
    }
    let address = made.common.configuration.settings?.address ?? ""
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let path = parts.count > 3 ? "/" + parts[3] : "/"
    base = path.hasSuffix("/") ? path : path + "/"
    let loaded = files.keys.filter { MadeSite.loaded.contains(SourceTree.suffix($0)) }
    assets = loaded.sorted(by: scalarOrder).reduce(0) { hash, path in
      hash &* 31 &+ MadeSite.hash(files[path] ?? [])
    }
  }

  private static let loaded: Set = ["css", "gif", "jpeg", "jpg", "png", "svg", "webp"]

  /// The file that a request names: exactly a path of the site, or its folder.
  ///
  /// - Returns: nil where the site has none. Nothing is looked up on the disk, so that no way out of
  ///   the site can be written.
  func file(at path: String) -> (path: String, bytes: [UInt8])? {
    var name = PercentEncoding.decoded(path.dropFirst())
    let prefix = base.dropFirst()
    if files[name] == nil, !prefix.isEmpty, name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
    return files[name].map { (name, $0) }
  }

  /// What a browser compares to know whether a page is still the same, with all that any page may load.
  func fingerprint(of path: String) -> String {
    String(assets &+ MadeSite.hash(file(at: path)?.bytes ?? []), radix: 36)
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.add(byte) }
    return hash.state
  }

  /// The address of the note whose files were saved last; the home page when there is none.
  var latestAddress: String {
    var latest: (stamp: FileSystem.Stamp, address: String)?
    let notes = Set(made.common.planned.map { "\($0.department)/\($0.year.text)" })
    for (path, stamp) in made.stamps where path.hasPrefix("departments/") {
      let parts = path.split(separator: "/").dropFirst()
      guard parts.count > 1, latest.map({ $0.stamp < stamp }) ?? true else { continue }
      let name = parts.prefix(2).joined(separator: "/").prefix { $0 != "." }
      if notes.contains(String(name)) { latest = (stamp, "/\(name)/") }
    }
    return latest?.address ?? "/"
  }
}

extension LiveSite.Made {
  /// The note of one of its pages; of the page of a department, the note that says what it is.
  func note(ofPage path: String) -> (facts: NoteFacts, project: Project)? {
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "index.html" }
    guard let slug = parts.first, let project = departments[slug] else { return nil }
    let year = parts.count > 1 ? SchoolYear(parts[1]) : mainYear(of: slug)
    return year.flatMap { project.configuration.note(slug, $0) }.map { ($0, project) }
  }

  private func mainYear(of department: String) -> SchoolYear? {
    let notes = common.planned.filter { $0.department == department }
    return (notes.last { !$0.isDraft } ?? notes.last)?.year
  }

  /// A source, as it was read.
  func text(_ path: String) -> SourceText? {
    let parts = path.split(separator: "/")
    let own = parts.count > 2 ? departments[String(parts[1])] : nil
    return own?.tree[path] ?? common.tree.text(path)
  }
}
