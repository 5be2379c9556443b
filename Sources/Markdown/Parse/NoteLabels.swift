/// The footnotes that cmark passes over in silence: references without a definition stay text,
/// definitions without a reference vanish with their words.
struct NoteLabels {
  private var referenced: Set<String> = []
  private var unknown: [(label: String, position: Position)] = []
  /// The lines that hold code or HTML, where `[^label]:` defines nothing.
  var excluded: [ClosedRange<Int>] = []

  mutating func addReference(at position: Position, in source: SourceLines) {
    let rest = source.bytes[source.offset(position)...]
    if let label = NoteLabels.label(at: rest) { referenced.insert(label.lowercased()) }
  }

  /// Notes each `[^label]` that stayed text, unless its author escaped it.
  mutating func findUnknown(in text: String, from position: Position, source: SourceLines) {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return }
    let bytes = Array(text.utf8)
    var index = 0
    var offset = source.offset(position)
    while let start = bytes[index...].firstRange(of: "[^".utf8)?.lowerBound {
      index = start + 2
      guard let label = NoteLabels.label(at: bytes[start...]) else { continue }
      let wanted = Array("[^\(label)]".utf8)
      guard let found = NoteLabels.find(wanted, in: source.bytes, from: offset) else { continue }
      offset = found + wanted.count
      unknown.append((label, source.position(atOffset: found, length: wanted.count)))
    }
  }

  /// - Parameter noteCount: how many footnotes the tree holds; when all definitions are among
  ///   them, none is unused.
  func faults(in source: SourceLines, noteCount: Int) -> [Fault] {
    var faults: [Fault] = []
    var defined: Set<String> = []
    var names: [String] = []
    var unused: [Fault] = []
    let skipped = Set(excluded.flatMap(\.self))
    for number in 1...source.count where !skipped.contains(number) {
      guard let (label, position) = NoteLabels.definition(in: source, line: number) else {
        continue
      }
      let folded = label.lowercased()
      if !defined.insert(folded).inserted {
        faults.append(Fault(.duplicateNote(label), at: position))
      } else {
        names.append(label)
        if !referenced.contains(folded) {
          unused.append(Fault(.unusedNote(label), at: position))
        }
      }
    }
    if names.count > noteCount { faults += unused }
    // Thousands of footnotes with as many references to others would be compared for minutes.
    let known = Array(names.prefix(200))
    return faults + unknown.map { Fault(.unknownNote($0.label, known: known), at: $0.position) }
  }

  private static func definition(in source: SourceLines, line number: Int) -> (String, Position)? {
    let line = source.line(number)
    let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    guard let label = label(at: content) else { return nil }
    let indent = line[..<content.startIndex].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    // Four spaces make code, or go on with another note.
    guard indent < 4 else { return nil }
    let length = label.utf8.count + 3
    let colon = content.startIndex + length
    guard colon < content.endIndex, content[colon] == UInt8(ascii: ":") else { return nil }
    let column = content.startIndex - line.startIndex + 1
    return (label, Position(text: source.rank, line: number, column: column, length: length))
  }

  /// The label of a `[^label]` that begins the bytes.
  private static func label(at bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.starts(with: "[^".utf8) else { return nil }
    var end = bytes.startIndex + 2
    while end < bytes.endIndex, end - bytes.startIndex < 200 {
      switch bytes[end] {
      case UInt8(ascii: "]"):
        let label = bytes[(bytes.startIndex + 2)..<end]
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
      case UInt8(ascii: "["), UInt8(ascii: "^"), 0...32: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// The first unescaped occurrence near an offset.
  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from offset: Int) -> Int? {
    let end = min(bytes.count - wanted.count, offset + 4096)
    var index = offset
    while index <= end {
      if bytes[index] == UInt8(ascii: "["), bytes[index...].starts(with: wanted),
        index == 0 || bytes[index - 1] != UInt8(ascii: "\\")
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
