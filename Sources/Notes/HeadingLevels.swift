import Diagnostics
import Templates

extension TemplateLibrary {
  /// The level of each section's first heading, 1 to 6, by name; sections without heading are left out.
  var headingLevels: [String: Int] {
    var levels: [String: Int] = [:]
    for name in names {
      guard let text = self[name]?.source.text else { continue }
      for line in text.split(whereSeparator: \.isNewline) {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first == " " else { continue }
        levels[name] = level
        break
      }
    }
    return levels
  }
}
