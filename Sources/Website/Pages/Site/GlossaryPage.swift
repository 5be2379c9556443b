import Configuration
import Facts
import Markdown
import Text

/// The acronyms of all departments, and what they stand for.
struct GlossaryPage: PageContent {
  static let layout = "glossaire"

  /// In the order of the alphabet.
  private let entries: [GlossaryEntry]

  init(_ entries: [GlossaryEntry]) {
    self.entries = entries.sorted {
      (Slug.make($0.acronym), $0.acronym) < (Slug.make($1.acronym), $1.acronym)
    }
  }

  static let form = PageForm<GlossaryPage>(
    page: "le glossaire", [.records("sigles", entryForm) { $0.entries }])

  private static let entryForm = Form<GlossaryEntry>(
    "un sigle",
    [
      .text("sigle") { $0.acronym },
      .text("forme") { FrenchTypography.apply(to: $0.form) },
    ])

  var address: PageAddress { .glossary }
  var styles: [String] { [NotePage.besideStyle] }
  var title: String { "Glossaire des sigles" }
  var description: String { "Les sigles des notes de cadrage Clas, en toutes lettres." }
}
