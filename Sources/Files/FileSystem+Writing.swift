import CPlatform
import Glibc
import Text
import Work

/// What publication needs, with typed errors.
extension FileSystem {
  public static func kind(of path: String, followingLinks: Bool = true) throws(WritingError)
    -> Kind
  {
    if let kind = status(path, followingLinks: followingLinks) { return kind }
    if errno == ENOTDIR { return .missing }
    throw failure("lire", path)
  }

  /// The names in a folder, sorted, without `.` and `..`.
  public static func names(in folder: String) throws(WritingError) -> [String] {
    guard let listing = listing(folder) else { throw failure("lire le dossier", folder) }
    return (listing.names + listing.broken).sorted(by: scalarOrder)
  }

  /// The names of what is no folder and of the folders right inside a folder, links not followed.
  public static func contents(
    of folder: String
  ) throws(WritingError) -> (files: Set<String>, folders: [String]) {
    guard let listing = listing(folder) else { throw failure("lire le dossier", folder) }
    return (Set(listing.names + listing.broken).subtracting(listing.folders), listing.folders)
  }

  /// The absolute path with every link resolved; nil when nothing exists there.
  public static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The absolute path, links resolved as far as something exists; the rest is taken as written.
  public static func absolute(_ path: String) -> String {
    var existing = path.hasPrefix("/") ? "/" : resolved(".") ?? "/"
    var missing: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        if missing.popLast() == nil { existing = parent(of: existing) }
      } else if missing.isEmpty, let next = resolved(join(existing, part)) {
        existing = next
      } else {
        missing.append(part)
      }
    }
    return missing.reduce(existing, join)
  }

  private static func join(_ folder: String, _ name: Substring) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  public static func makeFolder(_ path: String) throws(WritingError) {
    guard mkdir(path, 0o777) != 0 else { return }
    let code = errno
    // Another program may have made the same folder in the meantime.
    if code == EEXIST, case .folder = try kind(of: path) { return }
    throw .system(
      operation: "créer le dossier", path: path, reason: reason(code == EEXIST ? ENOTDIR : code))
  }

  /// Makes a folder and those above it; returns those that were not there, the highest first.
  @discardableResult
  public static func makeFolders(_ path: String) throws(WritingError) -> [String] {
    if path.isEmpty || path == "/" || path == "." { return [] }
    // Most are made in one call: a site has thousands.
    if mkdir(path, 0o777) == 0 { return [path] }
    let isAlone = errno == ENOENT
    if !isAlone, case .folder = try kind(of: path) { return [] }
    let above = isAlone ? try makeFolders(parent(of: path)) : []
    try makeFolder(path)
    return above + [path]
  }

  public static func write(_ bytes: [UInt8], to path: String) throws(WritingError) {
    try write(pieces: [bytes[...]], to: path)
  }

  /// Writes a file of several pieces, one after the other.
  public static func write(
    pieces: [ArraySlice<UInt8>], to path: String
  ) throws(WritingError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure("écrire", path) }
    var code: Int32 = 0
    for piece in pieces where code == 0 { code = write(piece, to: descriptor) }
    // A full disk or a quota may be told only when the file is closed.
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else { throw .system(operation: "écrire", path: path, reason: reason(code)) }
  }

  /// Writes a new file, the folders above it made, and waits until the disk holds it.
  public static func writeThrough(_ bytes: [UInt8], to path: String) throws(WritingError) {
    try makeFolders(parent(of: path))
    try write(bytes, to: path)
    try synchronize(path)
  }

  /// Puts other bytes in the place of those of an ordinary file, in one step: whoever reads it sees
  /// the old file or the new one, whole, with the same permissions.
  ///
  /// **Errors**: `system`, also when the file does not hold the old bytes any more. The old file is
  /// then untouched, unless the folder alone could not be synchronised: the new file is there, and may
  /// be lost to the old one if the machine stops.
  public static func replace(
    _ old: [UInt8], with new: [UInt8], at path: String
  ) throws(WritingError) {
    guard holds(old, at: path) else {
      throw .system(operation: "écrire", path: path, reason: "il a changé entre-temps")
    }
    var information = stat()
    guard lstat(path, &information) == 0 else { throw failure("lire", path) }
    try writeBeside(new, path) { temporary throws(WritingError) in
      // Only the administrator may give a file away; nobody else needs to.
      _ = chown(temporary, information.st_uid, information.st_gid)
      guard chmod(temporary, information.st_mode & 0o7777) == 0 else {
        throw failure("écrire", path)
      }
      try synchronize(temporary)
      try rename(temporary, to: path)
    }
  }

  /// Makes a file in one step: whoever reads it sees nothing or all of it.
  ///
  /// **Errors**: `exists`, `system`.
  public static func create(_ bytes: [UInt8], at path: String) throws(WritingError) {
    try writeBeside(bytes, path) { temporary throws(WritingError) in
      try synchronize(temporary)
      try renameNew(temporary, to: path)
    }
  }

  /// Writes to a temporary file in the same folder, and waits for the disk once it has its name.
  private static func writeBeside(
    _ bytes: [UInt8], _ path: String,
    thenName name: (_ temporary: String) throws(WritingError) -> Void
  ) throws(WritingError) {
    let temporary = "\(parent(of: path))/.\(path.split(separator: "/").last ?? "").tmp"
    do throws(WritingError) {
      // What a crash left there.
      try remove(temporary)
      try write(bytes, to: temporary)
      try name(temporary)
    } catch {
      try? remove(temporary)
      throw error
    }
    try synchronize(parent(of: path))
  }

  /// Writes to what is open; returns 0, or the system's code for the failure.
  public static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      offset += count
    }
    return 0
  }

  /// Waits until the disk holds a file or the names of a folder.
  public static func synchronize(_ path: String) throws(WritingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("lire", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("écrire", path) }
  }

  public static func link(_ old: String, to new: String) -> Bool { Glibc.link(old, new) == 0 }

  /// Whether a file holds exactly these bytes.
  public static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    guard case .file(let size)? = try? kind(of: path, followingLinks: false), size == bytes.count
    else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let found = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        guard more > 0 else { return }
        count += more
      }
    }
    return found == bytes
  }

  /// Keeps other programs that ask for it out of a folder, until the descriptor is closed; nil when one
  /// of them is there. A file system that knows no locks keeps nobody out.
  public static func lock(_ folder: String) throws(WritingError) -> Int32? {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("ouvrir le dossier", folder) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return descriptor }
    close(descriptor)
    return nil
  }

  public static func rename(_ old: String, to new: String) throws(WritingError) {
    guard Glibc.rename(old, new) == 0 else { throw failure("renommer", old) }
  }

  /// Renames a file or a folder to a name that is free.
  public static func renameNew(_ old: String, to new: String) throws(WritingError) {
    switch cplatform_rename_new(old, new) {
    case 0: return
    case EEXIST: throw .exists(path: new)
    case EINVAL, ENOSYS:
      // The file system cannot look and rename in one step.
      guard try kind(of: new, followingLinks: false) == .missing else { throw .exists(path: new) }
      try rename(old, to: new)
    case let code:
      throw .system(operation: "renommer", path: old, reason: reason(code))
    }
  }

  /// Gives each of two folders the name of the other, in one step.
  ///
  /// **Errors**: `exchangeRefused` where the file system cannot do it.
  public static func exchange(_ first: String, with second: String) throws(WritingError) {
    let code = cplatform_exchange(first, second)
    guard code == 0 else { throw .exchangeRefused(path: second, reason: reason(code)) }
  }

  /// Removes a file, or a folder with all it holds. Links are removed, never followed.
  public static func remove(_ path: String) throws(WritingError) {
    if unlink(path) == 0 { return }
    let refusal = failure("supprimer", path)
    switch try kind(of: path, followingLinks: false) {
    case .missing: return
    case .folder: try removeFolder(path)
    default: throw refusal
    }
  }

  private static func removeFolder(_ path: String) throws(WritingError) {
    guard let listing = listing(path) else { throw failure("lire le dossier", path) }
    let folders = Set(listing.folders)
    for name in (listing.names + listing.broken).sorted(by: scalarOrder)
    where !folders.contains(name) {
      try remove(path + "/" + name)
    }
    let removals = WorkSharing.map(listing.folders.sorted(by: scalarOrder)) { name in
      Result { () throws(WritingError) in try removeFolder(path + "/" + name) }
    }
    for removal in removals { try removal.get() }
    guard rmdir(path) == 0 else { throw failure("supprimer", path) }
  }

  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func failure(_ operation: String, _ path: String) -> WritingError {
    .system(operation: operation, path: path, reason: reason(errno))
  }

  /// The reason in French for the failures that users meet, else the system's own words.
  public static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "le disque est plein"
    case EDQUOT: "le quota du disque est atteint"
    case EROFS: "le disque est en lecture seule"
    case EACCES, EPERM: "vous n’en avez pas le droit"
    case EFBIG: "le fichier serait trop gros"
    case ENAMETOOLONG: "le nom est trop long"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts"
    case EIO: "le disque ne répond pas bien"
    case ENOTDIR: "ce n’est pas un dossier"
    case ENOENT: "un dossier de ce chemin n’existe pas"
    case EBUSY: "c’est un point de montage"
    case EXDEV: "c’est un point de montage, ou un dossier superposé à un autre (overlay)"
    case EINVAL: "il ne sait pas le faire"
    default: String(cString: strerror(code))
    }
  }
}
