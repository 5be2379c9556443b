import Configuration
import CustomDump
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

/// Values of a file changed as text: what is not changed stays to the byte.
@Suite struct EditingTests {
  private static func edited(_ text: String, _ change: YAMLChange) throws -> String? {
    let source = SourceText(path: "essai.yaml", text: text)
    let root = try #require(NoteFacts.tree(source))
    return YAMLEditor(source, root, read: NoteFacts.tree).apply(change)?.text
  }

  /// Order, remarks, quotes and line ends stay.
  @Test(arguments: [
    ("titre: a # b\n", "c", "titre: c # b\n"),
    ("titre: \"a\"\n", "c \"d\" \\", "titre: \"c \\\"d\\\" \\\\\"\n"),
    ("titre: 'a'\n", "l'an", "titre: 'l''an'\n"),
    ("titre: a\r\nruralite: b\r\n", "c : d", "titre: \"c : d\"\r\nruralite: b\r\n"),
    ("titre: a", "- b", "titre: \"- b\""),
    ("titre: a\n", "b: c # d", "titre: \"b: c # d\"\n"),
    ("titre: >\n  a\n  b\n\n# r\nruralite: x\n", "c", "titre: c\n\n# r\nruralite: x\n"),
    ("titre: a\n  b\nruralite: x\n", "c", "titre: c\nruralite: x\n"),
    ("titre: \"a\n  # b\"\nruralite: x\n", "c", "titre: \"c\"\nruralite: x\n"),
    ("titre: \"a\"\n  # remarque\nruralite: x\n", "c", "titre: \"c\"\n  # remarque\nruralite: x\n"),
    ("{titre: a, ruralite: x}\n", "b, c", "{titre: \"b, c\", ruralite: x}\n"),
    ("\u{FEFF}titre: é\n", "à", "\u{FEFF}titre: à\n"),
  ])
  func replacesOneValue(_ text: String, _ new: String, _ expected: String) throws {
    let found = try EditingTests.edited(text, .replace([.key("titre")], with: new))
    expectNoDifference(found.map(Data.init), Data(expected))
  }

  private static let list = """
    # Le fichier.
    calendrier:
      # Le dépôt.
      - etape: depot
        du: 2025-06-20 # vendredi

      - etape: bilan
        en: juin 2025
    # Après.
    titre: a

    """

  @Test func addsAnItem() throws {
    let item = YAMLValue.mapping([
      YAMLValue.Pair("etape", .scalar("comite")),
      YAMLValue.Pair("precision", .scalar("à 10 h : en salle")),
    ])
    expectNoDifference(
      try EditingTests.edited(EditingTests.list, .append(item, to: [.key("calendrier")])),
      EditingTests.list.replacing(
        "    en: juin 2025\n",
        with: "    en: juin 2025\n  - etape: comite\n    precision: \"à 10 h : en salle\"\n"))
    expectNoDifference(
      try EditingTests.edited(
        "x: [a, b] # c\n", .append(.scalar("d"), to: [.key("x")])), "x: [a, b, d] # c\n")
  }

  @Test func addsAKey() throws {
    expectNoDifference(
      try EditingTests.edited(
        EditingTests.list,
        .add(
          key: "au", .scalar("2025-07-31"), in: [.key("calendrier"), .item(0)],
          behind: ["etape", "du"])),
      EditingTests.list.replacing(
        "# vendredi\n", with: "# vendredi\n    au: 2025-07-31\n"))
    let contact = YAMLValue.sequence([.mapping([YAMLValue.Pair("code", .scalar("a"))])])
    expectNoDifference(
      try EditingTests.edited(
        EditingTests.list, .add(key: "contacts", contact, in: [], behind: ["calendrier"])),
      EditingTests.list.replacing(
        "    en: juin 2025\n", with: "    en: juin 2025\n\ncontacts:\n  - code: a\n"))
  }

  @Test func removesAndMoves() throws {
    expectNoDifference(
      try EditingTests.edited(EditingTests.list, .remove([.key("calendrier"), .item(0)])),
      EditingTests.list.replacing(
        "  # Le dépôt.\n  - etape: depot\n    du: 2025-06-20 # vendredi\n", with: ""))
    expectNoDifference(
      try EditingTests.edited(
        EditingTests.list, .remove([.key("calendrier"), .item(1), .key("en")])),
      EditingTests.list.replacing("    en: juin 2025\n", with: ""))
    expectNoDifference(
      try EditingTests.edited(EditingTests.list, .remove([.key("titre")])),
      EditingTests.list.replacing("# Après.\ntitre: a\n", with: ""))
    expectNoDifference(
      try EditingTests.edited(EditingTests.list, .swap([.key("calendrier"), .item(0)], with: 1)),
      """
      # Le fichier.
      calendrier:
        - etape: bilan
          en: juin 2025

        # Le dépôt.
        - etape: depot
          du: 2025-06-20 # vendredi
      # Après.
      titre: a

      """)
  }

  /// Every value of the real files can be changed, and nothing else changes with it.
  @Test func changesEachValueOfTheRealFiles() throws {
    let folder = Repository.root.appending(path: "departments")
    for path in try Repository.files(below: folder) where path.hasSuffix(".yaml") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let source = SourceText(path: path, text: text)
      let root = try #require(NoteFacts.tree(source))
      let editor = YAMLEditor(source, root, read: NoteFacts.tree)
      var ways: [[YAMLStep]] = []
      root.forEachNode { node, path in if node.text != nil { ways.append(path) } }
      for (rank, way) in ways.enumerated() where rank.isMultiple(of: 1 + ways.count / 12) {
        let changed = editor.apply(.replace(way, with: "l'« essai » : 1 # 2"))
        #expect(changed?.changes.count == 1, "\(path) \(way)")
      }
    }
  }
}

extension Data {
  fileprivate init(_ text: String) { self = Data(text.utf8) }
}
