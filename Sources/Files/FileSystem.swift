import Glibc

/// The calls of the system on files, with its reasons in French.
///
/// Foundation's file manager is not used: it hides the reason of a failure and cannot make hard
/// links or lock a folder.
public enum FileSystem {
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

  /// Whether something that is no folder stands at a path, a link too.
  public static func isFile(_ path: String) -> Bool {
    switch status(path, followingLinks: false) {
    case nil, .missing, .folder: false
    case .file, .link, .other: true
    }
  }

  /// What tells a file that was written from what it was before, without reading it.
  public struct Stamp: Equatable, Comparable, Sendable, Codable {
    /// A moment, in seconds from 1970 and nanoseconds.
    struct Moment: Equatable, Sendable, Codable {
      var seconds: Int
      var nanoseconds: Int

      init(_ time: timespec) {
        seconds = time.tv_sec
        nanoseconds = time.tv_nsec
      }
    }

    /// When its bytes were last written.
    var written: Moment
    /// When anything of it last changed, its name and its permissions included.
    var changed: Moment
    var size: Int
    var inode: UInt64

    init(written: Moment, changed: Moment, size: Int, inode: UInt64) {
      (self.written, self.changed, self.size, self.inode) = (written, changed, size, inode)
    }

    init(_ information: stat) {
      self.init(
        written: Moment(information.st_mtim), changed: Moment(information.st_ctim),
        size: Int(information.st_size), inode: UInt64(information.st_ino))
    }

    public static func < (a: Stamp, b: Stamp) -> Bool {
      (a.written.seconds, a.written.nanoseconds) < (b.written.seconds, b.written.nanoseconds)
    }

    /// Whether nobody has written to the file since; a name that it was given or that it lost does not
    /// count.
    public func hasSameBytes(as other: Stamp) -> Bool {
      written == other.written && size == other.size && inode == other.inode
    }

    /// Whether it is so much earlier that a change after the other would have another stamp: clocks of
    /// files go by steps of some milliseconds, those of some disks by two seconds.
    public func isWell(before other: Stamp) -> Bool {
      let (mine, its) = (changed, other.changed)
      if mine.nanoseconds == 0 { return mine.seconds + 3 < its.seconds }
      let passed =
        (its.seconds - mine.seconds) * 1_000 + (its.nanoseconds - mine.nanoseconds) / 1_000_000
      return passed > 50
    }
  }

  /// The time, as files have it.
  public static var now: Stamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let moment = Stamp.Moment(time)
    return Stamp(written: moment, changed: moment, size: 0, inode: 0)
  }

  /// The stamps of all files below some folders, hidden ones left out.
  ///
  /// - Parameter root: what their paths begin with in the result is left out.
  public static func stamps(below folders: [String], _ root: String) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    var waiting = folders
    while let folder = waiting.popLast() {
      for name in listing(folder)?.names ?? [] where !name.hasPrefix(".") {
        let path = folder + "/" + name
        var information = stat()
        guard lstat(path, &information) == 0 else { continue }
        if information.st_mode & S_IFMT == S_IFDIR {
          waiting.append(path)
        } else {
          stamps[String(path.dropFirst(root.count + 1))] = Stamp(information)
        }
      }
    }
    return stamps
  }

  /// Nil when nothing is there or the system does not say.
  public static func stamp(_ path: String) -> Stamp? {
    var information = stat()
    return lstat(path, &information) == 0 ? Stamp(information) : nil
  }

  /// That of the program that runs.
  public static var programStamp: Stamp? { resolved("/proc/self/exe").flatMap(stamp) }

  /// The names in a folder.
  struct Listing {
    /// In no order, without `.` and `..`.
    var names: [String] = []
    /// Those that are no UTF-8, with U+FFFD for what cannot be read.
    var broken: [String] = []
    /// Those of `names` that are folders.
    var folders: [String] = []
  }

  /// Nil when the folder cannot be opened, which `errno` explains.
  static func listing(_ path: String) -> Listing? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var listing = Listing()
    while let entry = readdir(folder) {
      let type = Int(entry.pointee.d_type)
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let bytes = bytes.prefix { $0 != 0 }
        guard let name = String(validating: bytes, as: UTF8.self) else {
          return listing.broken.append(String(decoding: bytes, as: UTF8.self))
        }
        if name == "." || name == ".." { return }
        listing.names.append(name)
        // Not every file system says what it lists.
        if type == DT_DIR
          || type == DT_UNKNOWN && status(path + "/" + name, followingLinks: false) == .folder
        {
          listing.folders.append(name)
        }
      }
    }
    return listing
  }

  // MARK: - Reading

  public struct Failure: Error {
    public var reason: String
    public var isTooBig = false
  }

  /// What stands at a path; links are not followed.
  static func entry(_ path: String) -> Result<Kind, Failure> {
    guard let kind = status(path, followingLinks: false) else {
      return .failure(Failure(reason: readingReason(errno)))
    }
    return .success(kind)
  }

  /// What a link leads to, as written in it.
  static func target(ofLink path: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func names(_ path: String) -> Result<Listing, Failure> {
    guard let names = listing(path) else { return .failure(Failure(reason: readingReason(errno))) }
    return .success(names)
  }

  /// The bytes of an ordinary file, refused when there are more than `limit`.
  ///
  /// - Parameter isEnough: whether what was read will do.
  public static func contents(
    _ path: String, limit: Int, until isEnough: ([UInt8]) -> Bool = { _ in false }
  ) -> Result<[UInt8], Failure> {
    // The file may have changed since it was listed: a link or a pipe must not be opened.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(Failure(reason: readingReason(errno))) }
    defer { close(descriptor) }
    return contents(of: descriptor, limit: limit, until: isEnough)
  }

  /// The bytes of anything that a user names, a link or a pipe too; of standard input without path.
  public static func stream(_ path: String?, limit: Int) -> Result<[UInt8], Failure> {
    guard let path else { return contents(of: STDIN_FILENO, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(Failure(reason: errno == ENOENT ? "il n'existe pas" : readingReason(errno)))
    }
    defer { close(descriptor) }
    return contents(of: descriptor, limit: limit)
  }

  private static func contents(
    of descriptor: Int32, limit: Int, until isEnough: ([UInt8]) -> Bool = { _ in false }
  ) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count == 0 { return .success(bytes) }
        if count < 0 {
          if errno == EINTR { continue }
          return .failure(Failure(reason: readingReason(errno)))
        }
        bytes += buffer[..<count]
        if bytes.count > limit { return .failure(Failure(reason: "", isTooBig: true)) }
        if isEnough(bytes) { return .success(bytes) }
      }
    }
  }

  private static func readingReason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "vous n'avez pas le droit de le lire"
    case ENOENT: "il n'existe plus"
    case ELOOP: "c'est un lien"
    case EISDIR: "c'est un dossier"
    case ENOTDIR: "ce n'est pas un dossier"
    case ENAMETOOLONG: "son chemin est trop long"
    case EIO: "le disque a une erreur"
    case EBADF: "l'entrée standard est fermée"
    default: "erreur \(code) du système"
    }
  }
}
