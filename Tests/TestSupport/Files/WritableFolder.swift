public import Foundation
import Testing

/// A folder on disk whose files tests write, read and compare; paths are from the folder.
public protocol WritableFolder {
  var url: URL { get }
}

extension WritableFolder {
  /// A new name for a folder among the temporary ones.
  public static func temporaryURL(_ prefix: String) -> URL {
    FileManager.default.temporaryDirectory
      .appending(path: "\(prefix)-\(UUID().uuidString)", directoryHint: .isDirectory)
  }

  /// The absolute path of a file of the folder.
  public func path(_ path: String) -> String { url.appending(path: path).path }

  // MARK: - Changes

  public func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  public func write(_ path: String, _ bytes: Data) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  public func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: path), withIntermediateDirectories: true)
  }

  public func append(_ text: String, to path: String) throws {
    try write(path, read(path) + text)
  }

  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  public func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self.path(path), withDestinationPath: target)
  }

  /// Replaces the first occurrence of a text, which must be there.
  public func replace(_ old: String, with new: String, in path: String) throws {
    let text = try read(path)
    let range = try #require(text.range(of: old), "« \(old) » is not in \(path)")
    try write(path, text.replacingCharacters(in: range, with: new))
  }

  /// Copies the files of a folder of fixtures over this one.
  public func overlay(_ folder: URL, except names: Set<String> = []) throws {
    for path in try Repository.files(below: folder) where !names.contains(path) {
      try write(path, Data(contentsOf: folder.appending(path: path)))
    }
  }

  // MARK: - Contents

  public func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: self.path(path))
  }

  /// The names in a folder, hidden ones included, sorted.
  public func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: folder).path).sorted()
  }

  /// The bytes of each file below a folder, by path.
  public func contents(of folder: String) throws -> [String: Data] {
    let base = url.appending(path: folder)
    return try Dictionary(
      uniqueKeysWithValues: Repository.files(below: base).map {
        ($0, try Data(contentsOf: base.appending(path: $0)))
      })
  }
}
