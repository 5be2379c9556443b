import Configuration
import Diagnostics
import Facts
import Funding
import Publication

/// Amounts that are typed in texts have a comma, and are those of the note.
@Sendable
func checkAmountsInTexts(_ text: NoteText, diagnostics: inout DiagnosticList) {
  var known = KnownAmounts(
    text.facts, before: text.project.configuration.lastBareme(before: text.year))
  for section in text.sections {
    for index in section.tokens.indices where section.tokens[index].kind == .number {
      guard index + 1 < section.tokens.count else { continue }
      if let broken = section.brokenAmount(at: index, text.lexicon) {
        report(broken, section, text, &diagnostics)
        continue
      }
      let next = section.tokens[index + 1]
      let isEuro = next.isSign("€") || section.has(.euro, at: index + 1, text.lexicon)
      let isUnit =
        section.has(.unit, at: index + 1, text.lexicon) || section.isDecimalOfHours(at: index)
      guard isEuro || isUnit || next.isSign("%") else { continue }
      let written = section.string(section.tokens[index])
      if written.contains(".") {
        checkPoint(written, at: index, section, text, &diagnostics)
      } else if isEuro, written.split(separator: ",").dropFirst().first?.count ?? 2 > 2 {
        checkPoint(written, at: index, section, text, &diagnostics)
      } else if isEuro, let cents = cents(written) {
        check(cents, at: index, &known, section, text, &diagnostics)
      } else if next.isSign("%") {
        checkRate(written, at: index, known, section, text, &diagnostics)
      }
    }
  }
}

/// « 2,758.28 € », « 2.758,28 € », « 8'487 € »: as other languages write amounts.
private struct BrokenAmount {
  var range: Range<Int>
  var mended: String
  var hasApostrophe: Bool
}

extension NoteText.Section {
  /// « 1.5 h », and not « 10.30 h », which is an hour.
  fileprivate func isDecimalOfHours(at index: Int) -> Bool {
    string(tokens[index + 1]) == "h"
      && string(tokens[index]).split(separator: ".").dropFirst().first?.count == 1
  }

  fileprivate func brokenAmount(at index: Int, _ lexicon: Lexicon) -> BrokenAmount? {
    guard index + 3 < tokens.count else { return nil }
    let first = string(tokens[index])
    let sign = tokens[index + 1].kind == .sign ? tokens[index + 1].sign : " "
    let isJoined =
      (sign == "." || sign == ",") && touches(index, index + 1) && touches(index + 1, index + 2)
    let last = isJoined ? index + 2 : index + 1
    guard tokens[last].kind == .number,
      tokens[last + 1].isSign("€") || has(.euro, at: last + 1, lexicon)
    else { return nil }
    let rest = string(tokens[last])
    let range = range(of: index..<last + 1)
    if isJoined {
      // « 2,758.28 », « 2.758,28 »
      let parts = first.split(separator: sign == "." ? "," : ".")
      guard parts.count == 2, parts[1].count == 3, rest.count == 2 else { return nil }
      return BrokenAmount(
        range: range, mended: "\(parts[0]) \(parts[1]),\(rest)", hasApostrophe: false)
    }
    let between = string(tokens[index].range.upperBound..<tokens[last].range.lowerBound)
    guard ["'", "’"].contains(between), !first.contains(","),
      rest.prefix(while: \.isNumber).count == 3
    else { return nil }
    return BrokenAmount(range: range, mended: "\(first) \(rest)", hasApostrophe: true)
  }
}

private func report(
  _ broken: BrokenAmount, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard let origin = text.origin(of: broken.range, in: section) else { return }
  let written = section.string(broken.range)
  diagnostics.add(
    Diagnostic(
      CheckCode.decimalPoint,
      broken.hasApostrophe
        ? "« \(written) » est écrit avec une apostrophe."
        : "« \(written) » est écrit avec une virgule et un point.", at: origin.place,
      includedFrom: origin.includedFrom,
      expected: "une virgule avant les centimes, une espace entre les milliers",
      suggestion: broken.mended,
      correction: text.project.correction(of: written, at: origin.place, with: broken.mended)))
}

