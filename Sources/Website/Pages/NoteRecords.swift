import Configuration
import Facts
import Funding
import Markdown
import Notes

/// The records that several layouts receive about one note, from its facts.
struct NoteRecords {
  let note: Note

  private var facts: Record { note.facts }

  /// The department's time zone, in which filing opens and closes.
  var zone: String { facts.text(at: "fuseau") ?? "Europe/Paris" }

  var window: Record? { FilingWindow(facts: facts)?.record(zone: zone) }

  var department: Name { name(at: "departement.nom") }
  var issuer: Name { name(at: "organisme.nom") }
  var code: String { facts.text(at: "departement.code") ?? "" }

  /// `note` of the layouts.
  var identity: Record {
    Record(values: [
      "titre": .text(note.title),
      "annee": .text(note.year.text),
      "departement": .name(department),
      "organisme": .name(issuer),
      "organisme_court": .name(name(at: "organisme.nom_court")),
      "code": .text(code),
      "mise_a_jour": facts.fact(at: "mise_a_jour").map { .text(FrenchFormat.text(of: $0.value)) },
      "projet": .boolean(note.isDraft),
      "publiee_le": note.publication.map { .text(FrenchFormat.date($0.day)) },
      "revisions": .records((note.publication?.revisions ?? []).reversed().map(revision)),
    ])
  }

  private func revision(_ revision: PublishedNote.Revision) -> Record {
    Record(values: [
      "date": .text(FrenchFormat.date(revision.date)),
      "motif": .text(FrenchTypography.apply(to: revision.reason)),
      "mineure": .boolean(revision.kind == .minor),
    ])
  }

  /// A link to the note, for lists of notes.
  func link(from page: PageAddress) -> Record {
    Record(values: [
      "annee": .text(note.year.text),
      "titre": .text(note.title),
      "lien": .text(page.link(to: note.address)),
      "fenetre": window.map { .record($0) },
    ])
  }

  /// A link from the note to another of its department.
  func yearLink(to other: Note) -> Record {
    Record(values: [
      "annee": .text(other.year.text), "lien": .text(note.address.link(to: other.address)),
    ])
  }

  var situations: [Record] {
    facts.records(at: "depot.situations").map { situation in
      let platform = situation.record(at: "plateforme")?.text(at: "nom")
      return situation.keeping(["titre", "demarche", "lien", "document", "envoi", "precision"])
        .merging(Record(values: ["plateforme": platform.map { .text($0) }]))
    }
  }

  var pieces: [Record] {
    let titles = Dictionary(
      facts.records(at: "depot.situations").compactMap { situation in
        situation.text(at: "code").map {
          ($0, FrenchTypography.apply(to: situation.text(at: "titre") ?? ""))
        }
      }, uniquingKeysWith: { first, _ in first })
    return facts.records(at: "pieces").map { piece in
      let concerned = piece.list(at: "situations").compactMap { fact -> String? in
        if case .text(let code) = fact.value { titles[code] } else { nil }
      }
      let link =
        piece.text(at: "fichier").map { "pieces/" + $0 } ?? piece["lien"].map { address($0.value) }
      return piece.keeping(["nom", "precision"])
        .merging(Record(values: ["lien": link.map { .text($0) }, "pour": .texts(concerned)]))
    }
  }

  /// The most that a collectif can have, from the amounts that the note prints; nil when it prints
  /// none.
  var amounts: Record? {
    let paths = [
      ("ps", "ps.maximum"), ("plafond", "ps.plafond"), ("bonus_enfants", "bonus.enfants"),
      ("bonus_parents", "bonus.parents"),
    ]
    var record: [String: Fact] = [:]
    var isPending = false
    for (key, path) in paths {
      guard let value = facts.fact(at: path)?.value else { continue }
      record[key] = Fact(.text(printed(value)))
      if case .pending = value { isPending = true }
    }
    if record.isEmpty { return nil }
    record["en_attente"] = Fact(.boolean(isPending))
    let funding = FundingFacts(facts)
    let bareme = funding.printedBareme
    if let plan = funding.atCeiling(bareme) {
      record["ps"] = Fact(.text(FrenchFormat.euros(cents: plan.totals.ps.amount)))
      if bareme.childrenBonus != nil, bareme.parentsBonus != nil {
        record["total"] = Fact(.text(FrenchFormat.euros(cents: plan.totals.brancheFamille.amount)))
      }
    }
    return Record(record)
  }

  var funders: [Record] {
    facts.records(at: "financements").map { funder in
      funder.keeping(["financeur", "dispositif"])
        .merging(
          Record(values: [
            "montant": funder["montant"].map { .text(FrenchFormat.textWithUnit(of: $0.value)) }
          ]))
    }
  }

  var contacts: [Record] { facts.records(at: "contacts").map(contact) }

  var notices: [Record] { facts.records(at: "avis").map { $0.keeping(["titre", "texte"]) } }

  private func contact(_ contact: Record) -> Record {
    var record = contact.keeping(["nom", "fonction", "service", "organisme", "adresse", "role"])
    record = record.merging(
      Record(values: [
        "telephone": .text(""), "telephone_lien": .text(""), "courriel": .text(""),
        "courriel_lien": .text(""),
      ]))
    for key in ["telephone", "telephone_lien", "courriel", "courriel_lien"] { record[key] = nil }
    if case .phone(let number)? = contact["telephone"]?.value {
      record["telephone"] = Fact(.text(FrenchFormat.phone(number)))
      record["telephone_lien"] = Fact(.text(PhoneNumber.link(number)))
    } else if let pending = contact["telephone"]?.value {
      record["telephone"] = Fact(.text(printed(pending)))
    }
    if let email = contact["courriel"]?.value {
      record["courriel"] = Fact(.text(printed(email)))
      if case .email(let address) = email {
        record["courriel_lien"] = Fact(.text("mailto:" + address))
      }
    }
    return record
  }

  private func printed(_ value: Value) -> String { FrenchFormat.text(of: value) }

  private func address(_ value: Value) -> String {
    if case .address(let address) = value { address } else { printed(value) }
  }

  private func name(at path: String) -> Name {
    if case .name(let name)? = facts.fact(at: path)?.value {
      name.typographic
    } else {
      Name(article: .none, noun: "")
    }
  }
}

extension Record {
  /// The record with these keys only, their texts with French typography: authors type ordinary
  /// spaces, in YAML as in Markdown.
  func keeping(_ keys: [String]) -> Record {
    Record(
      Dictionary(
        uniqueKeysWithValues: facts.filter { keys.contains($0.field.key) }.map { field, fact in
          guard case .text(let text) = fact.value else { return (field.key, fact) }
          return (field.key, Fact(.text(FrenchTypography.apply(to: text)), place: fact.place))
        }))
  }
}
