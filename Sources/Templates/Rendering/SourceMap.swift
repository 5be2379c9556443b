public import Diagnostics

/// Where each part of a rendered text was written.
public struct SourceMap: Sendable {
  /// Where a character of the output comes from.
  public struct Origin: Sendable, Hashable {
    /// The place in the template: the character itself, or the tag that inserted it.
    public var place: Place
    /// The inclusions that led to the template, nearest first.
    public var includedFrom: [Place]
    /// For an inserted value, where the fact was written, if it was.
    public var valuePlace: Place?

    public init(place: Place, includedFrom: [Place] = [], valuePlace: Place? = nil) {
      self.place = place
      self.includedFrom = includedFrom
      self.valuePlace = valuePlace
    }
  }

  struct Run: Sendable {
    /// Where the run begins in the output; it lasts until the next one.
    var output: Int
    /// An index into `sources`.
    var source: Int
    /// The range of the template's source.
    var start: Int
    var length: Int
    /// An index into `chains`, or -1 outside any inclusion.
    var chain: Int
    /// An index into `values`; -1 for a fact without place, -2 for the template's own text.
    var value: Int

    var isInserted: Bool { value != SourceMap.ownText }
  }

  /// The place of an inclusion and the inclusion that led to it.
  struct Link: Sendable {
    var source: Int
    var range: Range<Int>
    var next: Int
  }

  static let noPlace = -1
  static let ownText = -2

  private(set) var runs: [Run] = []
  private(set) var sources: [SourceText] = []
  private(set) var chains: [Link] = []
  private(set) var values: [Place] = []

  public init() {}

  /// Where a UTF-8 offset of the output comes from; the end of the text counts as its last run.
  ///
  /// Nil for an empty text. The time grows with the logarithm of
  /// the number of runs.
  public func origin(ofUTF8 offset: Int) -> Origin? {
    guard let run = run(at: offset) else { return nil }
    // Within a template's own text, the very character; within a value, its whole tag.
    let shift = run.isInserted ? 0 : min(max(0, offset - run.output), max(0, run.length - 1))
    let place = sources[run.source].place(
      atUTF8: run.start + shift, length: run.isInserted ? run.length : 1)
    return Origin(
      place: place, includedFrom: places(ofChain: run.chain),
      valuePlace: run.value >= 0 ? values[run.value] : nil)
  }

  /// The template's own words that a range of the output was copied from; nil where any of it was
  /// inserted.
  public func words(atUTF8 offset: Int, length: Int) -> (source: SourceText, place: Place)? {
    guard let run = run(at: offset), !run.isInserted, offset >= run.output,
      offset + length <= run.output + run.length
    else { return nil }
    let source = sources[run.source]
    return (source, source.place(atUTF8: run.start + offset - run.output, length: length))
  }

  /// The UTF-8 ranges of the output that are values, in order, with where each was written.
  ///
  /// - Parameter length: that of the output.
  public func insertions(length: Int) -> [(range: Range<Int>, place: Place)] {
    runs.indices.compactMap { rank in
      let run = runs[rank]
      guard run.value >= 0 else { return nil }
      let end = rank + 1 < runs.count ? runs[rank + 1].output : length
      return (run.output..<max(run.output, end), values[run.value])
    }
  }

  private func run(at offset: Int) -> Run? {
    guard !runs.isEmpty else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].output <= offset { low = middle } else { high = middle }
    }
    return runs[low]
  }

  private func places(ofChain index: Int) -> [Place] {
    var places: [Place] = []
    var index = index
    while index >= 0 {
      let link = chains[index]
      places.append(
        sources[link.source].place(atUTF8: link.range.lowerBound, length: link.range.count))
      index = link.next
    }
    return places
  }

  // MARK: Building

  mutating func add(source: SourceText) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  mutating func add(chain: Link) -> Int {
    chains.append(chain)
    return chains.count - 1
  }

  mutating func add(value: Place?) -> Int {
    guard let value else { return SourceMap.noPlace }
    values.append(value)
    return values.count - 1
  }

  mutating func add(_ run: Run) { runs.append(run) }
}