private func checkPoint(
  _ written: String, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  guard let origin = text.origin(of: section.tokens[index].range, in: section) else { return }
  // « 1.000 € » is one thousand to some, and one to others.
  let hasPoint = written.contains(".")
  let isThousands = written.split(separator: ".").last?.count == 3
  let mended = isThousands || !hasPoint ? nil : written.replacing(".", with: ",")
  let correction = mended.flatMap {
    text.project.correction(of: written, at: origin.place, with: $0)
  }
  diagnostics.add(
    Diagnostic(
      CheckCode.decimalPoint,
      hasPoint
        ? "« \(written) » est écrit avec un point."
        : "« \(written) » a plus de deux chiffres après la virgule.", at: origin.place,
      includedFrom: origin.includedFrom,
      expected: "une virgule avant les centimes, une espace entre les milliers",
      suggestion: mended, correction: correction))
}

private func check(
  _ cents: Int64, at index: Int, _ known: inout KnownAmounts, _ section: NoteText.Section,
  _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  if let names = known.names[cents] {
    guard section.mayBeLocal,
      let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal,
      !origin.isValue
    else { return }
    // Two bonuses may be one amount: the sentence says which.
    let words = section.string(section.range(of: section.sentence(around: index))).lowercased()
    let meant = names.filter { words.contains($0.key) }
    let named = (names.count == 1 ? names : meant).map { "{{ \($0.path) | euros }}" }
    diagnostics.add(
      .repeatedAmount(cents, named.count == 1 ? named[0] : nil, at: origin))
    return
  }
  for (topic, amounts) in [(Lexicon.Topics.ceiling, known.ceilings), (.bonus, known.bonuses)]
  where !amounts.isEmpty && !known.funders.contains(cents) {
    let isMaximum =
      topic == .ceiling
      && section.sentence(around: index, has: .ps, in: text.lexicon)
      && section.sentence(around: index, has: .maximum, in: text.lexicon)
      && !section.sentence(around: index, has: .bonus, in: text.lexicon)
    guard isMaximum || section.sentence(around: index, isAbout: topic, text.lexicon),
      !amounts.contains(cents), topic != .ceiling || !known.isMaximum(cents, of: text.facts),
      let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
    else { continue }
    diagnostics.add(
      .otherAmount(cents, than: amounts, isCeiling: topic == .ceiling, at: origin))
    return
  }
  if let year = known.earlier[cents] {
    checkEarlierAmount(cents, of: year, at: index, section, text, &diagnostics)
    return
  }
  checkFunder(cents, at: index, &known, section, text, &diagnostics)
}

/// « Le prix plafond est de 8 487 € », which is that of last year, where that of the year is to come.
private func checkEarlierAmount(
  _ cents: Int64, of year: SchoolYear, at index: Int, _ section: NoteText.Section, _ text: NoteText,
  _ diagnostics: inout DiagnosticList
) {
  let sentence = section.sentence(around: index)
  guard section.sentence(around: index, has: [.ceiling, .bonus, .ps], in: text.lexicon),
    !section.sentence(around: index, has: [.law, .past], in: text.lexicon),
    !section.string(section.range(of: sentence)).contains(String(year.start)),
    let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
  else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.copiedBareme,
      "Le texte donne \(FrenchFormat.euros(cents: cents)) : c’est le montant de \(year.text), et celui "
        + "de \(text.year.text) est à paraître.", at: origin.place, severity: .warning,
      includedFrom: origin.includedFrom,
      expected: "« en \(year.text) » dans la phrase, ou le montant que la Cnaf publie"))
}

extension NoteText.Section {
  /// Whether a sentence has a word of a topic, « hors bonus » left out.
  fileprivate func sentence(
    around index: Int, isAbout topic: Lexicon.Topics, _ lexicon: Lexicon
  ) -> Bool {
    sentence(around: index).contains { place in
      has(topic, at: place, lexicon)
        && !(place > 0 && string(tokens[place - 1]).lowercased() == "hors")
    }
  }
}

