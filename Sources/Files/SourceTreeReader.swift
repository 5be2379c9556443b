public import Diagnostics
import Text

extension SourceTree {
  public static let topFolders = ["departments", "templates", "site"]

  /// **Errors**: the codes of files and folders, `caractere-invisible` for a name. Links are refused
  /// wherever they lead: the content must be the same on every machine that copies it, and a link may
  /// leave the tree.
  public static func read(root: String, into diagnostics: inout DiagnosticList) -> SourceTree {
    list(root: root, into: &diagnostics).reading(topFolders, into: &diagnostics)
  }

  /// The same, with the names of the texts alone.
  public static func list(root: String, into diagnostics: inout DiagnosticList) -> SourceTree {
    var reader = SourceTreeReader(tree: SourceTree(root: root))
    reader.list()
    diagnostics.add(contentsOf: reader.diagnostics)
    return reader.tree
  }

  /// A text, which is read again when the tree does not hold it.
  public func text(_ path: String) -> SourceText? {
    if let text = self[path] { return text }
    var reader = SourceTreeReader(tree: self)
    reader.readText(path)
    return reader.tree[path]
  }

  /// The tree with the texts right inside a folder, each read once.
  ///
  /// **Errors**: the codes of files that cannot be read.
  public func reading(rightIn folder: String, into diagnostics: inout DiagnosticList) -> SourceTree
  {
    var reader = SourceTreeReader(tree: self)
    reader.readTexts(rightIn: folder)
    diagnostics.add(contentsOf: reader.diagnostics)
    return reader.tree
  }

  /// The tree with the texts of some folders and of those inside them, each read once.
  ///
  /// **Errors**: the codes of files that cannot be read.
  public func reading(
    _ folders: [String], into diagnostics: inout DiagnosticList
  ) -> SourceTree {
    var reader = SourceTreeReader(tree: self)
    for folder in folders { reader.readTexts(of: folder) }
    diagnostics.add(contentsOf: reader.diagnostics)
    return reader.tree
  }
}

private struct SourceTreeReader {
  /// The deepest folder, counted from the root.
  static let maximumDepth = 8

  private static let textSuffixes: Set<String> = [
    "css", "html", "js", "json", "md", "txt", "webmanifest", "xml", "yaml", "yml",
  ]

  var tree: SourceTree
  var diagnostics = DiagnosticList()

  mutating func list() {
    for name in SourceTree.topFolders {
      defer { if !tree.hasFolder(name) { tree.addRefused(name) } }
      switch FileSystem.entry(absolute(name)) {
      case .success(.folder): listFolder(name, depth: 1)
      case .success(.link): reportLink(name)
      case .success(.file), .success(.other):
        add(
          .fileForFolder, "« \(name) » est un fichier.", at: name,
          expected: "un dossier de ce nom")
      case .success(.missing):
        add(
          .missingFolder, "Le dossier « \(name) » n'existe pas.", at: name,
          expected: "les dossiers departments, templates et site à la racine du projet")
      case .failure(let error):
        add(
          .unreadableFile, "Le dossier « \(name) » ne peut pas être lu : \(error.reason).",
          at: name)
      }
    }
  }

  private func absolute(_ path: String) -> String {
    tree.root.isEmpty ? path : tree.root + "/" + path
  }

  private mutating func add(
    _ code: FileCode, _ message: String, at path: String, expected: String? = nil
  ) {
    diagnostics.add(Diagnostic(code, message, at: Place(file: path), expected: expected))
  }

  private mutating func listFolder(_ path: String, depth: Int) {
    tree.addFolder(path)
    guard depth <= SourceTreeReader.maximumDepth else {
      add(
        .unexpectedFile,
        "Le dossier est à plus de \(SourceTreeReader.maximumDepth) niveaux de la racine.", at: path,
        expected: "les fichiers aux places que décrit le guide")
      return
    }
    switch FileSystem.names(absolute(path)) {
    case .failure(let error):
      add(.unreadableFile, "Le dossier ne peut pas être lu : \(error.reason).", at: path)
    case .success(let listing):
      for name in listing.broken.sorted(by: scalarOrder) {
        add(
          .notUTF8, "Le nom de « \(name) » n'est pas en UTF-8.", at: path + "/" + name,
          expected: "le même nom, tapé de nouveau : renommez le fichier")
      }
      for name in listing.names.sorted(by: scalarOrder) where !isIgnored(name) {
        if let sign = name.unicodeScalars.first(where: { $0.invisible != nil })
          ?? name.firstInvisible
        {
          refuse(sign, inNameOf: path + "/" + name)
        } else {
          listEntry(path + "/" + name, depth: depth)
        }
      }
    }
  }

