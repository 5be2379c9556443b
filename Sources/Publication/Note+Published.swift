public import Configuration
import Diagnostics
public import Facts
public import Files
public import Notes
import Markdown
import Text

extension Note {
  /// The note as it was published, from its pair alone.
  ///
  /// - Parameters:
  ///   - live: what the sources give for the same year. Its tree serves when its text, its sections
  ///     and its acronyms are those of the pair: parsing again would give the same.
  ///   - liveGlossary: the acronyms of its text.
  init(_ pair: PublishedNote, live: Note, liveGlossary: [GlossaryEntry]) {
    let isSame =
      pair.sections.elementsEqual(live.sections) {
        $0.name == $1.name && $0.isNumbered == $1.isNumbered && $0.markdown == $1.markdown
      }
      && pair.glossary.elementsEqual(liveGlossary) {
        $0.acronym == $1.acronym && $0.form == $1.form
      }
    let sections = pair.sections.enumerated().map { rank, section in
      NoteSection(
        name: section.name, isNumbered: section.isNumbered,
        // One text in memory rather than two.
        frozen: isSame ? live.sections[rank].markdown : section.markdown, file: pair.textPath,
        firstLine: section.firstLine)
    }
    let acronyms = pair.glossary.map { Acronym(sigle: $0.acronym, form: $0.form) }
    self.init(
      department: pair.department, year: pair.year, title: pair.title,
      editionCauses: pair.editionCauses,
      facts: NoteFacts.completed(pair.facts, with: live.facts), sections: sections,
      document: isSame
        ? live.document
        : Preparation(glossary: acronyms).document(
          sections.map {
            SectionText(markdown: $0.markdown, identifier: $0.name, isNumbered: $0.isNumbered)
          }), publication: Publication(day: pair.publishedOn, revisions: pair.revisions))
  }

  /// The acronyms that stand in the text as words.
  func usedEntries(of glossary: [GlossaryEntry]) -> [GlossaryEntry] {
    // Nearly all words begin as no acronym does.
    let firsts = Set(glossary.compactMap(\.acronym.utf8.first))
    let words = Set(sections.flatMap { $0.markdown.words(where: firsts.contains) })
    return glossary.filter { entry in
      // A sigle of several words is looked for as it is.
      words.contains(entry.acronym[...])
        || (!entry.acronym.allSatisfy { $0.isLetter || $0.isNumber }
          && sections.contains { $0.markdown.contains(entry.acronym) })
    }
  }
}

extension PublishedNote {
  /// Freezes what the sources give.
  public init(
    freezing note: Note, of facts: NoteFacts, glossary: [GlossaryEntry],
    attachments: [CitedFile], images: [CitedFile], on day: Day, revisions: [Revision]
  ) {
    var line = 1
    var sections: [Section] = []
    for section in note.sections {
      sections.append(
        Section(
          name: section.name, isNumbered: section.isNumbered, markdown: section.markdown,
          firstLine: line + 1))
      line += 1 + section.markdown.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    self.init(
      department: note.department, year: note.year, title: note.title,
      family: facts.family?.slug ?? "", edition: facts.edition?.code ?? "",
      editionCauses: note.editionCauses, publishedOn: day,
      revisions: revisions, glossary: note.usedEntries(of: glossary), sections: sections,
      results: PublishedNote.results(of: note.facts), attachments: attachments,
      images: images, facts: NoteFacts.frozen(note.facts))
  }
}

extension NoteFacts {
  /// The files of the year's `pieces/` that a note cites as they are now, sorted by name.
  ///
  /// A file that cannot be read is left out: the pages, which hold its bytes, tell it.
  ///
  /// - Parameter names: those of files that count too, cited or not.
  public func attachmentsNow(
    citedBy note: Note, or names: Set<String> = [], in tree: SourceTree
  ) -> [PublishedNote.CitedFile] {
    let cited = Set(note.citedAttachments(among: attachments).map(\.file))
    return attachments.filter { cited.contains($0) || names.contains($0.name) }
      .compactMap { PublishedNote.CitedFile($0, named: $0.name, in: tree) }
  }
}

extension Note {
  /// The files of `site/images/` that the text shows or leads to as they are now, sorted by name, which
  /// is from that folder.
  ///
  /// A file that cannot be read is left out: the pages, which hold its bytes, tell it.
  public func imagesNow(in tree: SourceTree) -> [PublishedNote.CitedFile] {
    var names: Set<String> = []
    document.forEachInline { inline in
      switch inline {
      case .link(let link), .image(let link):
        // The page of a note is two folders below the root of the site.
        if let name = Note.fileName(link.destination, in: "../../images/") { names.insert(name) }
      default: break
      }
    }
    return names.sorted(by: scalarOrder).compactMap { name in
      tree.file("site/images/" + name).flatMap {
        PublishedNote.CitedFile($0, named: name, in: tree)
      }
    }
  }
}

extension PublishedNote.CitedFile {
  /// Nil when the file cannot be read.
  fileprivate init?(_ file: SourceTree.File, named name: String, in tree: SourceTree) {
    var unread = DiagnosticList()
    guard let bytes = tree.contents(of: file, into: &unread) else { return nil }
    self.init(name: name, fingerprint: PublishedNote.fingerprint(bytes))
  }
}