/// « Le Conseil départemental verse jusqu'à 600 € », where the note has 500 €.
private func checkFunder(
  _ cents: Int64, at index: Int, _ known: inout KnownAmounts, _ section: NoteText.Section,
  _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  guard section.mayBeLocal, !known.named.isEmpty, known.searched < KnownAmounts.searchLimit,
    section.words(4, before: index, have: [.giving, .limit], in: text.lexicon)
      || section.words(3, before: index, have: .being, in: text.lexicon)
        && section.sentence(around: index, has: .amount, in: text.lexicon),
    !section.sentence(around: index, has: [.law, .past], in: text.lexicon)
  else { return }
  let tokens = section.sentence(around: index)
  let sentence = section.string(section.range(of: tokens)).lowercased()
  known.searched += known.named.count * sentence.utf8.count
  let named = known.named.filter { funder in
    sentence.contains(funder.words)
      // « Le Département verse », and not « les projets du département ».
      || funder.short.map { short in
        tokens.contains {
          section.has(.giving, at: $0 + 1, text.lexicon)
            && section.string(section.tokens[$0]).lowercased() == short
        }
      } == true
  }
  guard let funder = named.first, !named.contains(where: { $0.cents.contains(cents) }),
    let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal,
    !origin.isValue
  else { return }
  let amounts = FrenchFormat.list(funder.cents.sorted().map { FrenchFormat.euros(cents: $0) })
  diagnostics.add(
    Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne \(FrenchFormat.euros(cents: cents)) pour « \(funder.name) » ; la note donne "
        + "\(amounts).", at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "le montant de la note"))
}

/// « Le taux est de 30 % », « le taux de la Ps »: a rate that is not the year’s.
private func checkRate(
  _ written: String, at index: Int, _ known: KnownAmounts, _ section: NoteText.Section,
  _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  let covers =
    section.words(3, before: index, have: .covering, in: text.lexicon)
    && section.sentence(around: index, has: .ps, in: text.lexicon)
  guard let rate = hundredths(written), rate != known.rate,
    covers
      || section.words(4, before: index, have: .rate, in: text.lexicon)
        && section.speaksOfPsRate(before: index, text.lexicon),
    !section.sentence(around: index, has: [.bonus, .law, .past], in: text.lexicon),
    let origin = text.origin(of: section.tokens[index].range, in: section), origin.isLocal
  else { return }
  diagnostics.add(
    Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne un taux de \(FrenchFormat.percent(Rate(hundredthsOfPercent: rate))) ; celui de "
        + "la Ps est \(FrenchFormat.percent(Rate(hundredthsOfPercent: known.rate))).",
      at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
      expected: "le taux de la note"))
}

extension NoteText.Section {
  /// Whether « taux » stands alone, « le taux est de », or is that of the Ps.
  fileprivate func speaksOfPsRate(before index: Int, _ lexicon: Lexicon) -> Bool {
    if sentence(around: index, has: .ps, in: lexicon) { return true }
    guard index >= 3, has(.rate, at: index - 3, lexicon) else { return false }
    return string(tokens[index - 2]).lowercased() == "est"
  }
}

/// « 32,5 » in hundredths.
private func hundredths(_ written: String) -> Int64? {
  let parts = written.split(separator: ",")
  guard let whole = parts.first.flatMap({ Int64($0) }), whole <= 100 else { return nil }
  guard parts.count == 2 else { return whole * 100 }
  guard parts[1].count <= 2, let rest = Int64(parts[1]) else { return nil }
  return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
}

/// « 2 758,28 » in cents; nil for what has more than two decimals.
private func cents(_ written: String) -> Int64? {
  let parts = written.split(separator: ",")
  let digits = parts[0].filter { $0.isASCII && $0.isNumber }
  guard digits.count <= 12, let euros = Int64(digits) else { return nil }
  guard parts.count == 2 else { return euros * 100 }
  guard parts[1].count <= 2, let rest = Int64(parts[1]) else { return nil }
  return euros * 100 + (parts[1].count == 1 ? rest * 10 : rest)
}

