public import Diagnostics

extension SourceTree {
  /// The largest file that a site may hold besides its texts, in bytes.
  public static let fileLimit = 64 << 20

  /// The bytes of a file that is not read as text.
  ///
  /// **Errors**: `fichier-illisible`, `fichier-trop-gros`; returns nil after either.
  public func contents(of file: File, into diagnostics: inout DiagnosticList) -> [UInt8]? {
    bytes(of: file, into: &diagnostics)
  }

  /// The first bytes of a file, as far as one that is no white space: all of them when it holds
  /// nothing else.
  ///
  /// **Errors**: those of `contents(of:into:)`.
  public func beginning(of file: File, into diagnostics: inout DiagnosticList) -> [UInt8]? {
    guard file.size <= SourceTree.fileLimit else {
      diagnostics.add(.tooBig(file))
      return nil
    }
    return bytes(of: file, into: &diagnostics) { bytes in
      bytes.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    }
  }

  private func bytes(
    of file: File, into diagnostics: inout DiagnosticList,
    until isEnough: ([UInt8]) -> Bool = { _ in false }
  ) -> [UInt8]? {
    let path = root + "/" + file.path
    switch FileSystem.contents(path, limit: SourceTree.fileLimit, until: isEnough) {
    case .success(let bytes): return bytes
    case .failure(let failure):
      diagnostics.add(failure.isTooBig ? .tooBig(file) : .unreadable(file, failure.reason))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func tooBig(_ file: SourceTree.File) -> Diagnostic {
    Diagnostic(
      FileCode.fileTooBig, "Le fichier « \(file.path) » est trop gros.",
      at: Place(file: file.path), expected: "\(SourceTree.fileLimit >> 20) Mio au plus")
  }

  fileprivate static func unreadable(_ file: SourceTree.File, _ reason: String) -> Diagnostic {
    Diagnostic(
      FileCode.unreadableFile, "Le fichier « \(file.path) » ne se lit pas : \(reason).",
      at: Place(file: file.path))
  }
}
