import Comparison
import Facts
import Markdown
import Text

/// Writes the text of a comparison as HTML: three views of one text, told apart by style alone.
///
/// **Shape**: what is in one note only stands in `ins`, `del`, or in a block of class `ajoute` or
/// `supprime`; what only one view shows, in elements of class `vue-a` (before) or `vue-b` (after).
/// Every change says its nature in words, and is a step of one walk: `id="c3"`, with links to the
/// step before and to the next.
///
/// Whatever the blocks, the HTML is valid: the tree decides what stands where, never the text.
struct ChangesRenderer {
  /// What surrounds a block.
  enum Context {
    /// Changes are marked.
    case mixed
    /// Inside a block that is new, gone or unchanged as a whole: nothing more to mark.
    case added, removed, unchanged
  }

  let titles: SectionTitles
  /// Where the links of the new note lead from the page; nil where they cannot be followed.
  let link: (String) -> String?
  var html = ""
  /// The steps written so far.
  var steps = 0
  var tables = 0
  /// The level of the last heading written: the next is one deeper at most.
  var lastLevel = 3
  /// The level, in the note, of the heading of the section.
  var sectionLevel = 2

  /// The title of a section and what is below it, before its steps are counted.
  mutating func section(_ section: SectionChange) -> (title: String, content: String) {
    html = ""
    lastLevel = 3
    var blocks = section.blocks[...]
    var title = HTMLEscape.text(section.label.title)
    if let first = blocks.first, case .heading(let level, _) = first.kind {
      sectionLevel = level
      blocks.removeFirst()
      if first.nature == .modified {
        write(first.runs, .mixed)
        title = html
        html = ""
        writeStep(ChangesRenderer.words("Titre modifié", first.remarks))
      }
    }
    writeBlocks(blocks, .mixed, folds: true)
    return (title, html)
  }

  /// The title of a section that is gone, whose text can be read in the old note.
  mutating func removedSection(_ section: SectionChange) -> (title: String, content: String) {
    html = "<div class=\"supprime\">\n"
    writeStep("Supprimé")
    let words = section.blocks.reduce(0) { $0 + ChangesRenderer.words($1) }
    html += "<p>Cette partie n’est plus dans la note (\(FrenchFormat.count(words, "mot"))).</p>\n"
    html += "</div>\n"
    for block in section.blocks where block.nature == .departed {
      html += "<div class=\"parti\">\n" + departure(block) + "</div>\n"
    }
    return (HTMLEscape.text(section.label.title), html)
  }

  // MARK: - Steps

  /// What stands for the place of a step in the walk until all are counted: no text has it, since
  /// Markdown makes another sign of it.
  private static let place: UInt8 = 0

  /// The words of a change and its place in the walk.
  ///
  /// - Parameter isFirst: whether it does not go on from the change before, whose place it has then.
  mutating func writeStep(_ words: String, isFirst: Bool = true) {
    if isFirst { steps += 1 }
    let (id, place) = isFirst ? (" id=\"c\(steps)\"", "\0") : ("", "")
    html += "<p class=\"pas\"\(id)><b>\(HTMLEscape.text(words))</b>\(place)</p>\n"
  }

  /// What was written for all sections of a walk, with the places of its steps.
  static func placed(_ contents: [String]) -> [String] {
    let total = contents.reduce(0) { sum, content in sum + content.utf8.count { $0 == place } }
    var step = 0
    return contents.map { content in
      let parts = content.utf8.split(separator: place, omittingEmptySubsequences: false)
      var placed = ""
      for (rank, part) in parts.enumerated() {
        if rank > 0 {
          step += 1
          placed += words(step, of: total)
        }
        placed += Substring(part)
      }
      return placed
    }
  }

  private static func words(_ step: Int, of total: Int) -> String {
    if total == 1 { return "" }
    let last =
      step > 1 ? "<a href=\"#c\(step - 1)\" aria-label=\"Précédent\">↑</a> " : ""
    let next =
      step < total ? " <a href=\"#c\(step + 1)\" aria-label=\"Suivant\">↓</a>" : ""
    return " <span>\(last)\(step)\u{A0}sur\u{A0}\(total)\(next)</span>"
  }

  /// What is said of a block that moved here.
  private func arrival(_ change: BlockChange) -> String {
    let origin = change.movedBetween.map { " depuis " + titles.oldTitle($0.from) } ?? ""
    return ChangesRenderer.words(
      "Déplacé ici" + origin + (change.saysTheSame ? "" : " et modifié"), change.remarks)
  }

