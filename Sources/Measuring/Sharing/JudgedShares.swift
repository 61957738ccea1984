internal import Quantities

/// What the clause that asks makes of a division at worst and at best.
struct JudgedShares {
  private typealias Ratio = FairShare.Ratio
  typealias Outcome = (scenario: ShareScenario, share: ShareTurns)

  private let needs: ClaimedNeeds
  private let places: SharedPlaces
  private let best: Outcome
  /// By parcel: what the clause asks it at most and at least.
  private let mostOwn: [Int128?]
  private let leastOwn: [Int128?]
  /// By parcel: what it gets of what the clause asks it.
  private let low: [FairShare.Ratio]
  private let high: [FairShare.Ratio]
  /// By facility, in millionths of the supply's unit; `nil`: missing figures may change it.
  let loads: [Int64?]

  init(_ needs: ClaimedNeeds, _ places: SharedPlaces, worst: Outcome, best: Outcome) {
    self.needs = needs
    self.places = places
    self.best = best
    let (mostOwn, leastOwn) = (needs.own(atBest: false), needs.own(atBest: true))
    let turn = needs.ownTurn
    var low: [Ratio] = []
    var high: [Ratio] = []
    // Taken out once: a copy of an outcome for every parcel would cost more than what is done with it.
    let (worstScenario, bestScenario) = (worst.scenario, best.scenario)
    let (worstRatios, bestRatios) = (
      worst.share.turns[turn].ratios, best.share.turns[turn].ratios
    )
    for parcel in 0..<needs.parcels {
      let (most, least) = (
        worstScenario.need(turn, parcel), bestScenario.need(turn, parcel) ?? 0
      )
      let granted = bestScenario.grant(parcel)
      let (atWorst, atBest) = (worstRatios[parcel], bestRatios[parcel])
      if let own = mostOwn[parcel], let most {
        // Whoever needs less gets no smaller part of it.
        low.append(
          granted == 0 && most == least ? atWorst.moved(from: most, to: own) : atWorst)
      } else {
        low.append(Ratio(0, 1))
      }
      let own = leastOwn[parcel] ?? 0
      // Whoever needs more gets no larger part of it.
      high.append(
        own == 0 || most == nil
          ? .one : atBest.moved(from: most ?? 0, to: own).raised(by: granted, of: own))
    }
    self.low = low
    self.high = high
    self.mostOwn = mostOwn
    self.leastOwn = leastOwn
    let scale = needs.scale
    loads = zip(worst.share.loads, best.share.loads).enumerated().map { facility, load in
      guard let most = bestScenario.supply(facility), let least = worstScenario.supply(facility)
      else { return nil }
      let amounts = (load.0.part(of: least), load.1.part(of: most))
      return amounts.0 == amounts.1 ? scale.millionths(down: amounts.0) : nil
    }
  }

  /// Where the clause asks for so much for so many, a ratio of 1 is that rate; else it is all that a
  /// parcel needs.
  func rates(of need: Need) -> Rates {
    Rates(
      low: RatioColumn(low), high: RatioColumn(high), whole: need.rate?.figure ?? Amount(1),
      isOfNeeds: need.rate == nil)
  }

  /// By parcel: what it gets of what the clause asks it, in millionths of the supply's unit.
  var supply: [Bounds] {
    let scale = needs.scale
    return low.indices.map { parcel in
      Bounds(
        low: mostOwn[parcel].map { scale.millionths(low[parcel], of: $0) } ?? 0,
        high: leastOwn[parcel].map { scale.millionths(high[parcel], of: $0) } ?? 0)
    }
  }

  /// At best: so every parcel in it lacks something whatever the missing figures are. A parcel that
  /// reaches nothing is a gap, and shares nothing.
  var shortages: [SupplyShortage] {
    best.share.turns[needs.ownTurn].shortages.compactMap { shortage in
      let parcels = shortage.parcels.filter { parcel in
        parcel < needs.parcels && needs.isDecided(Int(parcel))
          && best.scenario.grant(Int(parcel)) == 0
      }
      guard !parcels.isEmpty, !shortage.facilities.isEmpty else { return nil }
      return SupplyShortage(
        parcels: parcels.sorted(), facilities: shortage.facilities.sorted(),
        supply: together(parcels))
    }
  }

  /// What parcels get, rounded once and not parcel by parcel.
  private func together(_ parcels: [Int32]) -> Int64 {
    var needOfRatio: [Ratio: Int128] = [:]
    for parcel in parcels.lazy.map({ Int($0) }) {
      needOfRatio[high[parcel], default: 0] += leastOwn[parcel] ?? 0
    }
    return needs.scale.millionths(down: needOfRatio.reduce(0) { $0 + $1.key.part(of: $1.value) })
  }
}

extension FairShare.Ratio {
  /// With an amount more of the same need, at most 1.
  fileprivate func raised(by amount: Int128, of need: Int128) -> FairShare.Ratio {
    if amount == 0 || self == .one { return self }
    let ratio = narrowed(to: 50)
    let (first, isFirstTooLarge) = ratio.numerator.multipliedReportingOverflow(by: need)
    let (second, isSecondTooLarge) = ratio.denominator.multipliedReportingOverflow(by: amount)
    let (bottom, isBottomTooLarge) = ratio.denominator.multipliedReportingOverflow(by: need)
    if isFirstTooLarge || isSecondTooLarge || isBottomTooLarge { return .one }
    return min(.one, FairShare.Ratio(first + second, bottom))
  }
}
