import ArgumentParser
import Diagnostics

/// The words of the argument parser in French: it has no translations of its own.
///
/// A sentence that is not known here stays in English, whole.
enum FrenchHelp {
  static func translation(of text: String) -> String {
    // Completion scripts are programs, in which only descriptions are translated.
    let isScript = text.hasPrefix("#") || text.hasPrefix("function")
    var text = translated(text, descriptions)
    if !isScript {
      text = wrapped(translated(translated(withChoices(text), errors), headings))
      text = withMeantCommand(text)
    }
    return text
  }

  /// The values of an option that may be chosen, in one sentence.
  private static func withChoices(_ text: String) -> String {
    text.replacing(#/Please provide one of the following:((?:\n  - \w+)+)/#) { match in
      let choices = match.output.1.split(separator: "\n").map { "« \($0.dropFirst(4)) »" }
      return "Choisissez \(choices.dropLast().joined(separator: ", ")) ou \(choices.last ?? "")."
    }
  }

  /// A command that does not exist, with the one that was probably meant.
  private static func withMeantCommand(_ text: String) -> String {
    text.replacing(#/La commande « ([^»]*) » n’existe pas\.(?<usage>\nUsage : cadrage (?:new )?)/#)
    {
      match in
      let isNew = match.output.usage.hasSuffix("new ")
      let configuration = isNew ? New.configuration : Cadrage.configuration
      let names = configuration.subcommands.map { $0._commandName }
      let meant = Suggestion.nearest(to: String(match.output.1), among: names)
      return "La commande « \(match.output.1) » n’existe pas."
        + (meant.map { " Vouliez-vous dire « \($0) » ?" } ?? "") + match.output.usage
    }
  }

  /// The lines that show how a command is written, cut between its parts at 78 columns.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("USAGE : ") || line.hasPrefix("Usage : "), line.count > 78 else {
        return String(line)
      }
      var lines = [""]
      for part in parts(of: line) {
        let isFull = lines[lines.count - 1].count + 1 + part.count > 78
        if isFull { lines.append("       ") }
        lines[lines.count - 1] += (lines == [""] ? "" : " ") + part
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Words, of which an option and its value are one: « [--date <jour>] », « --reason <motif> ».
  private static func parts(of line: Substring) -> [String] {
    line.split(separator: " ").reduce(into: []) { parts, word in
      if let last = parts.last, last.hasPrefix("[") && !last.hasSuffix("]") || isOption(last, word)
      {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(String(word))
      }
    }
  }

  private static func isOption(_ option: String, _ value: Substring) -> Bool {
    option.hasPrefix("--") && !option.contains(" ") && value.hasPrefix("<")
  }

  /// In the French, `$1` stands for the first group.
  private typealias Rules = KeyValuePairs<Regex<AnyRegexOutput>, String>

  private static func translated(_ text: String, _ rules: Rules) -> String {
    rules.reduce(text) { text, rule in
      text.replacing(rule.key) { match in
        (1..<match.output.count).reduce(rule.value) { french, group in
          french.replacing("$\(group)", with: match.output[group].substring ?? "")
        }
      }
    }
  }

  private static var descriptions: Rules {
    [
      Regex(#/Show help information\./#): "Affiche cette aide.",
      Regex(#/Show the version\./#): "Affiche la version.",
      Regex(#/Show subcommand help information\./#): "Affiche l’aide d’une commande.",
    ]
  }

  private static var errors: Rules {
    [
      Regex(#/Unexpected argument '([^']*)'\nUsage: cadrage ((?:\w+ )?)<subcommand>/#):
        "La commande « $1 » n’existe pas.\nUsage: cadrage $2<subcommand>",
      Regex(#/Unknown option '([^']*)'/#): "L’option « $1 » n’existe pas.",
      Regex(#/\.?\.? Did you mean '([^']*)'\?/#): ". Vouliez-vous dire « $1 » ?",
      Regex(#/Unexpected argument '([^']*)'/#): "L’argument « $1 » est de trop.",
      Regex(#/\d+ unexpected arguments: (.*)/#): "Ces arguments sont de trop : $1.",
      Regex(#/Missing expected argument '([^']*)'/#): "Il manque l’argument « $1 ».",
      Regex(#/Missing value for '([^']*)'/#): "Il manque la valeur de « $1 ».",
      Regex(#/The value '(.*)' is invalid for '([^']*)'\.?/#):
        "La valeur « $1 » ne convient pas à « $2 ».",
      Regex(#/Please provide one of '(\w+)' and '(\w+)'\./#): "Choisissez « $1 » ou « $2 ».",
      Regex(#/Please provide one of '(\w+)', '(\w+)' (?:and|or) '(\w+)'\./#):
        "Choisissez « $1 », « $2 » ou « $3 ».",
      Regex(#/Can't generate completion scripts for '(.*)'\./#):
        "« $1 » n’est pas un interpréteur connu.",
      Regex(#/Can't autodetect a supported shell\./#): "Votre interpréteur n’a pas été reconnu.",
      Regex(#/Please use --generate-completion-script=<shell> with one of:\n\s*(.*)/#):
        "Écrivez --generate-completion-script=<nom>, avec un de ces noms : $1",
      Regex(#/See '(.*) --help' for more information\./#): "Pour en savoir plus : $1 --help",
    ]
  }

  private static var headings: Rules {
    [
      Regex(#/Error: /#): "Erreur : ",
      Regex(#/Usage: /#): "Usage : ",
      Regex(#/Help:  /#): "Aide :  ",
      Regex(#/OVERVIEW: /#): "",
      Regex(#/USAGE: /#): "USAGE : ",
      Regex(#/(ARGUMENTS|OPTIONS):\n/#): "$1 :\n",
      Regex(#/SUBCOMMANDS:\n/#): "COMMANDES :\n",
      Regex(#/See '(.*)' for detailed help\./#): "Pour l’aide d’une commande : $1",
      Regex(#/<subcommand>/#): "<commande>",
      Regex(#/\(values:\s+([^;)]*);\s+default:\s+(\w+)\)/#): "($1 ; par défaut : $2)",
      Regex(#/\(values:\s+([^)]*)\)/#): "($1)",
      Regex(#/\(default:\s+(\w+)\)/#): "(par défaut : $1)",
    ]
  }
}
