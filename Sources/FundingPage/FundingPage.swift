/// The calculation for the reader's browser: the same sources as `Funding`, as WebAssembly.
///
/// The plugin of the package compiles them at each build and writes `pageWasm` beside this file.
public enum FundingPage {
  /// The module, packed as a block of LZ4, in base64 without line breaks; it imports nothing.
  ///
  /// **Shape**: exports `memory`, `input()` and `output()` (addresses of the first slots) and
  /// `calculate()`. The slots are Float64, laid out as `Funding.Layout` says.
  public static var wasmBase64: String { pageWasm }
}
