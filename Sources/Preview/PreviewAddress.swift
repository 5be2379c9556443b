/// The addresses that the preview has besides those of the site.
enum PreviewAddress {
  /// No page of a site begins so: departments and pages are named in letters, digits and hyphens.
  static let folder = "/_cadrage/"

  static let script = folder + "apercu.js"
  static let style = folder + "apercu.css"
  /// What is wrong, and whether the page changed; answered once there is something new.
  static let news = folder + "nouvelles"

  /// The style of values in the page.
  static let pageStyle = folder + "valeurs.css"
  static let values = folder + "valeurs"
  /// Where a value is printed.
  static let uses = folder + "emplois"
  static let check = folder + "verifier"
  static let save = folder + "enregistrer"
  static let overrideForYear = folder + "pour-cette-annee"
  static let restoreLasting = folder + "pour-tous-les-ans"
  static let add = folder + "ajouter"
  static let remove = folder + "retirer"
  static let move = folder + "deplacer"
  static let texts = folder + "textes"
  /// What a text would give that is not saved.
  static let trial = folder + "essai"
  static let saveText = folder + "enregistrer-texte"
  static let publication = folder + "publication"
  static let publish = folder + "publier"
  static let undo = folder + "annuler"

  static func isOwn(_ path: String) -> Bool { path.hasPrefix(folder) }
}
