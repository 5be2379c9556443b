import Templates

extension TemplateLibrary {
  /// The level of each section's first heading, 1 to 6, by name; sections without heading are left out.
  var headingLevels: [String: Int] {
    var levels: [String: Int] = [:]
    for name in names { levels[name] = self[name]?.headingLevel }
    return levels
  }
}
