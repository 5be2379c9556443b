/// A name with the article that French asks for: « les Vosges », « l'Isère », « la Caf du Rhône ».
public struct Name: Sendable, Hashable, Codable {
  public enum Article: String, Sendable, Hashable, CaseIterable, Codable {
    case le
    case la
    case elided = "l'"
    case les
    case none = ""
  }

  public var article: Article
  /// The name without its article: « Vosges ».
  public var noun: String
  /// What stands after an elided article: the key of the keyboard as authors type it, or « ’ ».
  private var apostrophe = "'"

  public init(article: Article, noun: String) {
    self.article = article
    self.noun = noun
  }

  /// Splits « les Vosges » into its article and its noun.
  ///
  /// An article is written in lower case: « La Réunion » has none.
  public init(_ text: String) {
    for (prefix, article) in [
      ("le ", Article.le), ("la ", .la), ("les ", .les), ("l'", .elided), ("l’", .elided),
    ] where text.hasPrefix(prefix) && text.count > prefix.count {
      self.init(article: article, noun: String(text.dropFirst(prefix.count)))
      return
    }
    self.init(article: .none, noun: text)
  }

  /// « les Vosges », « l'Isère », « Mayotte ».
  public var definite: String { joined(le: "le ", la: "la ", elided: "l", les: "les ", none: "") }

  /// « des Vosges », « de l'Isère », « du Rhône », « de Mayotte », « d'Alsace ».
  public var genitive: String {
    joined(
      le: "du ", la: "de la ", elided: "de l", les: "des ", none: elides ? "d" + apostrophe : "de ")
  }

  /// « aux Vosges », « à l'Isère », « au Rhône », « à Mayotte ».
  public var dative: String {
    joined(le: "au ", la: "à la ", elided: "à l", les: "aux ", none: "à ")
  }

  /// The name as pages show it: « l’Isère », « la Caf de l’Isère ».
  public var typographic: Name {
    var name = self
    if noun.utf8.contains(UInt8(ascii: "'")) { name.noun = noun.replacing("'", with: "’") }
    name.apostrophe = "’"
    return name
  }

  private var elides: Bool {
    noun.first.map { "aeiouyàâäéèêëîïôöùûüœAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒ".contains($0) } ?? false
  }

  private func joined(le: String, la: String, elided: String, les: String, none: String) -> String {
    switch article {
    case .le: le + noun
    case .la: la + noun
    case .elided: elided + apostrophe + noun
    case .les: les + noun
    case .none: none + noun
    }
  }
}
