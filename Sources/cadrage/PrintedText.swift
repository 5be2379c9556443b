import ArgumentParser
import Notes

/// The texts that options give and that readers see as they are.
enum PrintedText {
  /// A sentence of an option, on one line.
  ///
  /// - Parameter lack: what an empty one does not say.
  static func sentence(_ text: String, of option: String, lack: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw ValidationError("\(option) ne dit pas \(lack).") }
    guard !text.contains(where: \.isNewline), text.unicodeScalars.count <= 300 else {
      throw ValidationError("Le texte de \(option) tient sur une ligne, en 300 signes au plus.")
    }
    let sentence = words.joined(separator: " ")
    try check(sentence, of: option)
    return sentence
  }

  /// Refuses Markdown and the names of values in such a text.
  static func check(_ text: String, of option: String) throws {
    guard let marks = text.unreadMarks else { return }
    throw ValidationError(
      "Le texte de \(option) contient \(marks) : ces signes ne sont pas lus ici et paraîtraient tels "
        + "quels.")
  }
}
