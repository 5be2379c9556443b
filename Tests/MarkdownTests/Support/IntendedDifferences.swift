import Foundation

/// How our HTML differs from cmark's on purpose; `Specifications/differences.txt` says why and
/// where.
enum IntendedDifference: String, CaseIterable, Sendable {
  case rawHTML = "html-brut"
  case columnScope = "portee-des-entetes"
  case alignment = "alignement"
  case emptyHeader = "entete-vide"
  case scheme = "schema-refuse"
  case task = "case-a-cocher"
  case betweenFigures = "entre-chiffres"
  /// Between cmark and the specification, not between cmark and us.
  case bareAddress = "adresse-nue"
  case otherVersion = "autre-edition"

  /// Rewrites cmark's or a specification's HTML into ours; nil when nothing changes.
  func rewrite(_ html: HTMLTokens) -> HTMLTokens? {
    var rewritten = HTMLTokens(tokens: tokens(html.tokens))
    guard rewritten.tokens != html.tokens else { return nil }
    rewritten.normalizeSpace()
    return rewritten
  }

  private func tokens(_ tokens: [HTMLTokens.Token]) -> [HTMLTokens.Token] {
    switch self {
    case .rawHTML: tokens.filter { $0 != .comment(" raw HTML omitted ") }
    case .columnScope:
      tokens.map { token in
        guard case .open("th", var attributes) = token else { return token }
        attributes["scope"] = "col"
        return .open("th", attributes)
      }
    case .alignment: tokens.map(aligned)
    case .emptyHeader: withoutEmptyHeaders(tokens)
    case .scheme: withoutUnsafeLinks(tokens)
    case .task: withTasks(tokens)
    case .betweenFigures: withStarsBetweenFigures(tokens)
    case .bareAddress, .otherVersion: tokens
    }
  }

  private func aligned(_ token: HTMLTokens.Token) -> HTMLTokens.Token {
    guard case .open(let name, var attributes) = token,
      let side = attributes.removeValue(forKey: "align")
    else { return token }
    attributes["class"] = ["left": "gauche", "center": "centre", "right": "droite"][side]
    return .open(name, attributes)
  }

  private func withoutEmptyHeaders(_ tokens: [HTMLTokens.Token]) -> [HTMLTokens.Token] {
    var result = tokens
    for index in tokens.indices.dropLast() where tokens[index + 1] == .close("th") {
      guard case .open("th", var attributes) = tokens[index] else { continue }
      attributes["scope"] = nil
      result[index] = .open("td", attributes)
      result[index + 1] = .close("td")
    }
    return result
  }

  private func withoutUnsafeLinks(_ tokens: [HTMLTokens.Token]) -> [HTMLTokens.Token] {
    var isOpen: [Bool] = []
    return tokens.compactMap { token in
      switch token {
      case .open("a", let attributes):
        let address = attributes["href"] ?? ""
        let head = address.prefix { !"/?#".contains($0) }
        let scheme = head.contains(":") ? head.prefix { $0 != ":" }.lowercased() : nil
        isOpen.append(scheme.map { ["https", "http", "mailto", "tel"].contains($0) } ?? true)
        return isOpen.last == true ? token : nil
      case .close("a"): return isOpen.popLast() == false ? nil : token
      default: return token
      }
    }
  }

  /// « 5 <em>6</em> 78 » was typed « 5*6*78 ».
  private func withStarsBetweenFigures(_ tokens: [HTMLTokens.Token]) -> [HTMLTokens.Token] {
    func endsWithFigure(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), case .text(let text) = tokens[index] else {
        return false
      }
      return text.last?.isNumber ?? false
    }
    func beginsWithFigure(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), case .text(let text) = tokens[index] else {
        return false
      }
      return text.first?.isNumber ?? false
    }
    return tokens.enumerated().map { index, token in
      guard token == .open("em", [:]) || token == .close("em"),
        endsWithFigure(index - 1), beginsWithFigure(index + 1)
      else { return token }
      return .text("*")
    }
  }

  private func withTasks(_ tokens: [HTMLTokens.Token]) -> [HTMLTokens.Token] {
    var result: [HTMLTokens.Token] = []
    for token in tokens {
      guard case .open("input", let attributes) = token else {
        result.append(token)
        continue
      }
      let isDone = attributes["checked"] != nil
      if let item = result.lastIndex(of: .open("li", [:])) {
        result[item] = .open("li", ["class": "tache"])
      }
      result += [
        .open("span", ["role": "img", "aria-label": isDone ? "fait" : "à faire"]),
        .text(isDone ? "☑" : "☐"), .close("span"),
      ]
    }
    return result
  }
}

/// The written list of the examples that differ.
struct DifferenceList {
  /// The differences of each example, by `commonmark 12` or `gfm 12`.
  private(set) var differences: [String: Set<IntendedDifference>] = [:]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Specifications/differences.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.contains(" : ") {
      let words = line.split(separator: " ")
      guard words.count == 3, let difference = IntendedDifference(rawValue: String(words[1])) else {
        throw Unreadable(line: String(line))
      }
      for number in words[2].split(separator: ",") {
        let bounds = number.split(separator: "-").compactMap { Int($0) }
        guard let first = bounds.first, let last = bounds.last else {
          throw Unreadable(line: String(line))
        }
        for example in first...last {
          differences["\(words[0]) \(example)", default: []].insert(difference)
        }
      }
    }
  }

  struct Unreadable: Error { var line: String }

  subscript(specification: String, number: Int) -> Set<IntendedDifference> {
    differences["\(specification) \(number)"] ?? []
  }
}
