import Configuration
import Diagnostics
import Facts

/// A note says until when to file, above all where its text speaks of late files.
@Sendable
func checkLateFiles(_ text: NoteText, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  for filing in text.facts.list(NoteSchema.calendar) {
    guard let step = filing.value.record, step.text(Step.code) == Step.filingCode,
      [Step.end, Step.day, Step.month].allSatisfy({ step[$0] == nil })
    else { continue }
    diagnostics.add(
      .filingWithoutEnd(
        at: step[Step.start]?.place ?? filing.place, refusesLateFiles: text.refusesLateFiles))
  }
  let steps = text.facts.records(NoteSchema.calendar)
  // Without end, a step was told; a month has no last day of filing.
  let filings = steps.filter { $0.text(Step.code) == Step.filingCode }
  if filings.contains(where: { $0[Step.month] == nil }) { return }
  for section in text.sections where !section.isBeside {
    for index in section.tokens.indices
    where section.has(.late, at: index, text.lexicon)
      && section.sentence(around: index, has: .accepted, in: text.lexicon)
    {
      let word = section.string(section.tokens[index]).lowercased()
      let before = index > 0 ? section.string(section.tokens[index - 1]).lowercased() : ""
      if word.hasPrefix("délai"), before != "hors" { continue }
      guard let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
      else { continue }
      diagnostics.add(
        Diagnostic(
          CheckCode.calendarWithoutFiling,
          "Le texte parle de dossiers en retard, et la note ne dit pas jusqu’à quel jour déposer.",
          at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
          expected: "une étape « depot » du calendrier, avec sa date limite"))
    }
  }
}

extension NoteText {
  /// Whether a sentence of the note says that late files are not accepted.
  fileprivate var refusesLateFiles: Bool {
    sections.contains { section in
      section.tokens.indices.contains { index in
        guard section.has(.late, at: index, lexicon),
          section.sentence(around: index, has: .accepted, in: lexicon)
        else { return false }
        return section.sentence(around: index).contains { index in
          let word = section.string(section.tokens[index]).lowercased()
          return ["pas", "plus", "aucun", "aucune"].contains(word)
            || word.hasPrefix("refus") || word.hasPrefix("rejet")
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func filingWithoutEnd(
    at place: Place?, refusesLateFiles: Bool
  ) -> Diagnostic {
    let limit = "la date limite, par exemple « au: 2026-07-31 »"
    return Diagnostic(
      CheckCode.filingWithoutEnd, "Le dépôt a un début et pas de fin.", at: place,
      severity: refusesLateFiles ? .error : .warning,
      expected: refusesLateFiles
        ? limit + " : la note refuse les dossiers en retard"
        : limit + " ; s’il n’y en a pas, une dérogation le dit")
  }
}
