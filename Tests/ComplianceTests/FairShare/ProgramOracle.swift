@testable import Compliance
@testable import Measuring

/// The fair division by linear programs: what goes from each facility to each parcel is free, and
/// who cannot do better without harm to one who is not better off is final.
struct ProgramOracle {
  let problem: ShareCase
  private let edges: [(parcel: Int, facility: Int)]

  init(_ problem: ShareCase) {
    self.problem = problem
    edges = problem.reach.indices.flatMap { parcel in
      problem.reach[parcel].map { (parcel, $0) }
    }
  }

  private func terms(of parcel: Int) -> [(variable: Int, factor: ExactFraction)] {
    edges.indices.filter { edges[$0].parcel == parcel }.map { ($0, .one) }
  }

  private func terms(at facility: Int) -> [(variable: Int, factor: ExactFraction)] {
    edges.indices.filter { edges[$0].facility == facility }.map { ($0, .one) }
  }

  var ratios: [ExactFraction] {
    let needs = problem.needs.map { ExactFraction($0) }
    var final = needs.map { $0 == .zero ? ExactFraction.one : nil }
    let level = edges.count
    while final.contains(nil) {
      // Everyone who is not final gets at least the level, and everyone what is assured.
      var program = LinearProgram(variables: edges.count + 1)
      for (facility, capacity) in problem.capacities.enumerated() {
        program.atMost(ExactFraction(capacity), terms(at: facility))
      }
      program.atMost(.one, [(level, .one)])
      for parcel in needs.indices {
        program.atMost(needs[parcel], terms(of: parcel))
        program.atLeast(ExactFraction(problem.assured[parcel]), terms(of: parcel))
        if let ratio = final[parcel] {
          program.atLeast(ratio * needs[parcel], terms(of: parcel))
        } else {
          program.atLeast(.zero, terms(of: parcel) + [(level, .zero - needs[parcel])])
        }
      }
      guard let best = program.maximum([(level, .one)]) else {
        preconditionFailure("more is assured than there is")
      }
      program.atLeast(best, [(level, .one)])
      for parcel in needs.indices where final[parcel] == nil {
        let most = (program.maximum(terms(of: parcel)) ?? .zero) / needs[parcel]
        let least = max(best, ExactFraction(problem.assured[parcel]) / needs[parcel])
        if most == least { final[parcel] = most }
      }
    }
    return final.map { $0 ?? .one }
  }

  func loads(_ ratios: [ExactFraction]) -> [ExactFraction] {
    let capacities = problem.capacities.map { ExactFraction($0) }
    var final = capacities.map { $0 == .zero ? ExactFraction.zero : nil }
    let level = edges.count
    while final.contains(nil) {
      var program = LinearProgram(variables: edges.count + 1)
      for (parcel, need) in problem.needs.enumerated() {
        program.atLeast(ratios[parcel] * ExactFraction(need), terms(of: parcel))
      }
      for facility in capacities.indices {
        if let load = final[facility] {
          program.atMost(load * capacities[facility], terms(at: facility))
        } else {
          program.atMost(.zero, terms(at: facility) + [(level, .zero - capacities[facility])])
        }
      }
      guard let best = program.maximum([(level, .zero - .one)]) else {
        preconditionFailure("more is received than there is")
      }
      program.atMost(.zero - best, [(level, .one)])
      for facility in capacities.indices where final[facility] == nil {
        let least = program.maximum(terms(at: facility).map { ($0.variable, .zero - $0.factor) })
        let load = (.zero - (least ?? .zero)) / capacities[facility]
        if load == .zero - best { final[facility] = load }
      }
    }
    return final.map { $0 ?? .zero }
  }
}
