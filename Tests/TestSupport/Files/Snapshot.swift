import CustomDump
public import Foundation
import Testing

/// Expects the text that a file holds; `RECORD_SNAPSHOTS=1` writes the file again.
///
/// Recording fails, so that nobody takes what was just written for what was checked.
public func expectSnapshot(
  _ text: String, at file: URL, fileID: StaticString = #fileID,
  filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) throws {
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(file.path): read the difference, then run again without recording")
    return
  }
  expectNoDifference(
    text, try String(contentsOf: file, encoding: .utf8), fileID: fileID, filePath: filePath,
    line: line, column: column)
}
