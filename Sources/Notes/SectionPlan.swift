import Diagnostics
import Facts

/// The sections of one note, in order: the family's plan, changed by the department, then by the year.
struct SectionPlan {
  struct Entry: Hashable {
    var name: String
    /// Where the name was written, for faults that concern the section as a whole.
    var place: Place?
  }

  private(set) var entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  var names: [String] { entries.map(\.name) }

  /// Applies one `sections:` record: first what is removed, then what is added, then what moves.
  mutating func apply(_ changes: Record, diagnostics: inout DiagnosticList) {
    for fact in changes.list(at: "retirer") {
      guard case .text(let name) = fact.value else { continue }
      if let index = index(of: name, at: fact.place, diagnostics: &diagnostics) {
        entries.remove(at: index)
      }
    }
    for fact in changes.list(at: "ajouter") {
      guard case .record(let change) = fact.value, let name = change.text(at: "nom") else { continue }
      let place = change["nom"]?.place ?? fact.place
      if names.contains(name) {
        diagnostics.add(.sectionAlreadyThere(name, at: place))
      } else if let index = target(of: change, diagnostics: &diagnostics) {
        entries.insert(Entry(name: name, place: place), at: index)
      }
    }
    for fact in changes.list(at: "deplacer") {
      guard case .record(let change) = fact.value, let name = change.text(at: "nom") else { continue }
      let place = change["nom"]?.place ?? fact.place
      guard let from = index(of: name, at: place, diagnostics: &diagnostics) else { continue }
      let entry = entries.remove(at: from)
      let index = target(of: change, diagnostics: &diagnostics) ?? from
      entries.insert(entry, at: index)
    }
  }

  /// The index at which a section goes, from `apres` or `avant`; nil when the name is unknown.
  private func target(of change: Record, diagnostics: inout DiagnosticList) -> Int? {
    if let fact = change["apres"], case .text(let name) = fact.value {
      if name == "debut" { return 0 }
      if name == "fin" { return entries.count }
      return index(of: name, at: fact.place, diagnostics: &diagnostics).map { $0 + 1 }
    }
    if let fact = change["avant"], case .text(let name) = fact.value {
      return index(of: name, at: fact.place, diagnostics: &diagnostics)
    }
    return nil
  }

  private func index(
    of name: String, at place: Place?, diagnostics: inout DiagnosticList
  ) -> Int? {
    if let index = names.firstIndex(of: name) { return index }
    diagnostics.add(.sectionNotInPlan(name, among: names, at: place))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func sectionAlreadyThere(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionDejaPresente, "La section « \(name) » est déjà dans le plan de la note.",
      at: place,
      expected: "un autre nom ; pour changer le texte d’une section, il suffit d’un fichier du "
        + "même nom dans le dossier du département")
  }

  fileprivate static func sectionNotInPlan(
    _ name: String, among names: [String], at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionAbsenteDuPlan, "La section « \(name) » n’est pas dans le plan de la note.",
      at: place, expected: "un de ces noms : " + names.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: name, among: names))
  }
}
