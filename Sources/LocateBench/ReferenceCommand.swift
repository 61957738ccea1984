import ArgumentParser
import Foundation
import Optimizing

/// Solves the published instances and prints what comes out beside what is published.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "The published instances, as a table.")

  @Option(help: "Folder of the reference data.")
  var data = ProcessInfo.processInfo.environment["SITING_TEST_DATA"] ?? "../shared/data"
  @Option(help: "Seconds for each instance.")
  var seconds = 60.0
  @Flag(help: "Use no solver, even if there is one.")
  var alone = false
  @Argument(help: "Families: pmed, swain, sjc, mclp, sf, joc; all by default.")
  var families: [String] = []

  func run() throws {
    let folder = URL(fileURLWithPath: data).appendingPathComponent("reference/location")
    let table = ReferenceTable(seconds: seconds, solver: alone ? nil : SolverRegistry.best)
    table.begin()
    for family in ReferenceFamily.all where families.isEmpty || families.contains(family.name) {
      try family.run(ReferenceData(folder: folder), table)
    }
  }
}

/// The instances of one source.
struct ReferenceFamily: Sendable {
  let name: String
  let run: @Sendable (ReferenceData, ReferenceTable) throws -> Void
}

/// Solves and prints, a line per instance.
struct ReferenceTable {
  let seconds: Double
  let solver: (any ProgramSolver)?

  var limits: SearchLimits { SearchLimits(seconds: seconds) }

  func begin() {
    print("| instance | value | bound | gap % | seconds | published | stop | bound by | check |")
    print("|---|--:|--:|--:|--:|--:|---|---|---|")
  }

  /// One line; `scale` is by what the values are to be divided.
  func line(
    _ name: String, published: Double?, scale: Double = 1,
    solve: () throws -> (proof: Proof, source: BoundSource, isChecked: Bool)
  ) {
    let begin = ContinuousClock.now
    do {
      let (proof, source, isChecked) = try solve()
      let parts = (ContinuousClock.now - begin).components
      let took = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
      func shown(_ value: Double) -> String {
        scale == 1 ? String(Int64(value)) : String(format: "%.4f", value)
      }
      let cells = [
        name, shown(Double(proof.value) / scale), shown(Double(proof.bound) / scale),
        String(format: "%.3f", proof.gap * 100), String(format: "%.2f", took),
        published.map(shown) ?? "", proof.stop.rawValue, source.name, isChecked ? "holds" : "FAILS",
      ]
      print("| " + cells.joined(separator: " | ") + " |")
    } catch {
      print("| \(name) | \(error) |")
    }
    fflush(nil)
  }

  func median(_ name: String, _ problem: PMedian, published: Double?, scale: Double = 1) {
    line(name, published: published, scale: scale) {
      let answer = try problem.solve(limits: limits, solver: solver)
      return (answer.proof, answer.boundSource, problem.check(answer))
    }
  }

  func maximal(_ name: String, _ problem: MaximalCovering, published: Double?) {
    line(name, published: published) {
      let answer = try problem.solve(limits: limits, solver: solver)
      return (answer.proof, answer.boundSource, problem.check(answer))
    }
  }

  func covering(_ name: String, _ problem: SetCovering, published: Double?) {
    line(name, published: published) {
      let answer = try problem.solve(limits: limits, solver: solver)
      return (answer.proof, answer.boundSource, problem.check(answer))
    }
  }
}
