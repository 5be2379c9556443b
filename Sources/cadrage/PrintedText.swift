import ArgumentParser
import Notes

/// The texts that options give and that readers see as they are.
enum PrintedText {
  /// Refuses Markdown and the names of values in such a text.
  static func check(_ text: String, of option: String) throws {
    guard let marks = text.unreadMarks else { return }
    throw ValidationError(
      "Le texte de \(option) contient \(marks) : ces signes ne sont pas lus ici et paraîtraient tels "
        + "quels.")
  }
}
