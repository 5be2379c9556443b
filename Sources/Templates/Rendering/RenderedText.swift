public import Diagnostics
public import Facts

/// A text that a template made, and the map back to what its authors wrote.
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
  public let map: SourceMap
  private let library: TemplateLibrary
  private let template: Template

  init(_ rendering: Rendering, of template: Template) {
    library = rendering.library
    self.template = template
    text = Bytes.string(rendering.output.output)
    map = rendering.output.map
    unknownCodes = rendering.unknownCodes
    excess = rendering.excess
  }

  /// The files whose words it may hold: the template's, and those of what it includes.
  public var paths: [String] {
    let included = library.reachable(from: template.inclusions.map(\.name))
    return [template.source.path] + included.compactMap { library[$0]?.source.path }
  }
}
