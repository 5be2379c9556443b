public import Configuration
public import Diagnostics
public import Facts
import Files

extension SiteConfiguration {
  /// The paths of those of a year's own texts that its note would not use: a later edition need not
  /// include what the department had changed of an earlier one.
  ///
  /// - Parameters:
  ///   - texts: texts of the folder of that year, which the tree need not hold yet.
  ///   - model: the facts that the note would have, but for its year.
  public func unused(
    _ texts: [SourceText], in year: SchoolYear, after model: NoteFacts
  ) -> [String] {
    var facts = model
    facts.year = year
    facts.edition = editions.last { $0.start <= year }
    // What is wrong with the texts is told once they are written.
    var found = DiagnosticList()
    let sections = SectionLibrary(tree, diagnostics: &found)
      .adding(model.department, in: tree.adding(texts), diagnostics: &found)
    guard
      let outline = NoteOutline(facts, in: sections, editions: editions, diagnostics: &found)
    else { return [] }
    let used = outline.usedPaths
    return texts.map(\.path).filter { sections.isParsed($0) && !used.contains($0) }
  }
}
