package import Configuration
package import Diagnostics
import Facts
import Files
import Markdown
import Templates
import Work

/// Checks the words of the whole project, then makes each note.
package struct NoteLoader {
  private let configuration: SiteConfiguration
  private var sections: SectionLibrary
  private let everything: TemplateLibrary

  package init(configuration: SiteConfiguration, diagnostics: inout DiagnosticList) {
    self.configuration = configuration
    sections = SectionLibrary(configuration.tree, diagnostics: &diagnostics)
    everything = sections.everything
  }

  package mutating func notes(diagnostics: inout DiagnosticList) -> [Note] {
    defer { diagnostics.add(contentsOf: sections.slips) }
    sections.check(
      against: NoteSchema.visible, including: everything, diagnostics: &diagnostics)
    let outlines = outlines(diagnostics: &diagnostics)
    checkPlaces(diagnostics: &diagnostics)
    if hasEveryPlan(outlines) {
      checkUse(outlines, diagnostics: &diagnostics)
      checkUnnumbered(outlines, diagnostics: &diagnostics)
      checkCauses(outlines, diagnostics: &diagnostics)
    }
    // Values that are missing or wrong would show as other, misleading faults.
    guard !diagnostics.hasErrors else { return [] }
    return written(outlines, diagnostics: &diagnostics)
  }

  private func written(_ outlines: [NoteOutline], diagnostics: inout DiagnosticList) -> [Note] {
    let editions = configuration.editions
    let common = Preparation(configuration.glossary)
    let written = WorkSharing.map(outlines) { outline in
      let causes = editions.filter { $0.start <= outline.facts.year }.flatMap(\.causes)
      var found = DiagnosticList()
      // A section is prepared once for the notes that know the same acronyms.
      let preparation =
        outline.facts.ownGlossary.isEmpty
        ? common : Preparation(configuration.glossary(of: outline.facts))
      let note = NoteWriter(outline: outline, preparation: preparation, editionCauses: causes)
        .write(diagnostics: &found)
      return (note: note, found: found)
    }
    for (_, found) in written { diagnostics.add(contentsOf: found) }
    return written.map(\.note)
  }

  /// What each note is written from; those for which it is not known are left out.
  private func outlines(diagnostics: inout DiagnosticList) -> [NoteOutline] {
    let editions = configuration.editions
    let outlined = WorkSharing.map(configuration.departments.flatMap(\.notes)) { facts in
      var found = DiagnosticList()
      let outline = NoteOutline(facts, in: sections, editions: editions, diagnostics: &found)
      if let outline { checkInclusions(of: outline, diagnostics: &found) }
      return (outline: outline, missing: outline.map(missingEntries) ?? [], found: found)
    }
    // A family's plan serves many notes: a name without file is told once.
    var told: Set<Place> = []
    for (outline, missing, found) in outlined {
      diagnostics.add(contentsOf: found)
      guard let outline else { continue }
      for entry in missing where told.insert(entry.place).inserted {
        diagnostics.add(
          .sectionWithoutFile(entry, folders: outline.folders, names: outline.library.names))
      }
    }
    return outlined.compactMap(\.outline)
  }

  /// The entries of a plan that no file stands for, in the edition of the note or in a later one.
  private func missingEntries(of outline: NoteOutline) -> [SectionPlan.Entry] {
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
  private func checkInclusions(of outline: NoteOutline, diagnostics: inout DiagnosticList) {
    let (library, folders) = (outline.library, outline.folders)
    library.checkCycles(from: outline.plan.names, diagnostics: &diagnostics)
    for name in library.reachable(from: outline.plan.names) {
      guard let template = library[name] else { continue }
      for inclusion in template.inclusions
      where library[inclusion.name] == nil && !sections.exists(inclusion.name, in: folders)
        && everything[inclusion.name] != nil
      {
        diagnostics.add(
          .inclusionOutOfReach(inclusion.name, at: template.place(of: inclusion), folders: folders))
      }
    }
  }

  /// Reports the texts that stand deeper than where sections are looked up.
  private func checkPlaces(diagnostics: inout DiagnosticList) {
    for source in configuration.tree.sources where SectionLibrary.isTooDeep(source.path) {
      diagnostics.add(.misplacedText(source.path))
    }
  }

  /// A section without number must be in the plan, or added to it by a department.
  private func checkUnnumbered(_ outlines: [NoteOutline], diagnostics: inout DiagnosticList) {
    for family in configuration.families {
      let added = outlines.filter { $0.family.slug == family.slug }.flatMap(\.plan.names)
      let names = Set(family.sections.map(\.name) + added)
      for entry in family.unnumbered where !names.contains(entry.name) {
        diagnostics.add(.sectionNotInPlan(entry.name, among: names.sorted(), at: entry.place))
      }
    }
  }

  /// The sections that causes name must be in the note, or in another of the department: a section
  /// may change by going away. Those of an edition must be in some note or family.
  private func checkCauses(_ outlines: [NoteOutline], diagnostics: inout DiagnosticList) {
    func names(_ outlines: [NoteOutline]) -> Set<String> {
      let frozen = outlines.compactMap(\.facts.frozen).flatMap(\.sectionNames)
      return Set(outlines.flatMap(\.plan.names) + frozen)
    }
    let families = configuration.families.flatMap(\.sections).map(\.name)
    let all = names(outlines).union(families)
    for cause in configuration.editions.flatMap(\.causes) where !all.contains(cause.section) {
      diagnostics.add(.causeWithoutSection(cause, among: all.sorted()))
    }
    for outline in outlines {
      let own = SectionCause.own(outline.facts.record)
      if own.isEmpty { continue }
      let known = names(outlines.filter { $0.facts.department == outline.facts.department })
      for cause in own where !known.contains(cause.section) {
        diagnostics.add(.causeWithoutSection(cause, among: known.sorted()))
      }
    }
  }

  /// Reports the section files that no note can use.
  private func checkUse(_ outlines: [NoteOutline], diagnostics: inout DiagnosticList) {
    var used: Set<String> = []
    for outline in outlines { used.formUnion(outline.usedPaths) }
    let national = nationalUse()
    let editions = configuration.editions.map(\.code)
    let faulty = facts(withErrorsIn: diagnostics)
    // What a text that could not be read includes is unknown.
    guard !diagnostics.hasUnreadTexts, sections.paths.allSatisfy(sections.isParsed) else { return }
    for path in sections.paths where !used.contains(path) && !national.contains(path) {
      // A folder of no edition was told already.
      let parts = path.split(separator: "/").map(String.init)
      if parts[0] == "templates", !editions.contains(parts[2]) { continue }
      // A plan that could not be read whole may well name the section.
      let folder = parts.prefix(2).joined(separator: "/") + "/"
      let isLocal = parts[0] == "departments"
      let mayBeNamed = faulty.contains { isLocal ? $0.hasPrefix(folder) : true }
      if !mayBeNamed { diagnostics.add(.uselessSection(path)) }
    }
  }

  /// Whether every note and every family has its plan. Where one is missing for want of facts, which
  /// sections are useless is unknown.
  private func hasEveryPlan(_ outlines: [NoteOutline]) -> Bool {
    let notes = configuration.departments.flatMap(\.notes)
    let families = configuration.tree.folderNames(in: "templates").filter { $0 != "communs" }
    return outlines.count == notes.count
      && configuration.departments.allSatisfy { !$0.notes.isEmpty }
      && configuration.families.count == families.count
  }

  /// The YAML files that have errors: what they would have said of the sections is unknown.
  private func facts(withErrorsIn diagnostics: DiagnosticList) -> Set<String> {
    Set(
      diagnostics.sorted.filter { $0.severity == .error }.compactMap(\.place?.file)
        .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") })
  }

  /// The files that a family uses by its own plan, in any edition, before any department's changes.
  private func nationalUse() -> Set<String> {
    var used: Set<String> = []
    for family in configuration.families {
      for edition in configuration.editions {
        let begun = configuration.editions.filter { $0.start <= edition.start }.reversed()
        let library = sections.library(
          in: begun.map { "templates/\(family.slug)/\($0.code)" }
            + begun.map { "templates/communs/\($0.code)" })
        for name in library.reachable(from: family.sections.map(\.name)) {
          if let template = library[name] { used.insert(template.source.path) }
        }
      }
    }
    return used
  }
}

extension DiagnosticList {
  /// Whether what stands where a text should be could not be read.
  fileprivate var hasUnreadTexts: Bool {
    sorted.contains {
      FileCode(rawValue: $0.code) != nil && $0.place?.file.hasSuffix(".md") ?? false
    }
  }
}

extension Diagnostic {
  fileprivate static func sectionWithoutFile(
    _ entry: SectionPlan.Entry, folders: [String], names: [String]
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.sectionWithoutFile,
      "La section « \(entry.name) » est dans le plan, mais aucun fichier « \(entry.name).md » n’existe.",
      at: entry.place,
      expected: "un fichier « \(entry.name).md » dans un de ces dossiers : "
        + folders.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: entry.name, among: names),
      correction: Suggestion.correction(of: entry.name, at: entry.place, among: names))
  }

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

  fileprivate static func misplacedText(_ path: String) -> Diagnostic {
    Diagnostic(
      NoteCode.misplacedText, "Le texte « \(path) » est dans un dossier où rien ne le cherche.",
      at: Place(file: path),
      expected: "un fichier de « \(path.split(separator: "/").prefix(3).joined(separator: "/")) », "
        + "sans autre dossier")
  }

  fileprivate static func uselessSection(_ path: String) -> Diagnostic {
    let name = SectionLibrary.name(of: path)
    let isLocal = path.hasPrefix("departments/")
    return Diagnostic(
      NoteCode.unusedSection, "La section « \(name) » ne sert à aucune note.",
      at: Place(file: path),
      expected: isLocal
        ? "le nom d’une section du plan, pour en changer le texte, ou « \(name) » dans "
          + "« sections: ajouter »" : "« \(name) » dans un plan, ou incluse par une autre section")
  }
}

extension Preparation {
  fileprivate convenience init(_ glossary: [GlossaryEntry]) {
    self.init(glossary: glossary.map { Acronym(sigle: $0.acronym, form: $0.form) })
  }
}
