import Facts
import Notes

/// Where a note comes from: the official document, the publication and its revisions, what was
/// corrected.
struct OriginPage: NoteSubpage {
  static let layout = "origine"

  let note: Note

  static let form = PageForm<OriginPage>(
    page: "la page de l’origine d’une note",
    [
      .record("note", Note.identityForm) { $0.note },
      .address("note_lien") { $0.address.link(to: $0.note.address) },
      .optionalRecord("document_officiel", PageLink.form) {
        $0.note.officialDocument(from: $0.address)
      },
      .optionalAddress("donnees_lien") { page in
        page.note.isDraft
          ? nil : page.address.link(toFile: page.note.address.folder + OpenData.name)
      },
      .written("corrections") { $0.note.corrections },
    ])

  var address: PageAddress { note.originAddress }
  var title: String {
    "Corrections et publication, \(note.fullTitle)"
  }
  var description: String {
    "D’où vient la note de cadrage Clas \(note.departmentName.genitive), \(note.year.text)\u{A0}: "
      + "document officiel, publication, révisions, corrections."
  }
}
