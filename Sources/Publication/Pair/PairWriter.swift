import Configuration
import Facts
public import Files
import Glibc

/// Puts the frozen pair of a note in the place of the old one.
public enum PairWriter {
  /// Writes both files beside the old ones, then renames them.
  ///
  /// A crash between the two renamings leaves a pair whose fingerprint tells it.
  ///
  /// - Parameter root: the project's.
  public static func write(_ note: PublishedNote, root: String) throws(WritingError) {
    let folder = root + "/" + PublishedNote.folder(of: note.department)
    try FileSystem.makeFolders(folder)
    let files = note.files
    let pairs = [
      (text: files.text, name: "\(note.year.text).md"),
      (text: files.facts, name: "\(note.year.text).yaml"),
    ]
    // Names that begin with a dot are no part of the sources.
    func temporary(_ name: String) -> String { "\(folder)/.\(name).tmp" }
    do throws(WritingError) {
      for pair in pairs {
        try FileSystem.remove(temporary(pair.name))
        try FileSystem.write(Array(pair.text.utf8), to: temporary(pair.name))
        try FileSystem.synchronize(temporary(pair.name))
      }
      for pair in pairs {
        try FileSystem.rename(temporary(pair.name), to: "\(folder)/\(pair.name)")
      }
    } catch {
      for pair in pairs { unlink(temporary(pair.name)) }
      throw error
    }
  }
}
