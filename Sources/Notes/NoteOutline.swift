import Configuration
import Diagnostics
import Templates

/// What a note is written from: where its sections are looked up, and the order in which they stand.
struct NoteOutline: Sendable {
  let facts: NoteFacts
  let family: Family
  /// The most specific first.
  let folders: [String]
  let library: TemplateLibrary
  private(set) var plan: SectionPlan

  /// Nil for want of a family or of an edition, which was told.
  ///
  /// - Parameter families: those of the department: what its own file changes may concern another.
  /// **Errors**: those of `SectionPlan.apply`.
  init?(
    _ facts: NoteFacts, in sections: SectionLibrary, editions: [Edition],
    families: [Family] = [], diagnostics: inout DiagnosticList
  ) {
    guard let family = facts.family, facts.edition != nil else { return nil }
    self.facts = facts
    self.family = family
    folders = SectionLibrary.folders(for: facts, family: family, editions: editions)
    library = sections.library(in: folders)
    plan = SectionPlan(family)
    let levels = facts.sectionChanges.isEmpty ? [:] : library.headingLevels
    for changes in facts.sectionChanges {
      let others = changes.areLasting ? families.filter { $0.slug != family.slug } : []
      plan.apply(changes, levels: levels, others: others, diagnostics: &diagnostics)
    }
  }

  /// The paths of the files that the note is made of.
  var usedPaths: Set<String> {
    Set(library.reachable(from: plan.names).compactMap { library[$0]?.source.path })
  }
}

extension TemplateLibrary {
  /// The level of each section's first heading, 1 to 6, by name; sections without heading are left out.
  fileprivate var headingLevels: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        self[name]?.headingLevel.map { (name, $0) }
      })
  }
}
