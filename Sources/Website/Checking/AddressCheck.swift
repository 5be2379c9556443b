import Files
import Configuration
import Diagnostics
import Notes
import Publication

extension Project {
  /// Departments, pages and files of the site share the first part of addresses.
  func reportSharedAddresses(diagnostics: inout DiagnosticList) {
    var owners = ["plan-du-site": "la page du plan du site"]
    let pages = tree.sources(in: TextPage.folder).map(\.path)
    let folders = tree.folderNames(in: "site").map { "site/" + $0 }
      .filter { $0 != TextPage.folder && $0 != Layouts.folder }
    let departments = configuration.departments.map { "departments/" + $0.slug }
    for path in folders + pages + departments {
      let name = String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
      if let owner = owners.updateValue("« \(path) »", forKey: name) {
        diagnostics.add(.sharedAddress(name, of: path, owner: owner))
      }
    }
  }
}

extension SitePlan {
  /// A file of `site/` may not stand where the site makes one.
  func reportClashes(diagnostics: inout DiagnosticList) {
    for path in clashes { diagnostics.add(.clash(at: path)) }
  }
}

extension Diagnostic {
  fileprivate static func sharedAddress(
    _ name: String, of path: String, owner: String
  ) -> Diagnostic {
    Diagnostic(
      WebsiteCode.reservedAddress,
      "L’adresse « /\(name)/ » de « \(path) » est déjà celle de \(owner).",
      at: Place(file: path), expected: "un autre nom")
  }

  fileprivate static func clash(at path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.reservedAddress, "Le site fabrique déjà une page à l’adresse « \(path) ».",
      at: Place(file: "site/" + path), expected: "un autre nom de fichier")
  }
}
