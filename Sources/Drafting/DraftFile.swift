public import Diagnostics

/// A new file with its explanations, and what is left to do in it.
public struct DraftFile: Sendable {
  /// From the project's root.
  public let path: String
  public private(set) var text = ""
  public private(set) var questions: [Question] = []
  private var lineCount = 0

  public init(_ path: String) { self.path = path }

  /// Adds lines below a blank one.
  ///
  /// - Parameter question: what is to be done with them; it stands at the first line that asks for
  ///   it: one with `a_completer`, else one that is no remark.
  mutating func add(_ lines: String, question: String? = nil) {
    if !text.isEmpty { addLine("") }
    let lines = lines.split(separator: "\n", omittingEmptySubsequences: false)
    if let question {
      let index =
        lines.firstIndex { $0.contains(": a_completer") }
        ?? lines.firstIndex { !$0.hasPrefix("#") } ?? 0
      let column = lines[index].prefix { $0 == " " }.count + 1
      questions.append(
        Question(
          place: Place(file: path, line: lineCount + index + 1, column: column), text: question))
    }
    for line in lines { addLine(line) }
  }

  private mutating func addLine(_ line: Substring) {
    text += line + "\n"
    lineCount += 1
  }
}
