import Facts

extension ValueChange {
  /// The difference in French: « +413 €, soit +4,9 % », « 21 jours plus tôt dans l'année ».
  public var differenceText: String? {
    switch difference {
    case .amount(let cents, let tenths)?:
      let amount = Self.signed(cents < 0, FrenchFormat.euros(cents: Self.positive(cents)))
      guard let tenths else { return amount }
      let rate = Rate(
        hundredthsOfPercent: Self.positive(tenths).multipliedReportingOverflow(by: 10).0)
      return "\(amount), soit \(Self.signed(tenths < 0, FrenchFormat.percent(rate)))"
    case .days(_, let inYear?)?:
      return inYear == 0 ? "même jour de l’année" : Self.days(inYear) + " dans l’année"
    case .days(let days, nil)?: return Self.days(days)
    case nil: return nil
    }
  }

  private static func signed(_ isNegative: Bool, _ text: String) -> String {
    (isNegative ? "−" : "+") + text
  }

  private static func positive(_ number: Int64) -> Int64 {
    Int64(clamping: number.magnitude)
  }

  private static func days(_ days: Int) -> String {
    "\(FrenchFormat.count(Int(clamping: days.magnitude), "jour")) plus \(days < 0 ? "tôt" : "tard")"
  }
}

extension NoteComparison {
  /// What changed, in one sentence: « 12 valeurs changent. Dans le texte : 3 passages modifiés… ».
  public var summary: String {
    if isEmpty { return "Rien ne change." }
    var sentences: [String] = []
    switch changedValues.count {
    case 0: sentences.append("Aucune valeur ne change.")
    case 1: sentences.append("1\(FrenchFormat.noBreakSpace)valeur change.")
    case let count: sentences.append("\(FrenchFormat.integer(count)) valeurs changent.")
    }
    let changes = textChanges
    let counts = TextChange.Nature.allCases.compactMap { nature -> String? in
      let count = changes.count { $0.nature == nature }
      let word = nature.participle
      return count == 0
        ? nil : FrenchFormat.count(count, "passage \(word)", "passages \(word)s")
    }
    if !counts.isEmpty {
      sentences.append(
        "Dans le texte\(FrenchFormat.noBreakSpace): \(FrenchFormat.list(counts)).")
    }
    return sentences.joined(separator: " ")
  }
}

extension TextChange.Nature {
  /// « ajouté », « supprimé », « modifié », « déplacé ».
  public var participle: String {
    switch self {
    case .added: "ajouté"
    case .removed: "supprimé"
    case .modified: "modifié"
    case .moved: "déplacé"
    }
  }
}
