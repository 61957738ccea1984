import ArgumentParser
import Foundation
import Optimizing
import Synchronization
import Workers

/// Times the search for the least cost on random cities: value, bound and gap after so many seconds.
@main
struct SizingBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "SizingBench", abstract: "Time the least cost to serve every need.")

  @Option(help: "u uniform, c clustered, n network; h and g: as u and c, costs differ by site.")
  var cities = "u,h,c,g,n"

  @Option(help: "Clients.")
  var clients = 3_000

  @Option(help: "Sites.")
  var sites = 800

  @Option(help: "How far clients go, metres.")
  var radius = 500.0

  @Option(help: "Of the square city, metres; default by the number of clients.")
  var side: Double?

  @Option(help: "Seeds of the cities.")
  var seeds = "1"

  @Option(help: "Seconds a city.")
  var seconds = 10.0

  @Option(help: "1: places; 2: and floor area; 3: and a site near by.")
  var layers = 1

  @Option(help: "Tasks side by side.")
  var workers = 2

  @Option(
    help: "A folder for problems and certificates, to be checked by Scripts/verify/certificate.")
  var out: String?

  @Option(help: "Problems as JSON, instead of cities.")
  var problems: String?

  func run() async throws {
    let marks = [1.0, 2, 5, 10, 20, 30, 60].filter { $0 <= seconds }
    print(
      "city edges relaxed bound value", marks.map { "\(Int($0))s%" }.joined(separator: " "),
      "end% stop")
    if let problems {
      for path in problems.split(separator: ",") {
        let name = path.split(separator: "/").suffix(3).joined(separator: "-")
        try await measure(ProblemFile.read(String(path)), name, marks)
      }
      return
    }
    for letter in cities.split(separator: ",") {
      guard let kind = City.Kind(rawValue: String(letter)) else { continue }
      for seed in seeds.split(separator: ",").compactMap({ UInt64($0) }) {
        try await measure(kind, seed, marks)
      }
    }
  }

  private func measure(_ kind: City.Kind, _ seed: UInt64, _ marks: [Double]) async throws {
    let side = self.side ?? 6_500 * (Double(clients) / 3_000).squareRoot()
    let city = City(kind, clients: (clients, sites), side: side, radius: radius, seed: seed)
    try await measure(city.problem(layers: layers), "\(kind.rawValue)\(seed)", marks)
  }

  private func measure(_ problem: SizingProblem, _ name: String, _ marks: [Double]) async throws {
    let log = Mutex<[(Double, Int64?, Int64)]>([])
    let start = ContinuousClock.now
    let limits = SearchLimits(seconds: seconds) { value, bound in
      log.withLock { $0.append((start.seconds, value, bound)) }
      return true
    }
    let outcome = await problem.leastCost(within: limits, workers: Workers(count: workers))
    let end = start.seconds
    guard case .served(let answer) = outcome else {
      if case .impossible(let parts) = outcome {
        let need = parts.map { "\($0.need)>\($0.possible)" }.joined(separator: " ")
        print(name, "impossible, \(end.rounded(2)) s:", parts.count, "parts:", need)
      } else {
        print(name, "nothing found", end)
      }
      return
    }
    if let out {
      try problem.json.write(
        toFile: "\(out)/\(name)-problem.json", atomically: true, encoding: .utf8)
      try answer.certificate.json.write(
        toFile: "\(out)/\(name)-certificate.json", atomically: true, encoding: .utf8)
    }
    let events = log.withLock { $0 }
    let bound = answer.proof.bound
    let gaps = marks.map { mark -> String in
      guard let value = events.filter({ $0.0 <= mark }).compactMap(\.1).last else { return "-" }
      return percent(value, bound)
    }
    print(
      name, problem.layers[0].reach.sites.count, (answer.relaxation ?? 0).rounded(3), bound,
      answer.cost, gaps.joined(separator: " "), percent(answer.cost, bound), answer.proof.stop,
      "first bound \(events.first?.0.rounded(2) ?? 0) s, end \(end.rounded(2)) s,",
      answer.certificate.knapsackLayer == nil ? "prices" : "knapsack", answer.certificate.bound,
      answer.boundSource)
  }

  private func percent(_ value: Int64, _ bound: Int64) -> String {
    "\((100 * Double(value - bound) / Double(max(1, value))).rounded(3))"
  }
}

extension ContinuousClock.Instant {
  /// Since then.
  var seconds: Double {
    let (seconds, fraction) = (ContinuousClock.now - self).components
    return Double(seconds) + Double(fraction) * 1e-18
  }
}

extension Double {
  func rounded(_ digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
