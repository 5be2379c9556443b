import Configuration
import Diagnostics
import Facts
import Notes
import Publication
import Text

/// Who files is told one thing to do: no situation stands twice, and no text sends elsewhere than the
/// key « plateforme ».
@Sendable
func checkInstructions(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Situation = NoteSchema.Situation
  let situations = note.facts.records(NoteSchema.situations)
  var titles: [String: String] = [:]
  for situation in situations {
    guard let title = situation.text(Situation.title) else { continue }
    if let first = titles.updateValue(title, forKey: Slug.make(title)) {
      diagnostics.add(.sameSituation(first, at: situation[Situation.title]?.place))
    }
  }
  let platforms = note.facts.records(NoteSchema.platforms).compactMap {
    $0.text(NoteSchema.Platform.name)
  }
  if platforms.isEmpty { return }
  for situation in situations {
    guard let own = situation.text(Situation.platformName) else { continue }
    for path in [Situation.procedure, Situation.precision] {
      guard let text = situation.text(path), let other = text.named(platforms, besides: [own])
      else { continue }
      diagnostics.add(.otherPlatform(other, than: own, at: situation[path]?.place))
    }
  }
  for document in note.facts.records(NoteSchema.documents) {
    let codes = document.texts(NoteSchema.Document.situations)
    let concerned = situations.filter {
      codes.isEmpty || codes.contains($0.text(Situation.code) ?? "")
    }
    guard let text = document.text(NoteSchema.Document.precision),
      let named = text.named(platforms, besides: []),
      let elsewhere = concerned.first(where: { $0.text(Situation.platformName) != named })
    else { continue }
    diagnostics.add(
      .outOfReach(
        named, of: elsewhere.text(Situation.title) ?? "",
        at: document[NoteSchema.Document.precision]?.place))
  }
}

extension String {
  /// The platform that a text sends to, when it says nothing of the others.
  fileprivate func named(_ platforms: [String], besides allowed: [String]) -> String? {
    let words = Set(words)
    // « Si vous déposez ailleurs », « ou par courrier », « et non plus dans ELAN ».
    let nuances: Set<Substring> = ["ailleurs", "sinon", "autre", "autrement", "plus", "puis", "ou"]
    guard words.isDisjoint(with: nuances) else { return nil }
    return platforms.first { !allowed.contains($0) && words.contains($0[...]) }
  }
}

extension Diagnostic {
  fileprivate static func sameSituation(_ title: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.conflictingInstructions,
      "La situation « \(title) » est déjà dans la liste : laquelle des deux démarches suivre ?",
      at: place, severity: .warning, expected: "une seule démarche par situation")
  }

  fileprivate static func otherPlatform(
    _ other: String, than own: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.conflictingInstructions,
      "Le texte envoie vers \(other), alors que la plateforme de cette situation est \(own).",
      at: place, severity: .warning, expected: "une seule démarche par situation")
  }

  fileprivate static func outOfReach(
    _ platform: String, of situation: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.conflictingInstructions,
      "La pièce se joint sur \(platform), où ne passe pas qui est dans la situation "
        + "« \(situation) ».", at: place, severity: .warning,
      expected: "les situations qui passent par \(platform), ou ce qu’il faut faire sinon")
  }
}
