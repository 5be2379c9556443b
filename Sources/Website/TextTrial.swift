import Checks
public import Diagnostics
public import Facts
import Files
import Markdown
import Notes
import Publication

/// What a text would give in the place of a section of a note, before it is saved.
public struct TextTrial: Sendable {
  /// As the page of the note would show it; nil while something is wrong.
  public let html: String?
  /// What is to be said of the text, sorted.
  public let messages: [Diagnostic]
  /// The places of the values in it, in order, each once.
  public let values: [Place]
}

extension LiveSite.Made {
  /// - Parameters:
  ///   - text: with the path of the file that it would be.
  ///   - section: the name of the section.
  public func trial(
    of text: SourceText, as section: String, of department: String, _ year: SchoolYear
  ) -> TextTrial {
    let reader = ProjectReader(common.tree.adding([text]))
    let reading = reader.department(department)
    var messages = reader.messages
    messages.add(contentsOf: reading.messages)
    let note = reading.project?.liveNote(department, year)
    if let project = reading.project, note != nil {
      Checks.checkNotes(project, diagnostics: &messages[.checks])
    }
    let own = messages.told.sorted.filter { $0.place?.file == text.path }
    guard let note, let rank = note.sections.firstIndex(where: { $0.name == section }) else {
      return TextTrial(html: nil, messages: own, values: [])
    }
    var document = note.document
    document.blocks.removeAll { $0.position.text != rank }
    var values: [Place] = []
    for insertion in note.sections[rank].insertions where !values.contains(insertion.place) {
      values.append(insertion.place)
    }
    return TextTrial(html: HTMLRenderer.render(document), messages: own, values: values)
  }
}
