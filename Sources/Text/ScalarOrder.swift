/// The order of strings by scalars, which no locale changes.
public func scalarOrder(_ a: String, _ b: String) -> Bool {
  // The order of UTF-8 is that of scalars.
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
