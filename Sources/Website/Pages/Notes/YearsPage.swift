import Facts

/// The years of a department side by side, and its amounts as lines.
struct YearsPage: PageContent {
  static let layout = "annees"

  let address: PageAddress
  /// Published ones of one department, the latest first; at least two.
  let notes: [NoteSummary]
  /// Whether there are other departments to compare with.
  let hasOthers: Bool

  static let form = PageForm<YearsPage>(
    page: "la page des années d’un département",
    [
      .name("departement") { $0.notes[0].departmentName },
      .flag("par_departement") { _ in false },
      .optionalAddress("comparer_lien") { page in
        page.hasOthers ? page.address.link(to: .comparison) : nil
      },
      .records("lignes", NoteLine.form) { page in
        page.notes.map { NoteLine(note: $0, title: $0.year.text, page: page.address) }
      },
      .records("courbes", AmountLine.form) { AmountLine.all(of: $0.notes) },
    ])

  var title: String { "\(notes[0].departmentName.noun), année par année" }
  var description: String {
    "Dates de dépôt, montants et autres financeurs du Clas \(notes[0].departmentName.genitive), "
      + "année par année."
  }
  var trail: [PageLink] {
    let department = notes[0].department
    return [
      PageLink(
        title: notes[0].departmentName.noun, link: address.link(to: .department(department)))
    ]
  }
  var styles: [String] { [NotePage.style, NotePage.besideStyle] }
}
