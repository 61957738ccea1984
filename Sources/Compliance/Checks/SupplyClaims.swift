internal import Measuring
internal import Quantities
internal import Rules

/// What a provision rule about parcels asks for, and what the other clauses of its pack do that divide
/// the same supply, as far as they neither contradict it nor stand in for it.
///
/// Together they divide it once, in the order of their force: advisory clauses get what the others
/// leave.
struct SupplyClaims {
  /// In the order of the document.
  private let claims: [(claim: Claim, limit: StatedLimit)]
  /// Which of them is the rule's own.
  let asking: Int

  /// - Parameter need: What the rule asks for; `nil` where it does not divide supply: then all
  ///   parcels are alike to it.
  init(
    of rule: AppliedRule, _ check: Provision, within limit: StatedLimit, _ frame: Frame,
    asking need: Need?
  ) {
    guard let need else {
      claims = [
        (Claim(when: .always, demand: check.demanded, need: nil, within: limit.own), limit)
      ]
      asking = 0
      return
    }
    let own = Claim(
      when: rule.when, demand: check.demanded, need: need, within: limit.own,
      turn: rule.rule.turn)
    var claims: [(claim: Claim, limit: StatedLimit)] = []
    var asking = 0
    // Few rules divide anything: those that do not are not looked at closely.
    for other in rule.pack.rules where other.subject == .parcel && other.check.attribution != nil {
      if other.id == rule.id {
        asking = claims.count
        claims.append((own, limit))
      } else {
        let other = AppliedRule(other, of: rule.pack)
        if let claim = Self.claim(of: other, beside: rule, check, frame) { claims.append(claim) }
      }
    }
    self.claims = claims
    self.asking = asking
  }

  private static func claim(
    of other: AppliedRule, beside rule: AppliedRule, _ check: Provision, _ frame: Frame
  ) -> (claim: Claim, limit: StatedLimit)? {
    guard let claimed = other.judged.claimed(other, frame), claimed.supply == check.supply,
      !other.isReportOnly, !rule.conflicts(with: other), !rule.isAlternative(to: other)
    else { return nil }
    guard Judge(other, frame).comparison == .atLeast,
      let need = other.need(per: claimed.per, frame), need.isSomething
    else { return nil }
    let limit = frame.limit(claimed.reach, other.pack)
    return (
      Claim(
        when: other.when, demand: claimed.demand, need: need, within: limit.own,
        turn: other.rule.turn),
      limit
    )
  }

  /// Each within its limit, at some speed.
  func within(_ limit: (StatedLimit) -> ReachLimit) -> [Claim] {
    claims.map { $0.claim.within(limit($0.limit)) }
  }
}

extension Rule {
  /// When it is met, in the order of force.
  fileprivate var turn: Claim.Turn { force == .advisory ? .last : .first }
}
