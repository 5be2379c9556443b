import Facts

/// What one kind of page shows, and the layout that shows it.
protocol PageContent: Sendable {
  static var layout: Page.Layout { get }
  static var form: PageForm<Self> { get }
}

/// What the layout of a page receives: what every page does, then its own.
typealias PageForm<Content> = Form<FramedContent<Content>>

/// What a page shows, and what surrounds it.
struct FramedContent<Content> {
  let frame: PageFrame
  let content: Content
}

extension Form {
  /// - Parameter own: what the layout receives besides what every page does.
  init<Content>(page name: String, _ own: [Form<Content>.Entry])
  where Source == FramedContent<Content> {
    self.init(name, PageFrame.entries.map { $0.of(\.frame) } + own.map { $0.of(\.content) })
  }
}

extension PageContent {
  /// What the layout receives, in the frame of its page.
  func record(in frame: PageFrame) -> Record {
    Self.form.record(of: FramedContent(frame: frame, content: self))
  }
}
