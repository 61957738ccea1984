package import Quantities
package import Rules

/// So much of the supply's unit for so many people or dwellings: how much a parcel needs.
package struct Ask: Hashable, Sendable {
  package let figure: Amount
  package let per: Int

  package init(figure: Amount, per: Int) {
    self.figure = figure
    self.per = per
  }
}

/// Who takes part in a division: the parcels that a clause speaks of, and what each needs.
///
/// A division cannot be asked for without saying how much each parcel needs: that is a rate of need,
/// not a threshold that the answer is held against.
package struct Claim: Hashable, Sendable {
  /// Which parcels.
  package let when: Condition
  /// What their need is counted by.
  package let demand: People.Measure
  /// How much they need; `nil` where the clause states no minimum, so that there is nothing to share
  /// by.
  package let ask: Ask?

  package init(when: Condition, demand: People.Measure, ask: Ask?) {
    self.when = when
    self.demand = demand
    self.ask = ask
  }
}

/// What each parcel gets of the facilities of a choice under one way of dividing.
package struct Divide: DerivedQuestion {
  package typealias Answer = Division

  package let choice: FacilityChoice
  /// What they offer.
  package let measure: FacilityMeasure
  package let limit: ReachLimit
  package let attribution: Attribution
  /// The asking clause's own first; others that divide the same supply take part where that one does
  /// not speak of a parcel: new and existing compounds have clauses of their own, and a place still
  /// serves one household once.
  package let claims: [Claim]
  /// How far a person walks for a metre of straight line, for circles that stand for walks.
  private let detour: Double

  package init(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, within limit: ReachLimit,
    by attribution: Attribution, _ claims: [Claim], detour: Amount
  ) {
    self.choice = choice
    self.measure = measure
    // Not all ways of dividing look at all of it: what they do not look at is no other question.
    self.limit =
      attribution == .onSite ? ReachLimit(metres: 0, isOnNetwork: false) : limit
    self.attribution = attribution
    self.claims = claims
    self.detour = attribution == .pooled ? detour.double : 1
  }

  package var needs: [any Question] {
    var needs: [any Question] = [Chosen(choice), Offers(measure)]
    for claim in claims {
      needs.append(Applies(to: .parcels, claim.when))
      needs.append(People(claim.demand))
    }
    switch attribution {
    case .onSite: needs.append(Own(choice))
    case .pooled: needs.append(floating)
    case .inReach: needs.append(reached)
    case .fair: needs += [reached, Own(choice)]
    }
    return needs
  }

  var reached: Reached { Reached(choice, within: limit) }

  /// The circle stays one with a network, as it is done by hand: the walk divided by the detour
  /// factor.
  var floating: Floating {
    Floating(
      choice: choice, measure: measure, demand: claims[0].demand,
      radius: limit.isOnNetwork ? limit.metres / detour : limit.metres)
  }

  /// Divides supply among parcels; a new way of dividing is one function and one line here.
  package func answer(in frame: Frame, _ known: Answers) async throws -> Division {
    let problem = problem(known)
    switch attribution {
    case .onSite: return onSite(problem, known)
    case .pooled: return pooled(known)
    case .inReach: return try await inReach(problem, frame, known)
    case .fair: return try await fair(problem, frame, known)
    }
  }

  /// Everyone whom the first clause speaks of, and everyone to whom another one gives the same
  /// supply.
  private func problem(_ known: Answers) -> ProvisionProblem {
    let people = known[People(claims[0].demand)]
    let applies = known[Applies(to: .parcels, claims[0].when)].parcels
    var problem = ProvisionProblem(
      // Who it may speak of may take part.
      demand: zip(people.bounds, applies).map { $0.taken($1) },
      isEstimated: zip(people.isEstimated, applies).map { $0 && $1 != .no },
      offer: known.offers(choice, measure), asks: claims[0].ask.map { [$0] } ?? [])
    for claim in claims.dropFirst() {
      guard let ask = claim.ask else { continue }
      problem.add(
        ask, People(claim.demand), known, truths: known[Applies(to: .parcels, claim.when)].parcels,
        where: applies)
    }
    return problem
  }
}

/// One division's figures about parcels and facilities.
package struct ProvisionProblem: Sendable {
  /// People or dwellings of each parcel, in millionths.
  package fileprivate(set) var demand: [Bounds]
  /// Which of them are estimates.
  fileprivate(set) var isEstimated: [Bool]
  /// What each facility offers, by row, in millionths; zero at worst for those that may not count.
  let offer: [Bounds]
  /// What is asked for, the clause's own figure first; empty where it states no minimum.
  fileprivate(set) var asks: [Ask]
  /// By parcel: which of them is its own; empty: the first for all.
  fileprivate(set) var askOfParcel: [UInt8] = []

  /// The figure that stands for a parcel.
  func ask(of parcel: Int) -> Ask? {
    asks.isEmpty ? nil : asks[askOfParcel.isEmpty ? 0 : Int(askOfParcel[parcel])]
  }

  /// Takes in the parcels that another clause speaks of and the first one does not.
  fileprivate mutating func add(
    _ ask: Ask, _ people: People, _ known: Answers, truths: [Truth], where applies: [Truth]
  ) {
    guard zip(applies, truths).contains(where: { $0 == .no && $1 != .no }) else { return }
    let index = asks.firstIndex(of: ask) ?? asks.count
    guard index <= Int(UInt8.max) else { return }
    if index == asks.count { asks.append(ask) }
    if askOfParcel.isEmpty { askOfParcel = Array(repeating: 0, count: applies.count) }
    let people = known[people]
    for row in applies.indices where applies[row] == .no && truths[row] != .no {
      let demand = people.bounds[row].taken(truths[row])
      // Of several such clauses the one that asks for more.
      guard
        self.demand[row] == .zero
          || ask.isMore(
            for: demand, than: asks[Int(askOfParcel[row])], for: self.demand[row])
      else { continue }
      self.demand[row] = demand
      isEstimated[row] = people.isEstimated[row]
      askOfParcel[row] = UInt8(index)
    }
  }

  /// What some parcels need together, and how much of it is missing, in millionths of the supply's
  /// unit; rounded up once, to whole things where it comes in these. `nil`: nothing is missing.
  ///
  /// - Parameters:
  ///   - parcels: Their demands are exact.
  ///   - supply: What they get together, in millionths.
  package func lack(
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

extension Ask {
  /// Whether it comes to more for some than another ask does for others, at best.
  fileprivate func isMore(for demand: Bounds, than other: Ask, for others: Bounds) -> Bool {
    if demand.high == Bounds.unlimited { return others.high != Bounds.unlimited }
    if others.high == Bounds.unlimited { return false }
    return Int128(demand.high) * Int128(figure.micros) * Int128(other.per)
      > Int128(others.high) * Int128(other.figure.micros) * Int128(per)
  }
}
