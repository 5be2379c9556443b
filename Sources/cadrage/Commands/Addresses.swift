import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication
import Text
import Website

extension PublishedAddresses {
  /// Adds addresses that are not known yet, and forgets that a note that is there left.
  mutating func add(_ addresses: [Address]) {
    for address in addresses where !published.contains(address) { published.append(address) }
    func isThere(_ address: Address) -> Bool {
      addresses.contains(address) || addresses.contains(current(address))
    }
    withdrawals = withdrawals.flatMap { withdrawal in
      guard withdrawal.address.year == nil else { return [withdrawal] }
      // That of a whole department goes on for its other notes.
      let notes = published.filter { address in
        [address.department, current(address).department].contains(withdrawal.address.department)
      }
      guard notes.contains(where: isThere) else { return [withdrawal] }
      return notes.map { Withdrawal(address: $0, day: withdrawal.day, reason: withdrawal.reason) }
    }.filter { !isThere($0.address) }
  }
}

extension Project {
  /// The addresses that were published, those of the notes that are now among them.
  var knownAddresses: PublishedAddresses {
    var known = configuration.addresses ?? PublishedAddresses()
    for note in notes where !note.isDraft {
      let address = PublishedAddresses.Address(note.department, note.year)
      if !known.published.contains(address) { known.published.append(address) }
    }
    return known
  }
}

extension Session {
  /// Refuses to write again a file of addresses that could not be read: what it says would be lost.
  ///
  /// - Parameter sentence: what was not done.
  func refuseUnreadAddresses(_ sentence: String) throws {
    let isRead = !diagnostics.sorted.contains {
      $0.severity == .error && $0.place?.file == PublishedAddresses.path
    }
    guard isRead else { throw refusal(sentence) }
  }

  /// What `departments/adresses.yaml` will be.
  func source(of addresses: PublishedAddresses) -> SourceText {
    let old = project.tree[PublishedAddresses.path]?.text ?? ""
    return SourceText(
      path: PublishedAddresses.path, text: addresses.text(keepingRemarksOf: old))
  }

  /// Whether that is what the disk has.
  func holds(_ addresses: PublishedAddresses) -> Bool {
    FileSystem.holds(
      Array(source(of: addresses).text.utf8), at: root + "/" + PublishedAddresses.path)
  }

  /// Puts `departments/adresses.yaml` in the place of the one that was read.
  func write(_ addresses: PublishedAddresses) throws {
    let path = root + "/" + PublishedAddresses.path
    let old = project.tree[PublishedAddresses.path]
    let bytes = Array(source(of: addresses).text.utf8)
    try writing { () throws(WritingError) in
      if let old {
        try FileSystem.replace(Array(old.original.utf8), with: bytes, at: path)
      } else {
        try FileSystem.create(bytes, at: path)
      }
    }
  }
}

struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Renomme un département : ses anciennes adresses mènent aux nouvelles.",
    discussion: """
      Exemple : cadrage rename vosges vosges-centre

      Le dossier departments/vosges devient departments/vosges-centre. Les pages publiées restent \
      joignables : à l’ancienne adresse, une page mène à la nouvelle. C’est noté dans \
      departments/adresses.yaml.
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp("Le dossier du département.", valueName: "département"),
    completion: Completions.departments, transform: NoteArguments.folderName)
  var department: String

  @Argument(help: ArgumentHelp("Son nouveau nom.", valueName: "nouveau-nom"))
  var name: String

  func run() throws {
    let session = try Session(options, refusesChanges: false, writes: true)
    try session.refuseUnreadAddresses("Rien n’a été renommé.")
    let project = session.project
    var addresses = project.knownAddresses
    // The folder was renamed by hand: what is missing is to say so.
    let isDone =
      project.configuration.department(department) == nil
      && project.configuration.department(name) != nil
      && addresses.published.contains { $0.department == department }
    if !isDone {
      _ = try NoteArguments.department(department, in: project.configuration)
      guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été renommé.") }
      guard Slug.isName(name) else { throw notAName }
      guard project.configuration.department(name) == nil, name != "national" else {
        throw ValidationError("Le dossier « departments/\(name) » existe déjà.")
      }
    }
    try refuseTaken(in: project, addresses, isDone: isDone)
    addresses.moves.removeAll { $0.from == name }
    let move = PublishedAddresses.Move(from: department, to: name)
    if addresses.moves.last != move { addresses.moves.append(move) }
    // A note that was withdrawn stays so, at the address that it had.
    let stayed = addresses.published.filter {
      $0.department == department && addresses.withdrawal(of: $0) == nil
    }
    addresses.add(stayed.map { PublishedAddresses.Address(name, $0.year) })
    // The folder and what is noted of it change together.
    let interruptions = HeldInterruptions()
    defer { interruptions.release() }
    let (old, new) = (
      session.root + "/departments/" + department, session.root + "/departments/" + name
    )
    if !isDone {
      try session.writing { () throws(WritingError) in try FileSystem.renameNew(old, to: new) }
    }
    do {
      try session.write(addresses)
    } catch {
      // What is noted stays, though the disk may not have kept it yet.
      if !isDone, !session.holds(addresses) { try? FileSystem.renameNew(new, to: old) }
      throw error
    }
    session.console.say(
      "Le département « \(department) » s’appelle « \(name) ». Ses anciennes adresses mèneront aux nouvelles "
        + "(\(PublishedAddresses.path)). Vérifiez : cadrage check.")
  }

  /// A name that is that of a page, or that once was another department's, is not free: its old
  /// addresses lead to that department. The name that this one had is.
  private func refuseTaken(
    in project: Project, _ addresses: PublishedAddresses, isDone: Bool
  ) throws {
    if let owner = project.owner(ofAddress: name) {
      throw ValidationError("L’adresse « /\(name)/ » est déjà celle de \(owner).")
    }
    let current = addresses.current(PublishedAddresses.Address(name)).department
    let leadsElsewhere = addresses.moves.contains { $0.from == name } && current != department
    // What is there now is published there too.
    let hadNotes =
      !isDone && current == name && addresses.published.contains { $0.department == name }
    guard leadsElsewhere || hadNotes else { return }
    throw ValidationError(
      "L’adresse « /\(name)/ » a été celle d’autres notes, et "
        + (current == name ? "dit ce qu’elles sont devenues" : "mène aux leurs, « /\(current)/ »")
        + ". Choisissez un autre nom.")
  }

  private var notAName: ValidationError {
    let message = "« \(name) » ne peut pas être un nom de dossier."
    guard let nearest = Slug.nearest(to: name), Slug.holdsLetters(of: name, nearest) else {
      return ValidationError(
        "\(message) Écrivez-le en minuscules, sans accent, avec des tirets : vosges-centre.")
    }
    return ValidationError("\(message) Vouliez-vous dire « \(nearest) » ?")
  }
}

struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Retire une note publiée, ou toutes celles d’un département.",
    discussion: """
      Exemple : cadrage withdraw vosges 2022-2023 --reason "Elle contenait une erreur."

      À l’adresse de la note, une page dit qu’elle a été retirée, quand et pourquoi. C’est noté dans \
      departments/adresses.yaml. Ses sources restent : la note redevient un projet, que vous pouvez publier \
      de nouveau ou supprimer.
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp("Le dossier du département.", valueName: "département"),
    completion: Completions.departments, transform: NoteArguments.folderName)
  var department: String

  @Argument(
    help: ArgumentHelp("L’année scolaire ; sans elle, toutes.", valueName: "année"),
    completion: Completions.years)
  var year: String?

  @Option(help: ArgumentHelp("Pourquoi ; les lecteurs le voient.", valueName: "motif"))
  var reason: String

  @Option(
    help: ArgumentHelp("Le jour du retrait (par défaut : aujourd’hui).", valueName: "AAAA-MM-JJ"))
  var date: String?

  func run() throws {
    let words = try PrintedText.sentence(reason, of: "--reason", lack: "pourquoi")
    let wanted = try year.map(NoteArguments.year)
    let given = try date.map(Day.given)
    let session = try Session(options, refusesChanges: false, writes: true)
    try session.refuseUnreadAddresses("Rien n’a été retiré.")
    let project = session.project
    var addresses = project.knownAddresses
    let known = addresses.published.filter {
      $0.department == department && (wanted == nil || $0.year == wanted)
        && addresses.current($0) == $0
        // What a command that did not end noted without removing it.
        && (addresses.withdrawal(of: $0) == nil || project.tree.holdsPublished($0))
    }
    guard !known.isEmpty else {
      if !addresses.published.contains(where: { $0.department == department }) {
        _ = try NoteArguments.department(department, in: project.configuration)
      }
      let address = PublishedAddresses.Address(department, wanted)
      throw ValidationError(
        "Aucune note publiée à l’adresse « \(address.text) » : il n’y a rien à retirer.")
    }
    let notes = project.configuration.department(department)?.notes
    let day = try Day.past(
      given, in: notes?.last?.record.timeZone ?? "Europe/Paris",
      rule: "Une note se retire le jour même, ou porte une date passée.")
    for address in known {
      guard
        let publication = address.year.flatMap({ project.note(address.department, $0) })?
          .publication
      else { continue }
      let last = ([publication.day] + publication.revisions.map(\.date)).max() ?? publication.day
      guard day >= last else {
        throw ValidationError(
          "Le retrait de « \(address.text) » serait du \(FrenchFormat.date(day)), avant le dernier "
            + "changement publié (\(FrenchFormat.date(last))).")
      }
    }
    // One by one, so that each may be published again.
    addresses.withdrawals.removeAll { known.contains($0.address) }
    addresses.withdrawals += known.map {
      PublishedAddresses.Withdrawal(address: $0, day: day, reason: words)
    }
    let interruptions = HeldInterruptions()
    defer { interruptions.release() }
    try session.write(addresses)
    try session.writing { () throws(WritingError) in
      for address in known {
        guard let year = address.year else { continue }
        try PublishedNote.remove(address.department, year, root: session.root)
      }
    }
    for address in known {
      session.console.say("Note « \(address.arguments) » retirée.")
    }
    session.console.say("  \(PublishedAddresses.path)")
  }
}
