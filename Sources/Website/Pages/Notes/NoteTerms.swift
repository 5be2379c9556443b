import Configuration
import Facts
import Markdown

/// What a note says of money, to be read beside others.
struct NoteTerms: Sendable {
  /// An amount of the note: what it is called, and what the note prints.
  struct Term: Sendable {
    let title: String
    /// Nil where the note says nothing of it.
    let value: Value?
    /// Whether it existed in the year of the note.
    let existed: Bool

    /// Nil while it is not known.
    var cents: Int64? { if case .amount(let amount)? = value { amount.cents } else { nil } }

    static let form = Form<Term>(
      "un montant",
      [
        .text("titre") { $0.title },
        .optionalText("texte") { $0.value.map { FrenchFormat.text(of: $0) } },
        .flag("inexistant") { !$0.existed },
      ])
  }

  /// The ceiling, the most of the help, then both bonuses.
  let amounts: [Term]
  let funders: [Record]

  init(_ facts: Record) {
    let hasBonuses = facts.isTrue(NoteSchema.hasBonuses)
    let titles = [
      "Prix plafond", "Prestation de service au plus", "Bonus « enfants »", "Bonus « parents »",
    ]
    amounts = zip(titles, NoteSchema.sharedAmounts.map(\.printed)).enumerated().map { rank, term in
      Term(
        title: FrenchTypography.apply(to: term.0), value: facts.value(term.1),
        existed: rank < 2 || hasBonuses)
    }
    funders = facts.records(NoteSchema.funders)
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
      .records("financements", NoteSchema.Funder.form) { $0.note.terms.funders },
    ])
}
