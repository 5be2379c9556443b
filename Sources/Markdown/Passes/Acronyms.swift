import Text

/// An acronym and the words that it stands for.
public struct Acronym: Sendable, Hashable {
  /// « DSDEN ».
  public var sigle: String
  /// « direction des services départementaux de l'Éducation nationale ».
  public var form: String

  public init(sigle: String, form: String) {
    self.sigle = sigle
    self.form = form
  }
}

/// The acronyms of a glossary, and those met so far.
///
/// Each is explained at its first use in running text: « DSDEN » becomes « DSDEN (direction des
/// services…) », and its other uses become abbreviations. Headings, code, addresses and words that
/// only contain a sigle are left alone; captions, tables and the texts of links get abbreviations
/// only, for want of room. Where the author wrote the full form beside the sigle, nothing is added.
struct AcronymExpansion: Sendable {
  private struct Entry: Sendable {
    let acronym: Acronym
    let sigle: [UInt32]
    let abbreviation: Inline
    /// The full form as it is printed.
    let printed: String
    /// The full form and its first word, without capitals or accents.
    let form: [UInt32]
    let firstWord: [UInt32]
  }

  private struct Match {
    let units: Range<Int>
    /// The acronym, and its explanation where it gets one.
    let inlines: [Inline]
  }

  /// The acronyms by the last byte of their first unit, the longest first.
  private var entries = [[Entry]](repeating: [], count: 256)
  /// The sigles that need no explanation any more.
  var explained: Set<String> = []
  /// The sigles met, explained or not.
  private(set) var mentioned: Set<String> = []

  init(_ glossary: [Acronym]) {
    var known: Set<String> = []
    for acronym in glossary where known.insert(acronym.sigle).inserted {
      let sigle = acronym.sigle.unicodeScalars.map(\.value)
      guard let first = sigle.first, !acronym.form.isEmpty else { continue }
      let form = acronym.form.unicodeScalars.map { Fold.unit($0.value) }
      let printed = FrenchTypography.apply(to: acronym.form)
      entries[Int(first & 0xFF)].append(
        Entry(
          acronym: acronym, sigle: sigle,
          abbreviation: .abbreviation(sigle: acronym.sigle, form: printed), printed: printed,
          form: form, firstWord: Array(form.prefix { Unit.isWord($0) }.prefix(6))))
    }
    for index in entries.indices { entries[index].sort { $0.sigle.count > $1.sigle.count } }
  }

  /// The inlines with their acronyms explained; nil when they hold none.
  mutating func apply(
    to inlines: [Inline], read stream: InlineStream, mayExpand: Bool
  ) -> [Inline]? {
    let units = stream.units
    var found: [Match] = []
    for node in stream.nodes {
      find(in: node, of: units, mayExpand: mayExpand && !node.isInLink, &found)
    }
    guard !found.isEmpty else { return nil }
    var rest = found[...]
    return stream.rewrite(
      inlines,
      text: { node in
        let matches = rest.prefix { $0.units.upperBound <= node.units.upperBound }
        guard !matches.isEmpty else { return nil }
        rest = rest.dropFirst(matches.count)
        var result: [Inline] = []
        var start = node.units.lowerBound
        for match in matches {
          if start < match.units.lowerBound {
            result.append(text(units[start..<match.units.lowerBound]))
          }
          result += match.inlines
          start = match.units.upperBound
        }
        let end = node.units.upperBound
        if start < end { result.append(text(units[start..<end])) }
        return result
      })
  }

  private func text(_ units: ArraySlice<UInt32>) -> Inline {
    var bytes: [UInt8] = []
    for unit in units { bytes.append(unit: unit) }
    return .text(bytes.text)
  }

  private mutating func find(
    in node: InlineStream.Node, of units: [UInt32], mayExpand: Bool, _ found: inout [Match]
  ) {
    var index = node.units.lowerBound
    while index < node.units.upperBound {
      let first = Int(units[index] & 0xFF)
      guard !entries[first].isEmpty, Word.begins(at: index, in: units),
        let entry = entries[first].first(where: {
          let end = index + $0.sigle.count
          return end <= node.units.upperBound && units[index..<end].elementsEqual($0.sigle)
            && Word.ends(at: end, in: units)
        })
      else {
        index += 1
        continue
      }
      let range = index..<index + entry.sigle.count
      found.append(
        Match(units: range, inlines: replacement(entry, range, units, mayExpand: mayExpand)))
      index = range.upperBound
    }
  }

