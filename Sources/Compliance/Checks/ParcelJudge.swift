internal import Measuring
internal import Quantities
internal import Rules

/// Holds what parcels get of shared supply against what a rule asks of them: a rate that is the same for
/// all, or what each of them owes by itself.
struct ParcelJudge {
  private let judge: Judge
  private let per: Amount
  /// By parcel: what is asked of it; `nil`: the same rate of all.
  private let owed: [Owed]?
  /// By parcel: whom the clause counts.
  let demands: [Bounds]

  /// - Parameter need: What the rule asks, where that is not the same rate of all.
  init(_ judge: Judge, per: Amount, need: Need?, _ demands: [Bounds], _ measured: Measurement) {
    self.judge = judge
    self.per = per
    self.demands = demands
    owed = need.map { need in
      let steps = StepsOfParcels(need) { measured[$0].parcels }
      return demands.indices.map { need.owed(of: demands[$0], asks: steps.asks(of: $0)) }
    }
  }

  /// Whether parts of what parcels owe are judged, and no rates.
  var isByNeed: Bool { owed != nil }

  /// What is judged of a parcel in a division: its rate, or the part that it gets of what it owes.
  func range(_ division: Division, _ row: Int) -> (low: ExactRatio, high: ExactRatio) {
    let range = division.range(row, per: per)
    guard let owed, !division.tellsOfNeeds else { return range }
    return owed[row].ratios(of: received(range, row))
  }

  /// What is judged of somebody who reaches nothing.
  func range(ofNothingFor demand: Bounds) -> (low: ExactRatio, high: ExactRatio) {
    ExactRatio.range(supply: .zero, demand: demand, per: per)
  }

  /// The verdict on somebody who reaches nothing.
  func verdict(ofNothingFor demand: Bounds) -> Verdict {
    let range = range(ofNothingFor: demand)
    return judge.judge(low: range.low, high: range.high).verdict
  }

  /// The verdict on what a parcel gets in a division.
  func verdict(_ division: Division, _ row: Int) -> Verdict {
    guard division.demand[row].low != 0 else { return .unknown }
    let range = range(division, row)
    return judge.judge(low: range.low, high: range.high).verdict
  }

  /// What a rate comes to for a parcel, in millionths of the supply's unit.
  private func received(
    _ rate: (low: ExactRatio, high: ExactRatio), _ row: Int
  ) -> (low: ExactRatio, high: ExactRatio) {
    func amount(_ rate: ExactRatio, of people: Int64) -> ExactRatio {
      if rate.denominator == 0 { return .infinite }
      return ExactRatio(
        productOf: [rate.numerator, Int128(people), Int128(Amount.scale)],
        over: [rate.denominator, Int128(per.micros)])
    }
    let demand = demands[row]
    return (
      demand.high == Bounds.unlimited
        ? ExactRatio(0, over: 1) : amount(rate.low, of: demand.high),
      amount(rate.high, of: max(1, demand.low))
    )
  }

  // MARK: What it is shown as

  /// Writes figures of a parcel as rates, where parts of what it owes were judged.
  func show(_ row: Int, _ division: Division, in result: inout RuleFindings) {
    guard let owed else { return }
    let (owes, demand) = (owed[row], demands[row])
    guard demand.isExact, demand.low > 0 else {
      result.measured[row] = .nan
      return
    }
    let required = rate(of: owes.least, for: demand.low)
    if owes.isExact { result.setRequired(row, Amount(rounding: required)) }
    guard result.measured[row].isFinite, division.range(row, per: per).low.denominator > 0 else {
      return
    }
    if division.tellsOfNeeds {
      result.measured[row] = owes.isExact ? result.measured[row] * required : .nan
    } else {
      let range = division.range(row, per: per)
      result.measured[row] = (result.verdicts[row] == .fail ? range.high : range.low).double
    }
  }

  /// So much for a demand as a rate, for display.
  private func rate(of amount: ExactRatio, for demand: Int64) -> Double {
    amount.double * per.double / Double(demand)
  }

  /// What is missing of a parcel that fails, in millionths; `nil` where that is not known.
  func missing(_ row: Int, _ division: Division, isWhole: Bool) -> Int64? {
    guard let owed, demands[row].isExact, division.demand[row].isExact,
      division.demand[row].low > 0
    else { return nil }
    func received(_ supply: Int64) -> ExactRatio? {
      guard supply != Bounds.unlimited else { return nil }
      return ExactRatio(
        productOf: [Int128(supply), Int128(demands[row].low)],
        over: [Int128(division.demand[row].low)])
    }
    return judge.missing(
      of: owed[row], low: received(division.supply[row].low),
      high: received(division.supply[row].high), isWhole: isWhole)
  }

  /// What a parcel needs, in millionths; `nil` where that is not known.
  func need(ofOne row: Int) -> Int64? {
    if let owed { return Need.sum([owed[row]]) }
    return judge.need(of: demands[row].low, per: per)
  }

  /// What some parcels need together, in millionths; `nil` where that is not known.
  func need(of parcels: [Int32], _ division: Division) -> Int64? {
    if let owed { return Need.sum(parcels.map { owed[Int($0)] }) }
    let demand = parcels.reduce(Bounds.zero) { $0 + division.demand[Int($1)] }.low
    return judge.need(of: demand, per: per)
  }

  /// What some parcels lack together beyond a supply, in millionths.
  func missing(
    of parcels: [Int32], beyond supply: Int64, _ division: Division, isWhole: Bool
  ) -> Int64? {
    if owed == nil, isWhole {
      let demand = parcels.reduce(Bounds.zero) { $0 + division.demand[Int($1)] }.low
      return judge.shortfall(numerator: supply, denominator: demand, per: per, isWhole: true)
    }
    guard let need = need(of: parcels, division), need > supply else { return nil }
    let missing = Amount(micros: need - supply)
    return isWhole ? missing.roundedUp.micros : missing.micros
  }
}

extension AppliedRule {
  /// What a provision rule asks of its subjects; `nil` where it states no figure.
  func need(per: Amount, _ frame: Frame) -> Need? {
    guard let threshold = rule.threshold else { return nil }
    func ask(_ figure: Amount) -> Ask {
      Ask(figure: figure, per: per, plus: threshold.plus, isRoundedUp: threshold.isRoundedUp)
    }
    if let table = threshold.steps {
      return Need(
        table.steps.map { ask($0.figure) }, steps: table.steps.indices.map(table.condition))
    }
    return Judge(self, frame).figure.map { Need([ask($0)]) }
  }
}
