public import Diagnostics
public import Facts
import Synchronization

/// A text that a template made, and the map back to what its authors wrote.
///
/// The map is asked for what is wrong alone, and takes more room than the text: it is made when
/// somebody asks, by rendering once more.
public final class RenderedText: Sendable {
  /// A code that the template cites in a list whose records have none like it.
  public struct UnknownCode: Sendable, Hashable {
    public let code: String
    /// That of the list: « chiffres.valeurs ».
    public let path: String
    public let place: Place
    /// The codes of the list.
    public let known: [String]
  }

  public let text: String
  public let unknownCodes: [UnknownCode]
  /// Why the text is not whole: `gabarit-trop-lourd`.
  public let excess: Diagnostic?
  private let renderer: TemplateRenderer
  private let template: Template
  private let record: Record
  private let made = Mutex<SourceMap?>(nil)

  init(_ renderer: TemplateRenderer, _ template: Template, _ record: Record) {
    self.renderer = renderer
    self.template = template
    self.record = record
    let rendering = renderer.rendering(of: template, with: record, isMapped: false)
    text = Bytes.string(rendering.output.output)
    unknownCodes = rendering.unknownCodes
    excess = rendering.excess
  }

  /// The files whose words it may hold: the template's, and those of what it includes.
  public var paths: [String] {
    let included = renderer.library.reachable(from: template.inclusions.map(\.name))
    return [template.source.path] + included.compactMap { renderer.library[$0]?.source.path }
  }

  public var map: SourceMap {
    made.withLock { made in
      let map = made ?? renderer.map(of: template, with: record)
      made = map
      return map
    }
  }
}
