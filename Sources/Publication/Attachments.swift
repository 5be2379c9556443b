public import Configuration
import Diagnostics
public import Files

extension NoteFacts {
  /// The files of the year's `pieces/` as they are now, sorted by name.
  ///
  /// A file that cannot be read is left out: the pages, which hold its bytes, tell it.
  public func attachmentsNow(in tree: SourceTree) -> [PublishedNote.Attachment] {
    attachments.compactMap { file in
      var unread = DiagnosticList()
      return tree.contents(of: file, into: &unread).map {
        PublishedNote.Attachment(
          name: file.name, fingerprint: PublishedNote.fingerprint($0))
      }
    }
  }
}
