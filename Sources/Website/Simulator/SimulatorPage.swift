import Configuration
import Facts
import Funding
import Markdown
import Notes

/// The simulator of a note's funding.
struct SimulatorPage: NoteSubpage {
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
      .address("note_lien") { $0.address.link(to: $0.note.address) },
      .optionalRecord("derniere", PageLink.yearForm) {
        $0.note.link(toLatest: $0.latest, \.simulatorAddress)
      },
      .optionalRecord("fenetre", FilingPeriod.form) { FilingPeriod(facts: $0.note.facts) },
      .address("departement_lien") { $0.address.link(to: .department($0.note.department)) },
      .record("reperes", landmarksForm) { $0.rules },
      .text("source_bonus") { $0.source(of: .bonusCriteria) },
      .optionalText("ruralite") { $0.note.facts.typographicText(NoteSchema.rurality) },
      .flag("bonus") { $0.note.facts.isTrue(NoteSchema.hasBonuses) },
      .record("bareme", baremeForm) { $0 },
      .records("financements", SimulatorFunder.form) { SimulatorFunder.all(in: $0.funding) },
      .records("exemples", WorkedExample.form) { WorkedExample.all($0.funding) },
      .texts("mentions") { $0.sentences.typographicTexts(SentenceSchema.mentions) },
      .texts("non_verifie") { $0.sentences.typographicTexts(SentenceSchema.unverified) },
    ])

  /// The figures of the rules that its questions remind.
  private static let landmarksForm = Form<Rules>(
    "les repères",
    [
      .text("enfants_minimum") { FrenchFormat.integer(Int($0[.childrenMinimum])) },
      .text("enfants_maximum") { FrenchFormat.integer(Int($0[.childrenMaximum])) },
      .text("enfants_minimum_rural") { count($0[.childrenMinimumRural], "enfant") },
      .text("animateurs") { count($0[.animators], "animateur") },
      .text("seances") { count($0[.sessionsPerWeek], "séance") },
      .text("duree") { FrenchFormat.duration(minutes: Int($0[.sessionMinutes])) },
      .text("seances_exception") { count($0[.exceptionSessionsPerWeek], "séance") },
      .text("duree_exception") {
        FrenchFormat.duration(minutes: Int($0[.exceptionSessionMinutes]))
      },
      .text("semaines") { count($0[.weeksMinimum], "semaine") },
      .text("criteres") { count($0[.bonusCriteria], "critère") },
      .flag("quatre_axes") { $0.holds(.fourAxes) }, .flag("collectif") { $0.holds(.collective) },
      .flag("regulier") { $0.holds(.regular) },
      .flag("au_dela_des_devoirs") { $0.holds(.beyondHomework) },
      .flag("gratuit_ou_symbolique") { $0.holds(.freeOrSymbolic) },
      .flag("exception_handicap") { $0.holds(.disabilityException) },
      .flag("exception_locaux") { $0.holds(.premisesException) },
      .text("taux") { percent($0[.psRate]) },
      .text("cofinancement") { percent($0[.cofinancingMaximum]) },
    ])

  private static func count(_ number: Int64, _ noun: String) -> String {
    FrenchFormat.count(Int(number), noun)
  }

  private static func percent(_ rate: Int64) -> String {
    FrenchFormat.percent(Rate(hundredthsOfPercent: rate))
  }

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

  /// Where a rule is stated, or what it is deduced from.
  private func source(of rule: RuleCode) -> String {
    guard let source = note.facts[NoteSchema.path(of: rule)]?.source else { return note.title }
    let place = source.part
    return FrenchTypography.apply(
      to: source.certainty == .deduced ? "règle déduite de \(place)" : place)
  }

  private var baremeSource: String? {
    guard funding.bareme.ceiling != nil else { return nil }
    let source = note.facts[NoteSchema.nationalCeiling]?.source
    return FrenchTypography.apply(
      to: source?.part ?? note.title + note.draftMark)
  }

  /// The page's own scripts, in the order in which they load: each uses only those before it.
  private static let ownScripts = [
    "nombres", "elements", "moteur", "formulaire", "reponses", "explications", "resultats",
    "partage", "evenements", "demarrage",
  ]

  var address: PageAddress { note.simulatorAddress }
  var title: String {
    "Simulateur de financement du Clas \(note.departmentName.genitive), \(note.year.text)"
      + note.draftMark
  }
  var description: String {
    "Calculez l’aide possible pour votre projet Clas \(note.departmentName.genitive) "
      + "en \(note.year.text)\u{A0}: montants, calendrier des versements, reste à financer."
  }
  var styles: [String] { ["styles/simulateur.css"] }
  var scripts: [String] {
    [address.link(toFile: "scripts/etat.js")]
      + [address.link(toFile: CalculationScript.path), SimulatorData.file]
      + SimulatorPage.ownScripts.map { address.link(toFile: "scripts/simulateur/\($0).js") }
  }
  var computes: Bool { true }
}

/// One of the department's other funders, with how it is asked: a flat sum by a checkbox, any other
/// by a field.
struct SimulatorFunder {
  private typealias Keys = NoteSchema.Funder

  let facts: Record
  let funder: Funder

  static let form = Form<SimulatorFunder>(
    "un autre financeur",
    [
      .fact(Keys.code) { $0.facts }, .fact(Keys.name) { $0.facts },
      .fact(Keys.scheme) { $0.facts },
      .optionalText("montant") { Keys.printed($0.facts) },
      .flag("forfait") { !$0.isFree && $0.funder.low == $0.funder.high },
      .flag("par_collectif") { $0.funder.basis == .perCollectif },
      .texts("conditions") { $0.facts.typographicTexts(Keys.conditions) },
      .fact(Keys.link) { $0.facts },
    ])

  private var isFree: Bool { funder.basis == .free }

  static func all(in funding: Record) -> [SimulatorFunder] {
    zip(funding.records(NoteSchema.funders), funding.funders)
      .map { SimulatorFunder(facts: $0, funder: $1) }
  }
}
