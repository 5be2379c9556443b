/// A run of a template's source: text, or one tag with its delimiters.
struct TemplatePiece {
  enum Kind {
    case text
    /// `{{ … }}`.
    case insertion
    /// `{% … %}`.
    case tag
    /// `{# … #}`.
    case comment
  }

  var kind: Kind
  /// The whole run; for a text, what is left of it once the lines of standalone tags are gone.
  var range: Range<Int>
  /// What stands between the delimiters.
  var content: Range<Int> = 0..<0
  /// Whether the tag was never closed: its content is a guess, of which no more errors are told.
  var isBroken = false
  /// Whether the tag's line holds nothing but tags, and vanishes.
  var isStandalone = false
}
