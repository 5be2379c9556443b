import Configuration
import Diagnostics

/// The sections of one note, in order: the family's plan, changed by the department, then by the year.
struct SectionPlan: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    var name: String
    /// Where the name was written, for faults that concern the section as a whole.
    var place: Place
  }

  private(set) var entries: [Entry]
  /// Where a file took the sections out that the plan had, by their names.
  private(set) var removals: [String: Place] = [:]

  init(_ family: Family) {
    entries = family.sections.map { Entry(name: $0.name, place: $0.place) }
  }

  var names: [String] { entries.map(\.name) }

  /// Applies what one file changes: first a plan of its own, then what is
  /// removed, then what is added, then what moves.
  ///
  /// A section leaves or moves with its sub-parts, and goes after those of the section that it is put
  /// behind. A sub-part that moves elsewhere stays when its section leaves.
  ///
  /// - Parameters:
  ///   - levels: the level of each section's first heading, 1 to 6, by name. A section without
  ///     heading goes on with the one before it.
  ///   - others: the other families that the changes are for: what names a section of theirs, and none
  ///     of this plan, changes nothing here.
  mutating func apply(
    _ changes: SectionChanges, levels: [String: Int], others: [Family] = [],
    diagnostics: inout DiagnosticList
  ) {
    var elsewhere = Set(others.flatMap { $0.sections.map(\.name) })
    func isElsewhere(_ name: String?) -> Bool {
      name.map { elsewhere.contains($0) && !names.contains($0) } ?? false
    }
    let before = names
    if let only = changes.only {
      entries = SectionPlan.entries(only, diagnostics: &diagnostics)
      for name in before { removals[name] = only.first?.place }
    }
    let kept = Set(changes.moved.map(\.name))
    var gone: Set<String> = []
    // Its sub-parts may be named too: they are gone with it.
    for removal in changes.removed
    where !gone.contains(removal.name) && !isElsewhere(removal.name) {
      guard let first = index(of: removal.name, at: removal.place, diagnostics: &diagnostics)
      else { continue }
      let part = first..<end(ofPartAt: first, levels: levels)
      let leaving = part.filter { $0 == first || !kept.contains(entries[$0].name) }
      gone.formUnion(leaving.map { entries[$0].name })
      for index in leaving { removals[entries[index].name] = removal.place }
      for index in leaving.reversed() { entries.remove(at: index) }
    }
    for addition in changes.added {
      if isElsewhere(addition.target.name) {
        elsewhere.insert(addition.name)
      } else if names.contains(addition.name) {
        diagnostics.add(.sectionAlreadyThere(addition.name, at: addition.place))
      } else {
        // Beside an unknown section it goes at the end, so that it is not said to be useless too.
        let index =
          index(of: addition, levels: levels, diagnostics: &diagnostics) ?? entries.count
        entries.insert(Entry(name: addition.name, place: addition.place), at: index)
      }
    }
    for move in changes.moved
    where !isElsewhere(move.name) && !isElsewhere(move.target.name) {
      guard let from = index(of: move.name, at: move.place, diagnostics: &diagnostics) else {
        continue
      }
      var part = from..<end(ofPartAt: from, levels: levels)
      // Beside one of its own sub-parts it can only go alone.
      if entries[part].contains(where: { $0.name == move.target.name }) { part = from..<(from + 1) }
      let moved = entries[part]
      entries.removeSubrange(part)
      let to = index(of: move, levels: levels, diagnostics: &diagnostics) ?? from
      entries.insert(contentsOf: moved, at: to)
    }
    for name in names { removals[name] = nil }
  }

  /// A plan that stands for the family's; a section counts once.
  private static func entries(
    _ only: [Family.Entry], diagnostics: inout DiagnosticList
  ) -> [Entry] {
    var entries: [Entry] = []
    for entry in only {
      if entries.contains(where: { $0.name == entry.name }) {
        diagnostics.add(.sectionAlreadyThere(entry.name, at: entry.place))
      } else {
        entries.append(Entry(name: entry.name, place: entry.place))
      }
    }
    return entries
  }

  /// The index after the sub-parts of a section: those that follow with a deeper heading, or none.
  private func end(ofPartAt index: Int, levels: [String: Int]) -> Int {
    guard let level = levels[entries[index].name] else { return index + 1 }
    return entries[(index + 1)...].firstIndex { (levels[$0.name] ?? .max) <= level }
      ?? entries.count
  }

  /// The index at which a section goes; nil when the one it goes beside is unknown.
  private func index(
    of placement: SectionChanges.Placement, levels: [String: Int],
    diagnostics: inout DiagnosticList
  ) -> Int? {
    switch placement.target {
    case .start: return 0
    case .end: return entries.count
    case .before(let name):
      return index(of: name, at: placement.targetPlace, diagnostics: &diagnostics)
    case .after(let name):
      let target = index(of: name, at: placement.targetPlace, diagnostics: &diagnostics)
      guard let target else { return nil }
      // A sub-part goes right behind its section, its equal behind all that belongs to it.
      let isSubpart = levels[placement.name] ?? .max > levels[name] ?? .max
      return isSubpart ? target + 1 : end(ofPartAt: target, levels: levels)
    }
  }

  private func index(of name: String, at place: Place, diagnostics: inout DiagnosticList) -> Int? {
    if let index = names.firstIndex(of: name) { return index }
    diagnostics.add(.sectionNotInPlan(name, among: names, at: place))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func sectionAlreadyThere(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionAlreadyInPlan, "La section « \(name) » est déjà dans le plan de la note.",
      at: place,
      expected: "un autre nom ; pour changer le texte d’une section, il suffit d’un fichier du "
        + "même nom dans le dossier du département")
  }

  static func sectionNotInPlan(
    _ name: String, among names: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionNotInPlan, "La section « \(name) » n’est pas dans le plan de la note.",
      at: place, expected: "un de ces noms : " + names.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: name, among: names),
      correction: Suggestion.correction(of: name, at: place, among: names))
  }
}
