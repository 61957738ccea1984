/// A connected part of the problem, and what is asked of it.
struct SharePart: Sendable {
  enum Question: Sendable {
    /// How well each parcel is served.
    case ratios
    /// How even the loads can be; its parcels get all that they need.
    case loads
  }

  let graph: ShareGraph
  let question: Question
}

/// What the decomposition of some parts came to.
struct ShareSolution: Sendable {
  /// Whether to go on where all needs are met.
  let wantsLoads: Bool
  private(set) var ratios: [(parcel: Int32, ratio: FairShare.Ratio)] = []
  private(set) var loads: [(facility: Int32, load: FairShare.Ratio)] = []
  private(set) var shortages: [FairShare.Shortage] = []
  /// Who uses up all that they reach, and what that is.
  private(set) var settled: (parcels: [Int32], facilities: [Int32]) = ([], [])
  /// Parts that are left to be solved.
  private(set) var rest: [SharePart] = []

  init(wantsLoads: Bool) { self.wantsLoads = wantsLoads }

  /// Solves parts to the end, except for those that are worth a task of their own.
  mutating func solve(_ parts: [SharePart], of amounts: ShareAmounts, upTo size: Int) {
    for part in parts {
      solve(part, amounts)
      // The rest of a small part is smaller still.
      while let next = rest.last, next.graph.size <= size {
        rest.removeLast()
        solve(next, amounts)
      }
    }
  }

  /// One step: settles a part, or splits it in two.
  private mutating func solve(_ part: SharePart, _ amounts: ShareAmounts) {
    let problem = LevelProblem(part.graph, amounts)
    switch part.question {
    case .ratios:
      let level = problem.level
      switch problem.served(to: level) {
      case .short(let cut): split(part, cut)
      case .all(let bottlenecks):
        for index in part.graph.parcels.indices {
          ratios.append((part.graph.parcels[index], problem.ratio(of: index, at: level)))
        }
        if let bottlenecks {
          for facility in part.graph.facilities { loads.append((facility, .one)) }
          settled.parcels += part.graph.parcels
          settled.facilities += part.graph.facilities
          shortages += part.graph.parts(bottlenecks).map {
            FairShare.Shortage(parcels: $0.parcels, facilities: $0.facilities)
          }
        } else if wantsLoads {
          rest.append(SharePart(graph: part.graph, question: .loads))
        }
      }
    case .loads:
      let load = problem.meanLoad
      if let cut = problem.cut(atLoad: load) {
        split(part, cut)
      } else {
        for facility in part.graph.facilities { loads.append((facility, load)) }
      }
    }
  }

  private mutating func split(_ part: SharePart, _ cut: ShareGraph.Classes) {
    rest += part.graph.parts(cut).map { SharePart(graph: $0, question: part.question) }
  }
}
