/// A text and the map back to what its authors wrote.
public struct RenderedText: Sendable {
  public private(set) var text: String
  public private(set) var map: SourceMap

  public init() {
    text = ""
    map = SourceMap()
  }

  init(text: String, map: SourceMap) {
    self.text = text
    self.map = map
  }

  /// Adds a text that follows, with its map.
  public mutating func append(_ other: RenderedText) {
    map.append(other.map, at: text.utf8.count)
    text += other.text
  }

  /// Adds words of the program's own, which no author wrote: they have no origin.
  public mutating func append(generated words: String) {
    guard !words.isEmpty else { return }
    map.add(
      SourceMap.Run(
        output: text.utf8.count, source: -1, start: 0, length: 0, chain: -1,
        value: SourceMap.ownText))
    text += words
  }
}
