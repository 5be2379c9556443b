public import Diagnostics
public import Files

/// A folder of the project that is to be made with its files.
public struct NewFolder: Sendable {
  /// From the project's root.
  public let path: String
  public let files: [DraftFile]

  public var questions: [Question] { files.flatMap(\.questions) }

  /// Writes the files: all of them or none, and never over another.
  ///
  /// All are written beside, in a folder whose name begins with a dot and is no part of the sources,
  /// which is then renamed. An interruption from the keyboard waits until that is done.
  ///
  /// **Errors**: `exists` when something is there; `system`. Nothing new is left after either.
  public func write(root: String) throws(WritingError) {
    let folder = "\(root)/\(path)"
    guard try FileSystem.kind(of: folder, followingLinks: false) == .missing else {
      throw .exists(path: path)
    }
    let interruptions = HeldInterruptions()
    defer { interruptions.release() }
    let parent = FileSystem.parent(of: folder)
    let temporary = "\(parent)/.\(folder.dropFirst(parent.count + 1)).tmp"
    do throws(WritingError) {
      try FileSystem.remove(temporary)
      for file in files {
        let place = temporary + file.path.dropFirst(path.count)
        try FileSystem.writeThrough(Array(file.text.utf8), to: place)
      }
      try FileSystem.renameNew(temporary, to: folder)
    } catch {
      try? FileSystem.remove(temporary)
      throw error
    }
  }
}
