import Configuration
import Diagnostics
import Facts
import Files
import Publication

/// Answers what the script of a page asks before it publishes its note, and publishes it.
extension EditingAnswers {
  /// **Shape**: `{"publiee", "changee", "differences": [sentence], "refus": [message], "changements"}`;
  /// `differences` are what a revision would change, `changements` the address of the page that compares
  /// the note with the year before, null for the first.
  func publication(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, project) = note(request.query["page"]) else {
      return .json(.object(["refus": .list([])]))
    }
    let shown = state.shown
    var found = DiagnosticList()
    project.reportWaiting(of: facts, diagnostics: &found)
    for message in shown.messages where message.severity == .error && !message.isDivergence {
      found.add(message)
    }
    let live = project.liveNote(facts.department, facts.year)
    let address = "/\(facts.department)/\(facts.year.text)/changements/"
    let hasChanges = shown.site?.file(at: address) != nil
    return .json(
      .object([
        "publiee": .boolean(facts.frozen != nil),
        "changee": .boolean(live.map(project.isChanged) ?? false),
        "differences": .list(
          shown.messages.filter { $0.isDivergence(of: facts) }.map { .string($0.message) }),
        "refus": .list(
          found.sorted.filter { $0.severity == .error }.map { shown.json($0) }),
        "changements": .string(hasChanges ? address : nil),
      ]))
  }

  /// Publishes as the command does, with its words.
  func publish(_ request: HTTPRequest) -> HTTPResponse {
    guard let (facts, _) = note(request.form["page"]) else { return gone }
    let revision = request.form["motif"].flatMap { $0.isEmpty ? nil : $0 }
    let done = publish(
      Preview.Publication(
        department: facts.department, year: facts.year.text, revision: revision,
        isMinor: request.form["mineure"] == "oui"))
    guard done.isDone else { return refusal([done.words]) }
    state.make()
    return .json(.object(["mots": .string(done.words)]))
  }
}

extension Diagnostic {
  /// Whether it says that the sources would change a published note.
  fileprivate var isDivergence: Bool { code == PublicationCode.frozenNote.rawValue }

  fileprivate func isDivergence(of facts: NoteFacts) -> Bool {
    isDivergence && expected?.contains(" \(facts.department) \(facts.year.text) ") == true
  }
}
