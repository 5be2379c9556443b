import Files
import Publication

/// The pages and files of one department.
struct DepartmentPlan: Sendable {
  let slug: String
  /// The latest first.
  let published: [PlannedNote]
  let drafts: [PlannedNote]

  /// Those of all departments, in their order.
  ///
  /// - Parameter notes: sorted by department, then by year.
  static func all(_ notes: [PlannedNote]) -> [DepartmentPlan] {
    var plans: [DepartmentPlan] = []
    var rest = notes[...]
    while let slug = rest.first?.department {
      let latestFirst = rest.prefix { $0.department == slug }.reversed()
      rest.removeFirst(latestFirst.count)
      plans.append(
        DepartmentPlan(
          slug: slug, published: latestFirst.filter { !$0.isDraft },
          drafts: latestFirst.filter(\.isDraft)))
    }
    return plans
  }

  /// The latest published note.
  var latest: PlannedNote? { published.first }

  /// The department's page, then each note's page, followed by what one does, by its simulator, by
  /// what changed, by its text and by its corrections: the published ones first.
  var pages: [PlannedPage] {
    [.department(slug, published: published, drafts: drafts)]
      + (published + drafts).flatMap(pages(of:))
  }

  private func pages(of note: PlannedNote) -> [PlannedPage] {
    let others = published.filter { $0.year != note.year }
    let before = published.first { $0.year < note.year }
    let latest = latest(for: note)
    return [
      .note(note, others: others, latest: latest, before: before),
      .procedure(note, latest: latest),
      .simulator(note, latest: latest),
      .changes(note, since: before),
      .textVersion(note, latest: latest),
      .origin(note),
    ]
  }

  /// Those of the pages first, without what the notes cite.
  var files: [PlannedFile] {
    (pages + lasting).map { PlannedFile($0.file, .page($0)) }
      + (published + drafts).flatMap(files(of:))
  }

  /// The address that leads to the latest note.
  private var lasting: [PlannedPage] {
    [latest].compactMap(\.self).map {
      .former(
        FormerPage(
          address: PageAddress.department(slug).current, fate: .latest($0.address)))
    }
  }

  /// What belongs to a note besides its pages.
  private func files(of note: PlannedNote) -> [PlannedFile] {
    let latest = latest(for: note)
    return NoteText.Layout.allCases.map {
      PlannedFile(note.address.folder + $0.file, .text($0, note, latest: latest))
    } + [PlannedFile(note.simulatorAddress.folder + SimulatorData.file, .simulatorData(note))]
      + (note.isDraft ? [] : decidedFiles(of: note))
  }

  /// A draft has none of these: nothing in it is decided.
  private func decidedFiles(of note: PlannedNote) -> [PlannedFile] {
    [
      PlannedFile(note.address.folder + CalendarFile.name, .calendar(note)),
      PlannedFile(note.address.folder + OpenData.name, .openData(note)),
    ]
  }

  /// What the notes cite, which is known once they are made.
  func files(of attachments: [PlannedNote: [CitedAttachment]]) -> [PlannedFile] {
    (published + drafts).flatMap { note in
      (attachments[note] ?? []).map {
        PlannedFile("\(note.address.folder)pieces/\($0.name)", .copy($0.file))
      }
    }
  }

  /// The note that readers of another are sent to. A draft is no past year, whatever its year.
  func latest(for note: PlannedNote) -> PlannedNote {
    note.isDraft ? note : latest ?? note
  }
}
