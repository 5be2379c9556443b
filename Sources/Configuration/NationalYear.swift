public import Facts
public import Files

extension SiteConfiguration {
  /// What the national file of a year says, as a note reads it; nil when there is none.
  public static func nationalFacts(of year: SchoolYear, in tree: SourceTree) -> Record? {
    var reader = ConfigurationReader(tree: tree)
    guard let record = reader.nationalRecord(of: year) else { return nil }
    return Merging(year: year).merge([record], as: NoteSchema.visible)
  }
}
