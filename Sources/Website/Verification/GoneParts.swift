public import Diagnostics
import Facts
public import Notes

extension Note {
  /// The links of its text to parts that it has no longer: their anchors are still on the page, which
  /// says there that they are gone.
  ///
  /// - Parameter anchors: those of the parts that it had.
  public func linksToGoneParts(_ anchors: [FormerAnchor]) -> [Diagnostic] {
    let gone = Dictionary(
      anchors.filter { $0.target == nil }.map { ("#" + $0.anchor, $0) },
      uniquingKeysWith: { $1 })
    return writtenLinks.compactMap { link in
      guard let part = gone[link.destination] else { return nil }
      return Diagnostic(
        WebsiteCode.deadAnchor,
        "Le lien vers « \(link.destination) » mène à une partie qui n’est plus dans la note, « \(part.title) ».",
        at: link.place, includedFrom: link.includedFrom,
        expected:
          "un texte sans ce lien, ou --ancre \(part.anchor)=NOUVELLE, qui dit où mène son adresse")
    }
  }
}
