import Configuration
import Diagnostics
import Facts
import Files
import Text
import YAML

/// The facts of one note as somebody sees them who changes them: each value with what it is, where it is
/// written and what may stand there.
struct NoteValues {
  /// One value, or one item of a list.
  struct Entry {
    let context: FactContext
    let fact: Fact
    let file: String
    /// The way to it in its file.
    let path: [YAMLStep]
    let node: YAMLNode
    /// The files that say it less specifically, the most specific first.
    let overridden: [Fact]
  }

  let facts: NoteFacts
  let tree: SourceTree
  /// In the order of the schema and of lists.
  private(set) var entries: [Entry] = []
  private var ranks: [Place: Int] = [:]
  /// What the files of the note override, by the path of the value or of the list.
  let origins: [String: [Fact]]
  /// What the files of the note say, by their paths; those with errors of YAML are left out.
  private var roots: [String: YAMLNode] = [:]

  init(_ facts: NoteFacts, in tree: SourceTree) {
    self.facts = facts
    self.tree = tree
    var ways: [Place: [(path: [YAMLStep], node: YAMLNode)]] = [:]
    for file in facts.sourceFiles {
      guard let source = tree[file.path], let root = NoteFacts.tree(source) else { continue }
      roots[file.path] = root
      NoteValues.forEachWay(root) { place, path, node in
        ways[NoteValues.start(place), default: []].append((path, node))
      }
    }
    origins = Dictionary(
      facts.sourceOrigins.map { ($0.path, $0.overridden) }
    ) { first, _ in first }
    let overridden = origins
    facts.record.forEachFact { fact, context in
      guard !context.root.has(.computed), let place = fact.place else { return }
      let found = ways[NoteValues.start(place)]?.first { NoteValues.fits($0.path, context) }
      guard let found else { return }
      let isInList = context.item != nil || context.isItem
      ranks[NoteValues.start(place)] = ranks[NoteValues.start(place)] ?? entries.count
      entries.append(
        Entry(
          context: context, fact: fact, file: place.file, path: found.path, node: found.node,
          overridden: isInList ? [] : overridden[context.path] ?? []))
    }
  }

  /// With the values of an earlier look at the note that cannot be read any more: each stands where it
  /// stood, as it is written now.
  func adding(wrong earlier: NoteValues) -> NoteValues {
    var values = self
    let known = Set(entries.map(\.name))
    for entry in earlier.entries where entry.isPlain && !known.contains(entry.name) {
      guard let node = root(of: entry.file)?[entry.path], let text = node.text else { continue }
      values.entries.append(
        Entry(
          context: entry.context, fact: Fact(.text(text), place: node.place), file: entry.file,
          path: entry.path, node: node, overridden: []))
    }
    return values
  }

  /// A place without what it covers.
  private static func start(_ place: Place) -> Place {
    Place(file: place.file, line: place.line, column: place.column)
  }

  /// Each value with where facts say that it stands: records and lists at their keys, items and plain
  /// values where they begin.
  private static func forEachWay(
    _ root: YAMLNode, _ body: (Place, [YAMLStep], YAMLNode) -> Void
  ) {
    root.forEachNode { node, path in
      body(node.place, path, node)
      for pair in node.pairs ?? [] where pair.value.text == nil {
        body(pair.key.place, path + [.key(pair.key.text ?? "")], pair.value)
      }
    }
  }

  /// Whether a way leads to what a field is: another may stand at the same place, as the first key of an
  /// item does.
  private static func fits(_ path: [YAMLStep], _ context: FactContext) -> Bool {
    switch path.last {
    case .item: context.isItem
    case .key(let key):
      !context.isItem
        && (key == context.field.key || context.isSourced && key == "valeur")
    case nil: false
    }
  }

  /// What a file of the note says.
  func root(of file: String) -> YAMLNode? { roots[file] }

  func rank(at place: Place) -> Int? { ranks[NoteValues.start(place)] }
}

extension NoteValues.Entry {
  /// What tells it from all others: its file and the way in it.
  var name: String { NoteValues.Entry.name(file, path) }

  static func name(_ file: String, _ path: [YAMLStep]) -> String {
    file + "#"
      + path.map { step in
        switch step {
        case .key(let key): key
        case .item(let rank): String(rank)
        }
      }.joined(separator: "/")
  }

  /// What is written, without quotes; nil for what has parts.
  var text: String? { node.text }

  /// Whether it is one value, which a text can replace.
  var isPlain: Bool { node.text != nil }
}
