/// Why a site could not take the place of the old one, or why files of the sources could not be
/// written. In every case the old ones are untouched.
public enum WritingError: Error, Sendable, Equatable {
  /// The folder holds files that this program did not put there.
  case notOurs(path: String)
  case notAFolder(path: String)
  case linkToNothing(path: String)
  /// The folder is, or lies in, a folder of sources.
  case insideSources(path: String, folder: String)
  /// The folder holds a site without drafts, and a site with drafts was to take its place.
  case publishedSite(path: String)
  /// Another build writes to the same folder at the same time.
  case busy(path: String)
  /// The file system cannot exchange two folders in one step.
  case exchangeRefused(path: String, reason: String)
  /// A file that is to be new is there already.
  case exists(path: String)
  case system(operation: String, path: String, reason: String)

  /// What happened, in one French sentence.
  public var message: String {
    switch self {
    case .notOurs(let path):
      "Le dossier « \(path) » n’est pas vide et n’a pas été créé par cadrage : il n’est pas "
        + "remplacé."
    case .notAFolder(let path): "« \(path) » est un fichier."
    case .linkToNothing(let path): "« \(path) » est un lien vers un dossier qui n’existe pas."
    case .insideSources(let path, let folder):
      "Le site ne peut pas être écrit dans « \(path) » : « \(folder) » contient les sources."
    case .publishedSite(let path):
      "Le dossier « \(path) » contient le site sans les notes en projet : il n’est pas remplacé par "
        + "un site qui les montre."
    case .busy(let path): "Une autre construction du site écrit déjà dans « \(path) »."
    case .exchangeRefused(let path, let reason):
      "Le système de fichiers refuse de remplacer « \(path) » en une fois (\(reason))."
    case .exists(let path): "« \(path) » existe déjà : rien n’est remplacé."
    case .system(let operation, let path, let reason):
      "Impossible \(Self.elided(operation)) « \(path) » : \(reason)."
    }
  }

  /// What the user can do about it, in French; nil when nothing is known.
  public var advice: String? {
    switch self {
    case .notOurs: "Choisissez un autre dossier avec --output, ou videz celui-ci."
    case .notAFolder: "Indiquez un dossier avec --output."
    case .linkToNothing: "Créez ce dossier, ou indiquez-en un autre avec --output."
    case .insideSources: "Choisissez un autre dossier avec --output."
    case .publishedSite:
      "Choisissez un autre dossier, par exemple avec --output projets, ou ajoutez "
        + "--replace-published."
    case .busy: "Attendez qu’elle finisse."
    case .exchangeRefused:
      "Choisissez avec --output un dossier qui n’est pas un point de montage."
    case .exists, .system: nil
    }
  }

  /// « de lire », « d’écrire ».
  private static func elided(_ operation: String) -> String {
    operation.first.map("aeiouéèê".contains) == true ? "d’" + operation : "de " + operation
  }

  /// Whether the command was wrong (and not the disk).
  public var isUsage: Bool {
    switch self {
    case .notOurs, .notAFolder, .linkToNothing, .insideSources, .publishedSite, .exists: true
    case .busy, .exchangeRefused, .system: false
    }
  }

  /// Whether the system refused something, so that the user may fear for what was there.
  public var isRefusal: Bool {
    if case .busy = self { false } else { !isUsage }
  }
}
