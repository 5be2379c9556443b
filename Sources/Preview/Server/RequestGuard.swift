/// Who may ask what: pages of other sites may send requests to the preview as well, and a name of
/// theirs may lead to it.
struct RequestGuard: Sendable {
  /// What a page must show to change anything; pages of other sites cannot read it.
  let token: String
  /// What tells this run of the preview from another.
  let name: String
  private let hosts: Set<String>

  init(port: UInt16) {
    func random(_ count: Int) -> String {
      var generator = SystemRandomNumberGenerator()
      return (0..<count).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
    }
    token = random(4)
    name = random(1)
    let names = ["127.0.0.1", "localhost"]
    // Browsers leave out the port of HTTP itself.
    hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Why a request is refused; nil when it may be answered.
  func refusal(of request: HTTPRequest) -> HTTPResponse? {
    guard let host = request.headers["host"], hosts.contains(host) else {
      return .text(.forbidden, "L’aperçu ne répond qu’à l’adresse qu’il a donnée.")
    }
    // Browsers say where a request comes from; other programs say nothing, and cannot be tricked.
    let site = request.headers["sec-fetch-site"] ?? "none"
    let isOwn = site == "same-origin" || site == "none"
    switch request.method {
    case "GET", "HEAD":
      // A link of another site may open a page of the preview, and nothing else.
      let opensPage = request.headers["sec-fetch-mode"] == "navigate"
      guard isOwn || opensPage && !PreviewAddress.isOwn(request.path) else {
        return .text(.forbidden, "Un autre site n’a pas accès à l’aperçu.")
      }
    case "POST":
      let origin = request.headers["origin"] ?? ""
      guard isOwn, origin == "http://" + host, request.headers["x-cadrage-jeton"] == token else {
        return .text(
          .forbidden, "Cette page n’est plus celle de l’aperçu : rechargez-la avant de modifier.")
      }
    default: return .text(.methodNotAllowed, "L’aperçu ne connaît pas cette demande.")
    }
    return nil
  }
}
