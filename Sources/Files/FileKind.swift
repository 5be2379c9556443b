/// What kind of file a path names, told from its folder and suffix.
public struct FileKind {
  let isText: Bool

  /// One mebibyte.
  static let limit = 1 << 20

  private static let textSuffixes: Set<String> = [
    "css", "html", "js", "json", "md", "txt", "webmanifest", "xml", "yaml", "yml",
  ]

  init(_ path: String) {
    let isAttachment = path.split(separator: "/").dropLast().contains("pieces")
    isText = !isAttachment && FileKind.textSuffixes.contains(FileKind.suffix(path))
  }

  /// How large a text may be, in bytes; nil for what is not read as text.
  var textLimit: Int? { isText ? FileKind.limit : nil }

  public static func suffix(_ path: String) -> String {
    let name = SourceTree.name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// Files that systems and editors leave behind.
enum IgnoredFiles {
  static func contains(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".swo")
      || name.hasSuffix(".bak") || name.hasSuffix(".tmp") || name.hasPrefix("#")
      || ["Thumbs.db", "desktop.ini", "__MACOSX"].contains(name)
  }
}
