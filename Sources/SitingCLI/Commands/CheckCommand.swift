import ArgumentParser
import Compliance
import Documents
import Foundation
import GeoFiles
import Measuring
import Planning
import Publishing
import Quantities
import Rules
import Wording
import Workers

struct CheckCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge all parcels, facilities and units, and publish layers, tables and a report.",
    discussion: """
      Takes a project file, or the layers as options:
        siting check project.yaml --out out
        siting check --parcels parcels.geojson --facilities facilities.csv \\
          --units community=communities.geojson --pack shangqiu-2022 --out out
      """)

  @Argument(help: "The project file.", completion: .file(extensions: ["yaml", "yml"]))
  var project: String?

  @Option(help: "The folder to write; an earlier result there is replaced as a whole.")
  var out = "out"

  @Option(help: "Residential parcels (may be repeated).")
  var parcels: [String] = []

  @Option(help: "Facilities (may be repeated).")
  var facilities: [String] = []

  @Option(help: "Administrative units, as LEVEL=FILE or FILE (may be repeated).")
  var units: [String] = []

  @Option(help: "Gates of parcels.")
  var entrances: [String] = []

  @Option(help: "The walking network: OpenStreetMap data, a saved .walknet, or street lines.")
  var network: String?

  @Option(name: .customLong("pack"), help: "A rule pack: built-in id or path (may be repeated).")
  var packs: [String] = []

  @Option(help: "CRS of the CSV files named as options, such as EPSG:4547, GCJ-02 or BD-09.")
  var crs: String?

  @Option(
    help: "Divide shared supply this way in every rule: on_site, fair, two_step, pooled, in_reach.")
  var attribution: Attribution?

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(help: "The day the answer is for, such as 2025-12-31.")
  var asOf: String?

  @Flag(help: "Count facilities that are under construction, planned or not open yet, flagged.")
  var planned = false

  @Option(
    help: ArgumentHelp(
      """
      Facilities that are added, moved, closed or changed, as a layer or table with a column 'action': the result \
      without and with them, and what changes, are written to OUT/before, OUT/after and OUT/changes.
      """, valueName: "file"),
    completion: .file())
  var scenario: String?

  @Flag(
    help: """
      Say in the report how the result depends on detour, walking speed and household size: judges up to six times \
      more.
      """)
  var sensitivity = false

  @OptionGroup(title: "Results") var results: ResultOptions

  @Option(
    help: "Also write the layers as tables to PostGIS: \"PG:dbname=…\"; all or none.")
  var database: String?

  @Option(help: "The schema of these tables. Default: that of the user.")
  var schema: String?

  @Option(help: "Exit with status 1 if there is such a verdict: fail.")
  var failOn: FailOn?

  @Flag(help: "Print a summary as JSON on standard output.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  enum FailOn: String, ExpressibleByArgument { case fail }

  func validate() throws {
    if project == nil, parcels.isEmpty, facilities.isEmpty {
      throw usageError("name a project file, or layers with --parcels and --facilities")
    }
    if crs != nil, project != nil, scenario == nil {
      throw usageError(
        "--crs is for CSV files named as options; in a project file write 'crs:' at the layer")
    }
    if let database, !LayerFiles.isDatabase(database) {
      throw usageError(
        "--database: name a connection, such as \"PG:host=localhost dbname=city\"")
    }
    try CalendarDate.check(asOf)
    if scenario != nil { try checkScenario() }
    for unit in units {
      let parts = unit.split(separator: "=", maxSplits: 1)
      let levels = UnitLevel.administrative.map(\.rawValue)
      if parts.count == 2, !levels.contains(String(parts[0])),
        Spelling.nearest(to: String(parts[0]), among: levels) != nil
          || !parts[0].contains(where: \.isLetter)
      {
        throw usageError(
          "'\(parts[0])' is no level of units\(Spelling.hint(for: String(parts[0]), among: levels))"
        )
      }
    }
  }

  func run() async throws {
    let options = publishing
    do {
      try await run(options)
    } catch {
      await options.hashes.finish()
      throw error
    }
  }

  private func run(_ options: Publication.Options) async throws {
    let project = try assembled().workingOnItsNetwork()
    // It is read while packs and layers are.
    let ahead = NetworkAhead(project.layers.network, workers: computing.workers)
    do {
      try await run(project, ahead, options)
    } catch {
      await ahead?.finish()
      throw error
    }
  }

  private func run(
    _ project: Project, _ ahead: NetworkAhead?, _ options: Publication.Options
  ) async throws {
    let console = shared.console
    let packs = try project.rulePacks(stated: self.packs)
    let choice = rules.choice(project)
    try choice.check(packs.flatMap(\.appliedRules))
    let vocabulary = try project.vocabulary(of: packs)
    guard !project.layers.facilities.isEmpty else {
      throw usageError(
        "no facilities layer is named, so nothing can be judged; use --facilities or"
          + " 'layers: {facilities: …}' in the project")
    }
    if scenario == nil {
      try Publication.check(out, options: options)
    } else {
      try ScenarioFolders(out).check(options)
    }
    let city = try await project.city(vocabulary, workers: computing.workers) { step in
      console.progress(step.label[console.language])
    }
    if computing.workers.count > 1 { options.hashes.begin(city.inputs) }
    console.note(loaded(city, console))
    city.tellPlane(console)
    for said in [city.missingDaySentence, city.leftOutSentence].compactMap({ $0 }) {
      console.note(said[console.language])
    }
    let scenario = try await readScenario(for: city, vocabulary)
    let network = try await city.network(console, ahead: ahead, workers: computing.workers)
    let judging = Judging(packs: packs, vocabulary: vocabulary, choice: choice)
    let result = try await judge(city, network, judging)
    if let scenario {
      try await compare(result, with: scenario, judging, options)
      return
    }
    let leftOut = result.rulesLeftOut.count
    if leftOut > 0 {
      console.note(
        console.say(TerminalWords.rulesChosen(result.findings.count, leftOut: leftOut)))
    }
    console.progress(console.say(TerminalWords.writing(out)))
    let files = try await Publication.publish(result, to: out, options: options)
    console.note(
      console.say(TerminalWords.wroteFiles(files.count, to: out))
        + " (\(console.elapsed))")
    if results.onlyFailing { console.note(console.say(TerminalWords.onlyFailing)) }
    if let database {
      let tables = try await Publication.store(
        result, in: database, schema: schema, options: options)
      console.note(
        console.say(
          TerminalWords.wroteTables(tables.joined(separator: ", "), LayerFiles.shown(database)))
          + " (\(console.elapsed))")
    }
    if json {
      Console.write(
        try Console.json(CheckSummary(result, out: out, files: files.map(\.name))))
    } else if !shared.quiet {
      Console.write(CheckSummary.table(result, console))
    }
    if failOn == .fail, CheckSummary.hasFailure(result) { throw ExitStatus.doesNotComply }
  }

  /// What is written, and how.
  private var publishing: Publication.Options {
    var options = Publication.Options(
      language: shared.language, workers: computing.workers, engineVersion: engineVersion)
    results.apply(to: &options)
    return options
  }

  /// What a city is judged by.
  struct Judging {
    let packs: [RulePack]
    let vocabulary: Vocabulary
    let choice: RuleChoice
  }

  /// Judges a city, and says how much there was to judge.
  func judge(
    _ city: City, _ network: CityNetwork?, _ judging: Judging
  ) async throws -> ComplianceResult {
    let console = shared.console
    let engine = ComplianceEngine(
      city: city, packs: judging.packs, vocabulary: judging.vocabulary.kinds, network: network,
      workers: computing.workers, choice: judging.choice)
    var result = try await engine.run { done, all, rule in
      console.progress("\(done + 1)/\(all) \(rule)")
    }
    if sensitivity {
      console.progress(console.say(SensitivityWords.judgingOthers))
      result.sensitivity = try await engine.sensitivity(of: result)
    }
    console.note(console.say(TerminalWords.judged(all(result))) + " (\(console.elapsed))")
    return result
  }

  private func all(_ result: ComplianceResult) -> Int {
    result.findings.reduce(0) { $0 + $1.count }
  }

  private func loaded(_ city: City, _ console: Console) -> String {
    let counts = "\(city.parcels.count), \(city.facilities.count), \(city.units.count)"
    let rejected = city.rejected.count
    return console.say(
      TerminalWords.loaded(counts, rejected: rejected, noted: city.notes.count, in: console.elapsed)
    )
  }

  /// The project file with the options laid over it.
  private func assembled() throws -> Project {
    var project = Project()
    if let path = self.project {
      try InputError.check(path)
      project = try ProjectFile.read(path)
    } else {
      project.name = TerminalWords.quickLook
    }
    func source(_ path: String) -> LayerSource { LayerSource(named: path, crs: crs) }
    if !parcels.isEmpty { project.layers.parcels = parcels.map(source) }
    if !facilities.isEmpty { project.layers.facilities = facilities.map(source) }
    if !entrances.isEmpty { project.layers.entrances = entrances.map(source) }
    if let network { project.layers.network = NetworkSource(source(network)) }
    if !units.isEmpty {
      project.layers.units = units.map { unit in
        let parts = unit.split(separator: "=", maxSplits: 1).map(String.init)
        var layer = source(parts[parts.count - 1])
        if parts.count == 2 { layer.level = UnitLevel(name: parts[0]) }
        return layer
      }
    }
    if !packs.isEmpty { project.packs = packs }
    if let attribution { project.attribution = attribution.rawValue }
    if let asOf { project.asOf = CalendarDate(asOf) }
    if planned { project.countsPlanned = true }
    return project
  }
}
