import ArgumentParser
import Configuration
import Diagnostics
import Drafting
import Facts
import Files

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prépare une note, un département ou une famille de notes.",
    subcommands: [NewYear.self, NewDepartment.self, NewFamily.self])
}

/// What the commands that begin a folder share.
extension NewFolder {
  /// Writes the folder, says so, and lists what is left to do.
  ///
  /// - Parameter introduction: what was made, before its files: « Département … préparé ».
  func write(introduction: String, _ options: ProjectOptions, _ session: Session) throws {
    let console = session.console
    try session.writing(orSay: "Rien n’a été écrit.") { () throws(WritingError) in
      try write(root: session.root)
    }
    console.say("\(introduction) :")
    for file in files { console.say("  \(file.path)") }
    try console.output(questions.map(\.line).joined())
    // The content had no error before: those that it has now are the new folder's.
    var after = try Session(options)
    after.check()
    guard after.diagnostics.hasErrors else { return }
    throw after.refusal("Corrigez ces erreurs avant de construire le site.")
  }
}
