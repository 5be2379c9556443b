import Configuration
import Facts
import Markdown

/// What a note says of money, to be read beside others.
struct NoteTerms: Sendable, Codable, Equatable {
  /// An amount of the note: what it is called, and what the note prints.
  struct Term: Sendable, Codable, Equatable {
    let title: String
    /// Nil where the note says nothing of it.
    let text: String?
    /// Nil while it is not known.
    let cents: Int64?
    /// Whether it existed in the year of the note.
    let existed: Bool

    static let form = Form<Term>(
      "un montant",
      [
        .text("titre") { $0.title },
        .optionalText("texte") { $0.text },
        .flag("inexistant") { !$0.existed },
      ])
  }

  /// Another funder, and the sum with its unit, or that it waits.
  struct Funder: Sendable, Codable, Equatable {
    let name: Name
    let amount: String?

    static let form = Form<Funder>(
      "un autre financeur",
      [.name("financeur") { $0.name }, .optionalText("montant") { $0.amount }]
    )
  }

  /// The ceiling, the most of the help, then both bonuses.
  let amounts: [Term]
  let funders: [Funder]

  init(_ facts: Record) {
    let hasBonuses = facts.isTrue(NoteSchema.hasBonuses)
    let titles = [
      "Prix plafond", "Prestation de service au plus", "Bonus « enfants »", "Bonus « parents »",
    ]
    amounts = zip(titles, NoteSchema.sharedAmounts.map(\.printed)).enumerated().map { rank, term in
      Term(
        title: FrenchTypography.apply(to: term.0), text: facts.words(term.1),
        cents: facts.amount(term.1)?.cents, existed: rank < 2 || hasBonuses)
    }
    funders = facts.records(NoteSchema.funders).compactMap { funder in
      funder.name(NoteSchema.Funder.name).map {
        Funder(name: $0, amount: NoteSchema.Funder.printed(funder))
      }
    }
  }
}

/// A note in a table of several, under the name of its department or under its year.
struct NoteLine {
  let note: NoteSummary
  /// « Vosges », « 2025-2026 ».
  let title: String
  let page: PageAddress

  static let form = Form<NoteLine>(
    "une note comparée",
    [
      .text("titre") { $0.title },
      .text("code") { $0.note.departmentCode },
      .text("annee") { $0.note.year.text },
      .address("lien") { $0.page.link(to: $0.note.address) },
      .optionalText("depot") { $0.note.period?.text },
      .records("montants", NoteTerms.Term.form) { $0.note.terms.amounts },
      .records("financements", NoteTerms.Funder.form) { $0.note.terms.funders },
    ])
}
