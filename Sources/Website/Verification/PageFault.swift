import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Templates
import Text

/// What is wrong with a link or an anchor of a finished page.
enum PageFault: Hashable {
  /// - Parameter file: the path that the link means, from the site's root; nil outside the site.
  case deadLink(String, file: String?)
  case deadAnchor(String, anchor: String, nearest: String?)
  /// To a section that the sources took out of the note.
  ///
  /// - Parameters:
  ///   - place: of the link.
  ///   - removal: where they did.
  case removedSection(String, at: Place, removal: Place)
  case duplicateAnchor(String)

  /// What the fault is, whatever the page: links of a layout to one file differ from page to page,
  /// and one relative link of an author leads elsewhere from each.
  fileprivate func kind(isWritten: Bool) -> PageFault {
    switch self {
    case .deadLink(let link, let file?):
      isWritten ? .deadLink(link, file: nil) : .deadLink("", file: file)
    case .deadAnchor(let link, let anchor, _) where isWritten:
      .deadAnchor(link, anchor: anchor, nearest: nil)
    default: self
    }
  }

  /// - Parameters:
  ///   - pages: the pages that have the fault, at least one.
  ///   - paths: all files of the site, and those that it could have, for suggestions.
  fileprivate func diagnostic(on pages: [String], among paths: Set<String>) -> Diagnostic {
    let others = pages.count - 1
    let place =
      "sur la page « \(pages[0]) »"
      + (others == 0 ? "" : " et \(FrenchFormat.count(others, "autre"))")
    switch self {
    case .deadLink(let link, let file):
      // The set has it, but for the bytes of its accents.
      let isOtherBytes = file.map(paths.contains) == true
      return Diagnostic(
        WebsiteCode.deadLink,
        "Le lien vers « \(link) », \(place), ne mène à rien"
          + (isOtherBytes ? " : dans le nom du fichier, les accents sont écrits autrement." : "."),
        at: nil,
        expected: isOtherBytes
          ? "un fichier renommé sous le même nom, tapé au clavier : un Mac écrit un accent en deux signes"
          : "une page ou un fichier du site",
        suggestion: nearestLink(to: file ?? link, on: pages[0], among: paths))
    case .deadAnchor(let link, _, let nearest):
      return Diagnostic(
        WebsiteCode.deadAnchor,
        "Le lien vers « \(link) », \(place), mène à une ancre qui n’existe pas.", at: nil,
        expected: "l’ancre d’un titre de la page visée", suggestion: nearest.map { "#" + $0 })
    case .removedSection(let link, let origin, let removal):
      // What all departments share stays as it is: the one that took the section out has the remedy.
      let isShared = origin.file.hasPrefix("templates/")
      return Diagnostic(
        WebsiteCode.deadAnchor,
        "La section « \(link.dropFirst()) » n’est plus dans la note, mais un lien y mène encore, "
          + (isShared
            ? "\(place) : il est dans « \(origin.file) », ligne \(origin.line)."
            : "\(place) : « \(removal.file) », ligne \(removal.line), l’en retire."),
        at: isShared ? removal : origin,
        expected: isShared
          ? "la section, ou un texte sans ce lien : copiez « \(SourceTree.name(origin.file)) » dans "
            + "« departments/\(pages[0].prefix { $0 != "/" })/sections/ », et changez-y la phrase"
          : "un texte sans ce lien, ou la section")
    case .duplicateAnchor(let anchor):
      return Diagnostic(
        WebsiteCode.duplicateAnchor, "L’ancre « \(anchor) » est deux fois \(place).", at: nil,
        expected: "une ancre différente pour chaque titre et chaque élément de mise en page")
    }
  }

  /// The link that was probably meant, as it is to be written on the page.
  private func nearestLink(
    to file: String, on page: String, among paths: Set<String>
  ) -> String? {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let link = { (path: String) in
      PercentEncoding.encoded(path: PageAddress(folder).link(toFile: path))
    }
    if let path = PageFault.tail(of: file, among: paths) { return link(path) }
    // `index.html`, which all pages share, would make them look alike.
    let names = Dictionary(
      paths.filter { $0 != page }.map { (PageFault.name(of: $0), $0) }, uniquingKeysWith: { $1 })
    // Folders alone do not make two files alike.
    let last = PageFault.lastName(of: file)
    let alike = names.keys.filter { name in
      let other = PageFault.lastName(of: name)
      return other == last || Suggestion.nearest(to: last, among: [other]) != nil
        || last.isFile(namedAs: other)
    }
    let nearest =
      Suggestion.nearest(to: PageFault.name(of: file), among: alike.sorted()).flatMap { names[$0] }
      ?? PageFault.attachment(named: last, among: paths.filter { $0.hasPrefix(folder + "pieces/") })
    return nearest.map(link)
  }