  private mutating func replacement(
    _ entry: Entry, _ range: Range<Int>, _ units: [UInt32], mayExpand: Bool
  ) -> [Inline] {
    let sigle = entry.acronym.sigle
    mentioned.insert(sigle)
    guard mayExpand, explained.insert(sigle).inserted else {
      return [entry.abbreviation]
    }
    if isExplained(entry, range, units) { return [.text(sigle)] }
    let form = entry.acronym.form
    // Brackets inside parentheses, as French typography wants.
    let words = isInParentheses(range.lowerBound, units) ? " [\(form)]" : " (\(form))"
    return [.text(sigle), .explanation(words, form: entry.printed)]
  }

  // MARK: What the author explained

  private func isExplained(_ entry: Entry, _ range: Range<Int>, _ units: [UInt32]) -> Bool {
    var before = range.lowerBound
    while before > 0, Fold.isGap(units[before - 1]) { before -= 1 }
    var after = range.upperBound
    while after < units.count, Fold.isGap(units[after]) { after += 1 }
    if before < range.lowerBound, Fold.text(units[..<before], endsWith: entry.form) { return true }
    if after > range.upperBound, Fold.text(units[after...], beginsWith: entry.form) { return true }
    // « directions des services départementaux (DSDEN) »: other words than the glossary's, but a
    // sigle alone in parentheses names what stands before it.
    let isAlone =
      range.lowerBound > 0 && units[range.lowerBound - 1] == 0x28
      && range.upperBound < units.count && units[range.upperBound] == 0x29
    guard isAlone, !entry.firstWord.isEmpty else { return false }
    let start = max(0, range.lowerBound - entry.form.count * 2 - 30)
    return (start..<range.lowerBound).contains { index in
      (index == 0 || !Unit.isWord(units[index - 1]))
        && Fold.text(units[index..<range.lowerBound], beginsWith: entry.firstWord)
    }
  }

  private func isInParentheses(_ index: Int, _ units: [UInt32]) -> Bool {
    for unit in units[max(0, index - 300)..<index].reversed() {
      if unit == 0x29 { return false }
      if unit == 0x28 { return true }
    }
    return false
  }
}

private enum Word {
  static func begins(at index: Int, in units: [UInt32]) -> Bool {
    index == 0 || !isPart(units[index - 1])
  }

  static func ends(at index: Int, in units: [UInt32]) -> Bool {
    guard index < units.count else { return true }
    if units[index] == 0x2E {  // a full stop, or the dot of an address
      return index + 1 == units.count || !Unit.isWord(units[index + 1])
    }
    return !isPart(units[index])
  }

  /// A hyphen, a slash or an at sign makes one word of what stands on both sides.
  private static func isPart(_ unit: UInt32) -> Bool {
    Unit.isWord(unit) || [0x2D, 0x2F, 0x40, 0x5F].contains(unit)
  }
}

/// Comparison without capitals, accents, or kinds of spaces and apostrophes.
private enum Fold {
  static func unit(_ unit: UInt32) -> UInt32 {
    if Unit.isSpace(unit) { return 0x20 }
    if unit == 0x2019 { return 0x27 }
    if (0x61...0x7A).contains(unit) { return unit }
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    return Slug.folded(scalar).unicodeScalars.first?.value ?? unit
  }

  /// What may stand between a sigle and its full form.
  static func isGap(_ unit: UInt32) -> Bool {
    // ( [ , « » – — :
    Unit.isSpace(unit) || [0x28, 0x5B, 0x2C, 0xAB, 0xBB, 0x2013, 0x2014, 0x3A].contains(unit)
  }

  static func text(_ units: ArraySlice<UInt32>, endsWith form: [UInt32]) -> Bool {
    guard units.count >= form.count else { return false }
    let start = units.endIndex - form.count
    return units[start...].elementsEqual(form) { unit($0) == $1 }
      && (start == units.startIndex || !Unit.isWord(units[start - 1]))
  }

  static func text(_ units: ArraySlice<UInt32>, beginsWith form: [UInt32]) -> Bool {
    guard units.count >= form.count else { return false }
    return units.prefix(form.count).elementsEqual(form) { unit($0) == $1 }
  }
}
