import Diagnostics
import Files
import Glibc
import Synchronization
import Text

/// Makes PDF of HTML with WeasyPrint, which is found at run time and started once for all.
///
/// The documents follow PDF/UA-1. Nothing in them depends on the day or on the machine, but for its fonts.
public final class DocumentPress: Sendable {
  /// Why there is no PDF.
  public enum Failure: Error, Sendable, Equatable {
    case missing
    case broken(reason: String)
    case tooOld(version: String)
    /// Some documents could not be made: each with its path and its reason.
    case refused(String)

    /// What happened, in one French sentence.
    public var message: String {
      switch self {
      case .missing: "Les PDF demandent WeasyPrint, qui n’est pas installé."
      case .broken(let reason): "WeasyPrint est installé, mais ne démarre pas : \(reason)."
      case .tooOld(let version):
        "Les PDF demandent WeasyPrint \(DocumentPress.oldest) ou plus récent : celui-ci est "
          + "\(version)."
      case .refused(let documents): "WeasyPrint n’a pas pu faire tous les PDF. \(documents)"
      }
    }

    /// What the user can do about it, in French.
    public var advice: String {
      switch self {
      case .missing, .tooOld:
        "Installez-le avec « pipx install weasyprint », ou construisez le site sans --pdf."
      case .broken:
        "Sous Debian, installez libpango-1.0-0, libpangoft2-1.0-0 et libharfbuzz-subset0 ; ou "
          + "construisez le site sans --pdf."
      case .refused: "Construisez le site sans --pdf en attendant."
      }
    }
  }

  private struct Job {
    /// Where the document goes: at each address of its note.
    var paths: [String]
    /// The number of its file, in the folder of this run.
    let number: Int
    /// Written in the document: one that has the same is not made again.
    let identifier: String
    let isOnePage: Bool
  }

  private struct State {
    var jobs: [Job] = []
    var failure: WritingError?
  }

  /// The first version whose documents have tags for all that they hold.
  fileprivate static let oldest = 70

  /// The Python that has WeasyPrint.
  private let python: String
  private let version: String
  /// Where the HTML waits, and the PDF come.
  private let folder: String
  private let state = Mutex(State())

  /// Looks WeasyPrint up: the Python of the command of that name, else the one of the system.
  public init() throws(Failure) {
    var failure = Failure.missing
    var found: (python: String, version: String)?
    for python in [DocumentPress.interpreter("weasyprint"), "python3"].compactMap(\.self)
    where found == nil {
      let run = Subprocess.run(
        python, ["-c", "import weasyprint; print(weasyprint.__version__)"])
      let last = run.words.split(separator: "\n").last.map(String.init) ?? ""
      if run.status == 0, let major = Int(last.prefix { $0 != "." }) {
        if major >= DocumentPress.oldest {
          found = (python, last)
        } else {
          failure = .tooOld(version: last)
        }
      } else if run.status == 1, !last.hasPrefix("ModuleNotFoundError") {
        failure = .broken(reason: last)
      }
    }
    guard let found else { throw failure }
    (python, version) = found
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/cadrage-pdf-XXXXXX").utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
  }

  deinit {
    if !folder.isEmpty { try? FileSystem.remove(folder) }
  }

  /// The Python that a command written in Python begins with; nil when there is no such command.
  private static func interpreter(_ command: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in folders.split(separator: ":") {
      guard case .success(let bytes) = FileSystem.stream("\(folder)/\(command)", limit: 1 << 16)
      else { continue }
      let line = bytes.text.prefix { !$0.isNewline }
      guard line.hasPrefix("#!/"), !line.contains(" ") else { return nil }
      return String(line.dropFirst(2))
    }
    return nil
  }

  /// Takes a document to make. It may be called on all cores.
  ///
  /// - Parameter path: from the site's root.
  func add(_ path: String, _ html: [UInt8], _ kind: DocumentKind) {
    let identifier = [html, Array("\(kind.file) \(version)".utf8)].map { bytes in
      var hash = FNV1a()
      for byte in bytes { hash.add(byte) }
      return hash.hexadecimal
    }.joined()
    state.withLock { state in
      if let rank = state.jobs.firstIndex(where: { $0.identifier == identifier }) {
        return state.jobs[rank].paths.append(path)
      }
      let job = Job(
        paths: [path], number: state.jobs.count, identifier: identifier,
        isOnePage: kind == .essentials)
      state.jobs.append(job)
      guard state.failure == nil else { return }
      do throws(WritingError) {
        try FileSystem.write(html, to: "\(folder)/\(job.number).html")
      } catch {
        state.failure = error
      }
    }
  }

  // MARK: - Making

  /// Makes the documents, but for those that the old site has already, and adds them to the new one.
  ///
  /// - Parameter address: the site's; nil while it has none.
  ///
  /// **Errors**: a document cannot be made; then nothing stays of the new site.
  public func print(into publisher: Publisher, address: String?) throws(Failure) {
    do throws(Failure) {
      try make(for: publisher, address: address)
    } catch {
      publisher.discard()
      throw error
    }
  }

  private func make(for publisher: Publisher, address: String?) throws(Failure) {
    let (jobs, failure) = state.withLock { ($0.jobs, $0.failure) }
    if let failure { throw .refused(failure.message) }
    var made: [Job] = []
    for job in jobs {
      if let old = publisher.oldFile(job.paths[0]), old.holds(job.identifier) {
        for path in job.paths { publisher.add(path, old) }
      } else {
        made.append(job)
      }
    }
    if made.isEmpty { return }
    let manifest = JSON.object([
      "adresse": .string(address.map { PublicAddress($0).text } ?? DocumentPress.nowhere),
      "site": .string(publisher.staging), "dossier": .string(folder),
      "liens": .boolean(address != nil),
      "documents": .list(
        made.map { job in
          .object([
            "numero": .integer(job.number), "chemin": .string(job.paths[0]),
            "identifiant": .string(job.identifier), "une_page": .boolean(job.isOnePage),
          ])
        }),
    ])
    let path = folder + "/documents.json"
    do throws(WritingError) {
      try FileSystem.write(Array(manifest.text.utf8), to: path)
    } catch {
      throw .refused(error.message)
    }
    let run = Subprocess.run(python, ["-c", DocumentPress.program, path])
    guard run.status == 0 else { throw .refused(run.words.replacing("\n", with: " ")) }
    for job in made {
      guard
        case .success(let bytes) = FileSystem.stream("\(folder)/\(job.number).pdf", limit: .max)
      else { throw .refused(job.paths[0]) }
      for path in job.paths { publisher.add(path, bytes) }
    }
  }

  /// What stands for the address of a site that has none.
  private static let nowhere = "https://cadrage.invalid/"
}

extension [UInt8] {
  /// Whether the identifier of a PDF stands where it ends.
  fileprivate func holds(_ identifier: String) -> Bool {
    suffix(1 << 15).contains(Array("(\(identifier))".utf8))
  }
}
