import CustomDump
import Foundation
import TestSupport
import Testing

/// What a shell proposes after « tab ».
@Suite struct CompletionTests {
  /// What bash proposes for the last word of a command line, by the script that the program prints.
  private func proposed(_ line: String, in site: ContentFolder) throws -> [String] {
    try site.write("completion.bash", site.cadrage("--generate-completion-script", "bash").output)
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    try site.write(
      "complete.sh",
      """
      PATH="\(Repository.executable.deletingLastPathComponent().path):$PATH"
      source completion.bash
      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)'
      COMP_POINT=${#COMP_LINE}
      _cadrage "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    let run = try Command("/bin/bash", ["complete.sh"], in: site.url).run()
    expectNoDifference(run.errors, "")
    return run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(
    arguments: [
      ("cadrage note ", ["bresse"]),
      ("cadrage note bresse ", ["2025-2026", "2026-2027"]),
      ("cadrage note bresse/ ", ["2025-2026", "2026-2027"]),
      ("cadrage explain bresse 2025-2026 ps.p", ["ps.plafond"]),
      (
        "cadrage explain bresse 2025-2026 calendrier.d",
        [
          "calendrier.du", "calendrier.depot", "calendrier.depot.etape", "calendrier.depot.libelle",
          "calendrier.depot.du", "calendrier.depot.au",
        ]
      ), ("cadrage explain bresse 2025/2026 calendrier.depot.a", ["calendrier.depot.au"]),
      ("cadrage explain corse 2025-2026 calendrier.d", ["calendrier.du"]),
      ("cadrage new year bresse ", ["2027-2028"]),
      ("cadrage diff bresse ", ["2025-2026", "2026-2027"]),
      ("cadrage diff bresse/2025", ["bresse/2025-2026"]),
      (
        "cadrage new department 2",
        ["2A", "2B", "21", "22", "23", "24", "25", "26", "27", "28", "29"]
      ),
      ("cadrage new department 34 --famille ", ["note"]),
      ("cadrage publish b", ["bresse"]), ("cadrage rename ", ["bresse"]),
      ("cadrage withdraw ", ["bresse"]),
      ("cadrage withdraw bresse ", ["2025-2026", "2026-2027"]),
    ])
  func bash(_ line: String, _ expected: [String]) throws {
    expectNoDifference(try proposed(line, in: .twoYears()), expected)
  }

  @Test(arguments: ["zsh", "fish"]) func scriptAsksTheProgram(_ shell: String) throws {
    let script = try ContentFolder.empty().cadrage("--generate-completion-script", shell).output
    for word in ["department", "family", "schema", "---completion"] {
      #expect(script.contains(word), "\(word)")
    }
    #expect(!script.contains("Show "))
  }
}
