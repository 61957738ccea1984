import ArgumentParser
import Compliance
import Documents
import Foundation
import Measuring
import Planning
import Publishing
import Wording
import Workers

extension CheckCommand {
  /// What does not go together with a scenario.
  func checkScenario() throws {
    if database != nil {
      throw usageError("--database takes one result; leave --scenario out")
    }
    if results.outputs != nil || results.onlyFailing {
      throw usageError(
        "--scenario compares whole results; leave --outputs and --only-failing out")
    }
  }

  /// The scenario that is asked for, if any.
  func readScenario(for city: City, _ vocabulary: Vocabulary) async throws -> Scenario? {
    guard let path = scenario else { return nil }
    let console = shared.console
    let found = try await ScenarioLoader.load(
      LayerSource(named: path, crs: crs), for: city, vocabulary: vocabulary,
      workers: computing.workers)
    guard found.rejected.isEmpty else { throw ScenarioError(path, found) }
    console.note(console.say(TerminalWords.scenario(found.steps)))
    for note in found.city.notes where note.layer == Scenario.layerName {
      console.note(console.say(TerminalWords.scenarioNote(note)))
    }
    return found
  }

  /// Judges the city with a scenario, publishes both results, and tells what changes.
  func compare(
    _ before: ComplianceResult, with scenario: Scenario, _ judging: Judging,
    _ options: Publication.Options
  ) async throws {
    let console = shared.console
    let workers = computing.workers
    var city = scenario.city
    city.project.name = TerminalWords.with(scenario: self.scenario ?? "", city.project.name)
    let network = try await city.network(console, workers: workers)
    let after = try await judge(city, network, judging)
    console.progress(console.say(TerminalWords.writing(out)))
    let folders = ScenarioFolders(out)
    let written = try await folders.publish(
      before, after, supposing: scenario.steps, options)
    console.note(
      console.say(TerminalWords.wroteFiles(written.count, to: out))
        + " (\(console.elapsed))")
    if json {
      Console.write(
        try Console.json(
          CompareSummary(written.comparison, out: folders.changes, files: written.changes)))
    } else if !shared.quiet {
      Console.write(CompareSummary.text(written.comparison, console))
    }
    if failOn == .fail, CheckSummary.hasFailure(after) { throw ExitStatus.doesNotComply }
  }
}

/// Where the results of a scenario are.
struct ScenarioFolders {
  private let out: String

  init(_ out: String) { self.out = out }

  var before: String { "\(out)/before" }
  var after: String { "\(out)/after" }
  var changes: String { "\(out)/changes" }

  /// Makes sure, before the work is done, that all three can be written.
  ///
  /// - Throws: `PublishingError`, `ValidationError`.
  func check(_ options: Publication.Options) throws {
    guard FileManager.default.fileExists(atPath: out) else {
      try Publication.check(out, options: options)
      return
    }
    if FileManager.default.fileExists(atPath: "\(out)/manifest.json") {
      throw usageError("--out \(out) holds a result itself; name another folder for the scenario")
    }
    for folder in [before, after, changes] { try Publication.check(folder, options: options) }
  }

  /// What was written: how many files, the comparison, and the names of its files.
  struct Written {
    let count: Int
    let comparison: RunComparison
    let changes: [String]
  }

  /// Writes both results, and what changes.
  ///
  /// - Parameter steps: What the later one supposes.
  func publish(
    _ before: ComplianceResult, _ after: ComplianceResult, supposing steps: [Scenario.Step] = [],
    _ options: Publication.Options
  ) async throws -> Written {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    var count = try await Publication.publish(before, to: self.before, options: options).count
    count += try await Publication.publish(after, to: self.after, options: options).count
    let comparison = try await RunComparison.compare(
      self.before, with: self.after, workers: options.workers)
    var telling = ComparisonPublication.Options(
      language: options.language, workers: options.workers, engineVersion: options.engineVersion)
    telling.supposed = steps
    let changes = try await ComparisonPublication.publish(
      comparison, to: self.changes, options: telling)
    return Written(
      count: count + changes.count, comparison: comparison, changes: changes.map(\.name))
  }
}