  /// What stands where a block was: its first words, and where it is now.
  private func departure(_ change: BlockChange) -> String {
    let words = change.earlierBlock?.plainText.split(whereSeparator: \.isWhitespace) ?? []
    let start = words.prefix(6).joined(separator: " ") + (words.count > 6 ? "…" : "")
    let target = change.movedBetween.map { "dans " + titles.newTitle($0.to) } ?? "ailleurs"
    let sentence = HTMLEscape.text("«\u{A0}\(start)\u{A0}» est maintenant \(target)")
    let place = change.move.map { "<a href=\"#d\($0)\">\(sentence)</a>" } ?? sentence
    return "<p class=\"pas\"><b>Déplacé</b> \(place)</p>\n"
  }

  /// A nature, and what no word of the change says.
  static func words(_ nature: String, _ remarks: [String]) -> String {
    nature + (remarks.isEmpty ? "" : "\u{A0}: " + remarks.joined(separator: "\u{202F}; "))
  }

  /// How a block, an item or a row is shown.
  struct Mark {
    /// Those of its element, with a space before; empty for what says nothing by itself.
    var attributes = ""
    /// What is said of it.
    var step: String?
    /// What stands in its place, when it is somewhere else now.
    var departure: String?
    /// What surrounds what is inside.
    var context: Context
  }

  func mark(_ change: BlockChange, _ context: Context) -> Mark {
    guard context == .mixed else { return Mark(context: context) }
    switch change.nature {
    case .added:
      return Mark(
        attributes: " class=\"ajoute\"", step: ChangesRenderer.words("Ajouté", change.remarks),
        context: .added)
    case .removed:
      return Mark(
        attributes: " class=\"supprime\"",
        step: ChangesRenderer.words("Supprimé", change.remarks), context: .removed)
    case .moved:
      let anchor = change.move.map { " id=\"d\($0)\"" } ?? ""
      return Mark(
        attributes: " class=\"deplace\"" + anchor, step: arrival(change), context: .mixed)
    case .departed:
      return Mark(
        attributes: " class=\"parti\"", departure: departure(change), context: .removed)
    case .modified where change.saysItself:
      let remarks = change.isRow ? change.allRemarks : change.remarks
      return Mark(
        attributes: " class=\"modifie\"", step: ChangesRenderer.words("Modifié", remarks),
        context: .mixed)
    case .modified: return Mark(context: .mixed)
    case .unchanged, .blank: return Mark(context: .unchanged)
    }
  }

  // MARK: - Siblings

  /// From how many words what did not change, or is gone, is folded.
  private static let longUnchanged = 30
  private static let longRemoved = 60

  private mutating func writeBlocks(
    _ changes: ArraySlice<BlockChange>, _ context: Context, folds: Bool = false,
    isTight: Bool = false
  ) {
    guard case .mixed = context else {
      for change in changes { writeContent(change, context, isTight: isTight) }
      return
    }
    var rest = changes
    while let first = rest.first {
      let group = rest.prefix { $0.nature == first.nature && ChangesRenderer.joins($0.nature) }
      if group.isEmpty {
        write(first, isTight: isTight)
        rest.removeFirst()
      } else {
        write(group, folds: folds, isTight: isTight)
        rest = rest.dropFirst(group.count)
      }
    }
  }

  /// Whether neighbours of that nature are one change for readers.
  static func joins(_ nature: BlockChange.Nature) -> Bool {
    nature == .added || nature == .removed || nature == .unchanged
  }

  /// - Parameter group: neighbours that are one change for readers.
  private mutating func write(_ group: ArraySlice<BlockChange>, folds: Bool, isTight: Bool) {
    guard let mark = group.first.map({ mark($0, .mixed) }) else { return }
    let words = folds ? group.reduce(0) { $0 + ChangesRenderer.words($1) } : 0
    if let step = mark.step {
      html += "<div\(mark.attributes)>\n"
      writeStep(step)
    }
    var isLong = false
    if mark.context == .removed, words > ChangesRenderer.longRemoved {
      isLong = true
      openFold("Lire le texte supprimé (\(FrenchFormat.count(words, "mot")))")
    } else if mark.context == .unchanged, words > ChangesRenderer.longUnchanged {
      isLong = true
      openFold(FrenchFormat.count(group.count, "passage inchangé", "passages inchangés"))
    }
    for change in group { writeContent(change, mark.context, isTight: isTight) }
    if isLong { html += "</details>\n" }
    if mark.step != nil { html += "</div>\n" }
  }

  private mutating func openFold(_ words: String) {
    html += "<details class=\"replie\">\n<summary>\(HTMLEscape.text(words))</summary>\n"
  }

