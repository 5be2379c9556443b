import Facts
import Markdown

/// What no changed word says of a change, in French, without capital or full stop.
extension BlockChange {
  /// Those of the block itself: « la case est cochée », « « 31 juillet » n’est plus barré ».
  ///
  /// A block that came or left has one when it has no words: « trait de séparation ».
  public var remarks: [String] {
    switch nature {
    case .unchanged, .blank: return []
    case .added, .removed:
      let block = laterBlock ?? earlierBlock
      return [form].compactMap(\.self)
        + (block.map { $0.plainText.isEmpty ? [$0.kind.wordless] : [] } ?? [])
    case .modified, .moved, .departed:
      guard let before, let after else { return [] }
      return [after.remark(since: before)].compactMap(\.self) + runs.strikes
    }
  }

  /// Those of the block and of all that is inside.
  public var allRemarks: [String] {
    remarks + children.flatMap { child in child.remarksInside }
  }

  private var remarksInside: [String] {
    switch nature {
    case .added: remarks.map { $0 + " en plus" }
    case .removed: remarks.map { $0 + " en moins" }
    case .unchanged, .blank, .modified, .moved, .departed: allRemarks
    }
  }
}

extension [Run] {
  /// The words that are struck out now, or no longer are, and did not change otherwise.
  fileprivate var strikes: [String] {
    zip(self, dropFirst()).compactMap { old, new in
      guard case .deleted(let before) = old, case .inserted(let after) = new,
        before.isStruck != after.isStruck, before.plainText == after.plainText
      else { return nil }
      let words = after.plainText.split(whereSeparator: \.isWhitespace)
      let start = words.prefix(8).joined(separator: " ") + (words.count > 8 ? "…" : "")
      return "«\u{A0}\(start)\u{A0}» \(after.isStruck ? "est" : "n’est plus") barré"
    }
  }
}

extension RichText {
  fileprivate var isStruck: Bool { pieces.allSatisfy { $0.style.marks.contains(.strikethrough) } }
}

extension TextBlock.Kind {
  /// What the kind itself tells readers that it did not before; nil for nothing.
  func remark(since old: TextBlock.Kind) -> String? {
    switch (old, self) {
    case (.heading(let old, _), .heading(let new, _)) where old != new:
      Self.heading(from: old, to: new)
    case (.list(let wasOrdered, let old, _), .list(let isOrdered, let new, _)):
      Self.list(wasOrdered: wasOrdered, old, isOrdered: isOrdered, new)
    case (.item(let old), .item(let new)): Self.task(from: old, to: new)
    case (.callout(let old), .callout(let new)) where old != new:
      "l’encadré \(Self.title(old)) devient \(Self.title(new))"
    case (.quote, .callout(let new)): "la citation devient l’encadré \(Self.title(new))"
    case (.callout(let old), .quote): "l’encadré \(Self.title(old)) devient une citation"
    default: nil
    }
  }

  private static func heading(from old: Int, to new: Int) -> String {
    switch (old, new) {
    case (2, 3): "la partie devient une sous-partie"
    case (3, 2): "la sous-partie devient une partie"
    default: "le titre passe du niveau \(old) au niveau \(new)"
    }
  }

  private static func list(
    wasOrdered: Bool, _ old: Int, isOrdered: Bool, _ new: Int
  ) -> String? {
    switch (wasOrdered, isOrdered) {
    case (false, true):
      "les puces deviennent une liste numérotée" + (new == 1 ? "" : ", à partir de \(new)")
    case (true, false): "la liste numérotée devient une liste à puces"
    case (true, true) where old != new: "les numéros partent de \(new), au lieu de \(old)"
    default: nil
    }
  }

  private static func task(from old: Bool?, to new: Bool?) -> String? {
    switch (old, new) {
    case (nil, let isDone?): "une case à cocher est ajoutée" + (isDone ? ", cochée" : "")
    case (.some, nil): "la case à cocher est supprimée"
    case (false, true): "la case est cochée"
    case (true, false): "la case n’est plus cochée"
    default: nil
    }
  }

  static func title(_ callout: String) -> String {
    "«\u{A0}\(Callout.Kind(rawValue: callout)?.title ?? callout)\u{A0}»"
  }

  /// What a block of the kind is called when it has no words.
  fileprivate var wordless: String {
    switch self {
    case .heading: "titre vide"
    case .paragraph: "paragraphe vide"
    case .code: "bloc de code vide"
    case .rule: "trait de séparation"
    case .list: "liste vide"
    case .item: "point vide"
    case .quote: "citation vide"
    case .callout(let kind): "encadré \(Self.title(kind)) vide"
    case .table: "tableau vide"
    case .caption: "titre de tableau vide"
    case .row: "ligne vide"
    case .cell: "case vide"
    case .footnote: "note de bas de page vide"
    }
  }
}
