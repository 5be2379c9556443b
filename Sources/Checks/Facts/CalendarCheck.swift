import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// A note that has a calendar says in it when to file. Until when is a matter of its text too:
/// `checkLateFiles`.
@Sendable
func checkCalendar(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  guard let calendar = note.facts[NoteSchema.calendar] else { return }
  let filings = note.facts.list(NoteSchema.calendar).filter {
    $0.value.record?.text(Step.code) == Step.filingCode
  }
  if filings.isEmpty { diagnostics.add(.calendarWithoutFiling(at: calendar.place)) }
  for filing in filings {
    guard let step = filing.value.record else { continue }
    if let committee = step[Step.committee], let end = step[Step.end] ?? step[Step.day],
      let meeting = committee.value.known?.lastDay, let last = end.value.known?.firstDay,
      meeting < last, meeting.year >= note.year.start
    {
      diagnostics.add(.earlyCommittee(committee.value, before: end.value, at: committee.place))
    }
    if filings.count > 1, step[Step.window] == nil, step[Step.situations] == nil {
      diagnostics.add(.namelessWindow(at: filing.place))
    }
  }
  checkWindows(filings.compactMap(\.value.record), note, &diagnostics)
  checkCommittee(filings.compactMap(\.value.record), note, &diagnostics)
}

/// Each situation has its window, and no two windows are one.
private func checkWindows(
  _ windows: [Record], _ note: Note, _ diagnostics: inout DiagnosticList
) {
  typealias Step = NoteSchema.Step
  guard windows.count > 1 else { return }
  var names: Set<String> = []
  for (index, window) in windows.enumerated() {
    let fact = window[Step.window]
    if let fact, let name = fact.value.text, !names.insert(name.lowercased()).inserted {
      diagnostics.add(.sameWindow(name, at: fact.place))
    } else if let other = windows[..<index].first(where: { window.overlaps($0) }) {
      diagnostics.add(.overlappingWindow(window, other))
    }
  }
  let concerned = windows.map(\.situationCodes)
  guard !concerned.contains([]) else { return }
  let known = Set(concerned.joined())
  for situation in note.facts.records(NoteSchema.situations) {
    guard let code = situation.text(NoteSchema.Situation.code), !known.contains(code) else {
      continue
    }
    diagnostics.add(.situationWithoutWindow(situation))
  }
}

/// The step of the committee, too, comes after the filing.
private func checkCommittee(
  _ windows: [Record], _ note: Note, _ diagnostics: inout DiagnosticList
) {
  typealias Step = NoteSchema.Step
  let ends = windows.compactMap { $0[Step.end] ?? $0[Step.day] }
  // With several windows, one committee may look at the first.
  guard windows.count == 1, let end = ends.first, let last = end.value.known?.firstDay else {
    return
  }
  for step in note.facts.records(NoteSchema.calendar) where step.text(Step.code) == "comite" {
    guard let fact = step[Step.day] ?? step[Step.month] ?? step[Step.end],
      let meeting = fact.value.known?.lastDay, meeting < last, meeting.year >= note.year.start
    else { continue }
    diagnostics.add(.earlyCommittee(fact.value, before: end.value, at: fact.place))
  }
}

extension Record {
  /// Those that a window is for; empty when it is for all.
  fileprivate var situationCodes: Set<String> {
    Set(
      list(NoteSchema.Step.situations).compactMap {
        $0.value.text ?? $0.value.record?.text(NoteSchema.Situation.code)
      })
  }

  /// Whether a window is open on a day on which another is, for some of the same situations.
  fileprivate func overlaps(_ other: Record) -> Bool {
    guard let mine = filingDays, let others = other.filingDays, mine.overlaps(others) else {
      return false
    }
    let (a, b) = (situationCodes, other.situationCodes)
    return a.isEmpty && b.isEmpty || !a.isDisjoint(with: b)
  }

  private var filingDays: ClosedRange<Day>? {
    typealias Step = NoteSchema.Step
    guard let first = (self[Step.start] ?? self[Step.day])?.value.known?.firstDay,
      let last = (self[Step.end] ?? self[Step.day])?.value.known?.lastDay, first <= last
    else { return nil }
    return first...last
  }
}

extension Diagnostic {
  fileprivate static func calendarWithoutFiling(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.calendarWithoutFiling, "Le calendrier ne dit pas quand déposer les dossiers.",
      at: place, severity: .warning,
      expected: "une étape « depot », avec ses dates, dans le calendrier")
  }

  fileprivate static func namelessWindow(at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.namelessWindow,
      "Le calendrier a plusieurs périodes de dépôt, et rien ne dit laquelle est celle-ci.",
      at: place, severity: .warning,
      expected: "« fenetre: première session », ou les « situations » qu’elle concerne")
  }

  fileprivate static func sameWindow(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.conflictingWindows, "Deux périodes de dépôt s’appellent « \(name) ».", at: place,
      severity: .warning, expected: "un nom différent pour chaque période")
  }

  fileprivate static func overlappingWindow(_ window: Record, _ other: Record) -> Diagnostic {
    typealias Step = NoteSchema.Step
    let dates = [Step.start, Step.end, Step.day].compactMap { other.value($0) }
    return Diagnostic(
      CheckCode.conflictingWindows,
      "Cette période de dépôt recouvre celle qui a ces dates : "
        + dates.map { FrenchFormat.text(of: $0) }.joined(separator: ", ") + ".",
      at: (window[Step.start] ?? window[Step.day])?.place, severity: .warning,
      expected: "des dates qui se suivent, ou les « situations » que chaque période concerne")
  }

  fileprivate static func situationWithoutWindow(_ situation: Record) -> Diagnostic {
    typealias Situation = NoteSchema.Situation
    return Diagnostic(
      CheckCode.conflictingWindows,
      "Aucune période de dépôt ne concerne la situation « \(situation.text(Situation.title) ?? "") ».",
      at: situation[Situation.code]?.place, severity: .warning,
      expected: "son code dans les « situations » d’une étape « depot »")
  }

  fileprivate static func earlyCommittee(
    _ meeting: Value, before end: Value, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.earlyCommittee,
      "Le comité (\(FrenchFormat.text(of: meeting))) examinerait les dossiers avant la fin de leur "
        + "dépôt (\(FrenchFormat.text(of: end))).", at: place, severity: .warning,
      expected: "une date après la fin du dépôt")
  }
}
