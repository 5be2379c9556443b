import Configuration
import Diagnostics
import Facts

/// A note that speaks of late files says until when they are accepted.
@Sendable
func checkLateFiles(_ text: NoteText, diagnostics: inout DiagnosticList) {
  typealias Step = NoteSchema.Step
  let steps = text.facts.records(NoteSchema.calendar)
  // Without end, a step is told by `checkCalendar`; a month has no last day of filing.
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
