internal import Geodesy
internal import Optimizing
internal import Planning
internal import Rules

/// Sites of which only one may be built, and why.
struct Rivalry {
  enum Reason {
    case place
    case unit(Int)
    case spacing
  }

  /// Ascending.
  let sites: [Int32]
  let reason: Reason

  var problem: SizingProblem.Exclusion { SizingProblem.Exclusion(sites: sites, atMost: 1) }
}

/// Looks for sites that exclude each other.
struct RivalSearch {
  /// By site.
  let facilities: [SitedFacility]
  /// By site, its option.
  let option: [Int]
  let request: ProposalRequest
  let ground: GroundScale

  /// On a piece of land stands one thing; in a unit, and within a distance, one of a kind.
  var all: [Rivalry] {
    var result: [Rivalry] = []
    // What stands keeps nothing out that it does not keep out already.
    let all = facilities.indices.filter {
      request.candidates.extends[facilities[$0].place] == nil
    }.map { Int32($0) }
    if request.options.count > 1, request.candidates.arePlots {
      let byPlace = Dictionary(grouping: all) { facilities[Int($0)].place }
      result += byPlace.values.sorted { $0[0] < $1[0] }.map {
        Rivalry(sites: $0, reason: .place)
      }
    }
    if let level = request.onePer {
      struct Group: Hashable {
        let unit: Int
        let option: Int
      }
      var groups: [Group: [Int32]] = [:]
      for site in all {
        guard let unit = request.candidates.places.units[facilities[Int(site)].place, level] else {
          continue
        }
        groups[Group(unit: unit, option: option[Int(site)]), default: []].append(site)
      }
      result += groups.sorted { $0.value[0] < $1.value[0] }.map {
        Rivalry(sites: $0.value, reason: .unit($0.key.unit))
      }
    }
    if let spacing = request.spacing {
      result += pairs(within: spacing).map { Rivalry(sites: $0, reason: .spacing) }
    }
    return result.filter { $0.sites.count > 1 }
  }

  /// Sites of a kind that are nearer than a distance.
  private func pairs(within metres: Double) -> [[Int32]] {
    let rows = request.candidates.places.rows
    let order = facilities.indices.filter {
      request.candidates.extends[facilities[$0].place] == nil
    }.sorted {
      (rows.placeX[facilities[$0].place], $0) < (rows.placeX[facilities[$1].place], $1)
    }
    // A plane is no farther from the ground than this.
    let reach = metres * 1.01
    var pairs: [[Int32]] = []
    for (place, first) in order.enumerated() {
      let (x, y) = (rows.placeX[facilities[first].place], rows.placeY[facilities[first].place])
      for second in order[(place + 1)...] {
        if rows.placeX[facilities[second].place] - x > reach { break }
        guard option[first] == option[second],
          abs(rows.placeY[facilities[second].place] - y) <= reach,
          metresApart(first, second) < metres
        else { continue }
        pairs.append([Int32(min(first, second)), Int32(max(first, second))])
      }
    }
    return pairs
  }

  /// Metres on the ground from a site to another.
  func metresApart(_ first: Int, _ second: Int) -> Double {
    let rows = request.candidates.places.rows
    let (one, other) = (facilities[first].place, facilities[second].place)
    return ground.metres(
      fromX: rows.placeX[one], y: rows.placeY[one], toX: rows.placeX[other],
      y: rows.placeY[other])
  }
}

extension SiteSearch {
  /// What excludes what.
  var rivals: RivalSearch {
    RivalSearch(
      facilities: model.sites.facilities, option: model.sites.option, request: request,
      ground: proposer.city.ground)
  }
}
