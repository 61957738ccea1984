internal import Workers

/// The division of supply among claims that take turns: those of the first turn are met as if there
/// were no others, those of each later one from what is left, and nobody loses what he has.
///
/// Within a turn the division is that of `FairShare`, with what a parcel holds from earlier turns as
/// assured. So it stays a problem in whole numbers: a parcel that gets less than it needs is settled
/// together with all who use up what it reaches; neither they nor those facilities can have a part in
/// a later turn, however the earlier ones are carried out. All others hold just what they need.
struct ShareTurns: Sendable {
  /// What is asked for, in whole numbers of one unit.
  struct Claims: Sendable {
    /// By turn, then by parcel: what it needs in all, and not only beyond earlier turns.
    var needs: [[Int128]]
    /// By parcel: what facilities that are only its own have. It comes first, up to what is needed,
    /// as far as earlier turns leave it.
    var own: [Int128]
    /// By parcel: what it holds whoever needs what.
    var held: [Int128]
    /// By facility.
    var capacities: [Int128]
    /// By parcel: what facilities have that are only its own and stand already; empty in a batch.
    var onSite: [Int128] = []
  }

  struct Turn: Sendable {
    /// By parcel: what it gets in this turn and those before over what it needs in this one; 1 for
    /// parcels that need nothing.
    var ratios: [FairShare.Ratio] = []
    /// Who shares too little of what; only parcels that no earlier turn left short.
    var shortages: [FairShare.Shortage] = []
  }

  private(set) var turns: [Turn] = []
  /// By facility: load over capacity when all turns are over.
  private(set) var loads: [FairShare.Ratio]
  /// By parcel: what it got in the end is this part of what it was to have at most.
  private var ratios: [FairShare.Ratio]
  private var wanted: [Int128]
  private var isSettled: [Bool]
  private var isUsedUp: [Bool]

  static func divide(
    _ claims: Claims, edges: ReachEdges, wantsLoads: Bool = true, workers: Workers
  ) async throws -> ShareTurns {
    var result = ShareTurns(claims)
    for (turn, needs) in claims.needs.enumerated() {
      let isLast = turn == claims.needs.count - 1
      let wasSettled = result.isSettled
      var shortages: [FairShare.Shortage] = []
      let first = zip(needs, claims.own).map { min($0, $1) }
      // Where nobody holds anything yet, each has all of its own.
      if result.isOpen || first.indices.allSatisfy({ result.holds(first[$0], $0) }) {
        result.hold(first)
      } else {
        shortages += try await result.pass(
          first, claims, over: edges, wantsLoads: false, workers: workers
        ).shortages
      }
      let share = try await result.pass(
        needs, claims, over: edges, wantsLoads: wantsLoads && isLast, workers: workers)
      shortages += share.shortages
      if isLast { result.loads = share.loads }
      result.turns.append(
        Turn(
          ratios: result.ratios(of: needs),
          shortages: shortages.compactMap { result.shortage($0, wasSettled, needs) }))
    }
    for facility in result.isUsedUp.indices where result.isUsedUp[facility] {
      result.loads[facility] = .one
    }
    return result
  }

  /// Whether nobody holds anything.
  private var isOpen: Bool { turns.isEmpty && wanted.allSatisfy { $0 == 0 } }

  private init(_ claims: Claims) {
    ratios = claims.held.map { _ in .one }
    wanted = claims.held
    isSettled = claims.held.map { _ in false }
    isUsedUp = claims.capacities.map { _ in false }
    loads = claims.capacities.map { _ in FairShare.Ratio(0, 1) }
  }

  /// Whether a parcel has an amount, or nothing more can be had.
  private func holds(_ amount: Int128, _ parcel: Int) -> Bool {
    isSettled[parcel] || amount <= wanted[parcel]
  }

  /// Raises what parcels hold, as far as they are not settled.
  private mutating func hold(_ amounts: [Int128]) {
    for parcel in amounts.indices where !isSettled[parcel] {
      wanted[parcel] = max(wanted[parcel], amounts[parcel])
    }
  }

  /// One division among those who are not settled, of what they have not used up.
  private mutating func pass(
    _ needs: [Int128], _ claims: Claims, over edges: ReachEdges, wantsLoads: Bool,
    workers: Workers
  ) async throws -> FairShare {
    let held = wanted
    hold(needs)
    let share = try await FairShare.divide(
      ShareAmounts(
        needs: wanted.indices.map { isSettled[$0] ? 0 : wanted[$0] },
        assured: held.indices.map { isSettled[$0] ? 0 : held[$0] },
        capacities: claims.capacities.indices.map { isUsedUp[$0] ? 0 : claims.capacities[$0] }),
      edges: edges, wantsLoads: wantsLoads, workers: workers)
    for parcel in isSettled.indices where !isSettled[parcel] {
      ratios[parcel] = share.ratios[parcel]
      isSettled[parcel] = share.isSettled[parcel]
    }
    for facility in isUsedUp.indices where share.isUsedUp[facility] { isUsedUp[facility] = true }
    return share
  }

  /// What parcels have over needs, at most 1.
  func ratios(of needs: [Int128]) -> [FairShare.Ratio] {
    needs.indices.map { ratios[$0].moved(from: wanted[$0], to: needs[$0]) }
  }

  /// Without those that an earlier turn settled, or that need no more than they hold.
  private func shortage(
    _ shortage: FairShare.Shortage, _ wasSettled: [Bool], _ needs: [Int128]
  ) -> FairShare.Shortage? {
    let parcels = shortage.parcels.filter { !wasSettled[Int($0)] && needs[Int($0)] > 0 }
    return parcels.isEmpty
      ? nil : FairShare.Shortage(parcels: parcels, facilities: shortage.facilities)
  }
}
