import Dispatch
import Files
import Glibc

/// Says when something changes in the folders of a project.
///
/// It tells that, and not what: an editor writes beside and renames, a folder comes or goes whole,
/// and the kernel may lose count. Who is told reads the files again.
final class TreeWatcher: Sendable {
  private let root: String
  private let folders: [String]
  /// Where the kernel tells changes; nil where it does not, as on some network drives.
  private let descriptor: Int32?

  /// How long nothing must happen before a change is told, in milliseconds: programs write a file in
  /// several steps.
  private static let quiet: Int32 = 20
  /// However much happens, a change is told after so many steps of quiet that did not come.
  private static let longest = 10

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW)

  /// What tells that a folder came, or that the kernel lost count of what happened.
  private static let folderEvents = UInt32(
    IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)

  /// - Parameter folders: those right below the root.
  init(root: String, folders: [String]) {
    self.root = root
    self.folders = folders
    let opened = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard opened >= 0 else {
      descriptor = nil
      return
    }
    descriptor = TreeWatcher.watch(root, folders, with: opened) ? opened : nil
    if descriptor == nil { close(opened) }
  }

  /// Calls the body for ever, once after each group of changes.
  func run(_ changed: () -> Void) -> Never {
    guard let descriptor else { poll(changed) }
    var waits = 0
    var hasFolders = false
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = Glibc.poll(&request, 1, waits > 0 ? TreeWatcher.quiet : -1)
      if count < 0, errno == EINTR { continue }
      if count > 0, read(descriptor, &hasFolders) {
        waits += 1
        if waits <= TreeWatcher.longest { continue }
      }
      guard waits > 0 else { continue }
      waits = 0
      // New folders, also those whose news came too late or were lost.
      let isWatched = !hasFolders || TreeWatcher.watch(root, folders, with: descriptor)
      hasFolders = false
      changed()
      // The project itself may go, and come back as another folder, of which nothing would be told.
      if !isWatched { poll(changed) }
    }
  }

  /// Reads what the kernel has to tell; whether any of it matters.
  ///
  /// - Parameter hasFolders: becomes true when folders may have come.
  private func read(_ descriptor: Int32, _ hasFolders: inout Bool) -> Bool {
    let size = 64 << 10
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
      var matters = false
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, size)
        guard count > 0 else { return matters }
        var offset = 0
        while offset < count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          if event.mask & TreeWatcher.folderEvents != 0 { hasFolders = true }
          let start = offset + MemoryLayout<inotify_event>.size
          let name = buffer[start..<(start + Int(event.len))].prefix { $0 != 0 }
          // Hidden files are no sources: those that are written before they are renamed, above all.
          if name.first != UInt8(ascii: ".") { matters = true }
          offset = start + Int(event.len)
        }
      }
    }
  }

  /// Watches the folders and all below; watching one twice is watching it once. False when the
  /// kernel refuses one that is there.
  private static func watch(_ root: String, _ folders: [String], with descriptor: Int32) -> Bool {
    // The root tells when one of the folders is replaced, and of nothing else that is read.
    guard inotify_add_watch(descriptor, root, events) >= 0 else { return false }
    return folders.allSatisfy { watchTree(root + "/" + $0, with: descriptor) }
  }

  private static func watchTree(_ folder: String, with descriptor: Int32) -> Bool {
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      // What is gone, or is no folder, needs no watch.
      return errno != ENOSPC && errno != ENOMEM
    }
    guard let names = try? FileSystem.names(in: folder) else { return true }
    return names.allSatisfy { name in
      name.hasPrefix(".") || name.contains(".") && !FileSystem.isFolder(folder + "/" + name)
        || watchTree(folder + "/" + name, with: descriptor)
    }
  }

  // MARK: - Where the kernel does not tell

  /// Looks at the sizes and dates of all files again and again.
  private func poll(_ changed: () -> Void) -> Never {
    var last = stamps()
    while true {
      usleep(500_000)
      let now = stamps()
      guard now != last else { continue }
      last = now
      changed()
    }
  }

  private func stamps() -> [String: FileSystem.Stamp] {
    var stamps: [String: FileSystem.Stamp] = [:]
    var waiting = folders.map { root + "/" + $0 }
    while let path = waiting.popLast() {
      stamps[path] = FileSystem.stamp(path)
      guard FileSystem.isFolder(path), let names = try? FileSystem.names(in: path) else { continue }
      waiting += names.filter { !$0.hasPrefix(".") }.map { path + "/" + $0 }
    }
    return stamps
  }
}