/// The amounts of a note, in cents.
private struct KnownAmounts {
  /// The paths with which a text names the amounts of the year, and their last keys.
  var names: [Int64: [(path: String, key: String)]] = [:]
  var ceilings: Set<Int64> = []
  var bonuses: Set<Int64> = []
  var funders: Set<Int64> = []
  /// The national amounts of the year before for what the year has no amount yet, with that year.
  var earlier: [Int64: SchoolYear] = [:]
  /// The funders that have an amount, by the words with which a text names them.
  var named: [(words: String, short: String?, name: String, cents: Set<Int64>)] = []
  /// The bytes that were gone through for the names of funders.
  var searched = 0
  /// After as many nobody is looked for any more: a note has a hundredth of it.
  static let searchLimit = 10_000_000
  /// That of the Ps, in hundredths of a percent.
  let rate: Int64

  /// What a council is called too.
  private static let shortNames = [
    "conseil départemental": "département", "conseil régional": "région",
  ]

  /// - Parameter before: the national barème of an earlier year.
  init(_ facts: Record, before: (year: SchoolYear, facts: Record)?) {
    rate = facts.rules[.psRate]
    for paths in NoteSchema.sharedAmounts {
      guard let amount = facts.amount(paths.printed)?.cents else { continue }
      let path = paths.printed.text
      names[amount, default: []].append(
        (path, path.split(separator: ".").last.map(String.init) ?? path))
    }
    for paths in NoteSchema.sharedAmounts where facts.amount(paths.printed) == nil {
      if let before, let amount = before.facts.amount(paths.national)?.cents {
        earlier[amount] = before.year
      }
    }
    func cents(_ paths: [FactPath]) -> Set<Int64> {
      Set(paths.compactMap { facts.amount($0)?.cents })
    }
    ceilings = cents([NoteSchema.psCeiling, NoteSchema.nationalCeiling, NoteSchema.psMaximum])
    bonuses = cents([NoteSchema.childrenBonus, NoteSchema.parentsBonus])
    for funder in facts.records(NoteSchema.funders) {
      let amounts: Set<Int64> =
        switch funder.value(NoteSchema.Funder.amount) {
        case .amount(let amount): [amount.cents]
        case .amountRange(let range): [range.low, range.high]
        case .ceiling(let ceiling): Set([ceiling.limit?.cents].compactMap(\.self))
        default: []
        }
      funders.formUnion(amounts)
      guard !amounts.isEmpty, let name = funder.name(NoteSchema.Funder.name) else { continue }
      // « Conseil départemental », « MSA »: what follows is the place.
      let words = name.noun.split(separator: " ").prefix(name.noun.hasPrefix("Conseil") ? 2 : 1)
      let noun = words.joined(separator: " ").lowercased()
      if noun.utf8.count > 2 {
        named.append((noun, KnownAmounts.shortNames[noun], name.definite, amounts))
      }
    }
  }
}

extension KnownAmounts {
  /// Whether an amount is the share of one of the ceilings: a text may give it where no key does.
  fileprivate func isMaximum(_ cents: Int64, of facts: Record) -> Bool {
    ceilings.contains { ceiling in
      let bareme = Bareme(ceiling: ceiling, rounding: facts.bareme.rounding)
      return facts.atCeiling(bareme)?.totals.ps.amount == cents
    }
  }
}

extension Diagnostic {
  fileprivate static func repeatedAmount(
    _ cents: Int64, _ name: String?, at origin: NoteText.Origin
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.repeatedFact,
      "Le texte recopie un montant de la note, \(FrenchFormat.euros(cents: cents)) : s’il change, il "
        + "sera faux.", at: origin.place, severity: .warning,
      includedFrom: origin.includedFrom, expected: "le nom du montant", suggestion: name)
  }

  fileprivate static func otherAmount(
    _ cents: Int64, than amounts: Set<Int64>, isCeiling: Bool, at origin: NoteText.Origin
  ) -> Diagnostic {
    let known = FrenchFormat.list(amounts.sorted().map { FrenchFormat.euros(cents: $0) })
    return Diagnostic(
      CheckCode.divergentFact,
      "Le texte donne \(FrenchFormat.euros(cents: cents)) pour "
        + "\(isCeiling ? "le plafond" : "un bonus") ; la note donne \(known).", at: origin.place,
      severity: .warning, includedFrom: origin.includedFrom, expected: "le montant de la note")
  }
}
