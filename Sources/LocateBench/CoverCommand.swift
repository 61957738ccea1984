import ArgumentParser
import Foundation
import Optimizing

/// One covering problem of points in files, for a comparison with other programs.
struct CoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover", abstract: "A covering problem of points; prints one JSON line.")

  @Option(help: "CSV without header: x,y of candidate sites, whole metres.")
  var sites: String
  @Option(help: "CSV without header: x,y,weight of clients.")
  var clients: String
  @Option(help: "Radius in metres, inclusive.")
  var radius: Int
  @Option(help: "Sites to open; without it as few as cover everything.")
  var count: Int?
  @Option(help: "Seconds at most.")
  var seconds = 600.0
  @Option(help: "Relative gap at which to end.")
  var gap = 0.0
  @Flag(help: "Use no solver, even if there is one.")
  var alone = false

  func run() throws {
    let begin = ContinuousClock.now
    let places = try rows(sites)
    let people = try rows(clients)
    let reach = reachLists(places, people)
    let ready = ContinuousClock.now
    let solver = alone ? nil : SolverRegistry.best
    let limits = SearchLimits(seconds: seconds, gap: gap)
    let answer: LocationAnswer
    let isChecked: Bool
    let solved: ContinuousClock.Instant
    if let count {
      let problem = MaximalCovering(reach: reach, weights: people.map { $0[2] }, count: count)
      answer = try problem.solve(limits: limits, solver: solver)
      solved = .now
      isChecked = problem.check(answer)
    } else {
      let problem = SetCovering(reach: reach)
      answer = try problem.solve(limits: limits, solver: solver)
      solved = .now
      isChecked = problem.check(answer)
    }
    print(
      """
      {"value": \(answer.proof.value), "bound": \(answer.proof.bound), "gap": \(answer.proof.gap), \
      "entries": \(reach.sites.count), "read_seconds": \(seconds(from: begin, to: ready)), \
      "solve_seconds": \(seconds(from: ready, to: solved)), "stop": "\(answer.proof.stop.rawValue)", \
      "bound_by": "\(answer.boundSource.name)", "check": \(isChecked)}
      """)
  }

  private func seconds(from begin: ContinuousClock.Instant, to end: ContinuousClock.Instant)
    -> Double
  {
    let parts = (end - begin).components
    return Double(parts.seconds) + (Double(parts.attoseconds) * 1e-15).rounded() / 1e3
  }

  private func rows(_ path: String) throws -> [[Int64]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",").compactMap { Int64($0) } }
  }

  private func reachLists(_ sites: [[Int64]], _ clients: [[Int64]]) -> ReachLists {
    let limit = Int64(radius) * Int64(radius)
    let (xs, ys) = (sites.map { $0[0] }, sites.map { $0[1] })
    return ReachLists(
      clients.map { client in
        var list: [Int32] = []
        for site in xs.indices {
          let (dx, dy) = (xs[site] - client[0], ys[site] - client[1])
          if dx * dx + dy * dy <= limit { list.append(Int32(site)) }
        }
        return list
      }, siteCount: sites.count)
  }
}

extension BoundSource {
  /// For a table.
  var name: String {
    switch self {
    case .certificate: "certificate"
    case .solver(let name): name
    }
  }
}
