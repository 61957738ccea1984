internal import GeoData
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

extension SiteSearch {
  /// What every site could do, and why it is not built; then the places where nothing may be.
  func alternatives(_ found: Found) async -> [SiteAlternative] {
    var prices: [SitePrices] = []
    for part in found.proven { prices.append(await SitePrices(part.problem, part.certificate)) }
    let judged = await JudgedSites(self, found, prices).alternatives
    return judged + request.candidates.closed(but: Set(model.sites.facilities.map(\.place)))
  }
}

extension SiteCandidates {
  /// The places where nothing may be built.
  func closed(but used: Set<Int>) -> [SiteAlternative] {
    (0..<count).filter { !used.contains($0) }.map { place in
      SiteAlternative(
        facility: SitedFacility(
          id: places.rows.ids[place], name: places.rows.names[place], place: place, prototype: 0),
        kind: nil, isBuilt: false, parcels: [], units: [], cost: nil, worth: nil,
        reasons: [choices[place] == .forbidden ? .forbidden : .kindNotAllowed])
    }
  }
}

/// Sites beside what was found.
private struct JudgedSites {
  private let search: SiteSearch
  private let found: SiteSearch.Found
  /// One a part, as `found.proven`.
  private let prices: [SitePrices]
  /// By site: its row among those that are built.
  private var row: [Int: Int] = [:]
  /// By site that is not built: those that are and keep it out.
  private var rivals: [Int: [(site: Int, reason: Rivalry.Reason)]] = [:]
  /// By site, rows of parcels and of units that want something of it.
  private var parcels: [Set<Int32>]
  private var units: [Set<Int32>]

  init(_ search: SiteSearch, _ found: SiteSearch.Found, _ prices: [SitePrices]) {
    self.search = search
    self.found = found
    self.prices = prices
    let count = search.model.sites.facilities.count
    parcels = Array(repeating: [], count: count)
    units = parcels
    for (number, built) in found.built.enumerated() { row[built.site] = number }
    for rivalry in search.rivals.all {
      let sites = rivalry.sites.map { Int($0) }
      guard let own = sites.first(where: { row[$0] != nil }) else { continue }
      for other in sites where row[other] == nil {
        rivals[other, default: []].append((own, rivalry.reason))
      }
    }
    for layer in found.layers {
      let inverted = layer.problem.reach.inverted
      for site in 0..<count {
        let clients = inverted[layer.standing.count + site].filter {
          layer.problem.needs[Int($0)] > 0
        }.map { layer.clients[Int($0)] }
        if layer.isOfParcels {
          parcels[site].formUnion(clients)
        } else {
          units[site].formUnion(clients)
        }
      }
    }
  }

  /// Exchanges that are tried in all, and with how many of those that are built for one site.
  private static let mostExchanges = 120
  private static let mostPartners = 3

  var alternatives: [SiteAlternative] {
    get async {
      var result: [SiteAlternative] = []
      var exchanges = Self.mostExchanges
      for site in search.model.sites.facilities.indices {
        guard !search.sizes[site].isEmpty else { continue }
        let part = prices.first { $0.margins.whyNot(site) != nil }
        let margin = part?.margins.whyNot(site)
        var reasons = sure(site)
        if row[site] == nil, reasons != [.servesNobody] {
          reasons += await judged(site, part, isExcluded: !reasons.isEmpty, &exchanges)
        }
        result.append(alternative(site, margin, reasons))
      }
      return result
    }
  }

  private func alternative(
    _ site: Int, _ margin: SizingMargins.Site?, _ reasons: [SiteAlternative.Reason]
  ) -> SiteAlternative {
    let own = row[site].map { found.built[$0] }
    let size = own?.size ?? margin?.size ?? 0
    let facility = search.model.sites.facilities[site]
    return SiteAlternative(
      facility: SitedFacility(
        id: facility.id, name: facility.name, place: facility.place,
        prototype: search.sizes[site][size]),
      kind: search.request.options[search.model.sites.option[site]].kind, isBuilt: own != nil,
      parcels: parcels[site].sorted(), units: units[site].sorted(),
      cost: amount(Double(search.costs[site][size])), worth: margin.map { amount($0.earnings) },
      reasons: reasons)
  }

  private func amount(_ units: Double) -> Amount {
    Amount(rounding: units * search.costUnit.double) ?? .zero
  }

  /// What is certain of a site that is not built.
  private func sure(_ site: Int) -> [SiteAlternative.Reason] {
    if row[site] != nil { return [] }
    if parcels[site].isEmpty, units[site].isEmpty { return [.servesNobody] }
    return (rivals[site] ?? []).prefix(3).compactMap { other, reason in
      guard let number = row[other] else { return nil }
      switch reason {
      case .place: return .excluded(by: number, .samePlace)
      case .unit(let unit): return .excluded(by: number, .sameUnit(unit))
      case .spacing:
        return .excluded(by: number, .near(metres: search.rivals.metresApart(site, other)))
      }
    }
  }

  /// What the prices say.
  private func judged(
    _ site: Int, _ part: SitePrices?, isExcluded: Bool, _ exchanges: inout Int
  ) async -> [SiteAlternative.Reason] {
    guard let part, let margin = part.margins.whyNot(site) else {
      return isExcluded ? [] : [.beyondBudget]
    }
    let more = amount(margin.waste)
    if more > .zero {
      return [.dearer(by: more, isProven: part.excludes(waste: margin.waste))]
    }
    if isExcluded { return [] }
    for partner in partners(of: site) where exchanges > 0 {
      exchanges -= 1
      if await serves(site, insteadOf: partner) { return [.equal(to: row[partner] ?? 0)] }
    }
    return [.tied]
  }

  /// Sites that are built, may give way and serve most of those whom a site would.
  private func partners(of site: Int) -> [Int] {
    found.built.lazy.filter { built in
      let facility = search.model.sites.facilities[built.site]
      return search.model.sites.option[built.site] == search.model.sites.option[site]
        && search.request.candidates.choices[facility.place] != .forced
    }.map { built in
      (
        site: built.site,
        common: parcels[built.site].intersection(parcels[site]).count
          + units[built.site].intersection(units[site]).count
      )
    }.filter { $0.common > 0 }.sorted { ($1.common, $0.site) < ($0.common, $1.site) }
      .prefix(Self.mostPartners).map(\.site)
  }

  /// Whether everybody is served when a site is built in place of another that is, for no more than that cost, and
  /// all others stay as they are.
  private func serves(_ site: Int, insteadOf other: Int) async -> Bool {
    guard
      let part = found.proven.first(where: { !$0.problem.sites[site].sizes.isEmpty })?.problem,
      let built = row[other].map({ found.built[$0] })
    else { return false }
    let most = search.costs[other][built.size]
    guard let size = search.costs[site].lastIndex(where: { $0 <= most }) else { return false }
    var chosen = [Int?](repeating: nil, count: part.sites.count)
    for own in found.built where own.site != other { chosen[own.site] = own.size }
    chosen[site] = size
    let sites = zip(part.sites, chosen).map { own, size in
      guard let size, own.sizes.indices.contains(size) else { return SizingProblem.Site(sizes: []) }
      return SizingProblem.Site(sizes: [own.sizes[size]], forced: 0)
    }
    // Nothing is left to choose: the answer is there at once, or none is.
    let settled = SizingProblem(layers: part.layers, sites: sites, exclusions: part.exclusions)
    let outcome = await settled.leastCost(
      within: SearchLimits(iterations: 1), workers: search.proposer.workers)
    if case .served = outcome { return true }
    return false
  }
}
