import ArgumentParser
import Compliance
import Documents
import Foundation
import Locating
import Measuring
import Optimizing
import Planning
import Publishing
import Quantities
import Rules
import Wording
import Workers

struct ProposeCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract:
      "Propose where new facilities should go, and how large, so that failing clauses pass.",
    discussion: """
      Finds the sites and sizes that close failing clauses at the least cost, says how good that is, and
      judges the city with them:
        siting propose project.yaml --build childcare --out proposal
        siting propose project.yaml --build 'childcare:places=30,60;cost=80,130' --candidates idle.geojson
      Without costs the fewest facilities are the best, and of these the smallest.
      OUT/proposal has the sites, whom they serve, and the proof; OUT/before and OUT/after the results
      without and with them, OUT/changes what changes. 'siting check --scenario
      OUT/proposal/proposals.geojson' confirms the promise.

      Objectives of the textbooks (--objective):
      """ + "\n" + ObjectiveWords.list(.en))

  @Argument(help: "The project file.", completion: .file(extensions: ["yaml", "yml"]))
  var project: String

  @Option(help: "The folder to write; an earlier result there is replaced as a whole.")
  var out = "proposal"

  @Option(
    help: ArgumentHelp(
      """
      A kind of facility that may be built, with its sizes: KIND or \
      'KIND:places=30,60;floor_area=300,560;cost=80,130' (may be repeated). Default: the kinds that failing clauses count.
      """, valueName: "kind"))
  var build: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Where facilities may be built: a layer with columns id, land_area, kinds, cost, choice; \
      'parcels'; a grid of so many metres, as 'grid:250'; or where streets of the network meet, so many metres apart, \
      as 'streets:250'. Default: the project's candidates, else parcels.
      """, valueName: "where"))
  var candidates: String?

  @Option(help: "CRS of the layer of --candidates, where it does not say.")
  var crs: String?

  @Option(help: "Only one new facility of a kind in each unit of this level, such as community.")
  var onePer: UnitLevelWord?

  @Option(help: "Metres that new facilities of a kind must be apart.")
  var spacing: Double?

  @Option(
    help: "The most that all may cost; if it does not suffice, everybody gets as much as can be.")
  var budget: String?

  @Flag(
    help:
      "Facilities of these kinds that stand may be enlarged to one of the sizes, at the cost of what is added."
  )
  var extend = false

  @Option(
    help: ArgumentHelp(
      "What is built in which year, most need first: the money of each year, as 2026:500,2027:300.",
      valueName: "years"))
  var stages: String?

  @Flag(help: "Also say what a quarter, a half and three quarters of the money could do.")
  var tradeOff = false

  @Option(
    help: ArgumentHelp(
      "In place of the least cost, an objective of the textbooks: lscp, mclp, p-median or p-center.",
      valueName: "objective"))
  var objective: String?

  @Option(help: "With --objective: how many new facilities there are; lscp needs none.")
  var sites: Int?

  @Option(
    help: "With --objective lscp and mclp: metres. Default: the reach of the failing clauses.")
  var reach: Double?

  @Option(
    help:
      "With --objective, what weighs at a compound: residents, or the clause's own demand as 'clause'. Default: residents."
  )
  var demand: String?

  @Option(help: "Seconds after which the search gives the best that it has. Default: 10.")
  var seconds: Double?

  @Option(help: "Steps after which the search ends, for the same answer on every machine.")
  var iterations: Int?

  @Option(help: "Of all that the search draws by lot. Default: 1.")
  var seed: UInt64?

  @Option(name: .customLong("pack"), help: "A rule pack: built-in id or path (may be repeated).")
  var packs: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Flag(help: "Print the proposal as JSON on standard output.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    if let candidates, CandidatePlaces(candidates) == nil,
      let name = CandidatePlaces.name(in: candidates)
    {
      throw usageError("--candidates \(name): takes metres from 10 up, such as \(name):250")
    }
    if let spacing, !(spacing > 0 && spacing < 100_000) {
      throw usageError("--spacing takes metres above 0")
    }
    try ObjectiveChoice.check(objective, sites: sites, reach: reach, demand: demand)
    if let budget, Amount(exactly: budget).map({ $0 < .zero }) ?? true {
      throw usageError("--budget takes a number from 0 up")
    }
    if let stages, StatedStage.all(in: stages) == nil {
      throw usageError(
        "--stages takes the money of years, one later than the other, as 2026:500,2027:300")
    }
    if let seconds, !(seconds > 0) { throw usageError("--seconds must be above 0") }
    if let iterations, iterations < 1 { throw usageError("--iterations must be at least 1") }
  }

  func run() async throws {
    let console = shared.console
    try InputError.check(self.project)
    var project = try ProjectFile.read(self.project)
    if !packs.isEmpty { project.packs = packs }
    project = try project.workingOnItsNetwork()
    let packs = try project.rulePacks(stated: self.packs)
    let settings = settings(project)
    let choice = rules.choice(project, orElse: settings.goals)
    try choice.check(packs.flatMap(\.appliedRules))
    let vocabulary = try project.vocabulary(of: packs)
    if case .streets? = settings.candidates, project.layers.network == nil {
      throw usageError("--candidates streets: needs a network in the project, as 'layers: network'")
    }
    let objective = try ObjectiveChoice.objective(settings)
    let folders = ProposalFolders(out)
    try folders.check(publishing)
    let ahead = NetworkAhead(project.layers.network, workers: computing.workers)
    let city = try await project.city(vocabulary, workers: computing.workers) { step in
      console.progress(step.label[console.language])
    }
    let network = try await city.network(console, ahead: ahead, workers: computing.workers)
    let sites = try await CandidateSearch(
      city: city, vocabulary: vocabulary, network: network, workers: computing.workers
    ).sites(settings.candidates, of: layer(of: project))
    for row in sites.rejected.prefix(Self.mostRejected) {
      console.note(console.say(TerminalWords.scenarioRow(row, of: row.file)))
    }
    if !sites.rejected.isEmpty {
      console.note(console.say(ProposalWords.rejected(sites.rejected.count)))
    }
    let engine = engine(city, packs, vocabulary, on: network)
    let before = try await engine.run { done, all, rule in
      console.progress("\(done + 1)/\(all) \(rule)")
    }
    let options = try BuildWords(settings.build, vocabulary).options(
      orUsualFor: before, choice, city)
    var request = ProposalRequest(
      options: options, candidates: sites, limits: limits(settings, console))
    request.goals = choice
    request.onePer = settings.onePer
    request.spacing = settings.spacing
    request.budget = settings.budget
    request.extends = settings.extends
    request.stages = settings.stages.map { BuildStage(year: $0.year, budget: $0.budget) }
    request.wantsTradeOff = settings.wantsTradeOff
    request.objective = objective
    let proposer = Proposer(
      city: city, packs: packs, vocabulary: vocabulary.kinds, network: network,
      workers: computing.workers)
    let proposal = try await proposer.propose(request, after: before) { city, network in
      try await self.engine(city, packs, vocabulary, on: network).run()
    }
    console.clearProgress()
    let files = try await folders.publish(
      proposal, kinds: vocabulary.kinds, publishing)
    console.note(
      console.say(TerminalWords.wroteFiles(files, to: out)) + " (\(console.elapsed))")
    if json {
      Console.write(ProposalDocument.text(of: proposal))
    } else if !shared.quiet {
      Console.write(ProposalSummary(proposal, vocabulary.kinds, console).text)
    }
  }

  /// Candidates that take no part and are told one by one.
  private static let mostRejected = 10

  private func engine(
    _ city: City, _ packs: [RulePack], _ vocabulary: Vocabulary, on network: CityNetwork?
  ) -> ComplianceEngine {
    ComplianceEngine(
      city: city, packs: packs, vocabulary: vocabulary.kinds, network: network,
      workers: computing.workers)
  }

  private var publishing: Publication.Options {
    Publication.Options(
      language: shared.language, workers: computing.workers, engineVersion: engineVersion)
  }

  /// What the project states, and in its place what the command line does.
  private func settings(_ project: Project) -> ProposalSettings {
    var settings = project.propose
    if !build.isEmpty { settings.build = build.map(StatedWord.init) }
    if let candidates { settings.candidates = CandidatePlaces(candidates) }
    settings.onePer = onePer?.level ?? settings.onePer
    settings.spacing = spacing ?? settings.spacing
    settings.budget = budget.flatMap { Amount(exactly: $0) } ?? settings.budget
    settings.objective = objective ?? settings.objective
    settings.sites = sites ?? settings.sites
    settings.reach = reach ?? settings.reach
    settings.demand = demand ?? settings.demand
    settings.stages = stages.flatMap(StatedStage.all) ?? settings.stages
    settings.extends = extend || settings.extends
    settings.wantsTradeOff = tradeOff || settings.wantsTradeOff
    // A limit that is stated here takes the place of both.
    if seconds != nil || iterations != nil {
      (settings.seconds, settings.iterations) = (seconds, iterations)
    }
    settings.seed = seed ?? settings.seed
    return settings
  }

  /// The layer of sites, if there is one.
  private func layer(of project: Project) -> LayerSource? {
    guard let candidates else { return project.layers.candidates.first }
    return CandidatePlaces(candidates) == nil ? LayerSource(named: candidates, crs: crs) : nil
  }

  private func limits(_ settings: ProposalSettings, _ console: Console) -> SearchLimits {
    SearchLimits(
      seconds: settings.seconds ?? (settings.iterations == nil ? 10 : nil),
      iterations: settings.iterations, seed: settings.seed ?? 1
    ) { value, bound in
      if let value { console.progress(console.say(ProposalWords.searching(value, bound: bound))) }
      return true
    }
  }
}

/// A level of units, as the command line names it.
struct UnitLevelWord: ExpressibleByArgument {
  let level: UnitLevel

  init?(argument: String) {
    guard let level = UnitLevel.administrative.first(where: { $0.rawValue == argument }) else {
      return nil
    }
    self.level = level
  }

  static var allValueStrings: [String] { UnitLevel.administrative.map(\.rawValue) }
}
