import Configuration
import Diagnostics
import Facts
import Notes
import Publication
import Text

/// The department is called as the official list calls it, and the bodies of the note are its own.
@Sendable
func checkDepartmentName(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  guard let fact = note.facts[NoteSchema.departmentName],
    let name = note.facts.name(NoteSchema.departmentName),
    let official = OfficialDepartment.named(name.noun)
  else { return }
  if !name.isWritten(as: official) {
    let mended = official.name.definite
    diagnostics.add(
      .otherName(name, than: official, at: fact.place).corrected(
        by: project.correction(of: name.definite, at: fact.place, with: mended)))
  }
  for path in [NoteSchema.issuer, NoteSchema.issuerLongName, NoteSchema.committee] {
    guard let fact = note.facts[path], let body = note.facts.name(path),
      let other = OfficialDepartment.ending(body.noun), other != official
    else { continue }
    diagnostics.add(.bodyOfAnother(body, of: other, than: official, at: fact.place))
  }
}

extension Name {
  /// Whether it is the official name letter for letter, with the same article; « la Réunion » may be
  /// « La Réunion », and usage gives an article to « le Vaucluse » or « la Meurthe-et-Moselle ».
  fileprivate func isWritten(as official: OfficialDepartment) -> Bool {
    func plain(_ text: String) -> String { text.replacing("’", with: "'") }
    let other = official.name
    if plain(definite) == plain(other.definite) { return true }
    let mayHaveArticle = other.article == .none && !official.location.hasPrefix("à ")
    if mayHaveArticle, noun == other.noun { return true }
    return other.article == .none && plain(definite).lowercased() == other.definite.lowercased()
      && noun.first?.isUppercase == true
  }
}

extension OfficialDepartment {
  /// How the names of bodies end, as slugs: « du-gard »; the longest first.
  private static let endings: [(slug: String, department: OfficialDepartment)] =
    all.flatMap { department in
      let genitive = ("-" + Slug.make(department.name.genitive), department)
      return department.slug.contains("-")
        ? [genitive, ("-de-" + department.slug, department)] : [genitive]
    }.sorted { $0.1.slug.utf8.count > $1.1.slug.utf8.count }

  /// The one with whose name that of a body ends: « la Caf du Gard », « Caf de Haute-Savoie ».
  fileprivate static func ending(_ body: String) -> OfficialDepartment? {
    let slug = Slug.make(body)
    return endings.first { slug.hasSuffix($0.slug) }?.department
  }
}

extension Diagnostic {
  fileprivate static func otherName(
    _ name: Name, than official: OfficialDepartment, at place: Place?
  ) -> Diagnostic {
    let right = official.name.definite
    return Diagnostic(
      CheckCode.departmentName,
      "« \(name.definite) » s’écrit « \(right) » dans la liste officielle.",
      at: place, expected: "« \(right) », dont la note ferait « \(official.name.genitive) »",
      suggestion: right)
  }

  fileprivate static func bodyOfAnother(
    _ body: Name, of other: OfficialDepartment, than own: OfficialDepartment, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.departmentName,
      "« \(body.definite) » porte le nom d’un autre département "
        + "(\(other.name.typographic.definite), \(other.code)) que celui de la note "
        + "(\(own.name.typographic.definite), \(own.code)).",
      at: place, expected: "le nom du département de la note, ou un autre numéro")
  }
}
