import Configuration
import Diagnostics
import Facts
import Funding
import Notes

extension NoteSchema.Situation {
  static let form = Form<Record>(
    "une situation",
    [
      .fact(title),
      .text("demarche", at: Form.Entry.place(procedure)) {
        $0.typographicText(procedure) ?? $0.words(procedure) ?? ""
      },
      .optionalText("plateforme", at: Form.Entry.place(platform)) { $0.text(platformName) },
      .optionalAddress("lien") { $0.words(link) ?? $0.words(platformLink) },
      .fact(document), .fact(dispatch), .fact(precision),
    ])
}

/// A situation, and when one can file in it where that differs from one to the other.
struct FilingSituation {
  let facts: Record
  let dates: [Fact]

  static let form = Form<FilingSituation>(
    "une situation",
    NoteSchema.Situation.form.entries.map { $0.of(\.facts) } + [.written("dates") { $0.dates }])

  static func all(in facts: Record) -> [FilingSituation] {
    let period = FilingPeriod(facts: facts)
    return facts.records(NoteSchema.situations).map {
      FilingSituation(facts: $0, dates: period?.dates(for: $0) ?? [])
    }
  }
}

extension NoteSchema.Notice {
  static let form = Form<Record>("un avis", [.fact(title), .fact(text)])
}

extension NoteSchema.Funder {
  static let form = Form<Record>(
    "un autre financeur",
    [
      .fact(name), .fact(scheme),
      .optionalText("montant", at: Form.Entry.place(amount)) { printed($0) },
    ])

  /// The sum of a funder with its unit, or that it waits.
  static func printed(_ funder: Record) -> String? {
    funder.value(amount).map { FrenchFormat.textWithUnit(of: $0) }
  }
}

extension NoteSchema.Contact {
  static let form = Form<Record>(
    "un contact",
    [
      .fact(name), .fact(post), .fact(service), .fact(body), .fact(territory), .fact(address),
      .records("telephones", Means.form) { Means.all($0, phone, phones) },
      .records("courriels", Means.form) { Means.all($0, email, emails) },
      .optionalText("moyens", inOneLine),
      .fact(hours), .fact(link), .fact(role),
    ])

  /// All ways to reach a contact, one telephone and one address before the others; nil without any.
  private static func inOneLine(_ contact: Record) -> String? {
    let phones = Means.all(contact, phone, phones).map { $0.text(named: "téléphone") }
    let emails = Means.all(contact, email, emails).map { $0.text(named: "courriel") }
    let all =
      phones.prefix(1) + emails.prefix(1) + phones.dropFirst() + emails.dropFirst()
      + [contact.words(link)].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  /// A way to reach a contact.
  struct Means {
    let text: String
    /// Nil while it waits.
    let link: String?
    let place: Place?

    static let form = Form<Means>(
      "des coordonnées",
      [
        .text("texte", at: { $0.place }) { $0.text },
        .optionalAddress("adresse") { $0.link },
      ])

    private init(_ fact: Fact) {
      place = fact.place
      switch fact.value {
      case .phone(let number): (text, link) = (FrenchFormat.phone(number), PhoneNumber.link(number))
      case .email(let address): (text, link) = (address, "mailto:" + address)
      case let value: (text, link) = (FrenchFormat.text(of: value), nil)
      }
    }

    /// What waits says what it is: « téléphone à compléter ».
    fileprivate func text(named name: String) -> String { link == nil ? "\(name) \(text)" : text }

    /// The first one, then the others.
    static func all(_ contact: Record, _ first: FactPath, _ others: FactPath) -> [Means] {
      ([contact[first]].compactMap(\.self) + contact.list(others)).map(Means.init)
    }
  }
}

/// A document to join to a file, and the situations that ask for it.
struct JoinedDocument {
  let facts: Record
  /// The titles of the situations; empty when all ask for it.
  let situations: [String]
  /// Where its file stands from the page.
  private let link: String?

  static let form = Form<JoinedDocument>(
    "un document à joindre",
    [
      .fact(NoteSchema.Document.name) { $0.facts },
      .fact(NoteSchema.Document.precision) { $0.facts },
      .optionalAddress("lien") { $0.link },
      .texts("pour", at: { $0.facts[NoteSchema.Document.situations]?.place }) { $0.situations },
    ])

  /// Whether a situation asks for it.
  func concerns(_ situation: Record) -> Bool {
    let codes = facts.texts(NoteSchema.Document.situations)
    return codes.isEmpty || situation.code.map(codes.contains) ?? false
  }

  /// - Parameter page: the page that shows them.
  static func all(of note: Note, on page: PageAddress) -> [JoinedDocument] {
    typealias Situation = NoteSchema.Situation
    typealias Keys = NoteSchema.Document
    let titles = Dictionary(
      note.facts.records(NoteSchema.situations).compactMap { situation in
        situation.text(Situation.code).map {
          ($0, situation.typographicText(Situation.title) ?? "")
        }
      }, uniquingKeysWith: { first, _ in first })
    return note.facts.records(NoteSchema.documents).map { document in
      let file = document.text(Keys.file).map { note.attachmentLink($0, from: page) }
      return JoinedDocument(
        facts: document,
        situations: document.texts(Keys.situations).compactMap { titles[$0] },
        link: file ?? document.words(Keys.link))
    }
  }
}

/// The most that a collectif can have, from the amounts that the note prints.
struct NoteAmounts {
  private let facts: Record
  private let totals: Totals?
  private let hasBonuses: Bool
  private let isPending: Bool

  static let form = Form<NoteAmounts>(
    "les montants",
    [
      .optionalText("total") { $0.hasBonuses ? $0.totals.map { euros($0.brancheFamille) } : nil },
      .optionalText("ps", at: place(NoteSchema.psMaximum)) {
        $0.totals.map { euros($0.ps) } ?? $0.facts.words(NoteSchema.psMaximum)
      },
      .optionalText("ps_connue", at: place(NoteSchema.psMaximum)) { amounts in
        amounts.totals.map { euros($0.ps) }
          ?? amounts.facts.value(NoteSchema.psMaximum).flatMap {
            $0.isKnown ? FrenchFormat.text(of: $0) : nil
          }
      },
      .optionalText("plafond", at: place(NoteSchema.psCeiling)) {
        $0.facts.words(NoteSchema.psCeiling)
      },
      .optionalText("bonus_enfants", at: place(NoteSchema.childrenBonus)) {
        $0.facts.words(NoteSchema.childrenBonus)
      },
      .optionalText("bonus_parents", at: place(NoteSchema.parentsBonus)) {
        $0.facts.words(NoteSchema.parentsBonus)
      },
      .flag("en_attente") { $0.isPending },
    ])

  private static func place(_ path: FactPath) -> @Sendable (NoteAmounts) -> Place? {
    { $0.facts[path]?.place }
  }

  private static func euros(_ line: Line) -> String { FrenchFormat.euros(cents: line.amount) }

  /// Nil when the note prints none.
  init?(facts: Record) {
    let printed = NoteSchema.sharedAmounts.compactMap { facts.value($0.printed) }
    if printed.isEmpty { return nil }
    self.facts = facts
    isPending = !printed.allSatisfy(\.isKnown)
    let bareme = facts.printedBareme
    totals = facts.atCeiling(bareme)?.totals
    hasBonuses = bareme.childrenBonus != nil && bareme.parentsBonus != nil
  }
}

extension Source {
  /// The parts have the numbers of that document, which the site does not show.
  var part: String { "\(document), partie \(section) du document d’origine" }
}
