import Diagnostics
import Dispatch
import Files
import Text

/// The site on this machine alone, made again at each save.
public final class Preview: Sendable {
  /// No port could be had.
  public struct PortError: Error {
    /// In one French sentence.
    public let message: String
  }

  /// A note that somebody publishes from its page.
  public struct Publication: Sendable {
    public let department: String
    public let year: String
    /// What changes in a note that is published already.
    public let revision: String?
    public let isMinor: Bool
  }

  /// What came of a publication.
  public struct Published: Sendable {
    let isDone: Bool
    /// What the command says.
    let words: String

    public init(isDone: Bool, words: String) {
      self.isDone = isDone
      self.words = words
    }
  }

  /// The port that was asked for is another program's, and the preview has the next free one.
  public let isMoved: Bool
  private let server: HTTPServer
  private let guardian: RequestGuard
  private let watcher: TreeWatcher
  private let state: PreviewState
  private let editing: EditingAnswers

  /// How many ports are tried, the one that is asked for included.
  private static let portCount: UInt16 = 20
  /// How long the answer to a page that waits for news may be put off, in seconds.
  private static let newsDelay = 25

  /// Makes the site once, and takes a port.
  ///
  /// - Parameters:
  ///   - root: the absolute path of the project's root, links resolved.
  ///   - version: the program's.
  ///   - publish: publishes a note as the command does.
  public init(
    root: String, port: UInt16, version: String,
    publish: @escaping @Sendable (Publication) -> Published
  ) throws(PortError) {
    let server = try Preview.server(port)
    self.server = server
    isMoved = server.port != port && port != 0
    guardian = RequestGuard(port: server.port)
    state = PreviewState(SiteMaker(root: root, version: version))
    editing = EditingAnswers(root: root, state, publish: publish)
    // From before the files are read, so that no change is missed.
    watcher = TreeWatcher(root: root, folders: SourceTree.topFolders)
    state.make()
  }

  private static func server(_ port: UInt16) throws(PortError) -> HTTPServer {
    for next in port...(port > .max - portCount || port == 0 ? port : port + portCount - 1) {
      do throws(HTTPServer.PortError) {
        return try HTTPServer(port: next)
      } catch {
        guard error.isTaken else {
          throw PortError(message: "Le port \(next) ne peut pas servir : \(error.reason).")
        }
      }
    }
    throw PortError(
      message: "Le port \(port) et les suivants servent déjà. Indiquez-en un autre avec --port.")
  }

  /// The address that opens the note saved last.
  public var address: String {
    "http://127.0.0.1:\(server.port)\(state.shown.site?.latestAddress ?? "/")"
  }

  public var port: UInt16 { server.port }

  /// How many errors the sources have.
  public var errorCount: Int { state.shown.messages.count { $0.severity == .error } }

  /// Answers, and makes the site again at each save, for ever.
  public func run() -> Never {
    DispatchQueue(label: "cadrage.watch").async { [self] in
      watcher.run { state.make() }
    }
    server.run { [self] in answer($0) }
  }

  // MARK: - Answers

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    if let refusal = guardian.refusal(of: request) { return refusal }
    // Of what another site sends, nothing but the head is read.
    var request = request
    request.readForm()
    // Such a text could not be compared, nor the file be read that held it.
    guard !request.texts.contains(where: { $0.firstHeapedMark != nil }) else {
      return editing.refusal([
        "Plus de \(String.markLimit) accents se suivent sur la même lettre. Tapez le texte de nouveau."
      ])
    }
    switch request.path {
    case PreviewAddress.script:
      return .file(request.path, BrowserFiles.script)
    case PreviewAddress.style:
      return .file(request.path, BrowserFiles.style)
    case PreviewAddress.pageStyle: return .file(request.path, BrowserFiles.pageStyle)
    case PreviewAddress.news: return news(request)
    case _ where PreviewAddress.isOwn(request.path):
      return editing.answer(request) ?? .text(.notFound, "L’aperçu n’a rien à cette adresse.")
    case _ where request.method == "POST":
      return .text(.methodNotAllowed, "Une page du site ne reçoit rien.")
    default: return page(request)
    }
  }

  private func news(_ request: HTTPRequest) -> HTTPResponse {
    let known = request.query["version"].flatMap { Int($0) } ?? 0
    let shown = state.next(after: known, seconds: Preview.newsDelay)
    return .json(shown.json(for: request.query["page"] ?? "/", server: guardian.name))
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    let shown = state.shown
    guard let site = shown.site else { return html(PreviewPage.none, request, shown) }
    guard let file = site.file(at: request.path) else {
      // A folder without its last sign.
      if site.file(at: request.path + "/") != nil { return .redirect(to: request.path + "/") }
      return html(site.files["404.html"] ?? PreviewPage.none, request, shown, .notFound)
    }
    if file.path.hasSuffix(".html") {
      let marked = NotePages("/" + file.path, of: site)?.marked(file.bytes, at: file.path)
      return html(marked ?? file.bytes, request, shown)
    }
    return .file(file.path, file.bytes)
  }

  private func html(
    _ bytes: [UInt8], _ request: HTTPRequest, _ shown: PreviewState.Shown,
    _ status: HTTPResponse.Status = .ok
  ) -> HTTPResponse {
    let body = PreviewPage.bytes(
      bytes, version: shown.version,
      fingerprint: shown.site?.fingerprint(of: request.path) ?? "", guardian: guardian)
    return .html(body, status)
  }
}
