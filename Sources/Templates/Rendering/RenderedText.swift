public import Facts
import Synchronization

/// A text that a template made, and the map back to what its authors wrote.
///
/// The map is asked for what is wrong alone, and takes more room than the text: it is made when
/// somebody asks, by rendering once more.
public final class RenderedText: Sendable {
  public let text: String
  private let renderer: TemplateRenderer
  private let template: Template
  private let record: Record
  private let made = Mutex<SourceMap?>(nil)

  init(_ renderer: TemplateRenderer, _ template: Template, _ record: Record) {
    self.renderer = renderer
    self.template = template
    self.record = record
    text = Bytes.string(renderer.bytes(template, with: record))
  }

  public var map: SourceMap {
    made.withLock { made in
      let map = made ?? renderer.map(of: template, with: record)
      made = map
      return map
    }
  }
}
