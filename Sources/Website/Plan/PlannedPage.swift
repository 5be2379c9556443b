import Facts
import Publication

/// Published notes, one of each department: those of a year, or the latest of each.
struct NoteSet: Sendable, Hashable {
  /// Nil for the latest of each department.
  let year: SchoolYear?
  /// In the order of the departments; at least two.
  let notes: [PlannedNote]
}

/// A page of the site and all that it is made from: two that are equal are the same bytes.
indirect enum PlannedPage: Sendable, Hashable {
  /// Each department's latest note, and the drafts.
  case home(latest: [PlannedNote], drafts: [PlannedNote])
  /// - Parameter published: the latest first, like the drafts.
  case department(String, published: [PlannedNote], drafts: [PlannedNote])
  /// - Parameters:
  ///   - others: the department's other published notes, the latest first.
  ///   - latest: the one that readers are sent to; itself when there is no later one.
  ///   - before: the one that readers compare it with.
  case note(PlannedNote, others: [PlannedNote], latest: PlannedNote, before: PlannedNote?)
  /// Departments side by side: one note of each.
  case comparison(NoteSet, years: [SchoolYear], departments: [String])
  /// The years of a department side by side.
  ///
  /// - Parameters:
  ///   - published: the latest first.
  ///   - hasOthers: whether departments are compared too.
  case years(String, published: [PlannedNote], hasOthers: Bool)
  case simulator(PlannedNote, latest: PlannedNote)
  case changes(PlannedNote, since: PlannedNote?)
  /// The text of a note, to copy.
  case textVersion(PlannedNote, latest: PlannedNote)
  /// What one does, situation by situation.
  case procedure(PlannedNote, latest: PlannedNote)
  /// Where a note comes from, and what was corrected.
  case origin(PlannedNote)
  /// A page of `site/pages/`.
  case text(PageAddress)
  case glossary
  /// - Parameter notes: the published ones, of each department the latest first.
  case search([PlannedNote])
  /// - Parameter groups: pages that belong together: the page of each department, then those of its
  ///   notes; those that compare departments.
  case siteMap(groups: [[PlannedPage]], texts: [PlannedPage])
  /// At an address that was published.
  case former(FormerPage)
  /// Shown at any address that has no page.
  case notFound

  /// Whether it may say something of any note.
  var listsNotes: Bool {
    switch self {
    case .text, .glossary, .former, .notFound: false
    default: true
    }
  }

  /// The path of its file from the site's root.
  var file: String { self == .notFound ? "404.html" : address.file }

  var address: PageAddress {
    switch self {
    case .home, .notFound: .home
    case .department(let slug, _, _): .department(slug)
    case .note(let note, _, _, _): note.address
    case .comparison(let set, _, _): set.year.map(PageAddress.comparison) ?? .comparison
    case .years(let slug, _, _): PageAddress.department(slug).years
    case .simulator(let note, _): note.simulatorAddress
    case .changes(let note, _): note.changesAddress
    case .textVersion(let note, _): note.textAddress
    case .procedure(let note, _): note.procedureAddress
    case .origin(let note): note.originAddress
    case .text(let address): address
    case .former(let page): page.address
    case .siteMap: .siteMap
    case .glossary: .glossary
    case .search: .search
    }
  }

  /// Whether it has nothing to say: readers and search engines are not sent to it.
  var isEmpty: Bool { if case .changes(_, since: nil) = self { true } else { false } }

  /// Whether it is a page of a draft: marked, never indexed.
  var isDraft: Bool {
    switch self {
    case .department(_, let published, _): published.isEmpty
    case .note(let note, _, _, _), .simulator(let note, _), .changes(let note, _),
      .procedure(let note, _), .textVersion(let note, _), .origin(let note):
      note.isDraft
    case .home, .comparison, .years, .text, .glossary, .search, .siteMap, .former, .notFound: false
    }
  }
}
