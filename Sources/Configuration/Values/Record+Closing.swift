package import Facts

/// When a platform closes.
extension Record {
  /// The last day on which it may still serve; a month or a part of one counts as a whole.
  package var closingDay: Day? { value(NoteSchema.Platform.closing)?.lastDay }

  /// What follows « ferme »: « le 31 décembre 2026 », « en décembre 2026 », « mi-décembre 2026 »; nil
  /// when it does not close.
  package var closingWords: String? {
    switch value(NoteSchema.Platform.closing) {
    case .day(let day): return "le " + FrenchFormat.date(day)
    case .month(let month): return "en " + FrenchFormat.month(month)
    case .partOfMonth(let part):
      let isHalf = part.part == .firstHalf || part.part == .secondHalf
      return (isHalf ? "dans la " : "") + FrenchFormat.part(part)
    default: return nil
    }
  }
}
