import Configuration
import Diagnostics
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
      .record("reperes", landmarksForm) { $0 },
      .text("source_bonus") { $0.source(of: .bonusCriteria) },
      .optionalText("ruralite", at: { $0.funding[NoteSchema.rurality]?.place }) {
        $0.funding.typographicText(NoteSchema.rurality)
      },
      .text("source_cofinancement") { $0.source(of: .cofinancingMaximum) },
      .flag("bonus") { $0.note.facts.isTrue(NoteSchema.hasBonuses) },
      .record("bareme", baremeForm) { $0 },
      .records("financements", SimulatorFunder.form) { SimulatorFunder.all(in: $0.funding) },
      .records("exemples", WorkedExample.form) { WorkedExample.all($0.funding) },
      .texts("mentions") { $0.sentences.typographicTexts(SentenceSchema.mentions) },
      .texts("non_verifie") { $0.sentences.typographicTexts(SentenceSchema.unverified) },
    ])

  /// The figures of the rules that its questions remind.
  private static let landmarksForm = Form<SimulatorPage>(
    "les repères",
    [
      figure("enfants_minimum", .childrenMinimum) { FrenchFormat.integer(Int($0)) },
      figure("enfants_maximum", .childrenMaximum) { FrenchFormat.integer(Int($0)) },
      figure("enfants_minimum_rural", .childrenMinimumRural) { count($0, "enfant") },
      figure("animateurs", .animators) { count($0, "animateur") },
      figure("seances", .sessionsPerWeek) { count($0, "séance") },
      figure("duree", .sessionMinutes) { FrenchFormat.duration(minutes: Int($0)) },
      figure("seances_exception", .exceptionSessionsPerWeek) { count($0, "séance") },
      figure("duree_exception", .exceptionSessionMinutes) {
        FrenchFormat.duration(minutes: Int($0))
      },
      figure("semaines", .weeksMinimum) { count($0, "semaine") },
      figure("criteres", .bonusCriteria) { count($0, "critère") },
      condition("quatre_axes", .fourAxes), condition("collectif", .collective),
      condition("regulier", .regular), condition("au_dela_des_devoirs", .beyondHomework),
      condition("gratuit_ou_symbolique", .freeOrSymbolic),
      condition("exception_handicap", .disabilityException),
      condition("exception_locaux", .premisesException),
      figure("taux", .psRate, percent), figure("cofinancement", .cofinancingMaximum, percent),
    ])

  /// A figure of the rules, and where it is written.
  private static func figure(
    _ key: String, _ rule: RuleCode, _ words: @escaping @Sendable (Int64) -> String
  ) -> Form<SimulatorPage>.Entry {
    .text(key, at: place(NoteSchema.path(of: rule))) { words($0.rules[rule]) }
  }

  private static func condition(_ key: String, _ rule: RuleCode) -> Form<SimulatorPage>.Entry {
    .flag(key) { $0.rules.holds(rule) }
  }

  private static func place(_ path: FactPath) -> @Sendable (SimulatorPage) -> Place? {
    { $0.funding[path]?.place }
  }

  /// Where an amount of the year is written: in what the note prints, else in the national barème.
  private static func place(_ rule: RuleCode) -> @Sendable (SimulatorPage) -> Place? {
    let paths = [NoteSchema.printedPath(of: rule), NoteSchema.path(of: rule)]
    return { page in
      paths.lazy.compactMap { $0.flatMap { page.funding[$0] } }.first { $0.value.isKnown }?.place
    }
  }

  private static func count(_ number: Int64, _ noun: String) -> String {
    FrenchFormat.count(Int(number), noun)
  }

  @Sendable private static func percent(_ rate: Int64) -> String {
    FrenchFormat.percent(Rate(hundredthsOfPercent: rate))
  }

  /// The year's amounts, and where they are published.
  private static let baremeForm = Form<SimulatorPage>(
    "le barème",
    [
      .optionalText("plafond", at: place(.ceiling)) { euros($0.funding.bareme.ceiling) },
      .optionalText("bonus_enfants", at: place(.childrenBonus)) {
        euros($0.funding.bareme.childrenBonus)
      },
      .optionalText("bonus_parents", at: place(.parentsBonus)) {
        euros($0.funding.bareme.parentsBonus)
      },
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
      .optionalText("montant", at: { $0.facts[Keys.amount]?.place }) { Keys.printed($0.facts) },
      .flag("attendu") { $0.facts.value(Keys.amount).map { !$0.isKnown } ?? false },
      .flag("forfait") { !$0.isFree && $0.funder.low == $0.funder.high },
      .flag("par_collectif") { $0.funder.basis == .perCollectif },
      .written("conditions") { $0.facts.typographicFacts(Keys.conditions) },
      .fact(Keys.link) { $0.facts },
    ])

  private var isFree: Bool { funder.basis == .free }

  static func all(in funding: Record) -> [SimulatorFunder] {
    zip(funding.records(NoteSchema.funders), funding.funders)
      .map { SimulatorFunder(facts: $0, funder: $1) }
  }
}
