@testable import Compliance
@testable import Measuring

/// The fair division by its definition, for a handful of parcels: all sets of parcels are looked
/// at. A set can be given what it wants if no subset of it wants more than the facilities that the
/// subset reaches have (Hall 1935, Gale 1957).
struct SubsetOracle {
  let problem: ShareCase
  /// By set of parcels: the facilities that they reach, as a set.
  private let reached: [Int]
  private let sets: [[Int]]

  init(_ problem: ShareCase) {
    self.problem = problem
    sets = (0..<(1 << problem.needs.count)).map { set in
      problem.needs.indices.filter { set >> $0 & 1 == 1 }
    }
    reached = sets.map { set in
      set.reduce(0) { $0 | problem.reach[$1].reduce(0) { $0 | 1 << $1 } }
    }
  }

  private func supply(_ facilities: Int) -> Int128 {
    problem.capacities.indices.reduce(0) {
      facilities >> $1 & 1 == 1 ? $0 + problem.capacities[$1] : $0
    }
  }

  /// By parcel. All rise together from what they are assured; who is in a set that has used up all
  /// that it reaches stays where it is.
  ///
  /// Sets that use up all they reach are closed under union, so that from then on only sets that
  /// hold all of those need a look, and the sums stay whole.
  var ratios: [ExactFraction] {
    let assured = problem.assured
    var final = problem.needs.map { $0 == 0 ? ExactFraction.one : nil }
    var full = 0
    while final.contains(nil) {
      var level = ExactFraction.one
      var tight = full
      for set in sets.indices where set & full == full {
        let rising = sets[set].filter { final[$0] == nil }
        if rising.isEmpty { continue }
        let limit = highestLevel(
          of: rising, sharing: supply(reached[set] & ~reached[full]), assured)
        if limit < level {
          level = limit
          tight = set
        } else if limit == level {
          tight |= set
        }
      }
      for parcel in level == .one ? Array(final.indices) : sets[tight]
      where final[parcel] == nil {
        final[parcel] = max(level, ExactFraction(assured[parcel], problem.needs[parcel]))
      }
      full = tight
    }
    return final.map { $0 ?? .one }
  }

  /// How far parcels can rise before they have used up what they share.
  private func highestLevel(
    of parcels: [Int], sharing supply: Int128, _ assured: [Int128]
  ) -> ExactFraction {
    var rising = parcels.map { parcel in
      (
        from: ExactFraction(assured[parcel], problem.needs[parcel]), need: problem.needs[parcel],
        assured: assured[parcel]
      )
    }
    rising.sort { $0.from < $1.from }
    // The level rises from start to start; between two of them, all that started rise with it.
    var need = Int128(0)
    var fixed = rising.reduce(Int128(0)) { $0 + $1.assured }
    precondition(fixed <= supply, "more is assured than there is")
    for (index, start) in rising.enumerated() {
      need += start.need
      fixed -= start.assured
      let level = ExactFraction(supply - fixed, need)
      if index + 1 == rising.count || level < rising[index + 1].from { return min(level, .one) }
    }
    return .one
  }

  /// By facility, given what parcels receive: all loads fall together from the top; who is needed
  /// in full by a set stays.
  func loads(_ ratios: [ExactFraction]) -> [ExactFraction] {
    let received = zip(ratios, problem.needs).map { $0 * ExactFraction($1) }
    var final = problem.capacities.map { $0 == 0 ? ExactFraction.zero : nil }
    while final.contains(nil) {
      var level = ExactFraction.zero
      var tight: [Int] = []
      for set in sets.indices {
        var left = sets[set].reduce(ExactFraction.zero) { $0 + received[$1] }
        var open = Int128(0)
        for facility in final.indices where reached[set] >> facility & 1 == 1 {
          let capacity = problem.capacities[facility]
          if let load = final[facility] {
            left = left - load * ExactFraction(capacity)
          } else {
            open += capacity
          }
        }
        guard open > 0 else {
          precondition(left <= .zero, "more is received than there is")
          continue
        }
        let least = left / ExactFraction(open)
        if least > level {
          level = least
          tight = [set]
        } else if least == level {
          tight.append(set)
        }
      }
      let stays = level == .zero ? -1 : tight.reduce(0) { $0 | reached[$1] }
      for facility in final.indices where final[facility] == nil && stays >> facility & 1 == 1 {
        final[facility] = level
      }
    }
    return final.map { $0 ?? .zero }
  }

  /// Level by level, the parcels that cannot rise above it, and what only they and those of lower
  /// levels reach; the connected parts of those that lack something.
  func shortages(_ ratios: [ExactFraction]) -> Set<FairShare.Shortage> {
    var groups = Set<FairShare.Shortage>()
    var below = 0
    for level in Set(ratios).sorted() where level < .one {
      let stuck = smallestWorst(above: level)
      let facilities = reached[stuck] & ~reached[below]
      let members = sets[stuck & ~below].filter { ratios[$0] < .one }
      for part in parts(members, facilities) { groups.insert(part) }
      below = stuck
    }
    return groups
  }

  /// The smallest of the sets that are farthest from what they want just above a level.
  private func smallestWorst(above level: ExactFraction) -> Int {
    let assured = problem.assured
    var best = 0
    var bestLack = (Int128(0), Int128(0))
    for set in sets.indices {
      // In parts of the level's denominator; and by how much it grows with the level.
      var lack = (-supply(reached[set]) * level.bottom, Int128(0))
      for parcel in sets[set] where problem.needs[parcel] > 0 {
        let (wanted, least) = (
          problem.needs[parcel] * level.top, assured[parcel] * level.bottom
        )
        lack.0 += max(wanted, least)
        if wanted >= least { lack.1 += problem.needs[parcel] }
      }
      if lack > bestLack {
        (best, bestLack) = (set, lack)
      } else if lack == bestLack {
        // The worst sets are closed under intersection.
        best &= set
      }
    }
    return best
  }

  private func parts(_ parcels: [Int], _ facilities: Int) -> [FairShare.Shortage] {
    var left = parcels
    var found: [FairShare.Shortage] = []
    while let first = left.first {
      var members = Set([first])
      var shared = 0
      while true {
        shared = members.reduce(0) { $0 | reached[1 << $1] } & facilities
        let more = left.filter { reached[1 << $0] & shared & positive != 0 }
        if members.isSuperset(of: more) { break }
        members.formUnion(more)
      }
      left.removeAll(where: members.contains)
      found.append(
        FairShare.Shortage(
          parcels: members.sorted().map { Int32($0) },
          facilities: problem.capacities.indices.filter { (shared & positive) >> $0 & 1 == 1 }
            .map { Int32($0) }))
    }
    return found
  }

  private var positive: Int {
    problem.capacities.indices.reduce(0) { problem.capacities[$1] > 0 ? $0 | 1 << $1 : $0 }
  }
}
