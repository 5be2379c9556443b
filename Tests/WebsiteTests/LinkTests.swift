import CustomDump
import TestSupport
import Testing

@testable import Website

/// Addresses of pages, links between them, and what a page offers to links.
@Suite struct LinkTests {
  @Test(arguments: [
    ("", "", "index.html"), ("", "vosges/", "vosges/index.html"), ("vosges/", "", "../index.html"),
    ("vosges/2025-2026/", "vosges/", "../index.html"),
    ("vosges/2025-2026/", "vosges/2026-2027/", "../2026-2027/index.html"),
    ("vosges/2025-2026/", "vosges/2025-2026/changements/", "changements/index.html"),
    ("vosges/2025-2026/", "isere/2025-2026/", "../../isere/2025-2026/index.html"),
    ("vosges/", "vosges/", "index.html"),
  ])
  func linkBetweenPages(_ here: String, _ there: String, _ link: String) {
    let page = PageAddress(here)
    expectNoDifference(page.link(to: PageAddress(there)), link)
    expectNoDifference(
      RelativeLink(link, from: page.file, base: "/")?.path, PageAddress(there).file)
  }

  @Test(arguments: [("", "./"), ("vosges/", "../"), ("vosges/2025-2026/", "../../")])
  func root(_ folder: String, _ root: String) {
    let page = PageAddress(folder)
    expectNoDifference(page.root, root)
    expectNoDifference(RelativeLink(root, from: page.file, base: "/")?.path, "index.html")
  }

  /// Whatever two pages, the link from one reaches the other.
  @Test(arguments: UInt64(0)..<40) func anyLinkReachesItsFile(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func path() -> [String] { (0..<random.pick(0...4)).map { _ in random.pick(["a", "b", "c"]) } }
    for _ in 0..<20 {
      let here = PageAddress(path().map { $0 + "/" }.joined())
      let file = (path() + ["f.html"]).joined(separator: "/")
      let link = here.link(toFile: file)
      expectNoDifference(RelativeLink(link, from: here.file, base: "/")?.path, file)
    }
  }

  @Test(arguments: [
    ("https://caf.fr/", nil, nil), ("//caf.fr/", nil, nil), ("mailto:a@b.fr", nil, nil),
    ("#depot", "vosges/index.html", "depot"), ("", "vosges/index.html", nil),
    ("note.txt", "vosges/note.txt", nil), ("note.txt?v=1#l%C3%A0", "vosges/note.txt", "là"),
    ("pi%C3%A8ces/a%20b.pdf", "vosges/pièces/a b.pdf", nil), ("..", "index.html", nil),
    ("2025-2026/", "vosges/2025-2026/index.html", nil), ("../../a.html", "dehors", nil),
    ("/clas/isere/", "isere/index.html", nil), ("/clas/", "index.html", nil),
    ("/ailleurs/", "dehors", nil), ("a/./../b.html", "vosges/b.html", nil),
  ])
  func relativeLink(_ link: String, _ path: String?, _ anchor: String?) {
    let found = RelativeLink(link, from: "vosges/index.html", base: "/clas/")
    guard let path else {
      #expect(found == nil)
      return
    }
    // « dehors » stands for a link that climbs out of the site.
    expectNoDifference(found.map { $0.path ?? "dehors" }, path)
    expectNoDifference(found?.anchor, anchor)
  }

  @Test func anchorsOfAPage() {
    let page = """
      <!-- <a id="commentaire" href="non.html"> -->
      <h2 id="depot">Dépôt</h2>
      <a href="a.html?x=1&amp;y=2#&quot;z&#39;">un</a> <img src="b.png" alt="id=&quot;faux&quot;">
      <p id="depot" data-id="autre">2 > 1</p>
      <a
        href="c.html" id="lien">
      """
    let anchors = PageAnchors(html: Array(page.utf8))
    expectNoDifference(anchors.ids, ["depot", "lien"])
    expectNoDifference(anchors.duplicateIDs, ["depot"])
    expectNoDifference(anchors.links, ["a.html?x=1&y=2#\"z'", "b.png", "c.html"])
  }

  @Test(arguments: ["<a href=\"", "<", "<!--", "<a id=\"a\" href=", "a > b", ""])
  func pageThatIsCut(_ html: String) {
    let anchors = PageAnchors(html: Array(html.utf8))
    #expect(anchors.links.allSatisfy { $0.isEmpty })
  }
}
