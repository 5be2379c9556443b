import Configuration
public import Diagnostics
public import Facts
import Markdown

/// What texts that nobody reads as templates are called in messages.
public enum LeftoverKind: Sendable {
  /// Values, in departments/ and templates/.
  case value
  /// Settings, in site/site.yaml.
  case setting
}

extension Record {
  /// Reports the marks of the template language and of Markdown in texts that are printed as they are:
  /// in a note, or in what layouts show of it and of the site.
  public func reportLeftovers(
    as kind: LeftoverKind = .value, diagnostics: inout DiagnosticList
  ) {
    forEachFact { fact, context in
      guard let text = fact.value.printedText else { return }
      if let mark = text.templateMark {
        diagnostics.add(.leftover(mark, as: kind, at: fact.place))
      } else if !context.field.traits.contains(.fileName), let typed = TypedMarkup(in: text),
        // The place of another document: « 2. Les modalités ».
        typed.kind != .item || context.field != NoteSchema.Reminder.section.field
      {
        diagnostics.add(.markdown(typed, as: kind, at: fact.place))
      }
    }
  }
}

extension String {
  /// What in a text that is printed as it is would be read in a section, as a message says it: « un
  /// lien »; nil for nothing.
  public var unreadMarks: String? {
    templateMark.map { "« \($0) »" } ?? TypedMarkup(in: self)?.kind.description
  }

  /// « {{ », « {% », « { annee } ».
  fileprivate var templateMark: String? {
    guard utf8.contains(UInt8(ascii: "{")) else { return nil }
    return ["{{", "{%"].first(where: contains) ?? bracedName
  }

  /// « { annee } », which was meant for « {{ annee }} »: neither is read in a value.
  fileprivate var bracedName: String? {
    return firstMatch(of: /\{ ?[a-z][a-z0-9_.]*( ?\|[^{}]*)? ?\}/).map { String($0.0) }
  }
}

extension Value {
  /// What an author wrote to be printed, free enough to hold a mark.
  fileprivate var printedText: String? {
    switch self {
    case .text(let text), .email(let text): text
    case .name(let name): name.noun
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func leftover(
    _ mark: String, as kind: LeftoverKind, at place: Place?
  ) -> Diagnostic {
    switch kind {
    case .value:
      Diagnostic(
        NoteCode.templateLeftover, "La valeur contient « \(mark) », qui n’est pas lu ici.",
        at: place, expected: "un texte sans balise ; les balises s’écrivent dans les sections")
    case .setting:
      Diagnostic(
        NoteCode.templateLeftover, "Le réglage contient « \(mark) », qui n’est pas lu ici.",
        at: place, expected: "un texte sans balise")
    }
  }

  fileprivate static func markdown(
    _ typed: TypedMarkup, as kind: LeftoverKind, at place: Place?
  ) -> Diagnostic {
    let subject = kind == .value ? "La valeur" : "Le réglage"
    return Diagnostic(
      NoteCode.markdownInValue,
      "\(subject) contient du Markdown, qui n’est pas lu ici : \(typed.kind).",
      at: place,
      expected: typed.kind == .link
        ? "le texte seul ; une adresse se met dans la clé « lien » s’il y en a une, ou dans une section"
        : "le texte sans ces signes", suggestion: typed.words)
  }
}
