import Facts
import Notes

extension PageAddress {
  /// The simulator of a note.
  static func simulator(_ slug: String, _ year: String) -> PageAddress {
    PageAddress("\(slug)/\(year)/simulateur/")
  }
}

extension Page {
  /// The page's own scripts, in the order in which they load: each uses only those before it.
  private static let simulatorScripts = [
    "nombres", "elements", "moteur", "formulaire", "reponses", "explications", "resultats",
    "partage", "evenements", "demarrage",
  ]

  /// The simulator of a note's funding.
  ///
  /// - Parameter sentences: those of `departments/national/formules.yaml`.
  static func simulator(_ note: Note, latest: Note, sentences: Record) -> Page {
    let address = PageAddress.simulator(note.department, note.year.text)
    let department = note.departmentName.genitive
    var page = Page(
      content: SimulatorPage(note: note, latest: latest, sentences: sentences), address: address,
      title: "Simulateur de financement du Clas \(department), \(note.year.text)"
        + note.draftMark,
      description: "Calculez l’aide possible pour votre projet Clas \(department) "
        + "en \(note.year.text) : montants, calendrier des versements, reste à financer.",
      trail: [note.departmentStep, note.step])
    page.styles = ["styles/simulateur.css"]
    page.scripts =
      [address.link(toFile: CalculationScript.path), SimulatorData.file]
      + simulatorScripts.map { address.link(toFile: "scripts/simulateur/\($0).js") }
    page.computes = true
    page.isDraft = note.isDraft
    return page
  }
}
