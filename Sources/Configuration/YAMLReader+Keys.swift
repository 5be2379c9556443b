import Diagnostics
import YAML

extension YAMLReader {
  /// Reads a file of facts: its keys are those of all schemas.
  static func read(
    _ source: SourceText, into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    read(source, isKey: SchemaKeys.isKnown, into: &diagnostics)
  }
}
