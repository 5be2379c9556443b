import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

/// Puts `departments/adresses.yaml` in the place of the old one.
extension PublishedAddresses {
  func write(root: String) throws(WritingError) {
    let path = root + "/" + PublishedAddresses.path
    let temporary = root + "/departments/.adresses.yaml.tmp"
    try FileSystem.remove(temporary)
    try FileSystem.write(Array(text.utf8), to: temporary)
    try FileSystem.rename(temporary, to: path)
  }

  /// Adds addresses that are not known yet, and forgets that a note that is there left.
  mutating func add(_ addresses: [Address]) {
    for address in addresses where !published.contains(address) { published.append(address) }
    withdrawals.removeAll { addresses.contains($0.address) }
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
  /// Writes, or ends the command as a disk that fails does.
  func writing(_ body: () throws(WritingError) -> Void) throws {
    do throws(WritingError) {
      try body()
    } catch {
      if error.isUsage { throw ValidationError(error.message) }
      console.say(error.message)
      throw ExitStatus.disk
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

  @Argument(help: ArgumentHelp("Le dossier du département.", valueName: "département"))
  var department: String

  @Argument(help: ArgumentHelp("Son nouveau nom.", valueName: "nouveau-nom"))
  var name: String

  func run() throws {
    let session = try Session(options, refusesChanges: false)
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
      guard isName(name) else {
        throw ValidationError(
          "« \(name) » ne peut pas être un nom de dossier. Écrivez-le en minuscules, sans accent, avec des "
            + "tirets : vosges-centre.")
      }
      guard project.configuration.department(name) == nil, name != "national" else {
        throw ValidationError("Le dossier « departments/\(name) » existe déjà.")
      }
    }
    addresses.moves.removeAll { $0.from == name }
    addresses.moves.append(PublishedAddresses.Move(from: department, to: name))
    addresses.add(
      addresses.published.filter { $0.department == department }.map {
        PublishedAddresses.Address(name, $0.year)
      }.filter { addresses.withdrawal(of: $0) == nil })
    try session.writing { () throws(WritingError) in
      if !isDone {
        try FileSystem.renameNew(
          session.root + "/departments/" + department, to: session.root + "/departments/" + name)
      }
      try addresses.write(root: session.root)
    }
    session.console.say(
      "Le département « \(department) » s’appelle « \(name) ». Ses anciennes adresses mèneront aux nouvelles "
        + "(\(PublishedAddresses.path)). Vérifiez : cadrage check.")
  }

  private func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), !text.hasSuffix("-") else {
      return false
    }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
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

  @Argument(help: ArgumentHelp("Le dossier du département.", valueName: "département"))
  var department: String

  @Argument(
    help: ArgumentHelp("L’année scolaire ; sans elle, toutes.", valueName: "année"))
  var year: String?

  @Option(help: ArgumentHelp("Pourquoi ; les lecteurs le voient.", valueName: "motif"))
  var reason: String

  @Option(
    help: ArgumentHelp("Le jour du retrait (par défaut : aujourd’hui).", valueName: "AAAA-MM-JJ"))
  var date: String?

  func run() throws {
    let session = try Session(options, refusesChanges: false)
    let project = session.project
    let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw ValidationError("--reason ne dit pas pourquoi.") }
    var addresses = project.knownAddresses
    let wanted = try year.map { text in
      guard let year = SchoolYear(text) else {
        throw ValidationError(
          "« \(text) » n’est pas une année scolaire. Écrivez-la ainsi : 2025-2026.")
      }
      return year
    }
    let known = addresses.published.filter {
      $0.department == department && (wanted == nil || $0.year == wanted)
        && addresses.withdrawal(of: $0) == nil && addresses.current($0) == $0
    }
    let address = PublishedAddresses.Address(department, wanted)
    guard !known.isEmpty else {
      throw ValidationError(
        "Aucune note publiée à l’adresse « \(address.text) » : il n’y a rien à retirer.")
    }
    let notes = project.configuration.department(department)?.notes
    let zone = notes?.last?.record.timeZone ?? "Europe/Paris"
    guard let day = try Publish.checkedDay(date) ?? Day.today(in: zone) else {
      throw ValidationError("L’horloge ne donne pas de date. Indiquez-la avec --date.")
    }
    addresses.withdrawals.append(
      PublishedAddresses.Withdrawal(address: address, day: day, reason: words))
    try session.writing { () throws(WritingError) in
      try addresses.write(root: session.root)
      for address in known {
        guard let year = address.year else { continue }
        try PublishedNote.remove(address.department, year, root: session.root)
      }
    }
    for address in known {
      session.console.say("Note « \(address.department) \(address.year?.text ?? "") » retirée.")
    }
    session.console.say("  \(PublishedAddresses.path)")
  }
}
