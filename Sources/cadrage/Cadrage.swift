import ArgumentParser
import Glibc
import Text

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
    version: Version.full,
    subcommands: [
      Build.self, Serve.self, Check.self, PrintNote.self, Diff.self, Explain.self, Publish.self,
      Rename.self, Withdraw.self, New.self, Simulate.self, PrintSchema.self,
    ])

  static func main() {
    holdClosedStreams()
    // A file that grows beyond what the system allows is an error like a full disk, not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      do {
        try refuseLong(CommandLine.arguments)
        try refuseInvisible(CommandLine.arguments)
      } catch {
        Console().say("Erreur : \(error.message)")
        throw ExitStatus.usage
      }
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        // The command is well formed: its usage would say nothing of what is wrong.
        Console().say("Erreur : \(TerminalText.visible(error.message, keepsLayout: true))")
        throw ExitStatus.usage
      }
    } catch {
      end(with: error)
    }
  }

  /// A standard stream that is closed stays so: else the first file that is opened would take its
  /// number, and get what is said there.
  private static func holdClosedStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
      // The lowest number that is free is this one; opened the wrong way, each use of it fails.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// No path of Linux has more bytes, and no sentence that is published as many signs.
  private static let longest = 8 << 10

  /// Refuses arguments that messages could only repeat by the page.
  private static func refuseLong(_ arguments: [String]) throws(ValidationError) {
    guard let long = arguments.dropFirst().first(where: { $0.utf8.count > longest }) else { return }
    throw ValidationError(
      "« \(TerminalText.visible(String(long.prefix(40))))… » est trop long : un argument a "
        + "\(longest) octets au plus.")
  }

  /// The options whose values name files that are there, which may have any name.
  private static let pathOptions: Set = ["--root", "--scenario"]

  /// Refuses arguments with signs that nobody sees: some are published, others would name nothing.
  private static func refuseInvisible(_ arguments: [String]) throws(ValidationError) {
    for (before, argument) in zip(arguments, arguments.dropFirst())
    where !pathOptions.contains(before)
      && !pathOptions.contains(where: { argument.hasPrefix($0 + "=") })
    {
      // What is published with them could not be read again.
      if argument.firstHeapedMark != nil {
        throw ValidationError("Un argument a trop d’accents à la suite. Tapez-le de nouveau.")
      }
      guard let sign = argument.firstInvisible else { continue }
      let kind = sign.hiddenKind
      let name =
        before.hasPrefix("--") ? "Le texte de \(before)" : "« \(TerminalText.visible(argument)) »"
      throw ValidationError(
        "\(name) contient \(kind.name) (\(sign.codePoint)). Tapez-le de nouveau.")
    }
  }

  /// Says in French what the argument parser has to say, and ends the program.
  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    var message = fullMessage(for: error)
    // A version has no words.
    if message != Version.full { message = FrenchHelp.translation(of: message) }
    let console = Console()
    if status.isSuccess {
      do {
        try console.output(message + "\n")
      } catch {
        Glibc.exit(ExitStatus.disk.rawValue)
      }
    } else if !message.isEmpty {
      console.say(message)
    }
    Glibc.exit(status.rawValue)
  }
}
