/// Parcels that stand in a division a second time, with the facilities that they may have a claim on
/// for all that is known.
struct DoubledParcels: Sendable, Equatable {
  /// Whose doubles they are, ascending.
  var rows: [Int] = []
  /// By double.
  var facilities: [[Int32]] = []
}

/// One way of taking what is not known: for everyone at worst, or at best.
///
/// - An unknown supply is nothing, or enough for all needs; an unknown need is far more than all
///   supply, or nothing; a parcel of which it is not known which clauses apply to it is asked the
///   most or the least.
/// - Where it is not known whether a parcel can use a facility, it cannot at worst, and is a rival to
///   those who can all the same: it stands in the division twice. At best it has all that is there,
///   and takes nothing from anyone.
/// - A facility of which it is not known where, or whether, it is, is nowhere at worst; at best
///   whoever may have it has it for himself.
///
/// What is true lies between the two: no parcel has enough at worst that may lack something, and none
/// lacks something at best that may have enough.
struct ShareScenario: Sendable, Equatable {
  let isAtBest: Bool
  /// By turn, then by parcel; `nil`: not known.
  private let needs: [[Int128?]]
  /// By facility; `nil`: not known.
  private let offers: [Int128?]
  /// By parcel: what it has without a division; empty: nobody has anything.
  let granted: [Int128]
  let doubles: DoubledParcels

  static func == (a: Self, b: Self) -> Bool {
    a.needs == b.needs && a.offers == b.offers && a.doubles == b.doubles && a.granted == b.granted
  }

  init(
    _ needs: ClaimedNeeds, _ offer: [Bounds], _ places: SharedPlaces,
    elsewhere: Elsewhere.Answer, atBest: Bool
  ) {
    isAtBest = atBest
    offers = offer.map { needs.scale.supply(of: atBest ? $0.high : $0.low) }
    let turns = needs.turns.indices.map { atBest ? needs.least(in: $0) : needs.most(in: $0) }
    let (possible, mayHaveMore) = (places.possible, atBest && !elsewhere.isEmpty)
    let isClear = possible.facilities.isEmpty && !mayHaveMore
    let doubtful = (0..<(isClear ? 0 : needs.parcels)).filter {
      !possible.range(of: $0).isEmpty || mayHaveMore && elsewhere[$0].high > 0
    }
    if doubtful.isEmpty {
      self.needs = turns
      granted = []
      doubles = DoubledParcels()
    } else if atBest {
      var granted = [Int128](repeating: 0, count: needs.parcels)
      let most = turns.reduce(Int128(0)) { max($0, $1.reduce(0) { max($0, $1 ?? 0) }) }
      for parcel in doubtful {
        for facility in places.possible.facilities(of: parcel) {
          granted[parcel] = min(most, granted[parcel] + (offers[Int(facility)] ?? most))
        }
        let more = needs.scale.supply(of: elsewhere[parcel].high) ?? most
        granted[parcel] = min(most, granted[parcel] + more)
      }
      self.granted = granted
      self.needs = turns.map { zip($0, granted).map { need, has in need.map { max(0, $0 - has) } } }
      doubles = DoubledParcels()
    } else {
      self.needs = turns
      granted = []
      doubles = DoubledParcels(
        rows: doubtful, facilities: doubtful.map { Array(places.possible.facilities(of: $0)) })
    }
  }

  /// What is asked for, with the doubles at the end.
  func claims(_ own: ReachEdges, _ planned: PlannedRows?) -> ShareTurns.Claims {
    // An unknown need is far more than all supply, an unknown supply enough for all needs. For those
    // who are there what is only planned is left out, so that they fare the same with any plan.
    let all = offers.reduce(Int128(0)) { $0 + ($1 ?? 0) }
    let standing = offers.enumerated().reduce(Int128(0)) { sum, supply in
      planned?.isFacility[supply.offset] ?? false ? sum : sum + (supply.element ?? 0)
    }
    func manifold(_ parcel: Int) -> Int128 {
      bounded(((planned?.isParcel[parcel] == true ? all : standing) + 1) * 1000)
    }
    let plenty = bounded(needs.joined().reduce(0) { $0 + ($1 ?? 0) } + 1)
    let amounts = needs.map { turn in
      (Array(turn.indices) + doubles.rows).map { turn[$0] ?? manifold($0) }
    }
    let capacities = offers.map { $0 ?? plenty }
    let unit = Self.commonUnit(amounts, capacities)
    let assured = assured(capacities, own, planned) + doubles.rows.map { _ in 0 }
    func inUnits(_ amounts: [Int128]) -> [Int128] {
      unit == 1 ? amounts : amounts.map { $0 / unit }
    }
    var claims = ShareTurns.Claims(
      needs: amounts.map(inUnits), own: inUnits(assured), held: assured.map { _ in 0 },
      capacities: inUnits(capacities))
    if let planned {
      let standing = zip(claims.capacities, planned.isFacility).map { $1 ? 0 : $0 }
      claims.onSite = self.assured(standing, own, planned) + doubles.rows.map { _ in 0 }
    }
    return claims
  }

  /// What a parcel is asked in a turn, by the division; `nil`: not known.
  func need(_ turn: Int, _ parcel: Int) -> Int128? { needs[turn][parcel] }

  /// What a facility has; `nil`: not known.
  func supply(_ facility: Int) -> Int128? { offers[facility] }

  /// What it has without.
  func grant(_ parcel: Int) -> Int128 { granted.isEmpty ? 0 : granted[parcel] }

  /// Amounts are far from this; it only keeps sums of absurd ones within what a number can hold.
  private func bounded(_ amount: Int128) -> Int128 { min(amount, Int128(1) << 100) }

  /// The largest number that all amounts are whole multiples of: smaller numbers make a faster
  /// flow.
  private static func commonUnit(_ needs: [[Int128]], _ capacities: [Int128]) -> Int128 {
    var unit = Int128(0)
    for amount in (needs + [capacities]).joined() {
      unit = FairShare.Ratio.gcd(unit, amount)
      if unit == 1 { break }
    }
    return max(1, unit)
  }

  /// What each parcel gets in any case, up to its need: what facilities that are only its own have.
  private func assured(
    _ capacities: [Int128], _ own: ReachEdges, _ planned: PlannedRows?
  ) -> [Int128] {
    let owners = own.parcels(ofFacilities: capacities.count)
    return (0..<own.offsets.count - 1).map { parcel in
      var sum = Int128(0)
      for facility in own.facilities(of: parcel)
      where owners.facilities(of: Int(facility)).count <= 1 {
        // What is only planned assures nothing to those who are there.
        if let planned, planned.isFacility[Int(facility)], !planned.isParcel[parcel] { continue }
        sum += capacities[Int(facility)]
      }
      return sum
    }
  }
}
