import Comparison
import Facts
import Glibc
import Markdown

// Measures the comparison of notes: run it with `swift run -c release --package-path Benchmarks`.
// Two Markdown files may be given as arguments: they are then compared as well.

/// Compares two texts a few times and prints the best and the median time, in milliseconds.
func measure(_ name: String, _ before: [TextSection], _ after: [TextSection], runs: Int = 21) {
  let facts = Record(Schema("la note", []))
  let old = ComparedNote(identifier: "a", facts: facts, sections: before)
  let new = ComparedNote(identifier: "b", facts: facts, sections: after)
  var times: [Double] = []
  var changes = 0
  for _ in 0..<runs {
    let clock = ContinuousClock()
    var comparison: NoteComparison?
    let time = clock.measure { comparison = NoteComparison(from: old, to: new) }
    times.append(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
    changes = comparison?.textChanges.count ?? 0
  }
  times.sort()
  let padded = name + String(repeating: " ", count: max(0, 44 - name.count))
  print(
    "\(padded) best \(rounded(times[0])) ms, median \(rounded(times[times.count / 2])) ms, "
      + "\(changes) changes")
}

func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

/// The most memory the process has held, in megabytes.
func peak() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return rounded(Double(usage.ru_maxrss) / 1024)
}

func paragraph(_ words: Int, _ word: (Int) -> String) -> [TextSection] {
  let text = (0..<words).map(word).joined(separator: " ")
  return [TextSection(name: "a", title: "A", blocks: [TextBlock(.paragraph, RichText(text))])]
}

var samples = SampleNotes(seed: 2026)
let note = samples.note(words: 4_000)
print("memory before: \(peak()) MB")
measure("4,000 words, the same", note, note)
measure("4,000 words, 2 % of them differ", note, samples.edited(note, oneIn: 50))
measure("4,000 words, 10 % of them differ", note, samples.edited(note, oneIn: 10))
measure("4,000 words, nothing shared", note, samples.note(words: 4_000, stem: "x"))
measure("4,000 words, another text of the same words", note, samples.note(words: 4_000))
print("memory: \(peak()) MB")

var large = note
for section in large.indices { large[section].blocks.reverse() }
measure("4,000 words, every section turned round", note, large)
for size in [8_000, 16_000, 32_000, 64_000] {
  let long = samples.note(words: size)
  measure("\(size) words, 2 % of them differ", long, samples.edited(long, oneIn: 50), runs: 5)
  measure(
    "\(size) words, nothing shared", long, samples.note(words: size, stem: "x"), runs: 5)
  measure("\(size) words, another text", long, samples.note(words: size), runs: 5)
}
for size in [20_000, 40_000, 80_000] {
  measure(
    "one paragraph of \(size) words, half differ", paragraph(size) { "mot\($0 % 997)" },
    paragraph(size) { $0.isMultiple(of: 2) ? "mot\($0 % 997)" : "autre\($0 % 991)" }, runs: 3)
  measure(
    "the same word \(size) times, or a bit less", paragraph(size) { _ in "mot" },
    paragraph(size - size / 10) { $0.isMultiple(of: 100) ? "autre" : "mot" }, runs: 3)
}
print("memory: \(peak()) MB")
