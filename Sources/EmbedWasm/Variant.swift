/// The modules that can be made from the same sources.
enum Variant: String, CaseIterable {
  /// What readers get.
  case page
  /// For tests: every amount is twice what it should be.
  case doubled
  /// For tests: the page's, and `digest(seed, rows)`.
  case digest

  /// The compilation condition of the sources, if any.
  var condition: String? { self == .page ? nil : rawValue.uppercased() }

  /// Whether a page loads it, packed.
  var isForPages: Bool { self != .digest }

  /// The name of the constant in the Swift source that holds the module.
  var constant: String { rawValue + "Wasm" }
}
