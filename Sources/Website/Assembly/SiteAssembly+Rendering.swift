extension SiteAssembly {
  /// A page in its layout, with what every page receives.
  ///
  /// - Parameter hasFeed: whether the page may lead to the feed.
  func render(_ page: Page, hasFeed: Bool) -> String {
    let frame = PageFrame(
      page: page, settings: content.settings, address: content.address, hasFeed: hasFeed,
      version: version)
    return content.layouts.page(page.layout, with: frame.record)
  }
}
