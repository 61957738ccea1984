/// One step along the lower convex envelope of what a site costs for what it gives in one layer: so many more places
/// at one cost a place.
struct EnvelopeStep: Sendable, Hashable {
  let site: Int32
  /// Cost of all its places, and how many they are; more than 0.
  let cost: Int64
  let places: Int64

  /// Whether a place costs less here; by cross multiplication, because equal slopes must be equal.
  func isCheaper(than other: EnvelopeStep) -> Bool {
    Int128(cost) * Int128(other.places) < Int128(other.cost) * Int128(places)
  }

  /// The cost of a place, in parts of a unit of cost, rounded to the nearest.
  func slope(scale: Int64) -> Int64 {
    Int64((Int128(cost) * Int128(scale) * 2 + Int128(places)) / (Int128(places) * 2))
  }
}

extension SizingModel {
  /// What a site must give in a layer because it is forced, at no further cost.
  func forcedPlaces(of site: Int, in layer: Int) -> Int64 {
    capacity(of: site, size: Int(least[site]), in: layer)
  }

  /// The envelope of a site's points (places, cost) in a layer, from its forced size, or nothing, on; slopes ascend.
  ///
  /// - Parameters:
  ///   - layer: Whose capacities count.
  ///   - share: The cost of the site's size, in the unit of the costs, that this layer bears.
  func envelope(
    of site: Int, in layer: Int, share: (_ size: Int) -> Int64
  ) -> [EnvelopeStep] {
    let forced = Int(least[site])
    var points: [(places: Int64, cost: Int64)] = [
      (forcedPlaces(of: site, in: layer), forced < 0 ? 0 : share(forced))
    ]
    for size in (forced + 1)..<max(forced + 1, largest(of: site) + 1) {
      let point = (places: capacity(of: site, size: size, in: layer), cost: share(size))
      // Equal places at no less cost add nothing.
      guard point.places > points[points.count - 1].places else { continue }
      while points.count > 1 {
        let (last, before) = (points[points.count - 1], points[points.count - 2])
        let isAbove =
          Int128(last.cost - before.cost) * Int128(point.places - last.places)
          >= Int128(point.cost - last.cost) * Int128(last.places - before.places)
        guard isAbove else { break }
        points.removeLast()
      }
      points.append(point)
    }
    return zip(points, points.dropFirst()).map { before, after in
      EnvelopeStep(
        site: Int32(site), cost: after.cost - before.cost, places: after.places - before.places)
    }
  }

  /// Steps of all sites in a layer, the cheapest place first, equal ones in the order of sites.
  func envelopeSteps(
    of layer: Int, share: (_ site: Int, _ size: Int) -> Int64
  ) -> [EnvelopeStep] {
    var steps: [EnvelopeStep] = []
    for site in 0..<siteCount {
      let port = port(of: site, in: layer)
      guard portStarts[port] < portStarts[port + 1] else { continue }
      steps += envelope(of: site, in: layer) { share(site, $0) }
    }
    steps.sort {
      $0.isCheaper(than: $1) || (!$1.isCheaper(than: $0) && $0.site < $1.site)
    }
    return steps
  }
}
