import CustomDump
import Foundation
import Glibc
import TestSupport
import Testing

/// Builds that are killed, or that meet: the site is the old one or the new one, whole.
@Suite struct InterruptionTests {
  @Test func leftoverOfAKilledBuildIsRemoved() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let whole = try site.contents(of: "public")
    try site.write(".public.cadrage/index.html", "<p>à moitié écri")
    try site.write(".public.cadrage/vieux/dossier/page.html", "<p>vieux")
    try site.link(".public.cadrage/lien", to: site.path("departments"))
    #expect(try site.cadrage("build", "--drafts").status == 0)
    expectNoDifference(try site.contents(of: "public"), whole)
    expectNoDifference(
      try site.names(), [".public.memoire", "departments", "public", "site", "templates"])
    #expect(site.exists("departments/bresse/departement.yaml"))
  }

  @Test func buildThatMeetsAnotherSaysSo() throws {
    let site = try ContentFolder.minimal()
    let folder = open(site.url.path, O_RDONLY | O_DIRECTORY)
    try #require(folder >= 0)
    defer { close(folder) }
    try #require(flock(folder, LOCK_EX) == 0)
    let run = try site.cadrage("build", "--drafts")
    expectNoDifference(
      run.errors,
      "Une autre construction du site écrit déjà dans « \(site.path("public")) ». Attendez qu’elle "
        + "finisse.\n")
    #expect(run.status == 74)
    expectNoDifference(try site.names(), ["departments", "site", "templates"])
  }

  /// Of two commands that write to the sources at once, the second waits to be told.
  @Test(arguments: [
    "publish bresse 2025-2026", "withdraw bresse 2025-2026 --reason Erreur", "rename bresse dombes",
    "new year bresse 2026-2027", "new department 34", "new family annonces --titre Annonces",
    "check --fix",
  ])
  func commandThatMeetsAnotherSaysSo(_ words: String) throws {
    let site = try ContentFolder.publishable()
    let before = try site.contents(of: "departments")
    let folder = open(site.path("departments"), O_RDONLY | O_DIRECTORY)
    try #require(folder >= 0)
    defer { close(folder) }
    try #require(flock(folder, LOCK_EX) == 0)
    let run = try site.run(words.split(separator: " ").map(String.init))
    expectNoDifference(
      run.errors,
      "Une autre commande écrit dans « departments/ ». Attendez qu’elle finisse, puis relancez celle-ci.\n"
    )
    #expect(run.status == 74)
    expectNoDifference(try site.contents(of: "departments"), before)
    // Who only reads need not wait.
    #expect(try site.cadrage("check").status == 0)
  }

  @Test func buildsAtOnceLeaveAWholeSite() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts", "--output", "modele").status == 0)
    let whole = try site.contents(of: "modele")
    for _ in 1...4 {
      let builds = (1...4).map { _ in
        Command(Repository.executable.path, ["build", "--drafts"], in: site.url)
      }
      for build in builds { try build.start() }
      let runs = try builds.map { try $0.end() }
      for run in runs where run.status != 0 {
        #expect(run.status == 74)
        #expect(run.errors.hasPrefix("Une autre construction du site écrit déjà"), "\(run.errors)")
      }
      #expect(runs.contains { $0.status == 0 })
      expectNoDifference(try site.contents(of: "public"), whole)
      expectNoDifference(
        try site.names(),
        [
          ".modele.memoire", ".public.memoire", "departments", "modele", "public", "site",
          "templates",
        ])
    }
  }

  /// Whenever it is killed, a publication leaves the old pair or the new one, and the next command
  /// goes on from there.
  @Test func killedPublicationsLeaveAWholePair() throws {
    let site = try ContentFolder.twoYears()
    let publish = [
      "publish", "bresse", "2025-2026", "--date", "2025-06-10", "--revision", "Un mot.",
    ]
    try site.replace(
      "Pour une question", with: "Pour toute question",
      in: "templates/note/circulaire-2021/depot.md")
    let old = try site.contents(of: "departments/bresse/publiees")
    let whole = try site.run(publish)
    try #require(whole.status == 0, "\(whole.errors)")
    let new = try site.contents(of: "departments/bresse/publiees")
    for step in 0..<6 {
      try site.remove("departments/bresse/publiees")
      for (name, bytes) in old { try site.write("departments/bresse/publiees/" + name, bytes) }
      let command = Command(Repository.executable.path, publish, in: site.url)
      try command.start()
      // The moments are spread over the writing, which begins where the folder beside appears.
      let staging = site.path("departments/bresse/.publiees.tmp")
      while command.process.isRunning, access(staging, F_OK) != 0 {}
      usleep(UInt32(step * 800))
      kill(command.process.processIdentifier, SIGKILL)
      _ = try command.end()
      let found = try site.contents(of: "departments/bresse/publiees")
      #expect(found == old || found == new)
      let check = try site.cadrage("check")
      #expect(!check.errors.contains("paire-"), "\(check.errors)")
    }
    let again = try site.run(publish)
    #expect(again.status == 0, "\(again.errors)")
    #expect(!(try site.names(in: "departments/bresse")).contains(".publiees.tmp"))
  }

  /// The moments spread over the whole build, and over the making of the new site beside the old one;
  /// whichever they are, what is expected is the same.
  @Test func killedBuildsLeaveTheOldSiteOrTheNew() throws {
    let site = try ContentFolder.minimal()
    // Enough files for the writing to last.
    for number in 1...150 { try site.write("site/images/\(number).svg", "<svg>\(number)</svg>\n") }
    var wholes: [[String: Data]] = []
    let titles = ["Premier titre", "Second titre"]
    for title in titles {
      try site.changeTitle(title)
      #expect(try site.cadrage("build", "--drafts").status == 0)
      wholes.append(try site.contents(of: "public"))
    }
    #expect(wholes[0] != wholes[1])
    var kills = 0
    for round in 0..<30 {
      try site.changeTitle(titles[round % 2])
      let build = Command(Repository.executable.path, ["build", "--drafts"], in: site.url)
      try build.start()
      if round % 3 == 0 {
        usleep(UInt32(round) * 5_000)
      } else {
        while build.process.isRunning, !site.exists(".public.cadrage") { usleep(200) }
        usleep(UInt32(round) * (round % 3 == 1 ? 500 : 8_000))
      }
      kill(build.process.processIdentifier, SIGKILL)
      if try build.end().status == -SIGKILL { kills += 1 }
      let found = try site.contents(of: "public")
      #expect(wholes.contains(found), "round \(round): the site is neither the old one nor the new")
    }
    #expect(kills > 0)
    #expect(try site.cadrage("build", "--drafts").status == 0)
    expectNoDifference(try site.contents(of: "public"), wholes[1])
    expectNoDifference(
      try site.names(), [".public.memoire", "departments", "public", "site", "templates"])
  }
}
