import Facts
import Foundation

/// `docs/cles.md`: every key that people write, as the schemas declare it.
struct KeysPage {
  private(set) var text: String

  init(title: String, introduction: String) {
    text = "# \(title)\n\n\(introduction)\n"
  }

  mutating func addHeading(_ title: String, level: Int) {
    text += "\n\(String(repeating: "#", count: level)) \(title)\n"
  }

  mutating func addParagraph(_ paragraph: String) { text += "\n\(paragraph)\n" }

  /// A table of keys, then what holds between them, then the items of its lists.
  ///
  /// - Parameter written: the schemas of items that stand already; each stands once.
  mutating func add(_ table: KeysTable, level: Int, written: inout Set<Schema>) {
    text += "\n\(table.markdown)"
    for rule in table.rules { text += "\n- \(rule)" }
    if !table.rules.isEmpty { text += "\n" }
    for item in table.items where written.insert(item).inserted {
      addHeading(item.name.capitalizedFirst, level: level)
      add(KeysTable(item), level: level, written: &written)
    }
  }
}

extension String {
  /// « Une étape ».
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// What GitHub and editors call the heading.
  var anchor: String {
    let kept = lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
    }
    return "#" + String(String.UnicodeScalarView(kept)).replacing(" ", with: "-")
  }

  /// Values and files of a help sentence as code: nobody has to type « ».
  var withCode: String {
    replacing(#/« ([^»]+) »/#) { "`\($0.output.1)`" }
      .replacing(#/ ((?:[a-z]+\/)+(?:[a-z]+\.yaml)?)/#) { " `\($0.output.1)`" }
  }
}
