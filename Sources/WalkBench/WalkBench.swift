import ArgumentParser
import Foundation
import Geodesy
import Measuring
import Planning
import Walking
import Workers

/// Times the walking network alone, on what `siting check` would read, answers scripts that
/// compare its distances with those of other routers, measures cities in parts, and times files. No product: for
/// `Scripts/bench/walk`, `Scripts/bench/formats`, `Scripts/verify/walking.py` and `Scripts/verify/parts`.
@main
struct WalkBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "WalkBench",
    abstract: "Time the walking network, ask it for distances, and measure cities in parts.",
    subcommands: [
      SaveCommand.self, NearestCommand.self, IsochroneCommand.self, PairsCommand.self,
      PartsCommand.self, LayersCommand.self,
    ])
}

/// A project, how many threads, and how often.
struct BenchOptions: ParsableArguments {
  @Argument(help: "The project file; it states `network` and `working_crs`.")
  var project: String

  @Option(help: "How many threads.")
  var threads = 1

  @Option(help: "How often; each time is printed.")
  var runs = 5

  var workers: Workers { Workers(count: threads) }

  /// The city of the project, and its network with the city on it.
  func load() async throws -> (city: City, network: CityNetwork) {
    let city = try await CityLoader.load(
      ProjectFile.read(project), vocabulary: .builtIn(), workers: workers)
    guard let network = try await CityNetwork.load(for: city, workers: workers) else {
      throw ValidationError("the project names no network")
    }
    return (city, network)
  }

  /// Does something several times and prints how long each took.
  func timed<Result>(_ name: String, _ body: () async throws -> Result) async throws -> Result {
    try await Stopwatch.timed(name, runs: runs, body)
  }
}

/// Measures what is done.
enum Stopwatch {
  /// Does something several times and prints how long each took: wall and CPU milliseconds.
  static func timed<Result>(
    _ name: String, runs: Int, _ body: () async throws -> Result
  ) async throws -> Result {
    var times: [String] = []
    var result: Result
    repeat {
      let start = ContinuousClock.now
      let used = Self.processorSeconds
      result = try await body()
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let wall = String(format: "%.1f", seconds * 1_000)
      times.append(wall + "/" + String(format: "%.1f", (Self.processorSeconds - used) * 1_000))
    } while times.count < runs
    print("\(name), wall/CPU ms: \(times.joined(separator: " "))")
    return result
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
