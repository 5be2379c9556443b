import Dispatch
import FoundationEssentials
import Synchronization

/// Work shared out over the cores of the machine.
public enum WorkSharing {
  /// The result for each item, in the order of the items, whichever core made it.
  ///
  /// A core that is left without work helps with what others share out within theirs, so that the
  /// last and longest item keeps no core waiting.
  ///
  /// Work that says what is wrong gives its own list back with its result: lists joined in the order
  /// of the items are the same on every machine.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: items.count))
    let taken = Atomic(0)
    let takeItem: @Sendable () -> Bool = {
      let index = taken.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { return false }
      let result = body(items[index])
      results.withLock { $0[index] = result }
      return true
    }
    withoutActuallyEscaping(takeItem) { takeItem in
      let helpers = DispatchGroup()
      repeat {
        // The caller takes one item itself.
        while taken.load(ordering: .relaxed) + 1 < items.count, FreeCores.take() {
          // A queue of its own has a thread at once, however many others wait for something.
          DispatchQueue(label: "cadrage.work").async(group: helpers) {
            while takeItem() {}
            FreeCores.giveBack()
          }
        }
      } while takeItem()
      FreeCores.giveBack()
      helpers.wait()
      FreeCores.takeBack()
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

/// The cores of the machine that have no work; below zero for a moment where one comes back to its own.
private enum FreeCores {
  private static let count = Mutex(ProcessInfo.processInfo.activeProcessorCount - 1)

  static func take() -> Bool {
    count.withLock { count in
      guard count > 0 else { return false }
      count -= 1
      return true
    }
  }

  static func giveBack() { count.withLock { $0 += 1 } }
  static func takeBack() { count.withLock { $0 -= 1 } }
}
