/// Evaluates Lagrangian bounds of a service model; scratch memory of one thread.
final class ServiceEvaluator {
  let model: ServiceModel
  /// By site, after `evaluate`: f_j - sum max(0, u_i - c_ij), scaled.
  private(set) var scores: [Int64]
  /// Sites that the relaxed problem opens, after `evaluate`; forced ones first.
  private(set) var chosen: [Int32] = []
  /// Scaled bound, after `evaluate`; `nil` if more sites are open than may be.
  private(set) var bound: Int64?
  /// Score of the worst free site chosen if no more may be, else 0: what a further one displaces.
  private(set) var displaced: Int64 = 0
  /// Score, at most 0, of the best free site that is not chosen.
  private(set) var standby: Int64 = 0
  private var candidates: [Candidate] = []

  private struct Candidate: Comparable {
    let score: Int64
    let site: Int32
    static func < (one: Candidate, other: Candidate) -> Bool {
      (one.score, one.site) < (other.score, other.site)
    }
  }

  init(_ model: ServiceModel) {
    self.model = model
    scores = model.fixed
  }

  /// Scores, choice and bound for multipliers within their limits.
  func evaluate(_ multipliers: [Int64], states: [SiteState]) {
    score(multipliers)
    pick(states)
    bound = bound.map { $0 + multipliers.reduce(0, +) }
  }

  private func score(_ multipliers: [Int64]) {
    let model = model
    scores = model.fixed
    // The innermost loop of every search here: without bounds checks it is twice as fast.
    scores.withUnsafeMutableBufferPointer { scores in
      model.sites.withUnsafeBufferPointer { sites in
        model.costs.withUnsafeBufferPointer { costs in
          for client in 0..<multipliers.count {
            let multiplier = multipliers[client]
            guard multiplier > 0 else { continue }
            let entries = model.starts[client]..<model.starts[client + 1]
            if costs.isEmpty {
              for entry in entries { scores[Int(sites[entry])] -= multiplier }
            } else {
              for entry in entries {
                let gain = multiplier - costs[entry]
                guard gain > 0 else { break }
                scores[Int(sites[entry])] -= gain
              }
            }
          }
        }
      }
    }
  }

  private func pick(_ states: [SiteState]) {
    chosen.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    var sum: Int64 = 0
    for (site, state) in states.enumerated() {
      switch state {
      case .open:
        chosen.append(Int32(site))
        sum += scores[site]
      case .free:
        if scores[site] < 0 { candidates.append(Candidate(score: scores[site], site: Int32(site))) }
      case .closed: break
      }
    }
    let places = model.count.map { $0 - chosen.count } ?? .max
    guard places >= 0 else { return fail() }
    if candidates.count > places { candidates.sort() }
    let taken = min(places, candidates.count)
    for candidate in candidates.prefix(taken) {
      chosen.append(candidate.site)
      sum += candidate.score
    }
    displaced = places == 0 ? .min : taken == places ? candidates[taken - 1].score : 0
    standby = taken < candidates.count ? candidates[taken].score : 0
    bound = sum
  }

  private func fail() {
    bound = nil
    displaced = 0
    standby = 0
  }

  /// Scaled bound with a free site that was not chosen opened; `nil`: it cannot be.
  func boundOpening(_ site: Int) -> Int64? {
    guard let bound, displaced != .min else { return nil }
    // A chosen site that is opened changes nothing.
    return bound + max(0, scores[site] - displaced)
  }

  /// Scaled bound with a free site closed.
  func boundClosing(_ site: Int) -> Int64? {
    bound.map { $0 + max(0, standby - scores[site]) }
  }
}
