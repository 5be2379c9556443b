import ArgumentParser
import Facts
import Glibc
import Preview

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Montre le site pendant que vous l’écrivez, et le modifie où vous le lisez.",
    discussion: """
      Le site, notes en projet comprises, s’ouvre dans votre navigateur, sur la note enregistrée en \
      dernier. À chaque fichier enregistré, la page se met à jour et reste où vous la lisiez. Une \
      erreur n’efface rien : la dernière page juste reste, et ce qui ne va pas s’affiche dessus.

      « Modifier », en bas de la page, ouvre les valeurs et les textes de la note. Chacun se change \
      là où il s’imprime ; le fichier ne change que sur ces mots. « Publier » fait comme « cadrage \
      publish ».

      L’aperçu ne répond qu’à cet ordinateur, et n’écrit que dans departments/ et templates/. Ctrl-C \
      l’arrête.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "Le port de l’adresse ; s’il est pris, le suivant qui est libre.", valueName: "numéro"))
  var port = Port(number: 8080)

  func run() throws {
    let console = Console()
    let preview = try preview(of: try options.resolvedRoot(), console)
    if preview.isMoved {
      console.say("Le port \(port.number) est pris : l’aperçu prend le \(preview.port).")
    }
    if preview.errorCount > 0 {
      let count = FrenchFormat.count(preview.errorCount, "erreur")
      console.say("\(count) dans le contenu : la page les montre.")
    }
    try console.output(preview.address + "\n")
    console.say("Ctrl-C arrête l’aperçu.")
    open(preview.address)
    preview.run()
  }

  private func preview(of root: String, _ console: Console) throws -> Preview {
    do throws(Preview.PortError) {
      return try Preview(root: root, port: port.number, version: Version.current) { publication in
        var arguments = ["publish", publication.department, publication.year, "--root", root]
        if let revision = publication.revision { arguments += ["--revision", revision] }
        if publication.isMinor { arguments.append("--mineure") }
        let run = OwnCommand.run(arguments)
        return Preview.Published(isDone: run.status == 0, words: run.words)
      }
    } catch {
      console.say(error.message)
      throw ExitStatus.disk
    }
  }

  /// Opens the browser of a desktop, where there is one; where that fails, the address was said.
  private func open(_ address: String) {
    guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return }
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    let name = strdup("xdg-open")
    let argument = strdup(address)
    defer {
      free(name)
      free(argument)
    }
    posix_spawnp(&process, "xdg-open", &actions, nil, [name, argument, nil], environ)
  }
}

/// A port in digits alone.
struct Port: ExpressibleByArgument {
  let number: UInt16

  var defaultValueDescription: String { String(number) }
}

extension Port {
  init?(argument: String) {
    guard argument.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = UInt16(argument) else {
      return nil
    }
    self.number = number
  }
}
