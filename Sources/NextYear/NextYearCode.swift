public import Diagnostics

/// What can keep the files of a year from being edited into those of the next.
public enum NextYearCode: String, CaseIterable, DiagnosticCode {
  case fixedSpelling = "valeur-non-modifiable"

  public var explanation: String {
    "Une valeur écrite ainsi, par exemple sur deux lignes, ne peut pas être reprise pour une autre année."
  }
}
