import Foundation
import Optimizing
import TestSupport
import Testing

@Suite("Integer programs")
struct ProgramSolverTests {
  /// Whole columns of 0 through 3 and random rows, with all values tried.
  private func random(_ seed: Int) -> (IntegerProgram, best: Double?) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    var program = IntegerProgram()
    let columns = dice.whole(1...5)
    for _ in 0..<columns {
      _ = program.addColumn(
        cost: Double(dice.whole(-9...9)), in: 0...Double(dice.whole(0...3)), isInteger: true)
    }
    for _ in 0..<dice.whole(0...4) {
      let entries = (0..<Int32(columns)).filter { _ in dice.chance(70) }
        .map { (column: $0, value: Double(dice.whole(-4...4))) }
      let low = dice.chance(60) ? Double(dice.whole(-6...4)) : -.infinity
      let high = dice.chance(60) ? max(low, 0) + Double(dice.whole(0...5)) : .infinity
      program.addRow(entries, in: low...high)
    }
    var best: Double?
    for number in 0..<(1 << (2 * columns)) {
      let values = (0..<columns).map { Double(number >> (2 * $0) & 3) }
      if program.accepts(values) { best = min(best ?? .infinity, program.objective(of: values)) }
    }
    return (program, best)
  }

  @Test(
    "every solver here finds what trying finds",
    .enabled(if: !SolverRegistry.available.isEmpty, "no solver is installed"), arguments: 1...80)
  func matchesTrying(seed: Int) {
    let (program, best) = random(seed)
    for solver in SolverRegistry.available {
      let answer = solver.solve(program, limits: SearchLimits(seconds: 20), start: nil)
      guard let best else {
        #expect(answer.status == .infeasible, "\(solver.name)")
        continue
      }
      #expect(answer.status == .optimal, "\(solver.name)")
      #expect(abs((answer.objective ?? .nan) - best) < 1e-6, "\(solver.name)")
      #expect(answer.wholeBound == Int64(best), "\(solver.name)")
      #expect(program.accepts(answer.values ?? []), "\(solver.name)")
    }
  }

  @Test("a start is accepted", .enabled(if: SolverRegistry.best != nil, "no solver is installed"))
  func start() {
    var program = IntegerProgram()
    let column = program.addColumn(cost: -1, in: 0...5, isInteger: true)
    program.addRow([(column: column, value: 2)], in: -.infinity...7)
    let answer = SolverRegistry.best?.solve(program, limits: SearchLimits(), start: [3])
    #expect(answer?.objective == -3)
  }

  @Test("no library and no program: no solver, and no fault")
  func absent() {
    #expect(HighsSolver.found(environment: ["SITING_HIGHS": "/nowhere/libhighs.so"]) == nil)
    #expect(CbcSolver.found(environment: ["PATH": "/nowhere"]) == nil)
    #expect(CbcSolver.found(environment: [:]) == nil)
  }

  @Test("a bound is rounded outwards")
  func wholeBound() {
    func bound(_ value: Double) -> Int64? {
      ProgramAnswer(status: .limit, values: nil, objective: nil, bound: value).wholeBound
    }
    #expect(bound(4.0000001) == 4)
    #expect(bound(4.1) == 5)
    #expect(bound(-.infinity) == nil)
    #expect(bound(3.9999999) == 4)
  }
}
