import Files
import Checks
import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// A project in which nothing is wrong before its pages are made, with what they are made from.
///
/// Every command that looks at a whole project begins here: `check`, `build`, `publish`, `new year`.
struct CheckedProject: Sendable {
  let project: Project
  let settings: Settings
  let layouts: Layouts
  /// The pages of `site/pages/`.
  let texts: [TextPage]
  /// The sentences of the calculation.
  let sentences: Record

  var address: PublicAddress? { settings.address.map(PublicAddress.init) }

  /// Nil when anything is wrong; the list says all of it.
  init?(_ project: Project, diagnostics: inout DiagnosticList) {
    let layouts = Layouts(project.tree, diagnostics: &diagnostics)
    guard let settings = project.configuration.settings else { return nil }
    Checks.run(project, diagnostics: &diagnostics)
    settings.record.reportLeftovers(as: .setting, diagnostics: &diagnostics)
    let texts = TextPage.all(project.tree, settings: settings, diagnostics: &diagnostics)
    project.reportSharedAddresses(diagnostics: &diagnostics)
    project.reportMissingSentences(diagnostics: &diagnostics)
    guard let sentences = project.configuration.sentences, !diagnostics.hasErrors else {
      return nil
    }
    self.project = project
    self.settings = settings
    self.layouts = layouts
    self.texts = texts
    self.sentences = sentences
  }
}

extension Project {
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
