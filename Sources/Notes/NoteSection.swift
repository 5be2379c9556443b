public import Diagnostics
import Markdown
import Synchronization
package import Templates

/// One section of a note: evaluated from its template, or as it was published.
public struct NoteSection: Sendable {
  private enum Source {
    case template(RenderedText)
    /// The file of the frozen text and the line where the section begins.
    case frozen(file: String, firstLine: Int)
  }

  /// The text with the places of its characters, made when the first message asks for one.
  private final class Located: Sendable {
    private let made = Mutex<SourceText?>(nil)

    func text(_ markdown: String, path: String) -> SourceText {
      made.withLock { made in
        let text = made ?? SourceText(path: path, text: markdown)
        made = text
        return text
      }
    }
  }

  public let name: String
  public let isNumbered: Bool
  /// Where the section as a whole can be mended: its name in the plan, or its frozen text.
  public let place: Place
  /// The merged Markdown of the section, ended by one newline.
  public let markdown: String
  private let source: Source
  private let located = Located()

  init(name: String, isNumbered: Bool, place: Place, rendered: RenderedText) {
    self.name = name
    self.isNumbered = isNumbered
    self.place = place
    markdown = rendered.text
    source = .template(rendered)
  }

  package init(
    name: String, isNumbered: Bool, frozen markdown: String, file: String, firstLine: Int
  ) {
    self.name = name
    self.isNumbered = isNumbered
    self.markdown = markdown
    place = Place(file: file, line: firstLine)
    source = .frozen(file: file, firstLine: firstLine)
  }

  /// The files whose words it may hold, values apart.
  package var paths: [String] {
    switch source {
    case .template(let rendered): rendered.paths
    case .frozen(let file, _): [file]
    }
  }

  func origin(of position: Position) -> SourceMap.Origin? {
    origin(ofUTF8: offset(of: position))
  }

  private func offset(of position: Position) -> Int {
    text.utf8Offset(line: position.line, byteColumn: position.column)
  }

  private var text: SourceText {
    guard case .frozen(let file, _) = source else { return located.text(markdown, path: "") }
    return located.text(markdown, path: file)
  }

  /// The words of an author's file that stand at a position; nil where some come from a value, and
  /// in a frozen text.
  func words(at position: Position) -> (source: SourceText, place: Place)? {
    guard case .template(let rendered) = source else { return nil }
    return rendered.map.words(atUTF8: offset(of: position), length: position.length)
  }

  /// The UTF-8 ranges of the values in the Markdown, with where each was written; none of a frozen
  /// text.
  package var insertions: [(range: Range<Int>, place: Place)] {
    guard case .template(let rendered) = source else { return [] }
    return rendered.map.insertions(length: markdown.utf8.count)
  }

  package func origin(ofUTF8 offset: Int) -> SourceMap.Origin? {
    switch source {
    case .template(let rendered): return rendered.map.origin(ofUTF8: offset)
    case .frozen(_, let firstLine):
      var place = text.place(atUTF8: offset)
      place.line += firstLine - 1
      return SourceMap.Origin(place: place)
    }
  }
}
