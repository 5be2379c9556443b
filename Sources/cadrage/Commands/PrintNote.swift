import Publication
import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Notes
import Website

struct PrintNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Écrit une note sur la sortie standard.",
    discussion: "Exemple : cadrage note vosges 2025-2026 --format text")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case html
  }

  @OptionGroup var options: ProjectOptions
  @OptionGroup var arguments: NoteArguments

  @Option(help: "La forme de la note.")
  var format: Format = .text

  func run() throws {
    let session = try Session(options)
    let facts = try arguments.facts(in: session.project.configuration)
    session.report()
    guard !session.diagnostics.hasErrors,
      let note = session.project.note(facts.department, facts.year)
    else { throw ExitStatus.contentErrors }
    switch format {
    case .text: try session.console.output(PrintedNote.text(note, in: session.project))
    case .markdown: try session.console.output(note.markdown)
    case .html: try session.console.output(PrintedNote.html(note, in: session.project))
    }
  }
}
