package import Quantities
package import Rules

/// So much of the supply's unit for so many people or dwellings, and perhaps so much besides: how much
/// a parcel needs.
package struct Ask: Hashable, Sendable {
  package let figure: Amount
  package let per: Amount
  /// What whoever needs anything needs besides.
  package let plus: Amount
  /// Whether it is rounded up to a whole number.
  package let isRoundedUp: Bool

  package init(
    figure: Amount, per: Amount, plus: Amount = .zero, isRoundedUp: Bool = false
  ) {
    self.figure = figure
    self.per = per
    self.plus = plus
    self.isRoundedUp = isRoundedUp
  }

  /// What a demand, in millionths, comes to, in millionths of the supply's unit: nothing for nobody.
  package func need(of demand: Int64) -> ExactRatio {
    let divisor = Int128(per.micros)
    guard demand > 0 else { return ExactRatio(0, over: isRoundedUp ? 1 : divisor) }
    let need = Int128(figure.micros) * Int128(demand) + Int128(plus.micros) * divisor
    guard isRoundedUp else { return ExactRatio(need, over: divisor) }
    let whole = divisor * Int128(Amount.scale)
    return ExactRatio((need + whole - 1) / whole * Int128(Amount.scale), over: 1)
  }
}

/// What a clause asks for people or dwellings: the same of all parcels, or by the steps of a table.
package struct Need: Hashable, Sendable {
  /// One, or one a step.
  package let asks: [Ask]
  /// Whom each step is for; empty: the only ask is for all.
  package let steps: [Condition]

  package init(_ asks: [Ask], steps: [Condition] = []) {
    precondition(steps.isEmpty || steps.count == asks.count, "an ask a step")
    self.asks = asks
    self.steps = steps
  }

  /// The one ask, where that is so much for so many and nothing else: then a ratio of it is a rate.
  package var rate: Ask? {
    guard steps.isEmpty, let ask = asks.first, ask.plus == .zero, !ask.isRoundedUp else {
      return nil
    }
    return ask
  }

  /// Whether it asks for anything at all.
  package var isSomething: Bool {
    asks.contains { $0.figure > .zero || $0.plus > .zero }
  }

  /// What must be asked to tell which step each parcel is on.
  package var questions: [any Question] {
    steps.map { Applies(to: .parcels, $0) }
  }
}

/// What a clause asks of one subject, for all that is known, in millionths of the supply's unit.
package struct Owed: Sendable {
  package let least: ExactRatio
  /// `nil`: it may be any amount.
  package let most: ExactRatio?

  package var isExact: Bool { most == least }

  /// So much of what is received, in millionths, over all that is owed: at worst and at best.
  package func ratios(
    of received: (low: ExactRatio, high: ExactRatio)
  ) -> (low: ExactRatio, high: ExactRatio) {
    (
      most.map { received.low.divided(by: $0) } ?? ExactRatio(0, over: 1),
      received.high.divided(by: least)
    )
  }

  /// What is missing beyond an amount that is received, in millionths, rounded up; `nil` where nothing
  /// is, or what is owed is not known.
  ///
  /// - Parameter strictly: Whether there must be more than what is owed; of what does not come whole
  ///   there is then no least amount.
  package func missing(
    beyond received: ExactRatio, isWhole: Bool, strictly: Bool = false
  ) -> Int64? {
    excess(of: least, over: received, isWhole: isWhole, strictly: strictly)
  }

  /// By how much what is received is above what is owed, likewise.
  ///
  /// - Parameter strictly: Whether there must be less than what is owed.
  package func excess(
    of received: ExactRatio, isWhole: Bool, strictly: Bool = false
  ) -> Int64? {
    excess(of: received, over: least, isWhole: isWhole, strictly: strictly)
  }

  private func excess(
    of more: ExactRatio, over less: ExactRatio, isWhole: Bool, strictly: Bool
  ) -> Int64? {
    guard isExact, isWhole || !strictly, let amount = more.excess(over: less, strictly: strictly),
      amount > 0
    else { return nil }
    return isWhole ? Amount(micros: amount).roundedUp.micros : amount
  }
}

extension Need {
  /// What a demand owes on one of some steps.
  package func owed(of demand: Bounds, asks indices: [Int]) -> Owed {
    // All are for as many, so that they have one denominator.
    let all = indices.map { asks[$0] }
    let least = all.map { $0.need(of: demand.low) }.min { $0.numerator < $1.numerator }
    let most = all.map { $0.need(of: demand.high) }.max { $0.numerator < $1.numerator }
    return Owed(
      least: least ?? ExactRatio(0, over: 1),
      most: demand.high == Bounds.unlimited ? nil : most ?? ExactRatio(0, over: 1))
  }

  /// What several owe together, in millionths, rounded up once; `nil` where that is not known.
  package static func sum(_ owed: [Owed]) -> Int64? {
    guard owed.allSatisfy(\.isExact), let divisor = owed.first?.least.denominator else {
      return nil
    }
    let sum = owed.reduce(Int128(0)) { $0 + $1.least.numerator }
    return Int64(exactly: (sum + divisor - 1) / divisor)
  }
}

/// The steps that parcels are on, for all that is known.
package struct StepsOfParcels: Sendable {
  /// By step, then by parcel; empty: there is one ask for all.
  private let truths: [[Truth]]
  private let asks: Int

  package init(_ need: Need, _ truths: (Applies) -> [Truth]) {
    asks = need.asks.count
    self.truths = need.steps.map { truths(Applies(to: .parcels, $0)) }
  }

  /// Whether all parcels are asked alike.
  var isPlain: Bool { truths.isEmpty }

  /// The asks that may be those of a parcel.
  package func asks(of parcel: Int) -> [Int] {
    if isPlain { return [0] }
    if let sure = truths.firstIndex(where: { $0[parcel] == .yes }) { return [sure] }
    return (0..<asks).filter { truths[$0][parcel] == .unknown }
  }
}
