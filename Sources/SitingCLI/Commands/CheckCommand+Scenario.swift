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
    try folders.make()
    var files = try await Publication.publish(before, to: folders.before, options: options).count
    files += try await Publication.publish(after, to: folders.after, options: options).count
    let comparison = try await RunComparison.compare(
      folders.before, with: folders.after, between: [], workers: workers, progress: { _ in })
    var telling = ComparisonPublication.Options(
      language: shared.language, workers: workers, engineVersion: engineVersion)
    telling.supposed = scenario.steps
    let changes = try await ComparisonPublication.publish(
      comparison, to: folders.changes, options: telling)
    console.note(
      console.say(TerminalWords.wroteFiles(files + changes.count, to: out))
        + " (\(console.elapsed))")
    if json {
      Console.write(
        try Console.json(
          CompareSummary(comparison, out: folders.changes, files: changes.map(\.name))))
    } else if !shared.quiet {
      Console.write(CompareSummary.text(comparison, console))
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

  func make() throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
  }
}
