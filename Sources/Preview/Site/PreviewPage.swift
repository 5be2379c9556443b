import Text

/// A page of the site with what the preview adds to it.
enum PreviewPage {
  /// - Parameters:
  ///   - page: the page as it is built.
  ///   - version: that of the site.
  ///   - fingerprint: the page's, by which the script knows that it changed.
  ///   - guardian: who knows what a change must show.
  static func bytes(
    _ page: [UInt8], version: Int, fingerprint: String, guardian: RequestGuard
  ) -> [UInt8] {
    let added = """
      <link rel="stylesheet" href="\(PreviewAddress.pageStyle)">
      <script type="module" src="\(PreviewAddress.script)" data-version="\(version)" \
      data-page="\(fingerprint)" data-serveur="\(guardian.name)" \
      data-jeton="\(guardian.token)"></script>

      """
    var page = page
    let end = page.firstRange(of: Array("</head>".utf8))?.lowerBound ?? page.endIndex
    page.insert(contentsOf: added.utf8, at: end)
    // The script asks for news, which no page of the site does: its policy allows nothing of the kind.
    // Of two rules for one thing the first counts.
    let policy = Array("http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    if let policy = page.firstRange(of: policy) {
      page.insert(contentsOf: "connect-src 'self'; ".utf8, at: policy.upperBound)
    }
    return page
  }

  /// What stands in the place of the site while none could be made.
  static let none = Array(
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Aperçu : le site n’est pas encore construit</title>
    </head>
    <body>
    <main>
    <h1>Le site n’est pas encore construit</h1>
    <p>Corrigez ce qui est dit ci-dessous : la page paraît dès que tout est juste.</p>
    </main>
    </body>
    </html>

    """.utf8)
}
