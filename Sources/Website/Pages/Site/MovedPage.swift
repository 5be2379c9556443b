import Configuration
import Facts
import Markdown

extension PublishedAddresses.Withdrawal {
  /// What is read where the text of the note was.
  var sentence: String {
    FrenchTypography.apply(
      to: "Cette note n’est plus sur ce site depuis le \(FrenchFormat.date(day)). \(reason)")
  }
}

/// A published address that leads to another now, or says why nothing is there.
struct MovedPage: PageContent {
  static let layout = "adresse"

  let page: FormerPage

  static let form = PageForm<MovedPage>(
    page: "la page d’une ancienne adresse",
    [
      .optionalAddress("nouvelle") { page in page.redirect.map { page.address.link(to: $0) } },
      .flag("en_cours") { $0.isLatest },
      .optionalText("retiree_le") { $0.withdrawal.map { FrenchFormat.date($0.day) } },
      .optionalText("motif") { $0.withdrawal.map { FrenchTypography.apply(to: $0.reason) } },
    ])

  private var withdrawal: PublishedAddresses.Withdrawal? {
    if case .withdrawn(let withdrawal) = page.fate { withdrawal } else { nil }
  }

  var address: PageAddress { page.address }
  var redirect: PageAddress? {
    switch page.fate {
    case .moved(let target), .latest(let target): target
    case .withdrawn: nil
    }
  }

  private var isLatest: Bool { if case .latest = page.fate { true } else { false } }

  /// What it is, and its description.
  private var words: (title: String, description: String) {
    switch page.fate {
    case .moved: ("Page déplacée", "Cette page a une nouvelle adresse.")
    case .latest:
      ("Note en cours", "Cette adresse mène à la note la plus récente du département.")
    case .withdrawn: ("Note retirée", "La note qui était à cette adresse a été retirée.")
    }
  }

  /// Titles are unique in the site.
  var title: String { "\(words.title) (\(page.address.folder.dropLast()))" }
  var description: String { words.description }
}
