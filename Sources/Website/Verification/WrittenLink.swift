import Diagnostics
import Markdown
import Notes
import Templates

/// A link or an image that an author wrote in the text of a page, and where.
struct WrittenLink: Sendable {
  var destination: String
  var place: Place?
  var includedFrom: [Place]

  /// All those of a text.
  ///
  /// - Parameter locate: the place of a position in the author's file, and the inclusions that led
  ///   there, nearest first.
  static func all(
    in document: Document, locate: (Position) -> (place: Place?, includedFrom: [Place])
  ) -> [WrittenLink] {
    var links: [WrittenLink] = []
    document.forEachInline { inline in
      switch inline {
      case .link(let link), .image(let link):
        let (place, includedFrom) = locate(link.position)
        links.append(
          WrittenLink(
            destination: link.destination, place: place, includedFrom: includedFrom))
      default: break
      }
    }
    return links
  }
}

extension Note {
  /// The links that its authors wrote.
  var writtenLinks: [WrittenLink] {
    WrittenLink.all(in: document) { position in
      let origin = origin(of: position)
      return (origin?.valuePlace ?? origin?.place, origin?.includedFrom ?? [])
    }
  }
}
