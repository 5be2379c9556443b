import Glibc

/// The calls of the system on files, with its reasons in French.
///
/// Foundation's file manager is not used: it hides the reason of a failure and cannot make hard
/// links or lock a folder.
public enum FileSystem {
  /// What stands at a path.
  public enum Kind: Equatable {
    case missing
    case file(size: Int)
    case folder
    case link
    case other
  }

  /// What stands at a path; nil when the system does not say, which `errno` explains.
  static func status(_ path: String, followingLinks: Bool) -> Kind? {
    var information = stat()
    let result = followingLinks ? stat(path, &information) : lstat(path, &information)
    guard result == 0 else { return errno == ENOENT ? .missing : nil }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(information.st_size))
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  public static func isFolder(_ path: String) -> Bool {
    status(path, followingLinks: true) == .folder
  }

  /// The names in a folder, in no order, without `.` and `..`; nil when it cannot be opened, which
  /// `errno` explains.
  static func listing(_ path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
