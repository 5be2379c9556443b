/// The script and the style that the preview adds to pages, by subject in `Browser/`.
enum BrowserFiles {
  static let script =
    PackageResources.elements_js + PackageResources.champs_js + PackageResources.nouvelles_js
    + PackageResources.messages_js + PackageResources.valeurs_js + PackageResources.marques_js
    + PackageResources.textes_js + PackageResources.publication_js
    + PackageResources.demarrage_js
  /// What reaches the page itself.
  static let pageStyle = PackageResources.valeurs_css
  static let style = PackageResources.apercu_css
}
