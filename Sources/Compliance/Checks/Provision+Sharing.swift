internal import Planning
internal import Quantities
internal import Rules

/// Who takes part in the division of a clause's supply, and what each asks for.
struct Sharing {
  /// By parcel, in millionths of people or dwellings.
  var demand: [Bounds]
  var isEstimated: [Bool]
  /// The rule's own first.
  var asks: [Ask]
  /// By parcel: index into `asks`; empty: the first for all.
  var askOfParcel: [UInt8] = []
}

extension Provision {
  /// Everyone whom the clause speaks of, and everyone to whom another clause of the document gives
  /// the same supply: new and existing compounds have clauses of their own, and a place still
  /// serves one household once.
  ///
  /// - Parameters:
  ///   - own: What the rule itself asks for.
  ///   - demands: By parcel, for the rule itself.
  ///   - applies: By parcel.
  func sharing(
    _ rule: AppliedRule, _ own: Ask, _ demands: [(bounds: Bounds, estimated: Bool)],
    _ applies: [Truth], _ run: RunContext
  ) -> Sharing {
    // Who it may speak of may take part.
    var sharing = Sharing(
      demand: zip(demands, applies).map { $0.bounds.taken($1) },
      isEstimated: zip(demands, applies).map { $0.estimated && $1 != .no }, asks: [own])
    for sibling in siblings(of: rule, run) {
      let truths = run.truthsOfParcels(sibling.rule.when)
      guard zip(applies, truths).contains(where: { $0 == .no && $1 != .no }) else { continue }
      let index = sharing.asks.firstIndex(of: sibling.ask) ?? sharing.asks.count
      guard index <= Int(UInt8.max) else { continue }
      if index == sharing.asks.count { sharing.asks.append(sibling.ask) }
      if sharing.askOfParcel.isEmpty {
        sharing.askOfParcel = Array(repeating: 0, count: applies.count)
      }
      for row in applies.indices where applies[row] == .no && truths[row] != .no {
        let (bounds, estimated) = sibling.check.demand(ofParcel: row, run)
        let demand = bounds.taken(truths[row])
        let known = sharing.asks[Int(sharing.askOfParcel[row])]
        // Of several such clauses the one that asks for more.
        guard
          sharing.demand[row] == .zero
            || sibling.ask.isMore(for: demand, than: known, for: sharing.demand[row])
        else { continue }
        sharing.demand[row] = demand
        sharing.isEstimated[row] = estimated
        sharing.askOfParcel[row] = UInt8(index)
      }
    }
    return sharing
  }

  private struct Sibling {
    let rule: AppliedRule
    let check: Provision
    let ask: Ask
  }

  /// The other clauses of the document that divide the same supply, as far as they neither
  /// contradict this one nor stand in for it.
  private func siblings(of rule: AppliedRule, _ run: RunContext) -> [Sibling] {
    rule.pack.appliedRules.compactMap { other in
      guard other.id != rule.id, other.subject == .parcel, let check = other.check as? Provision,
        check.supply == supply, check.dividing == .fair, !other.isReportOnly,
        other.force != .advisory || rule.force == .advisory,
        !rule.conflicts(with: other), !rule.isAlternative(to: other)
      else { return nil }
      let judge = run.judge(other, nil, rounding: false)
      guard judge.comparison == .atLeast, let figure = judge.figure, figure > .zero else {
        return nil
      }
      return Sibling(rule: other, check: check, ask: Ask(figure: figure, per: check.per))
    }
  }
}

extension Ask {
  /// Whether it comes to more for some than another ask does for others, at best.
  fileprivate func isMore(for demand: Bounds, than other: Ask, for others: Bounds) -> Bool {
    if demand.high == Bounds.unlimited { return others.high != Bounds.unlimited }
    if others.high == Bounds.unlimited { return false }
    return Int128(demand.high) * Int128(figure.micros) * Int128(other.per)
      > Int128(others.high) * Int128(other.figure.micros) * Int128(per)
  }
}

extension Bounds {
  /// What remains of a demand that a clause may not speak of.
  func taken(_ applies: Truth) -> Bounds {
    switch applies {
    case .yes: self
    case .unknown: Bounds(low: 0, high: high)
    case .no: .zero
    }
  }
}

extension ProvisionProblem {
  /// What some parcels need together, and how much of it is missing, in millionths of the supply's
  /// unit; rounded up once, to whole things where it comes in these. `nil`: nothing is missing.
  ///
  /// - Parameters:
  ///   - parcels: Their demands are exact.
  ///   - supply: What they get together, in millionths.
  func lack(
    of parcels: [Int32], supply: Int64, isWhole: Bool
  ) -> (need: Int64, missing: Int64)? {
    let scale = asks.reduce(Int128(1)) {
      $0 / FairShare.Ratio.gcd($0, Int128($1.per)) * Int128($1.per)
    }
    var sum = Int128(0)
    for parcel in parcels {
      guard let ask = ask(of: Int(parcel)) else { continue }
      sum += Int128(demand[Int(parcel)].low) * Int128(ask.figure.micros) * (scale / Int128(ask.per))
    }
    let unit = scale * Int128(Amount.scale)
    let lack = sum - Int128(supply) * unit
    guard lack > 0, sum / unit < Int128(Int64.max / 2) else { return nil }
    let missing = Amount(micros: Int64((lack + unit - 1) / unit))
    return (
      Int64((sum + unit - 1) / unit), isWhole ? missing.roundedUp.micros : missing.micros
    )
  }
}
