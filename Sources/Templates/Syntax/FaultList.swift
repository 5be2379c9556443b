import Diagnostics

/// The faults of one file: all of them, up to a number that no author wants to read through.
///
/// The bound keeps the time linear, whatever the file: to find a place costs the length of its line.
struct FaultList {
  static let limit = 200

  private(set) var list = DiagnosticList()
  private var count = 0

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { count >= FaultList.limit }

  mutating func add(_ diagnostic: Diagnostic) {
    guard !isFull else { return }
    count += 1
    list.add(diagnostic)
  }

  mutating func add(contentsOf other: DiagnosticList) {
    guard !other.isEmpty else { return }
    count += other.errorCount
    list.add(contentsOf: other)
  }
}
