import ArgumentParser

/// The command line: arguments, messages, exit status, and nothing else.
@main
struct Cadrage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cadrage",
    abstract: "Construit le site des notes de cadrage Clas.",
    discussion: """
      Les faits sont dans departments/ (YAML), les mots dans templates/ (Markdown), la mise en \
      page dans site/. « cadrage check » dit tout ce qui ne va pas, « cadrage build » construit le \
      site dans public/.

      Code de sortie : 0 si tout va bien, 1 si le contenu a des erreurs, 64 si la commande est \
      fausse, 70 si cadrage a un défaut, 74 si le disque a échoué.
      """,
    version: Version.current,
    subcommands: [Build.self, Check.self, PrintNote.self, Explain.self, Simulate.self])
}
