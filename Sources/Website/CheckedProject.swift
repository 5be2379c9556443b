import Configuration
import Diagnostics
import Facts
import Files
import Notes
public import Publication

/// What all pages of a project are made with, in which nothing is wrong.
struct CheckedProject: Sendable {
  /// Without notes.
  let project: Project
  let settings: Settings
  let layouts: Layouts
  /// The pages of `site/pages/`.
  let texts: [TextPage]
  /// The sentences of the calculation.
  let sentences: Record

  /// Whether there are acronyms to explain.
  var hasGlossary: Bool { !project.configuration.glossary.isEmpty }

  /// Whether there is a picture for those who share a page.
  let hasPicture: Bool

  var address: PublicAddress? { settings.address.map(PublicAddress.init) }

  /// Nil when anything is wrong; the list says all of it.
  init?(_ project: Project, _ layouts: Layouts, diagnostics: inout DiagnosticList) {
    self.project = project
    self.layouts = layouts
    guard let settings = project.configuration.settings else { return nil }
    settings.record.reportLeftovers(as: .setting, diagnostics: &diagnostics)
    texts = TextPage.all(project.tree, settings: settings, diagnostics: &diagnostics)
    project.tree.reportUnexpectedFiles(diagnostics: &diagnostics)
    project.reportSharedAddresses(diagnostics: &diagnostics)
    project.reportVanishedAddresses(diagnostics: &diagnostics)
    project.reportMissingSentences(diagnostics: &diagnostics)
    guard let sentences = project.configuration.sentences, !diagnostics.hasErrors else {
      return nil
    }
    hasPicture = project.tree.lists("site/" + PageFrame.picture)
    self.settings = settings
    self.sentences = sentences
  }
}

extension Project {
  /// What has an address of the site that a department would have: « la page de recherche ».
  public func owner(ofAddress name: String) -> String? {
    addressOwners[name] ?? sitePaths.first { Project.address(of: $0) == name }.map { "« \($0) »" }
  }

  /// Departments, pages and files of the site share the first part of addresses, those that once were
  /// departments' too.
  fileprivate func reportSharedAddresses(diagnostics: inout DiagnosticList) {
    var owners = addressOwners
    func report(_ paths: [String]) {
      for path in paths {
        let name = Project.address(of: path)
        if let owner = owners.updateValue("« \(path) »", forKey: name) {
          diagnostics.add(.sharedAddress(name, at: Place(file: path), owner: owner))
        }
      }
    }
    report(sitePaths)
    for (name, place) in configuration.addresses?.namePlaces ?? [:] {
      // What is a department's now is told of its folder.
      guard let owner = owners[name], !tree.hasFolder("departments/" + name) else { continue }
      diagnostics.add(.sharedAddress(name, at: place, owner: owner))
    }
    let departments = tree.folderNames(in: "departments").map { "departments/" + $0 }
    report(departments.filter { $0 != "departments/national" })
  }

  private var addressOwners: [String: String] {
    var owners = [
      "plan-du-site": "la page du plan du site", "comparer": "la page qui compare les départements",
      "recherche": "la page de recherche",
    ]
    if !configuration.glossary.isEmpty { owners["glossaire"] = "la page du glossaire" }
    return owners
  }

  /// The folders and the pages of `site/` that are part of the site.
  private var sitePaths: [String] {
    tree.folderNames(in: "site").map { "site/" + $0 }
      .filter { $0 != TextPage.folder && $0 != Layouts.folder }
      + tree.sources(in: TextPage.folder).map(\.path)
  }

  private static func address(of path: String) -> String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
  }

  /// Without the sentences of the calculation no simulator can speak.
  fileprivate func reportMissingSentences(diagnostics: inout DiagnosticList) {
    let path = "departments/national/formules.yaml"
    guard configuration.sentences == nil, tree[path] == nil, !tree.isRefused(path) else { return }
    diagnostics.add(
      Diagnostic(
        WebsiteCode.missingSentences, "Le fichier « \(path) » n’existe pas.",
        at: Place(file: path), expected: "les phrases du calcul, pour le simulateur"))
  }
}

extension Diagnostic {
  fileprivate static func sharedAddress(
    _ name: String, at place: Place, owner: String
  ) -> Diagnostic {
    Diagnostic(
      WebsiteCode.reservedAddress,
      "L’adresse « /\(name)/ » de « \(place.file) » est déjà celle de \(owner).",
      at: place, expected: "un autre nom")
  }

  /// A file of `site/` may not stand where the site makes one.
  static func clash(at path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.reservedAddress,
      "Le site fabrique déjà une page ou un dossier à l’adresse « \(path) ».",
      at: Place(file: "site/" + path), expected: "un autre nom de fichier")
  }
}
