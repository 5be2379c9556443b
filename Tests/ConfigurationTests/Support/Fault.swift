import CustomDump
import TestSupport
import Testing

/// The sample with one thing spoilt, and the whole of what the terminal must show.
struct Fault: CustomTestStringConvertible, Sendable {
  var name: String
  var file: String
  /// What is replaced, once; nil to replace the whole file.
  var old: String?
  var new: String
  var report: String

  init(_ name: String, in file: String, _ old: String?, _ new: String, _ report: String) {
    self.name = name
    self.file = file
    self.old = old
    self.new = new
    self.report = report
  }

  var testDescription: String { name }

  func check() throws {
    var texts = Sample.texts
    if let old {
      let text = try #require(texts[file])
      try #require(text.contains(old), "the sample has no such text")
      texts[file] = text.replacing(old, with: new, maxReplacements: 1)
    } else {
      texts[file] = new
    }
    expectNoDifference(Sample.report(texts), report + "\n")
  }
}
