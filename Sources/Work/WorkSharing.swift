import Dispatch
import Synchronization

/// Work shared out over the cores of the machine.
public enum WorkSharing {
  /// The result for each item, in the order of the items, whichever core made it.
  ///
  /// Work that says what is wrong gives its own list back with its result: lists joined in the order
  /// of the items are the same on every machine.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = body(items[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
