import Configuration
import Facts
import Funding
import Markdown
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
    let records = NoteRecords(note: note)
    let simulator = SimulatorRecords(note: note)
    let address = PageAddress.simulator(note.department, note.year.text)
    let department = PageAddress.department(note.department)
    var page = Page(
      layout: .simulator, address: address,
      title: "Simulateur de financement du Clas \(records.department.genitive), \(note.year.text)"
        + note.draftMark,
      description: "Calculez l’aide possible pour votre projet Clas \(records.department.genitive) "
        + "en \(note.year.text) : montants, calendrier des versements, reste à financer.",
      trail: [
        Step(title: records.department.noun, address: department),
        Step(title: note.year.text, address: note.address),
      ],
      values: Record(values: [
        "note": .record(records.identity),
        "note_lien": .text(address.link(to: note.address)),
        "derniere": latest.year == note.year
          ? nil
          : .record(
            Record(values: [
              "annee": .text(latest.year.text),
              "lien": .text(address.link(to: .simulator(latest.department, latest.year.text))),
            ])),
        "reperes": .record(simulator.landmarks),
        "ruralite": note.facts.fact(at: "ruralite").map {
          .text(FrenchTypography.apply(to: FrenchFormat.text(of: $0.value)))
        },
        "bareme": .record(simulator.bareme),
        "financements": .records(simulator.funders),
        "exemples": .records(WorkedExamples(facts: FundingFacts(note.facts)).records),
        "mentions": .texts(
          sentences.list(at: "mentions").map {
            FrenchTypography.apply(to: FrenchFormat.text(of: $0.value))
          }),
      ]))
    page.styles = ["styles/simulateur.css"]
    page.scripts =
      [address.link(toFile: CalculationScript.path), SimulatorData.file]
      + simulatorScripts.map { address.link(toFile: "scripts/simulateur/\($0).js") }
    page.computes = true
    page.isDraft = note.isDraft
    return page
  }
}

/// What the layout of the simulator receives about a note.
struct SimulatorRecords {
  let note: Note

  private var facts: FundingFacts { FundingFacts(note.facts) }

  /// The figures of the rules that the questions remind, as the rules give them.
  var landmarks: Record {
    let rules = facts.rules
    func count(_ number: Int64, _ noun: String) -> Value {
      .text(FrenchFormat.count(Int(number), noun))
    }
    func minutes(_ number: Int64) -> Value {
      .text(FrenchFormat.duration(minutes: Int(number)))
    }
    return Record(values: [
      "enfants_minimum": .text(FrenchFormat.integer(Int(rules.childrenMinimum))),
      "enfants_maximum": .text(FrenchFormat.integer(Int(rules.childrenMaximum))),
      "enfants_minimum_rural": count(rules.childrenMinimumRural, "enfant"),
      "animateurs": count(rules.animators, "animateur"),
      "seances": count(rules.sessionsPerWeek, "séance"),
      "duree": minutes(rules.sessionMinutes),
      "seances_exception": count(rules.exceptionSessionsPerWeek, "séance"),
      "duree_exception": minutes(rules.exceptionSessionMinutes),
      "semaines": count(rules.weeksMinimum, "semaine"),
      "taux": .text(FrenchFormat.percent(Rate(hundredthsOfPercent: rules.psRate))),
      "cofinancement": .text(
        FrenchFormat.percent(Rate(hundredthsOfPercent: rules.cofinancingMaximum))),
    ])
  }

  /// The year's amounts as text, and where they are published; a key is absent when its amount is.
  var bareme: Record {
    let bareme = facts.bareme
    func euros(_ cents: Int64?) -> Value? {
      cents.map { .text(FrenchFormat.euros(cents: $0)) }
    }
    let source = note.facts.fact(at: "bareme.ps.plafond")?.source
    let origin: String? =
      if bareme.ceiling == nil {
        nil
      } else if let source {
        "\(source.document), partie \(source.section)"
      } else {
        note.title
      }
    return Record(values: [
      "plafond": euros(bareme.ceiling),
      "bonus_enfants": euros(bareme.childrenBonus),
      "bonus_parents": euros(bareme.parentsBonus),
      "maximum": euros(facts.atCeiling(bareme)?.collectifs.first?.ps.amount),
      "source": origin.map { .text(FrenchTypography.apply(to: $0)) },
    ])
  }

  /// The department's funders, with how each is asked: a flat sum by a checkbox, any other by a
  /// field.
  var funders: [Record] {
    zip(note.facts.records(at: "financements"), facts.funders).map { record, funder in
      record.keeping(["financeur", "dispositif", "code", "lien"])
        .merging(
          Record(values: [
            "montant": funder.basis == .free
              ? nil : record["montant"].map { .text(FrenchFormat.textWithUnit(of: $0.value)) },
            "forfait": .boolean(funder.basis != .free && funder.low == funder.high),
            "par_collectif": .boolean(funder.basis == .perCollectif),
            "conditions": .texts(
              record.list(at: "conditions").map {
                FrenchTypography.apply(to: FrenchFormat.text(of: $0.value))
              }),
          ]))
    }
  }
}
