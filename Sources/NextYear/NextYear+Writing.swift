import Configuration
import Diagnostics
import Facts
public import Files

extension NextYear {
  /// Writes the files: all of them or none, and never over another.
  ///
  /// All are written beside under names that begin with a dot, then renamed: the folder first, the
  /// year's file last, since it is what makes a year of them. An interruption from the keyboard waits
  /// until that is done.
  ///
  /// A crash leaves names that are no part of the sources, which the next run removes; between the two
  /// renamings it leaves a folder without its file, which `cadrage check` tells.
  ///
  /// **Errors**: `exists` when the file or the folder is there; `system`. Nothing new is left after
  /// either.
  ///
  /// - Parameters:
  ///   - root: the project's.
  ///   - tree: the one that holds what is copied.
  public func write(root: String, tree: SourceTree) throws(WritingError) {
    for path in [path, folder] {
      let kind = try FileSystem.kind(of: "\(root)/\(path)", followingLinks: false)
      guard kind == .missing else { throw .exists(path: path) }
    }
    let interruptions = HeldInterruptions()
    defer { interruptions.release() }
    let parent = FileSystem.parent(of: "\(root)/\(path)")
    let temporary = "\(parent)/.\(year.text).tmp"
    let file = "\(parent)/.\(year.text).yaml.tmp"
    do throws(WritingError) {
      for path in [temporary, file] { try FileSystem.remove(path) }
      for text in texts {
        let inner = text.path.dropFirst(folder.count)
        try FileSystem.writeThrough(
          Array(text.original.utf8), to: text.path == path ? file : temporary + inner)
      }
      for copy in copies {
        let bytes = try contents(of: copy.file, in: tree)
        try FileSystem.writeThrough(bytes, to: temporary + copy.path.dropFirst(folder.count))
      }
      try name(folder: temporary, file: file, root: root)
    } catch {
      for path in [temporary, file] { try? FileSystem.remove(path) }
      throw error
    }
  }

  private func contents(
    of file: SourceTree.File, in tree: SourceTree
  ) throws(WritingError) -> [UInt8] {
    var faults = DiagnosticList()
    if let bytes = tree.contents(of: file, into: &faults) { return bytes }
    throw .system(
      operation: "lire", path: file.path, reason: faults.sorted.first?.message ?? "raison inconnue")
  }

  /// Gives both their names, or neither.
  private func name(folder temporary: String, file: String, root: String) throws(WritingError) {
    let named = "\(root)/\(folder)"
    let hasFolder = try FileSystem.kind(of: temporary) != .missing
    if hasFolder { try FileSystem.renameNew(temporary, to: named) }
    do throws(WritingError) {
      try FileSystem.renameNew(file, to: "\(root)/\(path)")
    } catch {
      if hasFolder { try? FileSystem.remove(named) }
      throw error
    }
  }
}
