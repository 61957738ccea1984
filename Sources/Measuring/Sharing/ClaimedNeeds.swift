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
  /// By claim: which of its asks are a parcel's, and where in the scale these stand.
  private let steps: [StepsOfParcels]
  private let offsets: [Int]
  /// By supposition, then by claim.
  private let supposed: [[[Truth]]]

  init(_ division: Divide, _ known: Answers) {
    claims = division.claims
    asking = division.asking
    let needs = claims.map { $0.need ?? Need([Ask(figure: .zero, per: Amount(1))]) }
    scale = ShareScale(needs.flatMap(\.asks))
    steps = needs.map { StepsOfParcels($0) { known[$0].parcels } }
    offsets = needs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.asks.count) }
    turns = Set(claims.map(\.turn)).sorted()
    people = claims.map { known[People($0.demand)] }
    truths = claims.map { known[Applies(to: .parcels, $0.when)].parcels }
    supposed = known[division.supposed].truths
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
    var most = [Int128?](repeating: 0, count: parcels)
    // Claim by claim: whole columns are taken out once.
    for claim in members(of: turn) {
      let (bounds, truths, isApart) = (people[claim].bounds, truths[claim], isApart(claim))
      let asked = self.truths[asking]
      for parcel in most.indices where truths[parcel] != .no {
        guard let sofar = most[parcel], !(isApart && asked[parcel] == .yes) else { continue }
        most[parcel] = need(of: bounds[parcel].high, claim, parcel).map { max(sofar, $0.most) }
      }
    }
    return most
  }

  /// By parcel: what a turn asks it at least.
  func least(in turn: Int) -> [Int128] {
    let members = members(of: turn)
    var least = least(members, truths)
    let open = least.indices.filter { parcel in
      members.contains { truths[$0][parcel] == .unknown }
    }
    guard !open.isEmpty else { return least }
    let each = supposed.map { self.least(members, $0) }
    for parcel in open { least[parcel] = each.reduce(.max) { min($0, $1[parcel]) } }
    return least
  }

  private func least(_ members: [Int], _ truths: [[Truth]]) -> [Int128] {
    var least = [Int128](repeating: 0, count: parcels)
    for claim in members {
      let (bounds, truthsOfClaim, isApart) = (people[claim].bounds, truths[claim], isApart(claim))
      let asked = truths[asking]
      for parcel in least.indices where truthsOfClaim[parcel] == .yes {
        if isApart, asked[parcel] == .yes { continue }
        guard let need = need(of: bounds[parcel].low, claim, parcel)?.least else { continue }
        least[parcel] = max(least[parcel], need)
      }
    }
    return least
  }

  private func members(of turn: Int) -> [Int] {
    claims.indices.filter { claims[$0].turn == turns[turn] }
  }

  /// Two clauses of one turn with reaches of their own are no one division: where the clause that asks
  /// speaks of a parcel, the other one does not.
  private func isApart(_ claim: Int) -> Bool {
    claim != asking && claims[claim].limit != claims[asking].limit
      && claims[claim].turn == claims[asking].turn
  }

  /// By parcel: what the clause that asks asks it, at least or at most; `nil`: not known.
  func own(atBest: Bool) -> [Int128?] {
    let (people, truths) = (people[asking].bounds, truths[asking])
    return people.indices.map { parcel in
      let bounds = people[parcel].taken(truths[parcel])
      let need = need(of: atBest ? bounds.low : bounds.high, asking, parcel)
      return atBest ? need?.least : need?.most
    }
  }

  /// What a claim makes of a demand of a parcel, whichever of the steps that may be its own that is on;
  /// `nil`: not known.
  private func need(
    of demand: Int64, _ claim: Int, _ parcel: Int
  ) -> (least: Int128, most: Int128)? {
    if steps[claim].isPlain {
      return scale.need(of: demand, ask: offsets[claim]).map { ($0, $0) }
    }
    var range: (least: Int128, most: Int128)?
    for ask in steps[claim].asks(of: parcel) {
      guard let need = scale.need(of: demand, ask: offsets[claim] + ask) else { return nil }
      range = (min(range?.least ?? need, need), max(range?.most ?? need, need))
    }
    return range ?? (0, 0)
  }

  /// Whether it is surely this clause that says how much a parcel needs in its turn, and how much
  /// that is; of clauses that ask alike it is the first.
  func isDecided(_ parcel: Int) -> Bool {
    let people = people[asking].bounds[parcel]
    guard truths[asking][parcel] == .yes, people.isExact,
      steps[asking].asks(of: parcel).count == 1,
      let own = need(of: people.low, asking, parcel)?.least
    else { return false }
    return members(of: ownTurn).allSatisfy { claim in
      // Where this clause surely speaks of a parcel, one that is apart does not.
      guard claim != asking, truths[claim][parcel] != .no, !isApart(claim) else { return true }
      guard let need = need(of: self.people[claim].bounds[parcel].high, claim, parcel)?.most else {
        return false
      }
      return claim < asking ? need < own : need <= own
    }
  }

  /// By parcel: whether what is asked of it may be an estimate.
  var isEstimated: [Bool] {
    var result = [Bool](repeating: false, count: parcels)
    for claim in claims.indices {
      let (estimates, truths) = (people[claim].isEstimated, truths[claim])
      for parcel in result.indices where estimates[parcel] && truths[parcel] != .no {
        result[parcel] = true
      }
    }
    return result
  }
}
