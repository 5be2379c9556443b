import Glibc

/// Interruptions from the keyboard and from whoever stops the program, which wait until what is being
/// written is whole.
public struct HeldInterruptions {
  private let handlers: [(number: Int32, handler: __sighandler_t?)]

  /// Holds them from now on.
  public init() {
    handlers = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_IGN)) }
  }

  /// Lets them through again.
  public func release() {
    for (number, handler) in handlers { _ = signal(number, handler) }
  }
}
