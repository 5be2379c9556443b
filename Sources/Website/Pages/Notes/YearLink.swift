import Facts
import Notes

/// A link to a page about another year of the same department.
struct YearLink {
  let year: String
  let link: String

  static let form = Form<YearLink>(
    "une année", [.text("annee") { $0.year }, .text("lien") { $0.link }])
}

extension Note {
  func link(to other: Note) -> YearLink {
    YearLink(year: other.year.text, link: address.link(to: other.address))
  }

  /// A link to the latest note of the department; nil from that note.
  func link(toLatest latest: Note) -> YearLink? {
    latest.year == year ? nil : link(to: latest)
  }
}
