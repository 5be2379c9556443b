public import Diagnostics

/// The codes of the faults of files and folders, whatever they hold.
public enum FileCode: String, CaseIterable, DiagnosticCode {
  case missingFolder = "dossier-manquant"
  case unexpectedFile = "fichier-inattendu"
  case unreadableFile = "fichier-illisible"
  case notUTF8 = "fichier-non-utf8"
  case fileTooBig = "fichier-trop-gros"
  case folderForFile = "dossier-au-lieu-de-fichier"
  case fileForFolder = "fichier-au-lieu-de-dossier"
  case symbolicLink = "lien-symbolique"

  public var explanation: String {
    switch self {
    case .missingFolder: "Un dossier nécessaire n'existe pas : créez-le."
    case .unexpectedFile: "Un fichier n'a pas sa place ici ou porte un autre nom que prévu."
    case .unreadableFile: "Un fichier ne peut pas être lu (droits, fichier spécial ou disque)."
    case .notUTF8: "Un fichier n'est pas en UTF-8 : enregistrez-le de nouveau en UTF-8."
    case .fileTooBig: "Un fichier dépasse la taille permise : il n'est pas lu."
    case .folderForFile: "Un dossier porte le nom d'un fichier attendu."
    case .fileForFolder: "Un fichier porte le nom d'un dossier attendu."
    case .symbolicLink: "Les liens symboliques sont refusés : copiez le fichier à sa place."
    }
  }
}