  private static func words(_ change: BlockChange) -> Int {
    let text = (change.laterBlock ?? change.earlierBlock)?.plainText ?? ""
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.isASCII
        ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
      if isInside == isSpace {
        isInside = !isSpace
        if isInside { count += 1 }
      }
    }
    return count
  }

  // MARK: - One block

  /// A block that changed, moved or holds changes.
  private mutating func write(_ change: BlockChange, isTight: Bool) {
    if change.nature == .blank { return }
    let mark = mark(change, .mixed)
    if mark.attributes.isEmpty { return writeContent(change, .mixed, isTight: isTight) }
    writeMarked("div", change, mark, lineEnd: "\n") {
      $0.writeContent($1, $2, isTight: isTight)
    }
  }

  /// An element, what its mark says of it and what is inside; then, when that is somewhere else now,
  /// what was there.
  ///
  /// - Parameter lineEnd: what stands before the inside.
  private mutating func writeMarked(
    _ name: String, _ change: BlockChange, _ mark: Mark, isFirst: Bool = true,
    lineEnd: String = "", inside: (inout ChangesRenderer, BlockChange, Context) -> Void
  ) {
    html += "<\(name)\(mark.attributes)>\((mark.step ?? mark.departure) == nil ? lineEnd : "\n")"
    if let step = mark.step { writeStep(step, isFirst: isFirst) }
    if let departure = mark.departure {
      html += departure
    } else {
      inside(&self, change, mark.context)
    }
    html += "</\(name)>\n"
    guard mark.departure != nil, let block = change.earlierBlock else { return }
    html += "<\(name) class=\"vue-a\">\(lineEnd)"
    inside(&self, .removed(block), .removed)
    html += "</\(name)>\n"
  }

  private mutating func writeContent(
    _ change: BlockChange, _ context: Context, isTight: Bool = false
  ) {
    func write(_ start: String, _ end: String) {
      html += start
      self.write(change.runs, context)
      html += end
    }
    func writeChildren(_ start: String, _ end: String) {
      html += start
      writeBlocks(change.children[...], context)
      html += end
    }
    switch change.kind {
    case .heading(let level, _):
      let wanted = 3 + max(1, level - sectionLevel)
      lastLevel = min(wanted, lastLevel + 1, 6)
      write("<h\(lastLevel)>", "</h\(lastLevel)>\n")
    case .paragraph, .caption, .cell:
      if isTight { write("", "\n") } else { write("<p>", "</p>\n") }
    case .code: write("<pre><code>", "</code></pre>\n")
    case .rule: html += "<hr>\n"
    case .list(let isOrdered, let start, let isTight):
      writeList(change, context, isOrdered: isOrdered, start: start, isTight: isTight)
    // An item or a row stands in its list or table only.
    case .item, .row: writeBlocks(change.children[...], context, isTight: isTight)
    case .quote: writeChildren("<blockquote>\n", "</blockquote>\n")
    case .callout(let kind):
      writeChildren(
        "<div class=\"encadre encadre-\(HTMLEscape.text(kind))\">\n"
          + "<p class=\"encadre-titre\">\(calloutTitle(change, context))</p>\n", "</div>\n")
    case .table:
      tables += 1
      writeTable(change, context, id: "t\(tables)")
    case .footnote:
      writeChildren(
        "<div class=\"note-bas\">\n<p class=\"precision\">Note de bas de page</p>\n", "</div>\n")
    }
  }

  private func calloutTitle(_ change: BlockChange, _ context: Context) -> String {
    bothViews(change, context) { kind in
      guard case .callout(let kind) = kind else { return "" }
      return Callout.Kind(rawValue: kind)?.title ?? ""
    }
  }

  /// What a kind is written as: that of each view, where the kind itself changed.
  private func bothViews(
    _ change: BlockChange, _ context: Context, _ html: (TextBlock.Kind) -> String
  ) -> String {
    let new = html(change.kind)
    guard context == .mixed, let before = change.before, change.after != nil else { return new }
    let old = html(before)
    if old == new { return new }
    return [("vue-a", old), ("vue-b", new)].filter { !$0.1.isEmpty }
      .map { "<span class=\"\($0)\">\($1)</span>" }.joined()
  }

  // MARK: - Lists

  /// From how many unchanged items in a row they are folded.
  private static let manyUnchanged = 4

  /// Items only, each marked by itself.
  private mutating func writeList(
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
    writeMarked("li", item, mark(item, context), isFirst: isFirst) { renderer, item, context in
      renderer.html += renderer.bothViews(item, context) { kind in
        guard case .item(let isDone?) = kind else { return "" }
        return "<span role=\"img\" aria-label=\"\(isDone ? "fait" : "à faire")\">"
          + "\(isDone ? "☑" : "☐")</span> "
      }
      renderer.writeBlocks(item.children[...], context, isTight: isTight)
    }
  }
}
