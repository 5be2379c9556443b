/// The order of strings by scalars, which no locale changes.
public func scalarOrder(_ a: String, _ b: String) -> Bool {
  a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
}
