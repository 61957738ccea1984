internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// Facilities that stand and may be enlarged, as sites among the others.
struct Extensions: Sendable {
  /// By site: row of the city's facility that is enlarged; `nil`: it would be new.
  let facility: [Int?]
  private let city: City

  init(_ sites: [SitedFacility], of request: ProposalRequest, in city: City) {
    facility = sites.map { request.candidates.extends[$0.place] }
    self.city = city
  }

  /// Facilities of the kinds that may be built, which stand on the day and have a place.
  static func rows(of city: City, for options: [BuildOption]) -> [Int] {
    let kinds = Set(options.map(\.kind))
    let standings = city.standings
    return (0..<city.facilities.count).filter {
      kinds.contains(city.facilities.kind[$0]) && standings[$0] == .open
        && city.facilities.rows.isPlaced($0)
    }
  }

  /// What a facility has now; `nil`: not known.
  func now(_ measure: FacilityMeasure, at site: Int) -> Amount? {
    facility[site].flatMap { city.facilities.amounts(of: measure)?[$0] }
  }

  /// The measures that a design's facility would have more of: whatever is known of it now and less.
  func growth(
    to prototype: Int, at site: Int, _ designs: Designs
  ) -> [(measure: FacilityMeasure, now: Amount, then: Amount)] {
    FacilityMeasure.named.filter { $0 != .count && $0 != .landArea }.compactMap { measure in
      guard let now = now(measure, at: site),
        let then = designs.prototypes.amounts(of: measure)?[prototype], then > now
      else { return nil }
      return (measure, now, then)
    }
  }

  /// The sizes that a site may have: all of a new one; of one that stands those that have more of what is counted.
  func larger(_ sizes: [Int], at site: Int, _ designs: Designs) -> [Int] {
    guard facility[site] != nil else { return sizes }
    return sizes.filter { prototype in
      designs.counted(of: prototype).contains { measure in
        growth(to: prototype, at: site, designs).contains { $0.measure == measure }
      }
    }
  }

  /// What a size costs; of one that stands the part of the cost that its added amount is of all.
  func cost(of prototype: Int, at site: Int, _ designs: Designs) -> Amount {
    guard facility[site] != nil else { return designs.costs[prototype] }
    let growth = growth(to: prototype, at: site, designs).filter {
      designs.counted(of: prototype).contains($0.measure)
    }
    guard let stated = designs.stated[prototype] else {
      // Points: what is added, and no facility more.
      return designs.hasPrices ? .zero : growth.reduce(.zero) { $0 + ($1.then - $1.now) }
    }
    return growth.map { part in
      let share = Int128((part.then - part.now).micros) * Int128(stated.micros)
      let whole = Int128(max(1, part.then.micros))
      return Amount(micros: Int64(clamping: (share + whole - 1) / whole))
    }.max() ?? .zero
  }
}

extension City {
  /// The city with facilities enlarged.
  func with(_ extensions: [Proposal.Extension], of before: City) -> City {
    var city = self
    let rows = Dictionary(
      facilities.rows.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for own in extensions {
      guard let row = rows[before.facilities.rows.ids[own.facility]] else { continue }
      for part in own.amounts { city.facilities.set(part.measure, part.then, at: row) }
    }
    return city
  }
}
