import ArgumentParser
import Checks
import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication
import Website

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publie une note : elle ne change plus sans révision.",
    discussion: """
      Exemple : cadrage publish vosges 2025-2026

      La note est figée dans departments/<département>/publiees/ : son texte et ses faits. Son adresse \
      est notée dans departments/adresses.yaml. Si les sources changent ensuite, « cadrage check » le \
      dit. Pour changer une note publiée : cadrage publish vosges 2025-2026 --revision "La date limite \
      est reportée au 31 août."
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp("Le dossier du département, par exemple vosges.", valueName: "département"),
    completion: Completions.departments)
  var department: String?

  @Argument(
    help: ArgumentHelp("L’année scolaire, par exemple 2025-2026.", valueName: "année"),
    completion: Completions.years)
  var year: String?

  @Flag(help: "Révise toutes les notes publiées que les sources changent.")
  var allChanged = false

  @Option(
    help: ArgumentHelp(
      "Ce qui change dans une note publiée ; les lecteurs le voient.", valueName: "motif"))
  var revision: String?

  @Flag(help: "La révision ne corrige que la langue ou la présentation : elle n’est pas annoncée.")
  var mineure = false

  @Option(
    help: ArgumentHelp(
      "L’ancre d’une partie renommée, et la nouvelle : depot=demande. Autant de fois qu’il le faut.",
      valueName: "ancienne=nouvelle"))
  var ancre: [String] = []

  @Option(
    help: ArgumentHelp(
      "Le jour de la publication (par défaut : aujourd’hui, dans le département).",
      valueName: "jour"))
  var date: String?

  func run() throws {
    let day = try date.map(Day.given)
    let reason = try checkedReason()
    let targets = try anchorTargets()
    // The other notes may have changed too: that keeps none from being published.
    var session = try Session(options, refusesChanges: false, writes: true)
    let named =
      try allChanged
      ? nil
      : NoteArguments.facts(of: department ?? "", year ?? "", in: session.project.configuration)
    guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été publié.") }
    let notes = named.map { [$0] } ?? session.project.changedNotes
    guard !notes.isEmpty else {
      session.console.say("Aucune note publiée n’a changé.")
      return
    }
    if allChanged {
      session.console.say("Notes publiées que les sources changent :")
      for note in notes { session.console.say("  \(note.department) \(note.year.text)") }
    }
    var pairs: [PublishedNote] = []
    for note in notes {
      if let pair = try pair(for: note, on: day, reason: reason, targets, &session) {
        pairs.append(pair)
      }
    }
    // As it is before anything is written.
    let before = session
    var addresses = before.project.knownAddresses
    addresses.add(notes.map { PublishedAddresses.Address($0.department, $0.year) })
    // A note that is there may be noted as withdrawn, by a command that did not end.
    guard !pairs.isEmpty else { return try write(addresses, before) }
    for note in notes {
      session.project.reportWaiting(of: note, diagnostics: &session.diagnostics)
    }
    // For what is still a draft, a check that fails is an error.
    Checks.run(session.project, diagnostics: &session.diagnostics)
    if !session.diagnostics.hasErrors { try readBack(pairs, addresses, &session) }
    guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été publié.") }
    session.report()
    try write(pairs, session)
    try write(addresses, before)
  }

  /// Checks the project as it will be: what is about to be written is read by the reader of every
  /// command, so that none of them can refuse it later.
  private func readBack(
    _ pairs: [PublishedNote], _ addresses: PublishedAddresses, _ session: inout Session
  ) throws {
    let sources = pairs.flatMap(\.sources) + [session.source(of: addresses)]
    for source in sources where source.original.utf8.count > SourceTree.textLimit {
      session.console.say(
        "« \(source.path) » dépasserait \(SourceTree.textLimit >> 20) Mio. Rien n’a été publié.")
      throw ExitStatus.contentErrors
    }
    session.project = Project.load(
      session.project.tree.adding(sources), diagnostics: &session.diagnostics)
    for pair in pairs where !session.diagnostics.hasErrors {
      let note = session.project.note(pair.department, pair.year)
      let isSame = note.map {
        $0.publication?.revisions == pair.revisions
          && $0.publication?.day == pair.publishedOn && !session.project.isChanged($0)
      }
      guard isSame != true else { continue }
      session.console.say(
        "La note « \(pair.department) \(pair.year.text) » ne serait pas relue comme elle serait "
          + "écrite : signalez-le. Rien n’a été publié.")
      throw ExitStatus.contentErrors
    }
    session.check()
  }

  // MARK: - Arguments

  private func checkedReason() throws -> String? {
    if allChanged, department != nil {
      throw ValidationError("Choisissez une note ou --all-changed, pas les deux.")
    }
    if !allChanged, department == nil || year == nil {
      throw ValidationError(
        "Indiquez le département et l’année, par exemple : cadrage publish vosges 2025-2026.")
    }
    if mineure, revision == nil {
      throw ValidationError("--mineure va avec --revision, qui dit ce qui change.")
    }
    return try revision.map {
      try PrintedText.sentence($0, of: "--revision", lack: "ce qui change")
    }
  }

  /// The new anchor of each old one that `--ancre` gives.
  private func anchorTargets() throws -> [String: String] {
    guard ancre.isEmpty || revision != nil && !allChanged else {
      throw ValidationError("--ancre va avec --revision, pour une seule note.")
    }
    var targets: [String: String] = [:]
    for pair in ancre {
      let names = pair.split(separator: "=", omittingEmptySubsequences: false).map {
        $0.hasPrefix("#") ? String($0.dropFirst()) : String($0)
      }
      guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else {
        throw ValidationError(
          "« \(pair) » ne dit pas quelle ancre devient laquelle. Exemple : --ancre depot=demande.")
      }
      targets[names[0]] = names[1]
    }
    return targets
  }

  // MARK: - What is published

  /// The pair to write; nil when it would be the one that is there.
  private func pair(
    for facts: NoteFacts, on day: Day?, reason: String?, _ targets: [String: String],
    _ session: inout Session
  ) throws -> PublishedNote? {
    let name = "\(facts.department) \(facts.year.text)"
    guard let live = session.project.liveNote(facts.department, facts.year) else { return nil }
    let today = try Day.past(
      day, in: facts.record.timeZone,
      rule: "Une note se publie le jour même, ou porte une date passée.")
    let published = session.project.note(facts.department, facts.year)
    guard let published, let old = published.publication else {
      if reason != nil {
        throw ValidationError(
          "La note « \(name) » n’est pas encore publiée : il n’y a rien à réviser. Publiez-la sans "
            + "--revision.")
      }
      return freeze(live, facts, session, on: today, revisions: [])
    }
    guard session.project.isChanged(live) else {
      session.console.say(
        "Rien n’a changé dans la note « \(name) », publiée le \(FrenchFormat.date(old.day)).")
      return nil
    }
    guard let reason else {
      throw ValidationError(
        "La note « \(name) » est publiée. Pour la changer, dites aux lecteurs ce qui change : cadrage "
          + "publish \(allChanged ? "--all-changed" : name) --revision \"…\".")
    }
    let last = old.revisions.map(\.date).max() ?? old.day
    guard today >= max(last, old.day) else {
      throw ValidationError(
        "La révision de « \(name) » serait du \(FrenchFormat.date(today)), avant le dernier "
          + "changement publié (\(FrenchFormat.date(last))).")
    }
    if let fault = Checks.dateFaults(in: reason, of: live).first {
      throw ValidationError("--revision : \(fault.message) Rien n’a été publié.")
    }
    for (anchor, target) in targets {
      guard published.hasAnchor(anchor) else {
        throw ValidationError("La note publiée « \(name) » n’a pas de partie « #\(anchor) ».")
      }
      guard live.hasAnchor(target) else {
        throw ValidationError("La note « \(name) » n’aurait pas de partie « #\(target) ».")
      }
    }
    let formerAnchors = live.formerAnchors(of: published, targets: targets)
    let gone = (published.formerAnchors + formerAnchors).filter { !live.hasAnchor($0.anchor) }
    for diagnostic in live.linksToGoneParts(gone) { session.diagnostics.add(diagnostic) }
    let revision = Revision(
      date: today, reason: reason, kind: mineure ? .minor : .major, formerAnchors: formerAnchors)
    return freeze(
      live, facts, session, on: old.day, revisions: old.revisions + [revision])
  }

  private func freeze(
    _ live: Note, _ facts: NoteFacts, _ session: Session, on day: Day,
    revisions: [Revision]
  ) -> PublishedNote {
    PublishedNote(
      freezing: live, of: facts, glossary: session.project.configuration.glossary(of: facts),
      attachments: facts.attachmentsNow(citedBy: live, in: session.project.tree),
      images: live.imagesNow(in: session.project.tree), on: day, revisions: revisions)
  }

  // MARK: - What is written

  private func write(_ pairs: [PublishedNote], _ session: Session) throws {
    for pair in pairs {
      try session.writing { () throws(WritingError) in try pair.write(root: session.root) }
      let name = "\(pair.department) \(pair.year.text)"
      if let revision = pair.revisions.last {
        session.console.say(
          "Note « \(name) » révisée le \(FrenchFormat.date(revision.date)) : \(revision.reason)")
        for former in revision.formerAnchors {
          session.console.say(
            "  « \(former.title) » (#\(former.anchor)) "
              + (former.target.map { "mène maintenant à #\($0)." }
                ?? "n’est plus dans la note : la page le dit, à cette adresse."))
        }
      } else {
        session.console.say("Note « \(name) » publiée le \(FrenchFormat.date(pair.publishedOn)).")
      }
      session.console.say("  \(pair.textPath)\n  \(pair.factsPath)")
    }
  }

  private func write(_ addresses: PublishedAddresses, _ session: Session) throws {
    guard addresses != session.project.configuration.addresses else { return }
    try session.write(addresses)
    session.console.say("  \(PublishedAddresses.path)")
  }
}

extension Project {
  /// The facts of the published notes that the sources change.
  fileprivate var changedNotes: [NoteFacts] {
    liveNotes.filter(isChanged).compactMap { configuration.note($0.department, $0.year) }
  }
}
