import Optimizing
import TestSupport

/// Random problems that are too large for trying all: points in a square; in half of them one site is forced, and none may
/// be open close to another.
enum MiddlingProblem {
  static func random(seed: UInt64, layers layerCount: Int? = nil) -> SizingProblem {
    var dice = Dice(random: SplitMix64(seed: seed))
    let siteCount = dice.whole(20...40)
    let sites = (0..<siteCount).map { _ in (dice.whole(0...99), dice.whole(0...99)) }
    let layers = (0..<(layerCount ?? dice.whole(1...3))).map { index in
      let isCover = index > 0 && dice.chance(50)
      let clients = (0..<dice.whole(60...120)).map { _ in (dice.whole(0...99), dice.whole(0...99)) }
      let reach = clients.map { client in
        sites.indices.filter { site in
          let (x, y) = (client.0 - sites[site].0, client.1 - sites[site].1)
          return x * x + y * y <= 30 * 30
        }.map { Int32($0) }
      }
      return SizingProblem.Layer(
        needs: reach.map { $0.isEmpty ? 0 : Int64(dice.whole(0...20)) },
        reach: ReachLists(reach, siteCount: siteCount), isCover: isCover)
    }
    let isRestricted = layerCount == nil && dice.chance(50)
    let choices = sites.indices.map { index in
      let fixed = Int64(dice.whole(30...70))
      return SizingProblem.Site(
        sizes: [30, 60, 90, 150].map { places in
          SizingProblem.Size(
            cost: fixed + places, capacities: layers.map { _ in places })
        }, forced: isRestricted && index == 3 ? 1 : nil)
    }
    let pairs = sites.indices.flatMap { one in
      sites.indices.filter { other in
        let (x, y) = (sites[one].0 - sites[other].0, sites[one].1 - sites[other].1)
        return isRestricted && one < other && x * x + y * y < 8 * 8
      }.map { SizingProblem.Exclusion(pair: Int32(one), Int32($0)) }
    }
    return SizingProblem(layers: layers, sites: choices, exclusions: pairs)
  }
}
