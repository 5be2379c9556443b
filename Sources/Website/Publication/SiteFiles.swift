import Text

/// The files of a finished site, in memory.
public struct SiteFiles: Sendable {
  /// The bytes of each file by its path from the site's root, with `/` between folders.
  public private(set) var contents: [String: [UInt8]] = [:]

  public init() {}

  public mutating func add(_ path: String, _ bytes: [UInt8]) {
    precondition(contents[path] == nil, "two pages at \(path)")
    contents[path] = bytes
  }

  public mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

  /// The paths in an order that depends on nothing but the paths.
  public var paths: [String] {
    contents.keys.sorted(by: scalarOrder)
  }
}
