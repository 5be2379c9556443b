import Markdown

/// Texts and addresses as the sitemap and the feed write them.
enum XMLText {
  static func escaped(_ text: String) -> String {
    // The format of sitemaps asks for the apostrophe too.
    HTMLEscape.text(text).replacing("'", with: "&apos;")
  }
}
