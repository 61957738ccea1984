internal import Quantities

/// What parcels need of a supply that several clauses divide, turn by turn, at least and at most.
///
/// Of a parcel of which it is not known which clauses apply to it, a turn is asked at most the
/// largest that one of them may ask, and at least the smallest that it comes to whatever the parcel
/// is: nothing where it may be something that no clause of the turn speaks of.
struct ClaimedNeeds: Sendable {
  let scale: ShareScale
  /// Ascending.
  let turns: [Claim.Turn]
  private let claims: [Claim]
  private let asking: Int
  /// By claim, then by parcel.
  private let people: [People.Answer]
  private let truths: [[Truth]]
  /// By supposition, then by claim.
  private let supposed: [[[Truth]]]

  init(_ division: Divide, _ known: Answers) {
    claims = division.claims
    asking = division.asking
    scale = ShareScale(claims.map { $0.ask ?? Ask(figure: .zero, per: 1) })
    turns = Set(claims.map(\.turn)).sorted()
    people = claims.map { known[People($0.demand)] }
    truths = claims.map { known[Applies(to: .parcels, $0.when)].parcels }
    supposed = division.suppositions.map { supposition in
      division.claims.map { known[Applies(to: .parcels, $0.when, supposing: supposition)].parcels }
    }
  }

  var parcels: Int { truths[asking].count }

  /// The turn of the clause that asks.
  var ownTurn: Int { turns.firstIndex(of: claims[asking].turn) ?? 0 }

  /// Which clause's reach holds for a parcel: that of the clause that asks where it may speak of it,
  /// else that of the first to be met; `nil`: no clause speaks of it.
  func claim(of parcel: Int) -> Int? {
    if truths[asking][parcel] != .no { return asking }
    return claims.indices.filter { truths[$0][parcel] != .no }
      .min { (claims[$0].turn, $0) < (claims[$1].turn, $1) }
  }

  /// By parcel: what a turn asks it at most; `nil`: not known.
  func most(in turn: Int) -> [Int128?] {
    let members = members(of: turn)
    return (0..<parcels).map { parcel in
      var most: Int128? = 0
      for claim in members where truths[claim][parcel] != .no && isHeard(claim, parcel, truths) {
        guard
          let sofar = most,
          let need = scale.need(of: people[claim].bounds[parcel].high, ask: claim)
        else { return nil }
        most = max(sofar, need)
      }
      return most
    }
  }

  /// By parcel: what a turn asks it at least.
  func least(in turn: Int) -> [Int128] {
    let members = members(of: turn)
    return (0..<parcels).map { parcel in
      if members.allSatisfy({ truths[$0][parcel] != .unknown }) {
        return least(members, truths, parcel)
      }
      return supposed.reduce(nil) { least, truths in
        let need = self.least(members, truths, parcel)
        return least.map { min($0, need) } ?? need
      } ?? 0
    }
  }

  private func least(_ members: [Int], _ truths: [[Truth]], _ parcel: Int) -> Int128 {
    members.reduce(0) { most, claim in
      guard truths[claim][parcel] == .yes, isHeard(claim, parcel, truths) else { return most }
      return max(most, scale.need(of: people[claim].bounds[parcel].low, ask: claim) ?? 0)
    }
  }

  private func members(of turn: Int) -> [Int] {
    claims.indices.filter { claims[$0].turn == turns[turn] }
  }

  /// Two clauses of one turn with reaches of their own are no one division: where the clause that asks
  /// speaks of a parcel, the other one does not.
  private func isHeard(_ claim: Int, _ parcel: Int, _ truths: [[Truth]]) -> Bool {
    claim == asking || claims[claim].limit == claims[asking].limit
      || claims[claim].turn != claims[asking].turn || truths[asking][parcel] != .yes
  }

  /// What the clause that asks asks a parcel; `nil`: not known.
  func own(_ parcel: Int, atBest: Bool) -> Int128? {
    let bounds = people[asking].bounds[parcel].taken(truths[asking][parcel])
    return scale.need(of: atBest ? bounds.low : bounds.high, ask: asking)
  }

  /// Whether it is surely this clause that says how much a parcel needs in its turn, and how much
  /// that is; of clauses that ask alike it is the first.
  func isDecided(_ parcel: Int) -> Bool {
    guard truths[asking][parcel] == .yes, people[asking].bounds[parcel].isExact,
      let own = own(parcel, atBest: true)
    else { return false }
    return members(of: ownTurn).allSatisfy { claim in
      guard claim != asking, truths[claim][parcel] != .no, isHeard(claim, parcel, truths) else {
        return true
      }
      guard let need = scale.need(of: people[claim].bounds[parcel].high, ask: claim) else {
        return false
      }
      return claim < asking ? need < own : need <= own
    }
  }

  /// By parcel: whether what is asked of it may be an estimate.
  var isEstimated: [Bool] {
    (0..<parcels).map { parcel in
      claims.indices.contains {
        truths[$0][parcel] != .no && people[$0].isEstimated[parcel]
      }
    }
  }
}
