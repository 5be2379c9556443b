import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import Funding
import Publication
import Simulation

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Calcule le financement d’un projet Clas.",
    discussion: """
      Le scénario est un fichier YAML ou JSON ; « - » lit l’entrée standard. Exemple : \
      cadrage simulate vosges 2025-2026 --scenario projet.yaml

      Une note publiée répond par ses valeurs publiées, comme son simulateur.
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var arguments: NoteArguments

  @Option(
    help: ArgumentHelp("Le fichier du scénario, ou « - ».", valueName: "fichier"),
    completion: Completions.scenarios)
  var scenario: String

  @Option(
    name: .customLong("plafond"),
    help: ArgumentHelp(
      "Le prix plafond d’un collectif, en euros, à la place de celui de l’année.",
      valueName: "montant"))
  var ceiling: String?

  @Option(
    name: .customLong("bonus-enfants"),
    help: ArgumentHelp("Le montant du bonus « enfants », de même.", valueName: "montant"))
  var childrenBonus: String?

  @Option(
    name: .customLong("bonus-parents"),
    help: ArgumentHelp("Le montant du bonus « parents », de même.", valueName: "montant"))
  var parentsBonus: String?

  @Option(help: "La forme du résultat.")
  var format: ResultFormat = .text

  func run() throws {
    let given = try Bareme(
      ceiling: amount(ceiling, "--plafond"),
      childrenBonus: amount(childrenBonus, "--bonus-enfants"),
      parentsBonus: amount(parentsBonus, "--bonus-parents"))
    // The words of the notes are not needed: only the facts are read.
    var reading = try FactsReading(options)
    let facts = try arguments.facts(in: reading.configuration).shown
    guard let sentences = reading.sentences() else { throw reading.refusal() }
    guard facts.record.bareme.with(given).ceiling != nil else {
      reading.console.say(
        "Le prix plafond de \(facts.year.text) n’est pas publié. Ajoutez --plafond suivi d’un "
          + "montant en euros, par exemple --plafond 8487.")
      throw ExitStatus.contentErrors
    }
    reading.scenario = ScenarioFile.source(scenario, into: &reading.diagnostics)
    guard let source = reading.scenario,
      let file = ScenarioFile.read(
        source, for: facts, sentences: sentences, into: &reading.diagnostics)
    else { throw reading.refusal() }
    reading.report()
    let simulation: Simulation
    do throws(InvalidInput) {
      simulation = try Simulation(file, facts: facts, given: given, sentences: sentences)
    } catch {
      // The scenario and the options were checked; the facts were too, each by itself.
      reading.console.say("Les règles ou le barème de cette note ne permettent pas le calcul.")
      throw ExitStatus.contentErrors
    }
    switch format {
    case .json: try reading.console.output(JSONResult.bytes(simulation))
    case .text: try reading.console.output(TextResult.bytes(simulation))
    }
  }

  private func amount(_ text: String?, _ option: String) throws -> Int64? {
    guard let text else { return nil }
    // As the file of a year has it: « 8 487 €/collectif ».
    let typed = try? ScalarReading.value(text, as: .amount([.perCollectif]))
    if case .amount(let amount)? = typed, amount.cents <= FundingLimits.amount {
      return amount.cents
    }
    guard let cents = ScenarioAmount.cents(text) else {
      throw ValidationError(
        "« \(text) », la valeur de \(option), n’est pas un montant de 0 à 10 000 000 €, au centime "
          + "près. Écrivez par exemple 8487 ou 8487,50.")
    }
    return cents
  }
}

/// The facts of a project and a scenario, with what there is to say of both.
private struct FactsReading {
  let console = Console()
  let configuration: SiteConfiguration
  var diagnostics = DiagnosticList()
  var scenario: SourceText?

  init(_ options: ProjectOptions) throws {
    let root = try options.resolvedRoot()
    let tree = SourceTree.read(root: root, into: &diagnostics)
    configuration = SiteConfiguration.read(tree, into: &diagnostics)
  }

  /// The sentences of the calculation; nil when the content has errors.
  mutating func sentences() -> Record? {
    guard !diagnostics.hasErrors else { return nil }
    if let sentences = configuration.sentences { return sentences }
    diagnostics.add(
      Diagnostic(
        ConfigurationCode.missingFile,
        "Le fichier « departments/national/formules.yaml » n’existe pas.", at: nil,
        expected: "les phrases du calcul"))
    return nil
  }

  func report() {
    console.report(diagnostics) { file, line in
      scenario.flatMap { $0.path == file ? $0.line(line) : nil }
        ?? configuration.tree[file]?.line(line)
    }
  }

  func refusal() -> ExitCode {
    report()
    return ExitStatus.contentErrors
  }
}
