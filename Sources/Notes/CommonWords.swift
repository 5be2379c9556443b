package import Configuration
package import Diagnostics
import Facts
import Files
import Markdown
import Templates

/// The words that the notes of all departments share: those of the families, checked.
package struct CommonWords: Sendable {
  /// Without departments.
  let configuration: SiteConfiguration
  /// Those of the families.
  let sections: SectionLibrary
  /// The names of all sections of the project.
  let everything: TemplateLibrary
  let preparation: Preparation

  package init(_ configuration: SiteConfiguration, diagnostics: inout DiagnosticList) {
    let tree = configuration.tree
    self.configuration = configuration
    everything = SectionLibrary.everything(in: tree)
    var sections = SectionLibrary(tree, diagnostics: &diagnostics)
    sections.check(
      against: NoteSchema.visible, including: everything, diagnostics: &diagnostics)
    self.sections = sections
    preparation = Preparation(configuration.glossary)
    SectionLibrary.checkPlaces(tree, below: "templates", &diagnostics)
  }

  /// What is wrong with the words of the families alone, which hides no other fault.
  package var slips: DiagnosticList { sections.slips }

  /// Says what only the plans of all departments together tell.
  ///
  /// - Parameter diagnostics: with what was said of all facts and words.
  package func check(_ departments: [DepartmentPlans], diagnostics: inout DiagnosticList) {
    // A family's plan serves many notes: a name without file is told once.
    var told: Set<Place?> = []
    for missing in departments.flatMap(\.missing) where told.insert(missing.place).inserted {
      diagnostics.add(missing)
    }
    // Where a plan is missing for want of facts, which sections are useless is unknown.
    let families = configuration.tree.folderNames(in: "templates").filter { $0 != "communs" }
    guard departments.allSatisfy(\.isWhole), configuration.families.count == families.count
    else { return }
    // What a text that could not be read includes is unknown.
    if !diagnostics.hasUnreadTexts, sections.areParsed, departments.allSatisfy(\.isRead) {
      let faulty = !diagnostics.factsWithErrors.isEmpty
      for plans in departments { diagnostics.add(contentsOf: plans.useless) }
      if !faulty { checkUse(departments, diagnostics: &diagnostics) }
    }
    for plans in departments { diagnostics.add(contentsOf: plans.doubts) }
    checkUnnumbered(departments, diagnostics: &diagnostics)
    checkCauses(departments, diagnostics: &diagnostics)
  }

  /// A section without number must be in the plan, or added to it by a department.
  private func checkUnnumbered(
    _ departments: [DepartmentPlans], diagnostics: inout DiagnosticList
  ) {
    for family in configuration.families {
      let added = departments.flatMap(\.sections).filter { $0.family == family.slug }.map(\.name)
      let names = Set(family.sections.map(\.name) + added)
      for entry in family.unnumbered where !names.contains(entry.name) {
        diagnostics.add(.sectionNotInPlan(entry.name, among: names.sorted(), at: entry.place))
      }
    }
  }

  /// The sections that the causes of an edition name must be in some note or family.
  private func checkCauses(_ departments: [DepartmentPlans], diagnostics: inout DiagnosticList) {
    let families = configuration.families.flatMap(\.sections).map(\.name)
    let all = departments.reduce(into: Set(families)) { $0.formUnion($1.allNames) }
    for cause in configuration.editions.flatMap(\.causes) where !all.contains(cause.section) {
      diagnostics.add(.causeWithoutSection(cause, among: all.sorted()))
    }
  }

  /// Reports the section files of the families that no note can use.
  private func checkUse(_ departments: [DepartmentPlans], diagnostics: inout DiagnosticList) {
    let used = departments.reduce(into: nationalUse()) { $0.formUnion($1.usedPaths) }
    let editions = configuration.editions.map(\.code)
    for path in sections.paths where !used.contains(path) {
      // A folder of no edition was told already.
      if !editions.contains(String(path.split(separator: "/")[2])) { continue }
      diagnostics.add(.uselessSection(path))
    }
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

/// What the notes of a department are made of, as far as others must know.
public struct DepartmentPlans: Sendable, Codable {
  struct Section: Hashable, Codable {
    let family: String
    let name: String
  }

  /// Whether each of its notes has its plan.
  var isWhole = false
  /// The paths of the sections that its notes are made of.
  var usedPaths: Set<String> = []
  /// The sections of its plans.
  var sections: Set<Section> = []
  /// Those of its published notes.
  var frozenNames: Set<String> = []
  /// Names of plans without file, told where they stand.
  var missing: [Diagnostic] = []
  /// Whether each of its texts could be parsed.
  var isRead = true
  /// The texts that no note uses: told only when every text of the project could be read.
  var useless = DiagnosticList()
  /// What is told only when every plan of the project is known.
  var doubts = DiagnosticList()

  /// Whether each problem is kept, none counted only.
  public var hasAllProblems: Bool { useless.isWhole && doubts.isWhole }

  var allNames: Set<String> { frozenNames.union(sections.map(\.name)) }
}

extension SectionLibrary {
  /// Reports the texts that stand deeper than where sections are looked up.
  static func checkPlaces(
    _ tree: SourceTree, below folder: String, _ diagnostics: inout DiagnosticList
  ) {
    for source in tree.sources(below: folder) where isTooDeep(source.path) {
      diagnostics.add(.misplacedText(source.path))
    }
  }
}

extension Preparation {
  convenience init(_ glossary: [GlossaryEntry]) {
    self.init(glossary: glossary.map { Acronym(sigle: $0.acronym, form: $0.form) })
  }
}

extension DiagnosticList {
  /// Whether what stands where a text should be could not be read.
  var hasUnreadTexts: Bool {
    sorted.contains {
      FileCode(rawValue: $0.code) != nil && $0.place?.file.hasSuffix(".md") ?? false
    }
  }

  /// The YAML files that have errors: what they would have said of the sections is unknown.
  var factsWithErrors: Set<String> {
    Set(
      sorted.filter { $0.severity == .error }.compactMap(\.place?.file)
        .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") })
  }
}

extension Diagnostic {
  static func sectionWithoutFile(
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

  static func misplacedText(_ path: String) -> Diagnostic {
    Diagnostic(
      NoteCode.misplacedText, "Le texte « \(path) » est dans un dossier où rien ne le cherche.",
      at: Place(file: path),
      expected: "un fichier de « \(path.split(separator: "/").prefix(3).joined(separator: "/")) », "
        + "sans autre dossier")
  }

  static func uselessSection(_ path: String) -> Diagnostic {
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
