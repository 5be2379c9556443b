import ArgumentParser
import Glibc

/// The command line: arguments, messages, exit status, and nothing else.
@main
struct Cadrage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cadrage",
    abstract: "Construit le site des notes de cadrage Clas.",
    discussion: """
      Les faits sont dans departments/ (YAML), les mots dans templates/ (Markdown), la mise en \
      page dans site/. «\u{A0}cadrage check\u{A0}» dit tout ce qui ne va pas, «\u{A0}cadrage build\u{A0}» construit le \
      site dans public/.

      Code de sortie : 0 si tout va bien, 1 si le contenu a des erreurs, 64 si la commande est \
      fausse, 70 si cadrage a un défaut, 74 si le disque a échoué.
      """,
    version: Version.current,
    subcommands: [
      Build.self, Check.self, PrintNote.self, Diff.self, Explain.self, Publish.self, Rename.self,
      Withdraw.self, New.self, Simulate.self, PrintSchema.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        // The command is well formed: its usage would say nothing of what is wrong.
        Console().say("Erreur : \(error.message)")
        throw ExitStatus.usage
      }
    } catch {
      end(with: error)
    }
  }

  /// Says in French what the argument parser has to say, and ends the program.
  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    var message = fullMessage(for: error)
    // A version has no words.
    if message != Version.current { message = FrenchHelp.translation(of: message) }
    let console = Console()
    if status.isSuccess {
      // Nobody is left to tell that the reader of the help went away.
      try? console.output(message + "\n")
    } else if !message.isEmpty {
      console.say(message)
    }
    Glibc.exit(status.rawValue)
  }
}
