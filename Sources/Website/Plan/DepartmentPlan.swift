import Configuration
import Files
import Publication

/// The pages and files of one department.
struct DepartmentPlan: Sendable {
  let slug: String
  /// The latest first.
  let published: [PlannedNote]
  let drafts: [PlannedNote]
  /// Whether notes are made for paper too.
  let hasDocuments: Bool
  /// Whether other departments have published notes too.
  let hasOthers: Bool
  /// The folders where published notes stood before their department was renamed.
  let formerFolders: [PlannedNote: [String]]

  /// Those of all departments, in their order.
  ///
  /// - Parameter notes: sorted by department, then by year.
  static func all(
    _ notes: [PlannedNote], _ addresses: PublishedAddresses, hasDocuments: Bool = false
  ) -> [DepartmentPlan] {
    let former = addresses.formerFolders(of: notes)
    let publishing = Set(notes.filter { !$0.isDraft }.map(\.department))
    var plans: [DepartmentPlan] = []
    var rest = notes[...]
    while let slug = rest.first?.department {
      let latestFirst = rest.prefix { $0.department == slug }.reversed()
      rest.removeFirst(latestFirst.count)
      plans.append(
        DepartmentPlan(
          slug: slug, published: latestFirst.filter { !$0.isDraft },
          drafts: latestFirst.filter(\.isDraft),
          hasDocuments: hasDocuments,
          hasOthers: publishing.contains { $0 != slug },
          formerFolders: latestFirst.reduce(into: [:]) { $0[$1] = former[$1] }))
    }
    return plans
  }

  /// The latest published note.
  var latest: PlannedNote? { published.first }

  /// Whether it has published notes of several years, to be read side by side.
  var hasYears: Bool { published.count > 1 }

  /// The department's page, that of its years, then each note's page, followed by what one does, by its simulator, by
  /// what changed, by its text and by its corrections: the published ones first.
  var pages: [PlannedPage] {
    [.department(slug, published: published, drafts: drafts)]
      + (hasYears ? [.years(slug, published: published, hasOthers: hasOthers)] : [])
      + (published + drafts).flatMap(pages(of:))
  }

  private func pages(of note: PlannedNote) -> [PlannedPage] {
    let before = published.first { $0.year < note.year }
    let latest = latest(for: note)
    return [
      page(of: note),
      .procedure(note, latest: latest),
      .simulator(note, latest: latest),
      .changes(note, since: before),
      .textVersion(note, latest: latest),
      .origin(note),
    ]
  }

  private func page(of note: PlannedNote) -> PlannedPage {
    .note(
      note, others: published.filter { $0.year != note.year }, latest: latest(for: note),
      before: published.first { $0.year < note.year })
  }

  /// Those of the pages first, without what the notes cite.
  var files: [PlannedFile] {
    (pages + lasting).map { PlannedFile($0.file, .page($0)) }
      + (published + drafts).flatMap(files(of:))
  }

  /// The address that leads to the latest note.
  var lasting: [PlannedPage] {
    [latest].compactMap(\.self).map {
      .former(
        FormerPage(
          address: PageAddress.department(slug).current, fate: .latest($0.address)))
    }
  }

  /// What belongs to a note besides its pages.
  private func files(of note: PlannedNote) -> [PlannedFile] {
    folders(of: note).flatMap { readFiles(of: note, in: $0) }
      + [PlannedFile(note.simulatorAddress.folder + SimulatorData.file, .simulatorData(note))]
      + (note.isDraft
        ? [] : [PlannedFile(note.address.folder + SearchText.file, .searchText(note))])
  }

  /// Where the files of a note are read: a file cannot lead on as a page does, and diaries and
  /// programs ask for it where it was.
  private func folders(of note: PlannedNote) -> [String] {
    [note.address.folder] + (formerFolders[note] ?? [])
  }

  private func readFiles(of note: PlannedNote, in folder: String) -> [PlannedFile] {
    let latest = latest(for: note)
    return NoteText.Layout.allCases.map {
      PlannedFile(folder + $0.file, .text($0, note, latest: latest))
    } + (note.isDraft ? [] : decidedFiles(of: note, in: folder))
      + (hasDocuments ? DocumentKind.allCases : []).map {
        PlannedFile(folder + $0.file, .document($0, page(of: note)))
      }
  }

  /// A draft has none of these: nothing in it is decided.
  private func decidedFiles(of note: PlannedNote, in folder: String) -> [PlannedFile] {
    [
      PlannedFile(folder + CalendarFile.name, .calendar(note)),
      PlannedFile(folder + OpenData.name, .openData(note)),
    ]
  }

  /// What the notes cite, which is known once they are made.
  func files(of attachments: [PlannedNote: [CitedAttachment]]) -> [PlannedFile] {
    (published + drafts).flatMap { note in
      folders(of: note).flatMap { folder in
        (attachments[note] ?? []).map {
          PlannedFile("\(folder)pieces/\($0.name)", .copy($0.file))
        }
      }
    }
  }

  /// The steps of their calendars, which are known likewise.
  func files(of steps: [PlannedNote: [String]]) -> [PlannedFile] {
    published.flatMap { note in
      folders(of: note).flatMap { folder in
        (steps[note] ?? []).map {
          PlannedFile(folder + CalendarFile.name(of: $0), .step(note, $0))
        }
      }
    }
  }

  /// The note that readers of another are sent to. A draft is no past year, whatever its year.
  func latest(for note: PlannedNote) -> PlannedNote {
    note.isDraft ? note : latest ?? note
  }
}