  /// A name is read in lists and in addresses, and two that look alike would be two files.
  private mutating func refuse(_ sign: Unicode.Scalar, inNameOf path: String) {
    tree.addRefused(path)
    let kind = sign.hiddenKind
    diagnostics.add(
      Diagnostic(
        TextCode.invisibleCharacter,
        "Le nom de « \(SourceTree.name(path)) » contient \(kind.name) (\(sign.codePoint)).",
        at: Place(file: path), expected: "le même nom, tapé de nouveau : renommez le fichier"))
  }

  private func isText(_ path: String) -> Bool {
    let isAttachment = path.split(separator: "/").dropLast().contains("pieces")
    return !isAttachment && SourceTreeReader.textSuffixes.contains(SourceTree.suffix(path))
  }

  /// Files that systems and editors leave behind.
  private func isIgnored(_ name: String) -> Bool {
    // `~$` begins the locks of Word; `#…#` is what Emacs has not saved yet.
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasPrefix("#") && name.hasSuffix("#")
      || ["~", ".swp", ".swo", ".bak", ".tmp"].contains { name.hasSuffix($0) }
      || ["Thumbs.db", "desktop.ini", "__MACOSX"].contains(name)
  }

  private mutating func listEntry(_ path: String, depth: Int) {
    switch FileSystem.entry(absolute(path)) {
    case .success(.folder):
      if isText(path) {
        add(
          .folderForFile, "« \(path) » est un dossier.", at: path,
          expected: "un fichier de ce nom, ou un dossier sans « .\(SourceTree.suffix(path)) »")
        tree.addRefused(path)
      } else {
        listFolder(path, depth: depth + 1)
      }
    case .success(.file(let size)): listFile(path, size: size)
    case .success(.link): reportLink(path)
    case .success(.other):
      tree.addRefused(path)
      add(
        .unreadableFile, "« \(path) » n'est ni un fichier ni un dossier.", at: path,
        expected: "un fichier ordinaire")
    case .success(.missing): break
    case .failure(let error):
      tree.addRefused(path)
      add(.unreadableFile, "Le fichier ne peut pas être lu : \(error.reason).", at: path)
    }
  }

  private mutating func reportLink(_ path: String) {
    tree.addRefused(path)
    let target = FileSystem.target(ofLink: absolute(path))
    add(
      .symbolicLink, "« \(path) » est un lien symbolique vers « \(target) ».", at: path,
      expected: "une copie du fichier : un lien peut sortir du projet, et ne se copie pas partout")
  }

  private mutating func listFile(_ path: String, size: Int) {
    if let twin = tree.twin(of: path) {
      return add(
        .unexpectedFile,
        "Deux fichiers ont le même nom, « \(SourceTree.name(twin)) », dont les accents sont écrits autrement.",
        at: path, expected: "un seul fichier de ce nom")
    }
    if isText(path) {
      tree.addText(path, size: size)
    } else {
      tree.add(SourceTree.File(path: path, size: size))
    }
  }

  // MARK: - Texts

  mutating func readTexts(rightIn folder: String) {
    for path in tree.textNames(in: folder) { readText(path) }
  }

  mutating func readTexts(of folder: String) {
    readTexts(rightIn: folder)
    for name in tree.folderNames(in: folder) { readTexts(of: folder + "/" + name) }
  }

  /// Reads a text of the disk that was not read yet.
  mutating func readText(_ path: String) {
    guard let size = tree.unreadSize(path) else { return }
    let limit = SourceTree.textLimit
    guard size <= limit else { return refuse(path, size: size, limit: limit) }
    switch FileSystem.contents(absolute(path), limit: limit) {
    case .failure(let error) where error.isTooBig: refuse(path, size: limit + 1, limit: limit)
    case .failure(let error):
      tree.addRefused(path)
      add(.unreadableFile, "Le fichier ne peut pas être lu : \(error.reason).", at: path)
    case .success(let bytes):
      switch Decoding.text(bytes) {
      case .success(let text): tree.keep(SourceText(path: path, text: text))
      case .failure(let fault):
        tree.addRefused(path)
        diagnostics.add(fault.diagnostic(of: path))
      }
    }
  }

  private mutating func refuse(_ path: String, size: Int, limit: Int) {
    tree.addRefused(path)
    let octets = groupedDigits(UInt(size), by: " ") + " octets"
    let shown = size >> 20 == limit >> 20 ? octets : megabytes(size)
    add(
      .fileTooBig, "Le fichier est trop gros (\(shown)) : il n'est pas lu.", at: path,
      expected: "un fichier de \(limit >> 20) Mio au plus")
  }

  private func megabytes(_ size: Int) -> String {
    let tenths = size * 10 / (1 << 20)
    return tenths % 10 == 0 ? "\(tenths / 10) Mio" : "\(tenths / 10),\(tenths % 10) Mio"
  }
}
