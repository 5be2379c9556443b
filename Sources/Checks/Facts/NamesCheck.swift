import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// The names that sentences are built with have their article, in lower case: those of bodies, and
/// what the Caf sees to in them.
@Sendable
func checkNames(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  let asked = [
    NoteSchema.issuer, NoteSchema.issuerShortName, NoteSchema.issuerLongName, NoteSchema.committee,
  ]
  for path in asked {
    guard let fact = note.facts[path], let name = note.facts.name(path) else { continue }
    check(name, isArticleAsked: true, at: fact.place, in: project, &diagnostics)
  }
  for other in note.facts.records(NoteSchema.otherBodies) {
    guard let name = other.name(NoteSchema.OtherInstance.name) else { continue }
    check(
      name, isArticleAsked: true, at: other[NoteSchema.OtherInstance.name]?.place, in: project,
      &diagnostics)
  }
  for funder in note.facts.records(NoteSchema.funders) {
    guard let name = funder.name(NoteSchema.Funder.name) else { continue }
    check(
      name, isArticleAsked: false, at: funder[NoteSchema.Funder.name]?.place, in: project,
      &diagnostics)
  }
  for fact in note.facts.list(NoteSchema.bodyRoles) {
    guard let role = fact.value.text, !role.beginsWithDeterminer else { continue }
    diagnostics.add(.roleWithoutArticle(role, at: fact.place))
  }
}

private func check(
  _ name: Name, isArticleAsked: Bool, at place: Place?, in project: Project,
  _ diagnostics: inout DiagnosticList
) {
  guard name.article == .none else { return }
  if let article = name.noun.capitalArticle {
    let mended = article.lowercased() + name.noun.dropFirst(article.count)
    diagnostics.add(
      .capitalArticle(name, mended: mended, at: place).corrected(
        by: project.correction(of: name.noun, at: place, with: mended)))
  } else if isArticleAsked || name.noun.withArticle != nil {
    // « Grenoble » has none; « Conseil départemental » has.
    // A funder keeps its capital, « le Conseil départemental de l'Hérault ».
    let mended = name.noun.withArticle.map { mended in
      isArticleAsked ? mended : mended.dropLast(name.noun.count) + name.noun
    }
    var diagnostic = Diagnostic.missingArticle(name, mended: mended, at: place)
    if !isArticleAsked { diagnostic.severity = .warning }
    diagnostics.add(diagnostic)
  }
}

/// The articles of the words with which the names of bodies begin.
private let commonArticles: [String: String] = [
  "comité": "le ", "conseil": "le ", "collectif": "le ", "groupe": "le ", "département": "le ",
  "commission": "la ", "réunion": "la ", "coordination": "la ", "conférence": "la ",
  "région": "la ", "ville": "la ", "mairie": "la ", "direction": "la ", "communauté": "la ",
  "métropole": "la ", "préfecture": "la ", "mutualité": "la ", "fondation": "la ",
  "cellule": "la ", "instance": "l'", "assemblée": "l'", "équipe": "l'",
]

/// Those of the bodies that keep their capital.
private let properArticles = ["caf": "la ", "caisse": "la ", "ccss": "la ", "cssm": "la "]

extension String {
  /// « La » of « La Caf », « L' » of « L'Assemblée ».
  fileprivate var capitalArticle: String? {
    ["Le ", "La ", "Les ", "L'", "L’"].first { hasPrefix($0) && count > $0.count }
  }

  /// Whether a sentence can say it after « en assure »: « le suivi », not « suivre ».
  fileprivate var beginsWithDeterminer: Bool {
    ["le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ", "du ", "de "].contains {
      hasPrefix($0)
    }
  }

  /// « le comité départemental » for « Comité départemental »; nil for an unknown noun.
  fileprivate var withArticle: String? {
    let first = prefix { $0.isLetter }
    let word = first.lowercased()
    if let article = properArticles[word] { return article + self }
    return commonArticles[word].map { $0 + word + dropFirst(first.count) }
  }
}

extension Diagnostic {
  fileprivate static func capitalArticle(
    _ name: Name, mended: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.nameArticle,
      "L’article de « \(name.noun) » a une majuscule : la note écrirait « de \(name.noun) ».",
      at: place, expected: "l’article en minuscules", suggestion: mended)
  }

  /// A warning: « chaque année le suivi » has none, and is right.
  fileprivate static func roleWithoutArticle(_ role: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.nameArticle,
      "« \(role) » n’est pas un nom avec son article : la note écrirait « en assure \(role) ».",
      at: place, severity: .warning,
      expected: "un nom, par exemple « l'animation », « le suivi des projets »",
      suggestion: role.capitalArticle.map { $0.lowercased() + role.dropFirst($0.count) })
  }

  fileprivate static func missingArticle(
    _ name: Name, mended: String?, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.nameArticle,
      "« \(name.noun) » n’a pas d’article : les phrases de la note en ont besoin.", at: place,
      expected: "le nom avec son article, par exemple « le comité départemental du Clas »",
      suggestion: mended)
  }
}
