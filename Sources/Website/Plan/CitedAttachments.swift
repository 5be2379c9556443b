import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

extension Project {
  /// What each note cites of its folder `pieces/`: the rest is not published.
  ///
  /// **Errors**: `piece-refusee`, and the warning `piece-non-citee`.
  func citedAttachments(
    diagnostics: inout DiagnosticList
  ) -> [PlannedNote: [CitedAttachment]] {
    var attachments: [PlannedNote: [CitedAttachment]] = [:]
    for note in notes {
      let files = configuration.note(note.department, note.year)?.attachments ?? []
      if files.isEmpty { continue }
      let cited = note.citedAttachments(among: files)
      attachments[PlannedNote(note)] = cited
      for attachment in cited where !attachment.isDocument {
        diagnostics.add(.refused(attachment))
      }
      let paths = Set(cited.map(\.file.path))
      for file in files where !paths.contains(file.path) {
        diagnostics.add(.uncited(file.path, in: note))
      }
    }
    return attachments
  }

  /// Where the files of `pieces/` would stand that no note cites, were they published.
  func uncitedAttachments(besides cited: [PlannedNote: [CitedAttachment]]) -> [String] {
    notes.flatMap { note in
      let known = Set((cited[PlannedNote(note)] ?? []).map(\.file.path))
      let files = configuration.note(note.department, note.year)?.attachments ?? []
      return files.filter { !known.contains($0.path) }
        .map { "\(note.address.folder)pieces/\($0.name)" }
    }
  }
}

extension CitedAttachment {
  /// What people give each other: texts, tables, slides, pictures, sounds, films, archives. A browser
  /// runs the scripts of some other files, as those of the site, when their address is opened.
  static let documents: Set<String> = [
    "7z", "avif", "csv", "doc", "docm", "docx", "dot", "dotx", "epub", "gif", "heic", "ics",
    "jpeg", "jpg", "key", "m4a", "mov", "mp3", "mp4", "msg", "numbers", "odf", "odg",
    "odp", "ods", "odt", "ogg", "ots", "ott", "pages", "pdf", "png", "pps", "ppsx", "ppt", "pptm",
    "pptx", "pub", "rtf", "svg", "svgz", "tif", "tiff", "txt", "vcf", "wav", "webm", "webp", "xls",
    "xlsb", "xlsm", "xlsx", "xltx", "zip",
  ]

  /// Pictures in SVG are among them: they are read for scripts.
  fileprivate var isDocument: Bool { Self.documents.contains(SourceTree.suffix(name)) }
}

extension Diagnostic {
  fileprivate static func refused(_ attachment: CitedAttachment) -> Diagnostic {
    Diagnostic(
      WebsiteCode.refusedAttachment,
      "La pièce « \(attachment.name) » n’est pas d’une sorte de document que le site publie : un navigateur "
        + "pourrait exécuter ce qu’elle contient.",
      at: Place(file: attachment.file.path),
      expected: "un document, comme pdf, docx, odt, xlsx, ods, jpg ou zip")
  }

  fileprivate static func uncited(_ path: String, in note: Note) -> Diagnostic {
    var diagnostic = Diagnostic(
      WebsiteCode.uncitedAttachment,
      "La note « \(note.department) \(note.year.text) » ne cite pas ce fichier : il n’est pas publié.",
      at: Place(file: path),
      expected:
        "son nom dans « fichier », dans « pieces » ou « annexes », ou un lien « pieces/… » dans "
        + "un texte ; sinon, rangez-le ailleurs")
    diagnostic.severity = .warning
    return diagnostic
  }
}
