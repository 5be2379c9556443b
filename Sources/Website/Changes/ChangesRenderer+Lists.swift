import Comparison
import Facts
import Markdown

/// Lists: their items only, each marked by itself.
extension ChangesRenderer {
  /// From how many unchanged items in a row they are folded.
  private static let manyUnchanged = 4

  mutating func writeList(
    _ change: BlockChange, _ context: Context, isOrdered: Bool, start: Int, isTight: Bool
  ) {
    let name = isOrdered ? "ol" : "ul"
    html += "<\(name)\(isOrdered && start != 1 ? " start=\"\(start)\"" : "")>\n"
    var rest = change.children[...]
    while let first = rest.first {
      guard case .mixed = context, ChangesRenderer.joins(first.nature) else {
        writeItem(first, context, isTight: isTight, isFirst: true)
        rest.removeFirst()
        continue
      }
      let group = rest.prefix { $0.nature == first.nature }
      rest = rest.dropFirst(group.count)
      if first.nature == .unchanged, group.count >= ChangesRenderer.manyUnchanged, !isOrdered {
        html += "<li class=\"replie-point\">"
        openFold("\(FrenchFormat.count(group.count, "point")) inchangés")
        html += "<ul>\n"
        for item in group { writeItem(item, .unchanged, isTight: isTight, isFirst: true) }
        html += "</ul>\n</details>\n</li>\n"
      } else {
        for (rank, item) in group.enumerated() {
          writeItem(item, context, isTight: isTight, isFirst: rank == 0)
        }
      }
    }
    html += "</\(name)>\n"
  }

  /// - Parameter isFirst: whether the item is no continuation of the change before.
  private mutating func writeItem(
    _ item: BlockChange, _ context: Context, isTight: Bool, isFirst: Bool
  ) {
    let mark = mark(item, context)
    html += "<li\(mark.attributes)>"
    if let step = mark.step {
      html += "\n"
      if isFirst { writeStep(step) } else { writeWord(step) }
    }
    if let departure = mark.departure {
      html += "\n" + departure
    } else {
      writeInside(item, mark.context, isTight: isTight)
    }
    html += "</li>\n"
    guard mark.departure != nil, let block = item.earlierBlock else { return }
    html += "<li class=\"vue-a\">"
    writeInside(.removed(block), .removed, isTight: isTight)
    html += "</li>\n"
  }

  private mutating func writeInside(_ item: BlockChange, _ context: Context, isTight: Bool) {
    if case .item(let isDone?) = item.kind {
      html += "<span role=\"img\" aria-label=\"\(isDone ? "fait" : "à faire")\">"
      html += "\(isDone ? "☑" : "☐")</span> "
    }
    writeBlocks(item.children[...], context, isTight: isTight)
  }
}
