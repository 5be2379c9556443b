import Diagnostics
import Files
import Publication

extension SourceTree {
  /// Opened at its address, a page or a script would run as the site's own: both have folders, where
  /// changes are read as those of a program.
  ///
  /// **Errors**: `fichier-inattendu`.
  func reportUnexpectedFiles(diagnostics: inout DiagnosticList) {
    for path in names where path.hasPrefix("site/") && SiteContents.isAsset(path) {
      if SiteFolder.programs.contains(where: path.hasPrefix) { continue }
      if path.hasPrefix(SiteFolder.images) {
        if !SiteFolder.pictures.contains(SourceTree.suffix(path)) {
          diagnostics.add(.noPicture(path))
        }
      } else if !SiteFolder.holds(path) {
        diagnostics.add(.unexpected(path))
      }
    }
  }
}

private enum SiteFolder {
  static let images = "site/images/"
  /// The folders of what runs in browsers, or decides how pages look.
  static let programs = ["site/scripts/", "site/styles/"]

  /// Pictures in SVG are among them: they are read for scripts.
  static let pictures: Set<String> = [
    "apng", "avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "svgz", "webp",
  ]

  private static let fonts: Set<String> = ["otf", "ttf", "woff", "woff2"]
  /// What describes a site to programs.
  private static let data: Set<String> = ["json", "webmanifest"]

  /// Whether a file of no folder that the program knows may stand there. Hosts read files without a
  /// suffix, such as `_headers`, at the root.
  static func holds(_ path: String) -> Bool {
    let suffix = SourceTree.suffix(path)
    if suffix.isEmpty { return path.split(separator: "/").count == 2 }
    return pictures.contains(suffix) || fonts.contains(suffix) || data.contains(suffix)
      || CitedAttachment.documents.contains(suffix)
  }
}

extension Diagnostic {
  fileprivate static func noPicture(_ path: String) -> Diagnostic {
    Diagnostic(
      FileCode.unexpectedFile,
      "« \(path) » n’est pas une image : un navigateur pourrait exécuter ce que contient ce fichier.",
      at: Place(file: path), expected: "une image, comme png, jpg, gif, webp, avif, svg ou ico")
  }

  fileprivate static func unexpected(_ path: String) -> Diagnostic {
    Diagnostic(
      FileCode.unexpectedFile,
      "« \(path) » n’est pas d’une sorte de fichier que le site publie à cette place : un navigateur "
        + "pourrait exécuter ce qu’il contient.",
      at: Place(file: path),
      expected:
        "un texte dans site/pages, un script dans site/scripts, un style dans site/styles ; ailleurs, une "
        + "image, une police ou un document, comme png, woff2 ou pdf")
  }
}
