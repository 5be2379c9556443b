package import Configuration
package import Diagnostics
import Facts
package import Files
import Markdown
import Templates
import Work

/// Makes the notes of one department, with the words that all departments share.
package struct NoteLoader {
  /// What the plans of the notes are, for what only all departments together tell.
  package private(set) var plans = DepartmentPlans()
  /// What is wrong with the words of the department alone, which hides no other fault.
  package private(set) var slips = DiagnosticList()
  private let words: CommonWords
  private var outlines: [NoteOutline] = []
  private var configuration: SiteConfiguration { words.configuration }

  /// Checks the words of the department and the plan of each of its notes.
  ///
  /// - Parameters:
  ///   - tree: one that holds its texts.
  ///   - diagnostics: with what was said of its facts.
  package init(
    _ department: Department, in tree: SourceTree, with words: CommonWords,
    diagnostics: inout DiagnosticList
  ) {
    self.words = words
    var sections = words.sections.adding(department.slug, in: tree, diagnostics: &diagnostics)
    sections.check(
      against: NoteSchema.visible, including: words.everything, diagnostics: &diagnostics)
    let families = configuration.families(of: department)
    for facts in department.notes {
      let outline = NoteOutline(
        facts, in: sections, editions: configuration.editions, families: families,
        diagnostics: &diagnostics)
      guard let outline else { continue }
      checkInclusions(of: outline, in: sections, diagnostics: &diagnostics)
      for entry in missingEntries(of: outline, in: sections) {
        plans.missing.append(
          .sectionWithoutFile(entry, folders: outline.folders, names: outline.library.names))
      }
      outlines.append(outline)
    }
    slips = sections.slips
    SectionLibrary.checkPlaces(tree, below: "departments/" + department.slug, &diagnostics)
    summarize(department)
    checkUse(of: sections, in: department, after: diagnostics)
    checkCauses()
  }

  /// Evaluates and reads all notes; nothing may be wrong with the facts and the words.
  package func notes(diagnostics: inout DiagnosticList) -> [Note] {
    // A section is prepared once for the notes that know the same acronyms.
    let own = outlines.first.flatMap { $0.facts.ownGlossary.isEmpty ? nil : $0.facts }
    let preparation =
      own.map { Preparation(configuration.glossary(of: $0)) }
      ?? Preparation(sharing: words.preparation)
    let editions = configuration.editions
    let made = WorkSharing.map(outlines) { outline in
      var found = DiagnosticList()
      let begun = editions.filter { $0.start <= outline.facts.year }
      let note = NoteWriter(
        outline: outline, preparation: preparation, editionCauses: begun.flatMap(\.causes)
      ).write(diagnostics: &found)
      return (note: note, found: found)
    }
    for (_, found) in made { diagnostics.add(contentsOf: found) }
    return made.map(\.note)
  }

  private mutating func summarize(_ department: Department) {
    plans.isWhole = !department.notes.isEmpty && outlines.count == department.notes.count
    for outline in outlines {
      let family = outline.family.slug
      plans.sections.formUnion(outline.plan.names.map { .init(family: family, name: $0) })
      plans.frozenNames.formUnion(outline.facts.frozen?.sectionNames ?? [])
      plans.usedPaths.formUnion(outline.usedPaths)
    }
  }

  /// The entries of a plan that no file stands for, in the edition of the note or in a later one.
  private func missingEntries(
    of outline: NoteOutline, in sections: SectionLibrary
  ) -> [SectionPlan.Entry] {
    let (facts, family, editions) = (outline.facts, outline.family, configuration.editions)
    return outline.plan.entries.filter { entry in
      guard outline.library[entry.name] == nil, !sections.exists(entry.name, in: outline.folders)
      else { return false }
      let later = SectionLibrary.laterFolders(for: facts, family: family, editions: editions)
      return
        !(family.sections.contains { $0.name == entry.name }
        && sections.exists(entry.name, in: later))
    }
  }

  /// Inclusions are looked up in the folders of the note, where a name may be missing or another file.
  private func checkInclusions(
    of outline: NoteOutline, in sections: SectionLibrary, diagnostics: inout DiagnosticList
  ) {
    let (library, folders) = (outline.library, outline.folders)
    library.checkCycles(from: outline.plan.names, diagnostics: &diagnostics)
    for name in library.reachable(from: outline.plan.names) {
      guard let template = library[name] else { continue }
      for inclusion in template.inclusions
      where library[inclusion.name] == nil && !sections.exists(inclusion.name, in: folders)
        && words.everything[inclusion.name] != nil
      {
        diagnostics.add(
          .inclusionOutOfReach(inclusion.name, at: template.place(of: inclusion), folders: folders))
      }
    }
  }

  /// The sections that causes name must be in the note, or in another of the department: a section
  /// may change by going away.
  private mutating func checkCauses() {
    let known = plans.allNames
    for cause in outlines.flatMap({ SectionCause.own($0.facts.record) })
    where !known.contains(cause.section) {
      plans.doubts.add(.causeWithoutSection(cause, among: known.sorted()))
    }
  }

  /// Reports the section files of the department that no note can use.
  private mutating func checkUse(
    of sections: SectionLibrary, in department: Department, after diagnostics: DiagnosticList
  ) {
    plans.isRead = sections.areParsed
    let folder = "departments/\(department.slug)/"
    // A plan that could not be read whole may well name the section.
    if diagnostics.factsWithErrors.contains(where: { $0.hasPrefix(folder) }) { return }
    for path in sections.paths where !plans.usedPaths.contains(path) {
      plans.useless.add(.uselessSection(path))
    }
  }
}

extension Diagnostic {
  fileprivate static func inclusionOutOfReach(
    _ name: String, at place: Place, folders: [String]
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionWithoutFile,
      "La section « \(name) » existe, mais pas dans un dossier où cette note la cherche.",
      at: place,
      expected: "un fichier « \(name).md » dans un de ces dossiers : "
        + folders.joined(separator: ", "))
  }
}
