import Publication
import Files
import Configuration
import Diagnostics
import Facts
import Notes

/// What a site is to hold, by names alone: a plan can be made from it without a project.
struct SiteContents: Sendable {
  /// Sorted by department, then by year.
  var notes: [PlannedNote]
  /// The addresses of the pages of `site/pages/`, in their order.
  var texts: [PageAddress] = []
  /// The texts of `site/` that are copied, by their paths in the sources.
  var assets: [String] = []
  /// Its files that are no texts.
  var copies: [SourceTree.File] = []
  /// What is joined to each note.
  var attachments: [PlannedNote: [SourceTree.File]] = [:]
  /// Nil while the site has none: then it has no feed either.
  var address: PublicAddress?

  /// The same without the notes in preparation.
  var withoutDrafts: SiteContents {
    var contents = self
    contents.notes.removeAll(where: \.isDraft)
    return contents
  }
}

extension SiteContents {
  init(_ content: CheckedProject) {
    let project = content.project
    let tree = project.tree
    notes = project.notes.map(PlannedNote.init)
    texts = content.texts.map(\.address)
    assets = tree.sources.map(\.path).filter(SiteContents.isAsset)
    copies = tree.files.filter { SiteContents.isAsset($0.path) }
    for note in notes {
      attachments[note] = project.configuration.note(note.department, note.year)?.attachments
    }
    address = content.address
  }

  /// Everything in `site/` that is neither a layout, a page nor the settings.
  private static func isAsset(_ path: String) -> Bool {
    path.hasPrefix("site/") && path != "site/site.yaml"
      && ![Layouts.folder, TextPage.folder].contains { path.hasPrefix($0 + "/") }
  }
}
