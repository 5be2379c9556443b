import Text

/// `sitemap.xml`, in the format of sitemaps.org.
///
/// It holds no date: nothing in the site depends on the day of the build.
enum SiteMapFile {
  static func text(pages: [PageAddress], address: PublicAddress) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """
    for page in pages {
      text +=
        "  <url><loc>\(HTMLEscape.text(address.address(of: page), quotes: .xml))</loc></url>\n"
    }
    return text + "</urlset>\n"
  }
}
