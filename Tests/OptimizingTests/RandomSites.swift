import Optimizing
import TestSupport

/// Small random problems, and every choice of sites that their rules allow.
struct RandomSites {
  var dice: Dice
  let siteCount: Int
  let clientCount: Int
  let rules: SiteRules

  /// - Parameter withRules: Whether sites may be existing, forced, forbidden or rivals.
  init(seed: Int, withRules: Bool) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    siteCount = dice.whole(1...9)
    clientCount = dice.whole(1...12)
    var rules = SiteRules()
    if withRules {
      for site in 0..<Int32(siteCount) {
        switch dice.whole(0...9) {
        case 0: rules.existing.append(site)
        case 1: rules.forbidden.append(site)
        case 2: rules.forced.append(site)
        default: break
        }
      }
      for _ in 0..<dice.whole(0...2) {
        rules.groups.append((0..<Int32(siteCount)).filter { _ in dice.chance(30) })
      }
    }
    self.rules = rules
    self.dice = dice
  }

  /// Sites chosen, without existing ones, that obey the rules; at most `count` of them.
  func choices(atMost count: Int) -> [[Int32]] {
    (0..<(1 << siteCount)).map { bits in
      (0..<Int32(siteCount)).filter { bits >> Int($0) & 1 == 1 }
    }.filter { sites in
      sites.count <= count
        && rules.forced.allSatisfy { rules.existing.contains($0) || sites.contains($0) }
        && sites.allSatisfy { !rules.forbidden.contains($0) && !rules.existing.contains($0) }
        && rules.groups.allSatisfy { group in isFree(group, for: sites) }
    }
  }

  /// At most one open site in the group; existing facilities that share one are nobody's choice.
  private func isFree(_ group: [Int32], for sites: [Int32]) -> Bool {
    let chosen = sites.filter { group.contains($0) }.count
    return chosen <= (group.contains { rules.existing.contains($0) } ? 0 : 1)
  }

  mutating func reach(percent: Int) -> ReachLists {
    ReachLists(
      (0..<clientCount).map { _ in (0..<Int32(siteCount)).filter { _ in dice.chance(percent) } },
      siteCount: siteCount)
  }

  mutating func costs(_ range: ClosedRange<Int>) -> [Int64] {
    (0..<clientCount * siteCount).map { _ in Int64(dice.whole(range)) }
  }
}

/// What an answer can be told apart by when a certificate is tampered with.
extension ServiceCertificate {
  /// Ways to prove more than is true, or in the wrong way.
  var tampered: [ServiceCertificate] {
    var all: [ServiceCertificate] = []
    func add(_ change: (inout ServiceCertificate) -> Void) {
      var copy = self
      change(&copy)
      all.append(copy)
    }
    add { $0.steps = [] }
    add { $0.rows = [] }
    add { $0.shift += 1 }
    add { $0.steps.append(.leaf(row: 0)) }
    add { $0.steps = [.split(site: 0)] + $0.steps }
    add { $0.steps = [.split(site: 9_999), .leaf(row: 0), .leaf(row: 0)] }
    add { $0.steps = [.leaf(row: 9_999)] }
    for row in rows.indices {
      add { $0.rows[row] = $0.rows[row].map { _ in Int64.max } }
      add { $0.rows[row] = $0.rows[row].map { -$0 - 1 } }
      add { $0.rows[row].append(0) }
    }
    return all
  }
}

/// None, and the best solver that is here; all of them are asked in the tests of solvers.
let everySolver: [(any ProgramSolver)?] = [nil] + SolverRegistry.available.prefix(1).map { $0 }
