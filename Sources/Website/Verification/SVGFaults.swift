import Diagnostics
import Files

/// What a picture in SVG may not hold: it is a page of its own when its address is opened, and would
/// run scripts or ask other sites for files there.
///
/// The scan reads tags and their attributes, not the grammar of XML: what it cannot read (entities of
/// the file's own, another encoding, compression) is refused.
enum SVGFaults {
  /// How large a picture in SVG may be, in bytes: it is read whole.
  static let limit = 2 << 20

  /// **Errors**: `image-dangereuse`, `fichier-non-utf8`, `caractere-invisible`.
  static func all(_ bytes: [UInt8], of file: SourceTree.File) -> [Diagnostic] {
    if file.path.lowercased().hasSuffix(".svgz") {
      return [
        fault(
          "L’image SVG est compressée : elle ne peut pas être vérifiée.", at: Place(file: file.path)
        )
      ]
    }
    switch Decoding.text(bytes) {
    case .failure(let fault):
      return [fault.diagnostic(of: file.path)]
    case .success(let text):
      let source = SourceText(path: file.path, text: text)
      var scan = SVGScan(source)
      scan.run()
      var invisible = DiagnosticList()
      source.reportInvisible(readsEntities: true, into: &invisible)
      // A picture is mended where it was drawn.
      let told = invisible.sorted.map { fault in
        Diagnostic(TextCode.invisibleCharacter, fault.message, at: fault.place)
      }
      return scan.faults + told
    }
  }

  static func fault(
    _ message: String, at place: Place,
    expected: String = "une image sans script, qui ne charge rien d’un autre site"
  ) -> Diagnostic {
    Diagnostic(WebsiteCode.unsafeImage, message, at: place, expected: expected)
  }
}
