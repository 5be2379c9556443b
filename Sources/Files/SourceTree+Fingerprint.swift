import Diagnostics
public import Text

extension SourceTree {
  /// Adds the names of all files and folders, and the bytes of all texts that were read.
  public func addWhatIsRead(to fingerprint: inout Fingerprint) {
    for name in names + folders + refused.sorted() { fingerprint.add(name) }
    for source in sources {
      fingerprint.add(source.path)
      fingerprint.add(source.original)
    }
  }

  /// Adds the bytes of all files of a folder and of those inside it; the texts that were read are not
  /// read again. False when a file cannot be read.
  public func addContents(of folder: String, to fingerprint: inout Fingerprint) -> Bool {
    for path in textNames(in: folder) + files(in: folder).map(\.path) {
      fingerprint.add(path)
      if let text = self[path] {
        fingerprint.add(text.original)
      } else {
        let contents = FileSystem.contents(root + "/" + path, limit: SourceTree.fileLimit)
        guard case .success(let bytes) = contents else { return false }
        fingerprint.add(bytes)
      }
    }
    return folderNames(in: folder).allSatisfy {
      addContents(of: folder + "/" + $0, to: &fingerprint)
    }
  }
}
