import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

extension Project {
  /// What each note cites of its folder `pieces/`: the rest is not published.
  ///
  /// **Errors**: `adresse-reservee`, and the warning `piece-non-citee`.
  func citedAttachments(
    diagnostics: inout DiagnosticList
  ) -> [PlannedNote: [CitedAttachment]] {
    var attachments: [PlannedNote: [CitedAttachment]] = [:]
    for note in notes {
      let files = configuration.note(note.department, note.year)?.attachments ?? []
      if files.isEmpty { continue }
      let cited = note.citedAttachments(among: files)
      attachments[PlannedNote(note)] = cited
      for attachment in cited where attachment.isPage {
        diagnostics.add(.attachedPage(attachment))
      }
      let paths = Set(cited.map(\.file.path))
      for file in files where !paths.contains(file.path) {
        diagnostics.add(.uncited(file.path, in: note))
      }
    }
    return attachments
  }
}

extension CitedAttachment {
  /// Whether a server would show it as the page of its folder.
  fileprivate var isPage: Bool { ["index.html", "index.htm"].contains(name.lowercased()) }
}

extension Diagnostic {
  fileprivate static func attachedPage(_ attachment: CitedAttachment) -> Diagnostic {
    Diagnostic(
      WebsiteCode.reservedAddress,
      "La pièce « \(attachment.name) » porte le nom de la page d’un dossier.",
      at: Place(file: attachment.file.path), expected: "un autre nom de fichier")
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
