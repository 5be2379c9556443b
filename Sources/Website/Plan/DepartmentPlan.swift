/// The pages and files of one department.
struct DepartmentPlan {
  private let slug: String
  /// The latest first.
  let published: [PlannedNote]
  let drafts: [PlannedNote]

  /// Those of all departments, in their order.
  ///
  /// - Parameter notes: sorted by department, then by year.
  static func all(_ notes: [PlannedNote]) -> [DepartmentPlan] {
    var slugs: [String] = []
    for note in notes where slugs.last != note.department { slugs.append(note.department) }
    return slugs.map { slug in
      let latestFirst = notes.filter { $0.department == slug }.reversed()
      return DepartmentPlan(
        slug: slug, published: latestFirst.filter { !$0.isDraft },
        drafts: latestFirst.filter(\.isDraft))
    }
  }

  /// The latest published note.
  var latest: PlannedNote? { published.first }

  /// The department's page, then each note's page, followed by its simulator and by what changed:
  /// the published ones first.
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
      .simulator(note, latest: latest),
      .changes(note, since: before),
    ]
  }

  /// What belongs to each note besides its pages.
  var otherFiles: [PlannedFile] { (published + drafts).flatMap(files(of:)) }

  private func files(of note: PlannedNote) -> [PlannedFile] {
    let latest = latest(for: note)
    return [
      PlannedFile(note.address.folder + "note.txt", .noteText(note, latest: latest)),
      PlannedFile(note.address.folder + "resume.txt", .summary(note, latest: latest)),
      PlannedFile(note.simulatorAddress.folder + SimulatorData.file, .simulatorData(note)),
    ]
  }

  /// The note that readers of another are sent to. A draft is no past year, whatever its year.
  private func latest(for note: PlannedNote) -> PlannedNote {
    note.isDraft ? note : latest ?? note
  }
}
