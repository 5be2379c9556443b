extension Array {
  /// The elements for the positions from 0, made in place: no code to grow in the browser's module.
  init(count: Int, _ element: (Int) -> Element) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      for position in 0..<count {
        buffer.initializeElement(at: position, to: element(position))
        initialized += 1
      }
    }
  }
}
