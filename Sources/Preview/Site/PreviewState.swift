import Diagnostics
import Dispatch
import Files
import Synchronization
import Website

/// What the preview shows: the site as it was last made without error, and what is wrong since.
final class PreviewState: Sendable {
  struct Shown: Sendable {
    /// Grows by one at each change, from 1.
    var version = 0
    /// Nil until the site could be made once.
    var site: MadeSite?
    /// Whether the site is made from the sources as they are now.
    var isCurrent = false
    /// Sorted.
    var messages: [Diagnostic] = []
    /// What the sources say now, as far as they can be read; the messages speak of it.
    var made: LiveSite.Made?
  }

  private struct State {
    var shown = Shown()
    var waiting: [DispatchSemaphore] = []
  }

  private let state = Mutex(State())
  /// One at a time, so that what is shown last is what was read last.
  private let maker: Mutex<SiteMaker>

  init(_ maker: SiteMaker) { self.maker = Mutex(maker) }

  /// Makes the site from the sources as they are now.
  func make() {
    maker.withLock { maker in
      if let made = maker.make() { show(made) }
    }
  }

  var shown: Shown { state.withLock(\.shown) }

  /// Shows what was made, and wakes whoever waits for it.
  private func show(_ made: SiteMaker.Result) {
    // What was shown before may be much: it goes away outside the lock.
    let before = shown
    defer { withExtendedLifetime(before) {} }
    let waiting = state.withLock { state in
      state.shown.version += 1
      state.shown.messages = made.messages
      state.shown.made = made.made
      state.shown.isCurrent = made.site != nil
      if let site = made.site { state.shown.site = site }
      defer { state.waiting = [] }
      return state.waiting
    }
    for semaphore in waiting { semaphore.signal() }
  }

  /// What is shown once it is another version than one that is known, or after some seconds.
  func next(after version: Int, seconds: Int) -> Shown {
    let semaphore = DispatchSemaphore(value: 0)
    let shown = state.withLock { state -> Shown? in
      if state.shown.version != version { return state.shown }
      state.waiting.append(semaphore)
      return nil
    }
    if let shown { return shown }
    _ = semaphore.wait(timeout: .now() + .seconds(seconds))
    return state.withLock { state in
      state.waiting.removeAll { $0 === semaphore }
      return state.shown
    }
  }
}
