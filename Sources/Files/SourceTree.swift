public import Diagnostics
import Text

/// The files of a project that the program reads: `departments/`, `templates/`, `site/`.
///
/// Paths are from the root, with `/` between folders; every listing is sorted by scalars. A text may
/// be listed and not read yet: then only its name is known.
public struct SourceTree: Sendable {
  /// A file that is listed and not read as text: an attachment, an image, a font.
  public struct File: Sendable, Hashable {
    public var path: String
    /// In bytes.
    public var size: Int

    public init(path: String, size: Int) {
      self.path = path
      self.size = size
    }

    public var name: String { SourceTree.name(path) }
  }

  /// The absolute or relative path that the tree was read from; empty for a tree made in memory.
  public let root: String
  private var texts: [String: SourceText] = [:]
  /// In bytes, of the texts that stand on the disk.
  private var textSizes: [String: Int] = [:]
  private var binaries: [String: File] = [:]
  private var allFolders: Set<String> = []
  /// The paths right inside each folder, so that a big tree is not searched for each of them.
  private var textPaths: [String: [String]] = [:]
  private var binaryPaths: [String: [String]] = [:]
  private var folderPaths: [String: [String]] = [:]
  /// Files that exist and could not be read as text; an error was added for each.
  public private(set) var refused: Set<String> = []

  public init(root: String) { self.root = root }

  mutating func add(_ text: SourceText) {
    if texts[text.path] == nil, textSizes[text.path] == nil { addText(text.path) }
    texts[text.path] = text
  }

  /// Lists a text of the disk.
  mutating func addText(_ path: String, size: Int) {
    addText(path)
    textSizes[path] = size
  }

  private mutating func addText(_ path: String) {
    textPaths[SourceTree.parent(path), default: []].append(path)
    addFolder(SourceTree.parent(path))
  }

  /// Keeps what was read of a text that is listed.
  mutating func keep(_ text: SourceText) { texts[text.path] = text }

  /// Whether a text is there, read or not.
  public func lists(_ path: String) -> Bool { texts[path] != nil || textSizes[path] != nil }

  /// The path of a file that is listed and differs by no more than the bytes of its accents.
  func twin(of path: String) -> String? {
    textSizes.index(forKey: path).map { textSizes.keys[$0] } ?? binaries[path]?.path
  }

  /// The size of a text of the disk, in bytes, that was not read yet.
  func unreadSize(_ path: String) -> Int? { texts[path] == nil ? textSizes[path] : nil }

  mutating func add(_ file: File) {
    binaries[file.path] = file
    binaryPaths[SourceTree.parent(file.path), default: []].append(file.path)
    addFolder(SourceTree.parent(file.path))
  }

  /// The tree with other files; a text takes the place of that of its path.
  public func adding(_ texts: [SourceText], _ files: [File] = []) -> SourceTree {
    var tree = self
    for text in texts { tree.add(text) }
    for file in files { tree.add(file) }
    return tree
  }

  mutating func addFolder(_ path: String) {
    guard !path.isEmpty, allFolders.insert(path).inserted else { return }
    let parent = SourceTree.parent(path)
    folderPaths[parent, default: []].append(path)
    addFolder(parent)
  }

  mutating func addRefused(_ path: String) { refused.insert(path) }

  public subscript(path: String) -> SourceText? { texts[path] }

  /// Whether a file exists but could not be read as text.
  public func isRefused(_ path: String) -> Bool {
    if refused.isEmpty { return false }
    return refused.contains(path) || refused.contains(String(path.prefix { $0 != "/" }))
  }

  /// The refused files right inside a folder, sorted by path.
  public func refusedIn(_ folder: String) -> [String] {
    refused.filter { SourceTree.parent($0) == folder }.sorted(by: scalarOrder)
  }

  /// The paths of all texts, read or not, sorted.
  public var textNames: [String] { textPaths.values.joined().sorted(by: scalarOrder) }

  /// The paths of all files, sorted: the texts, then the others.
  public var names: [String] { textNames + binaries.keys.sorted(by: scalarOrder) }

  /// The paths of the texts right inside a folder, read or not, sorted.
  public func textNames(in folder: String) -> [String] {
    textPaths[folder, default: []].sorted(by: scalarOrder)
  }

