import Configuration
import Facts
import Markdown

/// A published address that leads to another now, or says why nothing is there.
struct MovedPage: PageContent {
  static let layout = "adresse"

  let page: FormerPage

  static let form = PageForm<MovedPage>(
    page: "la page d’une ancienne adresse",
    [
      .optionalText("nouvelle") { page in page.redirect.map { page.address.link(to: $0) } },
      .optionalText("retiree_le") { $0.withdrawal.map { FrenchFormat.date($0.day) } },
      .optionalText("motif") { $0.withdrawal.map { FrenchTypography.apply(to: $0.reason) } },
    ])

  private var withdrawal: PublishedAddresses.Withdrawal? {
    if case .withdrawn(let withdrawal) = page.fate { withdrawal } else { nil }
  }

  var address: PageAddress { page.address }
  var redirect: PageAddress? {
    if case .moved(let target) = page.fate { target } else { nil }
  }
  var title: String {
    // Titles are unique in the site.
    "\(redirect == nil ? "Note retirée" : "Page déplacée") (\(page.address.folder.dropLast()))"
  }
  var description: String {
    redirect == nil
      ? "La note qui était à cette adresse a été retirée." : "Cette page a une nouvelle adresse."
  }
}
