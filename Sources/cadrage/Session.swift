import ArgumentParser
import Diagnostics
import Files
import Publication
import Synchronization
import Website

/// A run of a command on a project: what was loaded, and what there is to say of it.
struct Session {
  let root: String
  let console = Console()
  var project: Project
  var diagnostics: DiagnosticList

  /// What was loaded, kept until the program ends: the system takes the memory back at once, where
  /// Swift would take a thousand notes down one by one.
  private static let kept = Mutex<Project?>(nil)

  /// - Parameter refusesChanges: whether what the sources would change in published notes is an
  ///   error.
  /// - Parameter writes: whether it will write to the sources: no other command does meanwhile.
  init(_ options: ProjectOptions, refusesChanges: Bool = true, writes: Bool = false) throws {
    root = try options.resolvedRoot()
    if writes { try Session.lockSources(of: root) }
    var diagnostics = DiagnosticList()
    project = Project.load(root: root, diagnostics: &diagnostics)
    if refusesChanges { diagnostics.add(contentsOf: project.divergences) }
    self.diagnostics = diagnostics
    Session.kept.withLock { [project] in $0 = project }
  }

  /// Keeps other commands from writing to the sources until this one ends; refuses when one of them does.
  /// What one left that did not end is removed.
  static func lockSources(of root: String) throws {
    let console = Console()
    do throws(WritingError) {
      if try FileSystem.lock(root + "/departments") != nil {
        return PublishedNote.removeLeftovers(root: root)
      }
      console.say(
        "Une autre commande écrit dans « departments/ ». Attendez qu’elle finisse, puis relancez celle-ci."
      )
    } catch {
      console.say(error.message)
    }
    throw ExitStatus.disk
  }

  mutating func check() {
    diagnostics = SiteBuilder.check(
      ProjectParts(project, diagnostics), version: Version.current)
  }

  /// Writes every problem to standard error, sorted, with the lines they stand on.
  ///
  /// - Parameter showsWaived: whether what was waived is written too.
  func report(showsWaived: Bool = false) {
    console.report(diagnostics, in: project.tree, showsWaived: showsWaived)
  }

  /// Writes, or ends the command as a disk that fails does.
  ///
  /// - Parameter sentence: what is said after the reason: « Rien n’a été écrit. »
  func writing(
    orSay sentence: String? = nil, _ body: () throws(WritingError) -> Void
  ) throws {
    do throws(WritingError) {
      try body()
    } catch {
      if error.isUsage { throw ValidationError(error.message) }
      console.say([error.message, sentence].compactMap(\.self).joined(separator: " "))
      throw ExitStatus.disk
    }
  }

  /// Says why nothing is done. Returns the exit status.
  func refusal(_ sentence: String? = nil) -> ExitCode {
    report()
    sentence.map(console.say)
    return ExitStatus.contentErrors
  }
}
