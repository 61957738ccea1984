internal import Documents
internal import Planning
internal import Quantities
internal import Rules

extension Size: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    if rule.subject == .parcel { return try await deliveredTogether(rule, run) }
    let selection = run.selection(kinds, filter)
    let applies = run.truthsOfFacilities(rule.when)
    var result = RuleFindings(rule: rule, table: .facilities, rows: selection.all)
    let judge = run.judge(rule, nil, rounding: false)
    let possible = Set(selection.possible)
    let has: [Truth]
    if case .has(let condition) = demanded {
      has = run.truthsOfFacilities(condition)
    } else {
      has = []
    }
    for (index, row) in selection.all.enumerated() {
      let row = Int(row)
      if applies[row] == .no { continue }
      switch demanded {
      case .measure(let measure, let per, let times):
        judgeMeasure(measure, per, times, row, index, judge, run, &result)
      case .has(let condition):
        judgeContents(has[row], condition, index, rule, &result)
      case .deliveredWithHousing:
        judgeDelivery(row, index, rule, run, &result)
      }
      if possible.contains(Int32(row)) { result.doubt(index, missing: filter.columns) }
      if applies[row] == .unknown { result.doubt(index, missing: rule.when.columns) }
    }
    return result
  }

  private func judgeMeasure(
    _ measure: FacilityMeasure, _ per: FacilityMeasure?, _ times: Int, _ row: Int, _ index: Int,
    _ judge: Judge, _ run: RunContext, _ result: inout RuleFindings
  ) {
    var divisor = Amount(1)
    if let per {
      guard let amount = run.city.facilities.amounts(of: per)?[row] else {
        result.setUnknown(index, .measureMissing(per))
        return
      }
      guard amount > .zero else {
        result.set(index, because: .measureIsZero(per))
        return
      }
      divisor = amount
    }
    guard let value = run.city.facilities.amounts(of: measure)?[row] else {
      result.setUnknown(index, .measureMissing(measure))
      return
    }
    result.shortfallUnit = measure.unit ?? result.rule.unit
    let ratio = ExactRatio(supply: value.micros, demand: divisor.micros, per: times)
    result.set(index, judge, low: ratio, high: ratio)
    result.setShortfall(
      index, judge, numerator: Bounds(value), denominator: Bounds(divisor), per: times)
  }

  private func judgeContents(
    _ has: Truth, _ condition: Condition, _ index: Int, _ rule: AppliedRule,
    _ result: inout RuleFindings
  ) {
    switch has {
    case .yes: result.verdicts[index] = rule.isReportOnly ? .notApplicable : .pass
    case .no: result.verdicts[index] = rule.isReportOnly ? .notApplicable : .fail
    case .unknown:
      result.setUnknown(index, .contentsNotStated(columns: condition.columns.sorted()))
      if rule.isReportOnly { result.verdicts[index] = .notApplicable }
    }
    if has != .unknown { result.measured[index] = has == .yes ? 1 : 0 }
  }

  /// A facility against the housing that it lies in or is declared to serve.
  private func judgeDelivery(
    _ row: Int, _ index: Int, _ rule: AppliedRule, _ run: RunContext, _ result: inout RuleFindings
  ) {
    let facilities = run.city.facilities
    var housing = facilities.servedParcels[row]
    if housing.isEmpty, facilities.insideParcel[row] >= 0 {
      housing = [Int(facilities.insideParcel[row])]
    }
    guard !housing.isEmpty else { return }
    let truth = housing.reduce(Truth.yes) { sum, parcel in
      guard let facility = facilities.delivered[row],
        let dwellings = run.city.parcels.delivered[parcel]
      else { return sum && .unknown }
      return sum && Truth(facility <= dwellings)
    }
    result.setDelivery(index, truth, rule)
  }

  /// Each parcel against the facilities that lie in it or are declared for it.
  private func deliveredTogether(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    let facilities = run.city.facilities
    let selection = run.selection(kinds, filter)
    var truths: [Truth?] = Array(repeating: nil, count: run.city.parcels.count)
    let possible = Set(selection.possible)
    // Those that surely count first: what only may count then changes no more than it can.
    for row in selection.certain + selection.possible {
      var parcels = facilities.servedParcels[Int(row)]
      if parcels.isEmpty, facilities.insideParcel[Int(row)] >= 0 {
        parcels = [Int(facilities.insideParcel[Int(row)])]
      }
      for parcel in parcels {
        var truth = Truth.unknown
        if let facility = facilities.delivered[Int(row)],
          let dwellings = run.city.parcels.delivered[parcel]
        {
          truth = Truth(facility <= dwellings)
        }
        // What may not count neither fails a parcel nor gives it its pass.
        if possible.contains(row), truth != .yes || truths[parcel] == nil { truth = .unknown }
        truths[parcel] = truths[parcel].map { $0 && truth } ?? truth
      }
    }
    let delivered = truths
    return try await run.parcelFindings(rule) { row, index, result in
      guard let truth = delivered[row] else {
        // Whether there must be one is another clause's question.
        result.set(index, because: .noFacilityInside)
        return
      }
      result.setDelivery(index, truth, rule)
    }
  }
}

extension RuleFindings {
  fileprivate mutating func setDelivery(_ index: Int, _ truth: Truth, _ rule: AppliedRule) {
    switch truth {
    case .yes: verdicts[index] = .pass
    case .no:
      verdicts[index] = .fail
      set(index, because: .deliveredLate)
    case .unknown:
      setUnknown(index, .deliveryUnknown)
    }
    if rule.isReportOnly { verdicts[index] = .notApplicable }
  }
}