  /// All texts that were read, sorted by path.
  public var sources: [SourceText] { texts.values.sorted { scalarOrder($0.path, $1.path) } }

  /// All files that are not read as text, sorted by path.
  public var files: [File] { binaries.values.sorted { scalarOrder($0.path, $1.path) } }

  public func file(_ path: String) -> File? { binaries[path] }

  public var folders: [String] { allFolders.sorted(by: scalarOrder) }

  public func hasFolder(_ path: String) -> Bool { allFolders.contains(path) }

  /// The texts right inside a folder that were read, sorted by path.
  public func sources(in folder: String) -> [SourceText] {
    textNames(in: folder).compactMap { texts[$0] }
  }

  /// The texts in a folder and in those inside it that were read.
  public func sources(below folder: String) -> [SourceText] {
    sources(in: folder)
      + folderNames(in: folder).flatMap { sources(below: folder + "/" + $0) }
  }

  /// The files that are not texts, right inside a folder, sorted by path.
  public func files(in folder: String) -> [File] {
    binaryPaths[folder, default: []].sorted(by: scalarOrder).compactMap { binaries[$0] }
  }

  /// The files that are not texts, in a folder and in those inside it.
  public func files(below folder: String) -> [File] {
    files(in: folder) + folderNames(in: folder).flatMap { files(below: folder + "/" + $0) }
  }

  /// The names of the folders right inside a folder, sorted.
  public func folderNames(in folder: String) -> [String] {
    folderPaths[folder, default: []].sorted(by: scalarOrder).map(SourceTree.name)
  }

  static func parent(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  public static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// A file's name without its suffix.
  public static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Without its dot, in lower case; empty when there is none.
  public static func suffix(_ path: String) -> String {
    let name = SourceTree.name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  // MARK: - Contents

  /// How large a text may be, in bytes: one mebibyte.
  public static let textLimit = 1 << 20

  /// The largest file that a site may hold besides its texts, in bytes.
  public static let fileLimit = 64 << 20

  /// The bytes of a file that is not read as text.
  ///
  /// **Errors**: `fichier-illisible`, `fichier-trop-gros`; returns nil after either.
  ///
  /// - Parameters:
  ///   - limit: how many there may be.
  ///   - isEnough: whether what was read will do.
  public func contents(
    of file: File, limit: Int = SourceTree.fileLimit, into diagnostics: inout DiagnosticList,
    until isEnough: ([UInt8]) -> Bool = { _ in false }
  ) -> [UInt8]? {
    let path = root + "/" + file.path
    switch FileSystem.contents(path, limit: limit, until: isEnough) {
    case .success(let bytes): return bytes
    case .failure(let failure):
      diagnostics.add(
        failure.isTooBig ? .tooBig(file, limit: limit) : .unreadable(file, failure.reason))
      return nil
    }
  }

  /// The first bytes of a file, as far as one that is no white space: all of them when it holds
  /// nothing else.
  ///
  /// **Errors**: those of `contents(of:into:until:)`.
  public func beginning(of file: File, into diagnostics: inout DiagnosticList) -> [UInt8]? {
    guard file.size <= SourceTree.fileLimit else {
      diagnostics.add(.tooBig(file, limit: SourceTree.fileLimit))
      return nil
    }
    return contents(of: file, into: &diagnostics) { bytes in
      bytes.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    }
  }
}

extension Diagnostic {
  fileprivate static func tooBig(_ file: SourceTree.File, limit: Int) -> Diagnostic {
    let octets = groupedDigits(UInt(max(file.size, limit + 1)), by: " ")
    return Diagnostic(
      FileCode.fileTooBig, "Le fichier « \(file.path) » est trop gros (\(octets) octets).",
      at: Place(file: file.path), expected: "un fichier de \(limit >> 20) Mio au plus")
  }

  fileprivate static func unreadable(_ file: SourceTree.File, _ reason: String) -> Diagnostic {
    Diagnostic(
      FileCode.unreadableFile, "Le fichier « \(file.path) » ne se lit pas : \(reason).",
      at: Place(file: file.path))
  }
}
