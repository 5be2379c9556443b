import Configuration
import Facts
import Funding
import Markdown
import Notes

/// The simulator of a note's funding.
struct SimulatorPage: PageContent {
  static let layout = "simulateur"

  let note: Note
  let latest: Note
  /// Those of `departments/national/formules.yaml`.
  let sentences: Record
  private let funding: Record
  private let rules: Rules

  init(note: Note, latest: Note, sentences: Record) {
    self.note = note
    self.latest = latest
    self.sentences = sentences
    funding = note.facts
    rules = funding.rules
  }

  static let form = PageForm<SimulatorPage>(
    page: "le simulateur",
    [
      .record("note", Note.identityForm) { $0.note },
      .text("note_lien") { $0.address.link(to: $0.note.address) },
      .optionalRecord("derniere", PageLink.yearForm) { $0.latestLink },
      .record("reperes", Landmarks.form) { $0.rules },
      .optionalText("ruralite") { $0.note.facts.typographicText(NoteSchema.rurality) },
      .record("bareme", baremeForm) { $0 },
      .records("financements", SimulatorFunder.form) { SimulatorFunder.all(in: $0.funding) },
      .records("exemples", WorkedExample.form) { WorkedExample.all($0.funding) },
      .texts("mentions") { $0.sentences.typographicTexts(SentenceSchema.mentions) },
    ])

  /// The year's amounts, and where they are published.
  private static let baremeForm = Form<SimulatorPage>(
    "le barème",
    [
      .optionalText("plafond") { euros($0.funding.bareme.ceiling) },
      .optionalText("bonus_enfants") { euros($0.funding.bareme.childrenBonus) },
      .optionalText("bonus_parents") { euros($0.funding.bareme.parentsBonus) },
      .optionalText("maximum") {
        euros($0.funding.atCeiling($0.funding.bareme)?.collectifs.first?.ps.amount)
      },
      .optionalText("source") { $0.baremeSource },
    ])

  private static func euros(_ cents: Int64?) -> String? {
    cents.map { FrenchFormat.euros(cents: $0) }
  }

  private var baremeSource: String? {
    guard funding.bareme.ceiling != nil else { return nil }
    let source = note.facts[NoteSchema.nationalCeiling]?.source
    return FrenchTypography.apply(
      to: source.map { "\($0.document), partie \($0.section)" } ?? note.title)
  }

  /// The page's own scripts, in the order in which they load: each uses only those before it.
  private static let ownScripts = [
    "nombres", "elements", "moteur", "formulaire", "reponses", "explications", "resultats",
    "partage", "evenements", "demarrage",
  ]

  var address: PageAddress { .simulator(note.department, note.year.text) }
  var title: String {
    "Simulateur de financement du Clas \(note.departmentName.genitive), \(note.year.text)"
      + note.draftMark
  }
  var description: String {
    "Calculez l’aide possible pour votre projet Clas \(note.departmentName.genitive) "
      + "en \(note.year.text) : montants, calendrier des versements, reste à financer."
  }
  var trail: [PageLink] { [note.departmentLink(from: address), note.link(from: address)] }
  var styles: [String] { ["styles/simulateur.css"] }
  var scripts: [String] {
    [address.link(toFile: CalculationScript.path), SimulatorData.file]
      + SimulatorPage.ownScripts.map { address.link(toFile: "scripts/simulateur/\($0).js") }
  }
  var computes: Bool { true }
  var isDraft: Bool { note.isDraft }

  private var latestLink: PageLink? {
    guard latest.year != note.year else { return nil }
    let simulator = PageAddress.simulator(latest.department, latest.year.text)
    return PageLink(title: latest.year.text, link: address.link(to: simulator))
  }
}
