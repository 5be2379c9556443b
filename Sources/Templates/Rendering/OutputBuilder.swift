import Diagnostics
import Text

/// Gathers the output of a rendering with its source map, and escapes what is inserted.
///
/// An inserted value waits until the byte after it is known, because in Markdown its last character
/// may need a different treatment before a bracket than before a space.
struct OutputBuilder {
  private struct Waiting {
    var value: InsertedValue
    var context: InsertionContext
    var run: SourceMap.Run
  }

  private struct Level {
    var source: Int
    var template: Template
    /// The inclusion that led here, an index into the map's chains, or -1.
    var chain: Int
  }

  private let format: OutputFormat
  let isMapped: Bool
  private(set) var output: [UInt8] = []
  /// Empty when it is not asked for.
  private(set) var map = SourceMap()
  /// The line of Markdown that the output ends with, read as far as `lineEnd`.
  private var line = MarkdownLine()
  private var lineEnd = 0
  private var waiting: Waiting?
  private var levels: [Level] = []
  private var sources: [ObjectIdentifier: Int] = [:]
  /// The chain of the template about to be entered.
  private var nextChain = -1
  /// Where the output of each open inclusion begins.
  private var inclusionStarts: [Int] = []

  /// How many bytes are made at most. A Markdown text is refused long before; the longest pages are
  /// those of a national site.
  var limit: Int { format == .markdown ? 4 << 20 : 64 << 20 }

  init(format: OutputFormat, isMapped: Bool) {
    self.format = format
    self.isMapped = isMapped
  }

  // MARK: Templates and inclusions

  mutating func enter(_ template: Template) {
    let identity = ObjectIdentifier(template)
    let source = sources[identity] ?? map.add(source: template.source)
    sources[identity] = source
    levels.append(Level(source: source, template: template, chain: nextChain))
  }

  mutating func leave() { levels.removeLast() }

  mutating func beginInclusion(_ inclusion: Inclusion) {
    guard let level = levels.last else { return }
    nextChain = map.add(
      chain: SourceMap.Link(source: level.source, range: inclusion.tag, next: level.chain))
    inclusionStarts.append(output.count)
  }

  /// Ends the last line of a file whose inclusion took a whole line, if the file itself does not.
  mutating func endInclusion(_ inclusion: Inclusion) {
    let start = inclusionStarts.removeLast()
    guard inclusion.isStandalone, waiting != nil || output.count > start else { return }
    if waiting == nil, output.last == Bytes.newline { return }
    flush(next: Bytes.newline)
    addRun(inclusion.tag, value: SourceMap.noPlace)
    output.append(Bytes.newline)
  }

  // MARK: Words and values

  mutating func appendText(_ range: Range<Int>) {
    guard let level = levels.last, !range.isEmpty else { return }
    flush(next: level.template.bytes[range.lowerBound])
    addRun(range, value: SourceMap.ownText)
    output += level.template.bytes[range]
  }

  mutating func insert(
    _ value: InsertedValue, tag: Range<Int>, context: InsertionContext, place: Place?
  ) {
    guard let level = levels.last, let first = value.text.utf8.first else { return }
    flush(next: MarkdownEscaper.firstByte(of: value) ?? first)
    let run = SourceMap.Run(
      output: 0, source: level.source, start: tag.lowerBound, length: tag.count,
      chain: level.chain, value: map.add(value: place))
    waiting = Waiting(value: value, context: context, run: run)
  }

  mutating func finish() { flush(next: nil) }

  private mutating func addRun(_ range: Range<Int>, value: Int) {
    guard isMapped, let level = levels.last else { return }
    map.add(
      SourceMap.Run(
        output: output.count, source: level.source, start: range.lowerBound, length: range.count,
        chain: level.chain, value: value))
  }

  /// Reads the last line of the output, whose beginning says how a value has to be escaped.
  private mutating func readLine() {
    if let newline = output[lineEnd...].lastIndex(of: Bytes.newline) {
      line = MarkdownLine()
      lineEnd = newline + 1
    }
    for byte in output[lineEnd...] { line.advance(byte) }
    lineEnd = output.count
  }

  /// Writes the value that waits, knowing the byte that follows it; nil at the end of the text.
  private mutating func flush(next: UInt8?) {
    guard var held = waiting else { return }
    waiting = nil
    held.run.output = output.count
    if isMapped { map.add(held.run) }
    switch held.context {
    case .markdown:
      readLine()
      var escaper = MarkdownEscaper(line: line, next: next)
      escaper.write(held.value)
      output += escaper.output
    case .htmlText:
      if case .html(let html) = held.value {
        output += html.utf8
      } else {
        HTMLEscape.append(held.value.text, to: &output, quotes: .kept)
      }
    case .htmlAttribute, .htmlAddress:
      HTMLEscape.append(held.value.text, to: &output, quotes: .both)
    case .text: output += held.value.text.utf8
    }
  }
}
