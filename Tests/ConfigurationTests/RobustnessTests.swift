import CustomDump
import Configuration
import Diagnostics
import Facts
import TestSupport
import Testing

/// Whatever the bytes, reading ends, with a result or with an error.
@Suite struct RobustnessTests {
  @Test(arguments: UInt64(0)..<40) func randomTexts(seed: UInt64) {
    var random = RobustnessTests.generator(seed)
    let alphabet = Array(
      "abn:-–—#,'\"[]{}&*!|>%@?<~ \t\n\u{A0}\u{202F}é«»“”0.5€/\\\r\u{2028}".unicodeScalars)
    for _ in 0..<30 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text.append(alphabet.randomElement(using: &random) ?? " ")
      }
      check(String(text), in: Sample.settings, of: [:])
    }
  }

  @Test(arguments: UInt64(0)..<40) func mutatedSample(seed: UInt64) {
    var random = RobustnessTests.generator(seed)
    let files = [Sample.year, Sample.department, Sample.rules, Sample.settings, Sample.plan]
    for _ in 0..<4 {
      let file = files.randomElement(using: &random) ?? Sample.year
      var scalars = Array((Sample.texts[file] ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&scalars, &random) }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      check(String(view), in: file)
    }
  }

  /// Far from the small numbers: each seed begins one number further in the same sequence.
  private static func generator(_ seed: UInt64) -> SeededGenerator {
    SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A file gives facts or at least one error, and every place is in the file.
  private func check(_ text: String, in file: String, of sample: [String: String] = Sample.texts) {
    var texts = sample
    texts[file] = text
    let (configuration, diagnostics) = Sample.read(texts)
    for diagnostic in diagnostics.sorted {
      guard let place = diagnostic.place, let source = configuration.tree[place.file] else {
        continue
      }
      let length = source.line(place.line)?.unicodeScalars.count
      #expect(length != nil, "\(diagnostic) in \(text.debugDescription)")
      #expect(place.column <= (length ?? 0) + 1, "\(diagnostic) in \(text.debugDescription)")
    }
    if !diagnostics.hasErrors {
      let note = configuration.departments.first?.notes.first
      #expect(note?.record.text(at: "departement.code") != nil)
      #expect(configuration.settings != nil)
      #expect(note?.family != nil && note?.edition != nil)
    }
  }

  private func mutate(_ scalars: inout [Unicode.Scalar], _ random: inout SeededGenerator) {
    guard !scalars.isEmpty else { return }
    let index = Int.random(in: 0..<scalars.count, using: &random)
    let other = Int.random(in: 0..<scalars.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: scalars.remove(at: index)
    case 1: scalars.insert(scalars[other], at: index)
    case 2: scalars.swapAt(index, other)
    case 3:
      scalars[index] =
        "\"'[]{}:#-,\n\t\u{A0}*&|>".unicodeScalars.randomElement(using: &random) ?? " "
    default: scalars.removeSubrange(index..<min(scalars.count, index + 20))
    }
  }

  @Test func aliasBombs() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    var texts = Sample.texts
    texts[Sample.glossary] = bomb
    expectNoDifference(
      Set(Sample.read(texts).diagnostics.sorted.map(\.code)), ["alias-yaml"])
  }

  /// Inside brackets nothing is mended: the file is refused before its keys are compared.
  @Test func aliasBombInAKey() {
    var bomb = "- [&a0 [x, x, x, x, x, x, x, x, x, x]"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += ", &a\(level) [\(items)]"
    }
    var texts = Sample.texts
    texts[Sample.glossary] = bomb + "]\n- {? *a9 : 1}\n"
    expectNoDifference(
      Sample.read(texts).diagnostics.sorted.map { "\($0.place?.column ?? 0) \($0.message)" },
      ["4 Une ancre ou un alias (« & », « * ») remplace une valeur."])
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}")]) func deepNesting(_ open: String, _ close: String) {
    var texts = Sample.texts
    for depth in [100, 900, 20_000] {
      texts[Sample.glossary] =
        "- "
        + String(repeating: open, count: depth) + String(repeating: close, count: depth) + "\n"
      #expect(Sample.read(texts).diagnostics.sorted.contains { $0.code == "yaml-trop-profond" })
    }
  }

  @Test(
    arguments: [
      (String(repeating: "- a\n", count: 30_000), "Le fichier a plus de 20 000 lignes."),
      (
        "- [" + String(repeating: "a, ", count: 30_000) + "]\n",
        "Le fichier contient plus de 20 000 valeurs."
      ),
    ])
  func tooLong(_ text: String, _ message: String) {
    var texts = Sample.texts
    texts[Sample.glossary] = text
    let found = Sample.read(texts).diagnostics.sorted.filter { $0.code == "yaml-trop-long" }
    expectNoDifference(found.map(\.message), [message])
  }

  /// A file with thousands of slips is answered like any other; the first hundred are shown.
  @Test func manySlips() {
    var texts = Sample.texts
    texts[Sample.glossary] = String(repeating: "\u{A0}a: b #c\u{200B}\n", count: 5_000)
    let diagnostics = Sample.read(texts).diagnostics
    #expect(diagnostics.errorCount == 200)
  }
}
