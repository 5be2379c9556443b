import CPlatform
public import Files
import Glibc
import Synchronization
import Work

/// A file of the site as a build left it.
struct WrittenFile: Sendable, Codable {
  /// From the site's root.
  let path: String
  let stamp: FileSystem.Stamp
}

/// Puts a site, written file after file, in the place of the old one in one step.
///
/// The files go to a folder beside the old site, then the two folders are exchanged: at any moment
/// the output folder holds the old site or the new one, whole. Files that did not change are hard
/// links to the old ones, so that they keep their modification time.
///
/// Files may be added on all cores. The first that cannot be written stops the others, and is told
/// when the site is published: what is wrong with the content comes first.
public final class Publisher: Sendable {
  /// What a publication did, in numbers of files.
  public struct Summary: Sendable, Equatable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0
  }

  private struct State {
    var summary = Summary()
    /// How many files of the new site the old one has too, whatever they hold.
    var shared = 0
    var failure: WritingError?
    /// Says that nobody else writes here; nil before the beginning and after the end.
    var lock: Int32?
    /// The folders of the new site that were made.
    var folders: Set<String> = []
    /// Those above it that were not there before, the highest first.
    var parents: [String] = []
    /// What the next build is to find.
    var memory: [ArraySlice<UInt8>]?
  }

  /// The file that says that a folder is ours.
  private static let marker = ".cadrage"
  private static let markerText =
    "Ce dossier est construit par cadrage, qui le remplace en entier.\n"
  /// What the file says besides in a site with drafts.
  private static let draftsText = "Il contient les notes en projet.\n"

  private let output: String
  /// Whether the site has the pages of drafts, and may not replace one without.
  private let hasDrafts: Bool
  private let replacesPublished: Bool
  private let sources: [String]
  /// The folder to replace, links resolved.
  let target: String
  private let parent: String
  /// Where the new site is written.
  let staging: String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - output: the folder to replace; it is made when it does not exist.
  ///   - sources: the folders that hold sources, where a site may not be written.
  ///   - hasDrafts: whether the site is to have the pages of drafts.
  ///   - replacesPublished: whether it may all the same replace one without.
  ///
  /// **Errors**: the folder may not be replaced, which is known before any work is done.
  public init(
    output: String, sources: [String], hasDrafts: Bool, replacesPublished: Bool = false
  ) throws(WritingError) {
    var path = output
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.output = path
    self.sources = sources
    self.hasDrafts = hasDrafts
    self.replacesPublished = replacesPublished
    target = FileSystem.absolute(path)
    parent = FileSystem.parent(of: target)
    staging = parent + "/." + (target.split(separator: "/").last ?? "site") + ".cadrage"
    try check()
  }

  /// Makes the folder of the new site.
  func begin() {
    attempt { state throws(WritingError) in
      state.parents = try FileSystem.makeFolders(parent)
      state.lock = try lock()
      // What an interrupted build left behind; the lock says that nobody uses it now.
      try FileSystem.remove(staging)
      try FileSystem.makeFolder(staging)
    }
  }

  /// Writes a file of the new site, given by its path from the root.
  func add(_ path: String, _ bytes: [UInt8]) {
    let destination = staging + "/" + path
    makeFolder(of: destination)
    guard state.withLock({ $0.failure == nil }) else { return }
    let old = target + "/" + path
    let isOld = FileSystem.isFile(old)
    if isOld { state.withLock { $0.shared += 1 } }
    if isOld, FileSystem.holds(bytes, at: old), FileSystem.link(old, to: destination) {
      return state.withLock { $0.summary.unchanged += 1 }
    }
    do throws(WritingError) {
      try FileSystem.write(bytes, to: destination)
      state.withLock { $0.summary.written += 1 }
    } catch {
      attempt { _ throws(WritingError) in throw error }
    }
  }

  /// What a file of the old site holds; nil where there is none.
  func oldFile(_ path: String) -> [UInt8]? {
    try? FileSystem.stream(target + "/" + path, limit: 1 << 26).get()
  }

  private func makeFolder(of destination: String) {
    let folder = FileSystem.parent(of: destination)
    attempt { state throws(WritingError) in
      if state.folders.insert(folder).inserted { try FileSystem.makeFolders(folder) }
    }
  }

  // MARK: - What is known of the last build

  /// What the next build is to find, in pieces.
  func remember(_ pieces: [ArraySlice<UInt8>]) { state.withLock { $0.memory = pieces } }

  /// Files of the new site as they are written; nil when one is missing.
  func written(_ paths: [String]) -> [WrittenFile]? {
    let files = paths.compactMap { path in
      FileSystem.stamp(staging + "/" + path).map { WrittenFile(path: path, stamp: $0) }
    }
    return files.count == paths.count ? files : nil
  }

  /// Links files of the old site into the new one, or none of them when one was touched since.
  func keep(_ files: [WrittenFile]) -> Bool {
    // After a failure the folder of the new site may be another's.
    guard state.withLock({ $0.failure == nil }),
      files.allSatisfy({ file in
        FileSystem.stamp(target + "/" + file.path)?.hasSameBytes(as: file.stamp) == true
      })
    else { return false }
    for (rank, file) in files.enumerated() {
      makeFolder(of: staging + "/" + file.path)
      if FileSystem.link(target + "/" + file.path, to: staging + "/" + file.path) { continue }
      for file in files[..<rank] { unlink(staging + "/" + file.path) }
      return false
    }
    state.withLock {
      $0.summary.unchanged += files.count
      $0.shared += files.count
    }
    return true
  }

  /// Leaves what the next build can use; one that finds nothing makes everything.
  private func writeMemory() {
    guard let pieces = state.withLock(\.memory) else { return }
    let path = SiteMemory.path(beside: target)
    let new = path + ".cadrage"
    do throws(WritingError) {
      try FileSystem.remove(new)
      try FileSystem.write(pieces: pieces, to: new)
      try FileSystem.rename(new, to: path)
    } catch {
      unlink(new)
    }
  }

  // MARK: - The new site in the place of the old

  /// Replaces the old site. When it throws, the old site is untouched, and nothing stays of the new.
  public func publish() throws(WritingError) -> Summary {
    defer { discard() }
    attempt { state throws(WritingError) in
      let text = Publisher.markerText + (hasDrafts ? Publisher.draftsText : "")
      try FileSystem.write(Array(text.utf8), to: staging + "/" + Publisher.marker)
      if case .folder = try FileSystem.kind(of: target, followingLinks: false) {
        state.summary.removed = max(0, try fileCount(in: target) - state.shared)
      }
      if let lock = state.lock, cplatform_sync(lock) != 0 {
        throw FileSystem.failure("écrire", staging)
      }
      try check()
      try replace()
    }
    if state.withLock({ $0.failure == nil }) { writeMemory() }
    return try state.withLock { state throws(WritingError) in
      if let failure = state.failure { throw failure }
      return state.summary
    }
  }

  /// Removes what is beside the site: one that is not to be published, or the old one.
  func discard() {
    state.withLock { state in
      guard let lock = state.lock else { return }
      // What cannot be removed now is removed by the next build.
      try? FileSystem.remove(staging)
      // They stay when they hold something: the site first of all.
      for folder in state.parents.reversed() { rmdir(folder) }
      close(lock)
      state.lock = nil
    }
  }

  /// Does one thing after another, until one fails.
  private func attempt(_ work: (inout State) throws(WritingError) -> Void) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do throws(WritingError) { try work(&state) } catch { state.failure = error }
    }
  }

  /// Whether the folder is known to be ours or free.
  private func check() throws(WritingError) {
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
      if !names.isEmpty, !names.contains(Publisher.marker) { throw .notOurs(path: output) }
      if hasDrafts, !replacesPublished, names.contains(Publisher.marker) {
        let marker = FileSystem.stream(target + "/" + Publisher.marker, limit: 1 << 12)
        let text = (try? marker.get()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        if !text.contains(Publisher.draftsText) { throw .publishedSite(path: output) }
      }
    default: throw .notAFolder(path: output)
    }
  }

  private func lock() throws(WritingError) -> Int32 {
    guard let descriptor = try FileSystem.lock(parent) else { throw .busy(path: output) }
    return descriptor
  }

  /// How many files the old site has, but for the one that says that it is ours.
  private func fileCount(in folder: String) throws(WritingError) -> Int {
    let (files, folders) = try FileSystem.contents(of: folder)
    let counts = WorkSharing.map(folders) { name in
      Result { () throws(WritingError) in try fileCount(in: folder + "/" + name) }
    }
    var count = files.count
    if folder == target, files.contains(Publisher.marker) { count -= 1 }
    for inner in counts { count += try inner.get() }
    return count
  }

  private func replace() throws(WritingError) {
    guard case .folder = try FileSystem.kind(of: target, followingLinks: false) else {
      return try FileSystem.rename(staging, to: target)
    }
    do throws(WritingError) {
      try FileSystem.exchange(staging, with: target)
    } catch {
      // As the user named it.
      guard case .exchangeRefused(_, let reason) = error else { throw error }
      throw .exchangeRefused(path: output, reason: reason)
    }
  }
}
