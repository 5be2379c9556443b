extension Document {
  /// The document with other destinations for its links and images.
  ///
  /// - Parameter resolve: the new destination of a link that leads to another page of the same site;
  ///   anchors of the document and whole addresses stay.
  public func resolvingLinks(_ resolve: (String) -> String) -> Document {
    var document = self
    document.visitInlines { content, _ in content = content.resolvingLinks(resolve) }
    return document
  }
}

extension [Inline] {
  fileprivate func resolvingLinks(_ resolve: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .link(let link): .link(link.resolved(resolve))
      case .image(let image): .image(image.resolved(resolve))
      case .emphasis(let content): .emphasis(content.resolvingLinks(resolve))
      case .strong(let content): .strong(content.resolvingLinks(resolve))
      case .strikethrough(let content): .strikethrough(content.resolvingLinks(resolve))
      case .text, .softBreak, .lineBreak, .code, .html, .noteReference, .abbreviation,
        .explanation:
        inline
      }
    }
  }
}

extension Link {
  fileprivate func resolved(_ resolve: (String) -> String) -> Link {
    var link = self
    if address == .relative { link.destination = resolve(destination) }
    link.content = content.resolvingLinks(resolve)
    return link
  }
}