  /// The file that a path names from the site's root or from that of the sources, wherever the page
  /// is: `images/plan.png`, `site/images/plan.png`; an image also by its name alone.
  private static func tail(of path: String, among paths: Set<String>) -> String? {
    let names = path.split(separator: "/")
    let tails = names.indices.map { names[$0...].joined(separator: "/") }
    // The home page ends the paths of all others.
    let found = tails.first { $0 != "index.html" && paths.contains($0) }
    return found ?? names.last.map { "images/" + $0 }.flatMap { paths.contains($0) ? $0 : nil }
  }

  /// The attachment that shares most words with a name: « Dossier de demande.pdf » for « dossier.pdf ».
  private static func attachment(named name: String, among paths: Set<String>) -> String? {
    let words = name.wordsOfFile
    let shared = paths.sorted().map { path in
      (path: path, count: words.intersection(lastName(of: path).wordsOfFile).count)
    }
    return shared.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.path : nil }
  }

  private static func lastName(of path: String) -> String {
    name(of: path).split(separator: "/").last.map(String.init) ?? ""
  }

  private static func name(of path: String) -> String {
    path.hasSuffix("/index.html") ? String(path.dropLast("/index.html".count)) : path
  }
}

extension String {
  /// The words of a name of file that tell it from others, and not its suffix.
  fileprivate var wordsOfFile: Set<Substring> {
    let stem = self[..<(lastIndex(of: ".") ?? endIndex)]
    return Set(
      Slug.make(String(stem)).split(separator: "-").filter { word in
        word.utf8.count > 3 && !word.allSatisfy(\.isNumber)
      })
  }

  /// Whether a name of file is another but for its suffix: « avis.docx », « avis.pdf ».
  fileprivate func isFile(namedAs other: String) -> Bool {
    guard let dot = lastIndex(of: "."), let last = other.lastIndex(of: "."), dot > startIndex else {
      return false
    }
    return self[..<dot].lowercased() == other[..<last].lowercased()
  }
}

/// The faults of all pages. One that many pages share, since a layout or a national text makes it, is
/// told once.
struct PageFaults {
  private struct Key: Hashable {
    var kind: PageFault
    var place: Place?
    var includedFrom: [Place]
  }

  private var keys: [Key] = []
  private var found: [Key: (fault: PageFault, pages: [String])] = [:]

  /// - Parameters:
  ///   - page: where it is; all faults of a page are added after each other.
  ///   - link: what an author wrote; nil when the layout made it.
  mutating func add(_ fault: PageFault, on page: String, writtenAs link: WrittenLink? = nil) {
    let key = Key(
      kind: fault.kind(isWritten: link != nil), place: link?.place,
      includedFrom: link?.includedFrom ?? [])
    if found[key] == nil { keys.append(key) }
    if found[key]?.pages.last != page { found[key, default: (fault, [])].pages.append(page) }
  }

  /// One diagnostic a fault, in the order of the pages.
  ///
  /// - Parameter paths: all files of the site, and those that it could have, for suggestions.
  func diagnostics(among paths: Set<String>) -> [Diagnostic] {
    keys.enumerated().compactMap { rank, key in
      guard let (fault, pages) = found[key] else { return nil }
      // Each suggestion looks at all paths.
      let near = rank < DiagnosticList.limit ? paths : []
      var diagnostic = fault.diagnostic(on: pages, among: near)
      if diagnostic.place == nil {
        (diagnostic.place, diagnostic.includedFrom) = (key.place, key.includedFrom)
      }
      return diagnostic
    }
  }
}

/// A link or an image that an author wrote in the text of a page, and where.
struct WrittenLink: Sendable, Equatable, Codable {
  var destination: String
  var place: Place?
  var includedFrom: [Place]
  /// Where the sources took the section out of the note that it leads to.
  var removal: Place?

  /// - Parameter locate: the place of a position in the author's file, and the inclusions that led
  ///   there, nearest first.
  static func all(
    in document: Document, locate: (Position) -> (place: Place?, includedFrom: [Place])
  ) -> [WrittenLink] {
    var links: [WrittenLink] = []
    document.forEachInline { inline in
      switch inline {
      case .link(let link), .image(let link):
        let (place, includedFrom) = locate(link.position)
        links.append(
          WrittenLink(
            destination: link.destination, place: place, includedFrom: includedFrom))
      default: break
      }
    }
    return links
  }
}

extension Note {
  var writtenLinks: [WrittenLink] {
    let links = WrittenLink.all(in: document) { position in
      let origin = origin(of: position)
      return (origin?.valuePlace ?? origin?.place, origin?.includedFrom ?? [])
    }
    if removals.isEmpty { return links }
    return links.map { link in
      var link = link
      if link.destination.hasPrefix("#") {
        link.removal = removals[String(link.destination.dropFirst())]
      }
      return link
    }
  }
}
