/// A part of a parsed template. Ranges are UTF-8 offsets in its source.
indirect enum TemplateNode: Sendable {
  case text(Range<Int>)
  case insertion(Insertion)
  case condition(ConditionBlock)
  case loop(Loop)
  case inclusion(Inclusion)
}

/// `{{ path | filter: "argument" }}`.
struct Insertion: Sendable {
  var tag: Range<Int>
  var path: Path
  var filters: [FilterCall]
  var context: InsertionContext
}

/// `| name: "argument", "argument"`.
struct FilterCall: Sendable {
  struct Argument: Sendable {
    var text: String
    var range: Range<Int>
  }

  var name: String
  var range: Range<Int>
  var arguments: [Argument]

  /// Nil when there is none of that name, which the checker tells.
  var filter: Filter?

  init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
    arguments = []
    filter = Filter.named(name)
  }
}

/// `{% si condition %} … {% sinon %} … {% fin %}`.
struct ConditionBlock: Sendable {
  var condition: Condition
  var whenTrue: [TemplateNode]
  var whenFalse: [TemplateNode]
}

/// `{% pour variable dans path %} … {% fin %}`.
struct Loop: Sendable {
  var variable: String
  var variableRange: Range<Int>
  var path: Path
  var body: [TemplateNode]
}

/// `{% inclure "name" %}`.
public struct Inclusion: Sendable {
  public var name: String
  var nameRange: Range<Int>
  var tag: Range<Int>
  /// Whether the tag was alone on its line, which vanished with it.
  var isStandalone: Bool
}

/// A dotted path such as `ps.plafond`.
struct Path: Sendable {
  var parts: [String]
  var range: Range<Int>
  /// The rank among the paths of the template, under which the checker notes where it leads.
  var number: Int

  var text: String { parts.joined(separator: ".") }

  /// The range of one part within the source.
  func range(ofPart index: Int) -> Range<Int> {
    let start = parts[..<index].reduce(range.lowerBound) { $0 + $1.utf8.count + 1 }
    return start..<(start + parts[index].utf8.count)
  }
}

indirect enum Condition: Sendable {
  /// `path est state`.
  case state(Path, ValueState)
  /// `path = "literal"`.
  case equals(Path, String, literal: Range<Int>)
  /// A path of boolean type.
  case truth(Path)
  case not(Condition)
  case all([Condition])
  case any([Condition])
}

/// What `est` can ask of a value.
enum ValueState: String, Sendable, CaseIterable {
  /// Present and not pending; for a list, not empty either.
  case published = "publie"
  case absent
  /// Absent, or a list without items, or a text without characters.
  case empty = "vide"
  case toBePublished = "a_paraitre"
  case toBeConfirmed = "a_confirmer"
  case toBeCompleted = "a_completer"
}
