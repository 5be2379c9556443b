import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication

/// A published address where no note is any more: its page leads to the new one, or says that the
/// note was withdrawn, when and why.
struct FormerPage: Sendable, Hashable {
  enum Fate: Sendable, Hashable {
    case moved(to: PageAddress)
    /// A lasting address that leads to a department's latest note, whatever its year.
    case latest(PageAddress)
    case withdrawn(PublishedAddresses.Withdrawal)
  }

  let address: PageAddress
  let fate: Fate
}

extension PublishedAddresses {
  /// The former pages of a site, less those whose address has another page now.
  ///
  /// - Parameter taken: the addresses that have a page.
  func formerPages(besides taken: Set<PageAddress>) -> [FormerPage] {
    var pages: [FormerPage] = []
    var known = taken
    func add(_ old: PageAddress, _ fate: FormerPage.Fate) {
      guard known.insert(old).inserted else { return }
      if case .moved(let target) = fate, !taken.contains(target) { return }
      pages.append(FormerPage(address: old, fate: fate))
    }
    for address in published {
      let now = current(address)
      let withdrawal = withdrawal(of: address)
      let parts = ["", "demarche/", "simulateur/", "changements/", "texte/", "corrections/"]
      for part in parts {
        let fate: FormerPage.Fate =
          withdrawal.map { .withdrawn($0) } ?? .moved(to: PageAddress(now.folder + part))
        add(PageAddress(address.folder + part), fate)
      }
    }
    let lastWithdrawals = Dictionary(
      withdrawals.enumerated().map { ($1.address.department, $0) }, uniquingKeysWith: { $1 })
    for address in published {
      let department = current(address).department
      let now = PageAddress.department(department)
      let old = PageAddress.department(address.department)
      let withdrawal = [address.department, department].compactMap { lastWithdrawals[$0] }.max()
        .map { withdrawals[$0] }
      for (old, now) in [(old, now), (old.current, now.current), (old.years, now.years)] {
        if taken.contains(now) {
          add(old, .moved(to: now))
        } else if let withdrawal {
          add(old, .withdrawn(withdrawal))
        }
      }
    }
    return pages
  }

  /// The folders where each published note stood before its department was renamed, less those
  /// where another note stands now.
  func formerFolders(of notes: [PlannedNote]) -> [PlannedNote: [String]] {
    if moves.isEmpty { return [:] }
    var known = Set(notes.map { Address($0.department, $0.year) })
    let current = Dictionary(
      uniqueKeysWithValues: notes.filter { !$0.isDraft }.map {
        (Address($0.department, $0.year), $0)
      })
    var folders: [PlannedNote: [String]] = [:]
    for address in published where withdrawal(of: address) == nil {
      guard let note = current[self.current(address)], known.insert(address).inserted else {
        continue
      }
      folders[note, default: []].append(address.folder)
    }
    return folders
  }

  /// What stands in the place of the files of withdrawn notes that diaries and programs ask for.
  ///
  /// - Parameter taken: the paths that have a file.
  func withdrawnFiles(besides taken: Set<String>) -> [PlannedFile] {
    var known = taken
    return published.flatMap { address -> [PlannedFile] in
      guard let withdrawal = withdrawal(of: address) else { return [] }
      let names = NoteText.Layout.allCases.map(\.file) + [CalendarFile.name, OpenData.name]
      return names.compactMap { name in
        known.insert(address.folder + name).inserted
          ? PlannedFile(address.folder + name, .withdrawn(address, withdrawal)) : nil
      }
    }
  }
}

extension PublishedAddresses.Address {
  fileprivate var folder: String { text + "/" }
}

extension Project {
  /// Every note that was published is in the site, or what became of it is known; one that was
  /// withdrawn is not there. One that is there is known: it would vanish without a word.
  ///
  /// **Errors**: `adresse-disparue`, `retrait-inacheve`; `adresse-non-notee` is a warning.
  func reportVanishedAddresses(diagnostics: inout DiagnosticList) {
    let addresses = configuration.addresses ?? PublishedAddresses()
    let known = Set(addresses.published)
    for note in PlannedNote.all(in: tree) where !note.isDraft {
      let address = PublishedAddresses.Address(note.department, note.year)
      if !known.contains(address) { diagnostics.add(.unknownAddress(address)) }
    }
    for address in addresses.published {
      let isWithdrawn = addresses.withdrawal(of: address) != nil
      let now = addresses.current(address)
      // Files that are there and have errors are told as such.
      if tree.holdsPublished(now) == isWithdrawn {
        let place = addresses.places[address]
        diagnostics.add(
          isWithdrawn ? .unfinishedWithdrawal(of: now, at: place) : .vanished(address, at: place))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownAddress(_ address: PublishedAddresses.Address) -> Diagnostic {
    Diagnostic(
      WebsiteCode.unknownAddress,
      "La note publiée « \(address.arguments) » n’est pas dans \(PublishedAddresses.path) : si ses fichiers "
        + "disparaissaient, rien ne le dirait.", at: Place(file: PublishedAddresses.path),
      severity: .warning,
      expected:
        "le fichier tel qu’il était, avec les anciennes adresses ; ou cadrage publish "
        + "\(address.arguments), qui y note celle-ci")
  }

  fileprivate static func unfinishedWithdrawal(
    of address: PublishedAddresses.Address, at place: Place?
  ) -> Diagnostic {
    let name = address.arguments
    return Diagnostic(
      WebsiteCode.unfinishedWithdrawal,
      "La note « \(name) » est notée comme retirée, et ses fichiers publiés sont là.",
      at: place ?? Place(file: PublishedAddresses.path),
      expected:
        "cadrage withdraw \(name) --reason \"pourquoi\", pour la retirer tout à fait ; ou cadrage "
        + "publish \(name), pour la garder")
  }

  fileprivate static func vanished(
    _ address: PublishedAddresses.Address, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      WebsiteCode.vanishedAddress,
      "La note publiée à l’adresse « /\(address.text)/ » n’est plus dans le site.",
      at: place ?? Place(file: PublishedAddresses.path),
      expected:
        "les fichiers de departments/\(address.department)/publiees/, tels qu’ils étaient ; ou, si "
        + "c’est voulu, cadrage rename \(address.department) NOUVEAU-NOM, à la place d’un dossier renommé à la "
        + "main, ou cadrage withdraw \(address.arguments) --reason \"pourquoi\"")
  }
}
