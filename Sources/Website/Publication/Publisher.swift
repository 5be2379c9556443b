import CPlatform
public import Files
import Glibc

/// Puts a finished site in the place of the old one, in one step.
///
/// The site is written to a sibling folder, then the two folders are exchanged: at any moment the
/// output folder holds the old site or the new one, whole. Files that did not change are hard
/// links to the old ones, so that they keep their modification time.
public struct Publisher: Sendable {
  /// What a publication did, in numbers of files.
  public struct Summary: Sendable, Equatable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0
  }

  /// The file that says that a folder is ours.
  static let marker = ".cadrage"
  private static let markerText =
    "Ce dossier est construit par cadrage, qui le remplace en entier.\n"

  private let output: String
  private let sources: [String]

  /// - Parameters:
  ///   - output: the folder to replace; it is made when it does not exist.
  ///   - sources: the folders that hold sources, where a site may not be written.
  public init(output: String, sources: [String]) {
    var path = output
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.output = path
    self.sources = sources
  }

  /// Says whether the folder may be replaced, before any work is done.
  public func check() throws(PublicationError) {
    _ = try target()
  }

  /// Replaces the site. When it throws, the old site is untouched.
  public func publish(_ site: SiteFiles) throws(PublicationError) -> Summary {
    let target = try target()
    let parent = FileSystem.parent(of: target)
    try FileSystem.makeFolders(parent)
    let lock = try lock(parent)
    defer { close(lock) }

    let staging = parent + "/." + (target.split(separator: "/").last ?? "site") + ".cadrage"
    // What an interrupted build left behind; the lock says that nobody uses it now.
    try FileSystem.remove(staging)
    do throws(PublicationError) {
      let summary = try write(site, to: staging, old: target)
      if cplatform_sync(lock) != 0 { throw FileSystem.failure("écrire", staging) }
      try replace(target, by: staging)
      return summary
    } catch {
      // The first failure is the one to tell; the next build removes what cannot be removed now.
      try? FileSystem.remove(staging)
      throw error
    }
  }

  /// The folder to replace, links resolved, once it is known to be ours or free.
  private func target() throws(PublicationError) -> String {
    let target = FileSystem.absolute(output)
    for folder in sources {
      guard let source = FileSystem.resolved(folder) else { continue }
      if target == source || target.hasPrefix(source + "/") {
        throw .insideSources(path: output, folder: folder)
      }
      // Replacing a folder above would take the sources away.
      if target == "/" || source.hasPrefix(target + "/") { throw .notOurs(path: output) }
    }
    if case .link = try FileSystem.kind(of: target, followingLinks: false) {
      throw .linkToNothing(path: output)
    }
    switch try FileSystem.kind(of: target) {
    case .missing: break
    case .folder:
      let names = try FileSystem.names(in: target)
      if !names.isEmpty, !names.contains(Self.marker) { throw .notOurs(path: output) }
    default: throw .notAFolder(path: output)
    }
    return target
  }

  private func lock(_ folder: String) throws(PublicationError) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.failure("ouvrir le dossier", folder) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .busy(path: output)
    }
    return descriptor
  }

  private func write(
    _ site: SiteFiles, to staging: String, old: String
  ) throws(PublicationError) -> Summary {
    var summary = Summary()
    try FileSystem.makeFolder(staging)
    var folders: Set<String> = [staging]
    for path in site.paths {
      let destination = staging + "/" + path
      let folder = FileSystem.parent(of: destination)
      if folders.insert(folder).inserted { try FileSystem.makeFolders(folder) }
      let bytes = site.contents[path] ?? []
      let previous = old + "/" + path
      if FileSystem.holds(bytes, at: previous), FileSystem.link(previous, to: destination) {
        summary.unchanged += 1
      } else {
        try FileSystem.write(bytes, to: destination)
        summary.written += 1
      }
    }
    try FileSystem.write(Array(Self.markerText.utf8), to: staging + "/" + Self.marker)
    summary.removed = try removedCount(in: old, prefix: "", site: site)
    return summary
  }

  private func removedCount(
    in folder: String, prefix: String, site: SiteFiles
  ) throws(PublicationError) -> Int {
    guard case .folder = try FileSystem.kind(of: folder, followingLinks: false) else { return 0 }
    var count = 0
    for name in try FileSystem.names(in: folder) where prefix + name != Self.marker {
      let path = folder + "/" + name
      if case .folder = try FileSystem.kind(of: path, followingLinks: false) {
        count += try removedCount(in: path, prefix: prefix + name + "/", site: site)
      } else if site.contents[prefix + name] == nil {
        count += 1
      }
    }
    return count
  }

  private func replace(_ target: String, by staging: String) throws(PublicationError) {
    guard case .folder = try FileSystem.kind(of: target, followingLinks: false) else {
      return try FileSystem.rename(staging, to: target)
    }
    let code = cplatform_exchange(staging, target)
    guard code == 0 else {
      throw .exchangeRefused(path: output, reason: FileSystem.reason(code))
    }
    // The new site is in place; the next build tries again to remove what stays of the old one.
    try? FileSystem.remove(staging)
  }
}
