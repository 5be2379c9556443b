import CustomDump
import Diagnostics
import Testing

private enum Code: String, CaseIterable, DiagnosticCode {
  case a
  case b

  var explanation: String { rawValue }
}

@Suite struct DiagnosticListTests {
  @Test func sortedByFileThenPositionThenCode() {
    var list = DiagnosticList()
    func add(_ code: Code, _ message: String, _ place: Place?) {
      list.add(Diagnostic(code, message, at: place))
    }
    add(.b, "8", Place(file: "é.md"))
    add(.a, "7", Place(file: "z.md"))
    add(.b, "6", Place(file: "a.md", line: 10))
    add(.a, "5", Place(file: "a.md", line: 2, column: 3))
    add(.b, "4", Place(file: "a.md", line: 2, column: 1))
    add(.a, "3", Place(file: "a.md", line: 2, column: 1))
    add(.b, "2", nil)
    add(.a, "1", nil)
    expectNoDifference(list.sorted.map(\.message), ["1", "2", "3", "4", "5", "6", "7", "8"])
  }

  /// Of a file that is no such file at all, the first messages are kept and the others counted.
  @Test func manyProblemsOfOneFile() {
    var list = DiagnosticList()
    for _ in 0..<2 {
      for line in 1...500 {
        list.add(Diagnostic(Code.a, "x", at: Place(file: "a.md", line: line)))
      }
    }
    list.add(Diagnostic(Code.a, "x", at: Place(file: "a.md"), severity: .warning))
    list.add(Diagnostic(Code.a, "x", at: Place(file: "b.md")))
    var whole = DiagnosticList()
    whole.add(contentsOf: list)
    whole.add(contentsOf: list)
    for list in [list, whole] {
      #expect(list.sorted.count == DiagnosticList.limit + 2)
      #expect(list.errorCount == 501 && list.warningCount == 1)
      expectNoDifference(
        list.others, [DiagnosticList.Others(file: "a.md", severity: .error, count: 300)])
    }
  }

  /// What is counted only is corrected all the same, unless it was waived.
  @Test func correctionsOfManyProblems() {
    var list = DiagnosticList()
    for line in 1...500 {
      let place = Place(file: "a.md", line: line)
      for isCertain in [true, false] {
        list.add(
          Diagnostic(
            Code.a, "\(isCertain)", at: place, severity: line > 400 ? .waived : .warning,
            correction: Correction(place, with: "y", isCertain: isCertain)))
      }
    }
    var whole = DiagnosticList()
    whole.add(contentsOf: list)
    for list in [list, whole] {
      let corrections = list.certainCorrections { _ in false }
      expectNoDifference(corrections["a.md"]?.map(\.start.line).sorted(), Array(1...400))
      #expect(list.certainCorrections { $0 == "a.md" }.isEmpty)
    }
  }

  @Test func sameProblemIsKeptOnce() {
    var list = DiagnosticList()
    #expect(list.isEmpty && !list.hasErrors)
    let warning = Diagnostic(Code.a, "x", at: nil, severity: .warning)
    list.add(warning)
    list.add(warning)
    #expect(!list.hasErrors)
    var others = DiagnosticList()
    others.add(warning)
    others.add(Diagnostic(Code.a, "x", at: nil))
    list.add(contentsOf: others)
    #expect(list.errorCount == 1 && list.warningCount == 1 && list.hasErrors)
  }

  @Test func lengthIsAtLeastOne() { #expect(Place(file: "a", length: 0).length == 1) }
}
