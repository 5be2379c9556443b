import Configuration
import Markdown
public import Notes
public import Publication

/// A note outside the site, its links with the whole addresses that they have there, where the
/// settings give the site's.
public enum PrintedNote {
  /// The text of `note.txt`, without what stands around the note.
  public static func text(_ note: Note, in project: Project) -> String {
    TextRenderer.render(note.document, resolve: addresses(from: note, in: project))
  }

  public static func html(_ note: Note, in project: Project) -> String {
    HTMLRenderer.render(note.document.resolvingLinks(addresses(from: note, in: project)))
  }

  private static func addresses(from note: Note, in project: Project) -> (String) -> String {
    let site = project.configuration.settings?.address.map(PublicAddress.init)
    return { link in site?.address(of: link, from: note.address) ?? link }
  }
}
