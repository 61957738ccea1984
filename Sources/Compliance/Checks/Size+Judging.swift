internal import Measuring
internal import Quantities
internal import Rules

extension Size: JudgedCheck {
  private var choice: FacilityChoice { FacilityChoice(kinds, filter) }

  private var deliveries: Deliveries {
    if case .deliveredBefore(let percent) = demanded { return Deliveries(choice, before: percent) }
    return Deliveries(choice)
  }

  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    var questions = setting.applies(rule) + [Chosen(choice)]
    switch demanded {
    case .measure(let measure, let per, _):
      questions.append(Offers(measure))
      if let per { questions.append(Offers(per)) }
    case .has(let condition):
      questions.append(Applies(to: .facilities, condition))
    case .deliveredWithHousing, .deliveredBefore: questions.append(deliveries)
    }
    return questions
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities {
    rule.subject == .parcel ? .ofParcel(choice) : .itself
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    if rule.subject == .parcel { return deliveredTogether(rule, judging) }
    let judge: (Int, Int, inout RuleFindings) -> Void
    switch demanded {
    case .measure(let measure, let per, let times):
      judge = measureJudge(rule, judging, measure: measure, per: per, times: times)
    case .has(let condition): judge = contentsJudge(rule, judging, condition)
    case .deliveredWithHousing, .deliveredBefore:
      let deliveries = judging.measured[deliveries]
      judge = { row, index, result in
        guard deliveries.facilityHasAny[row] else { return }
        result.setDelivery(index, deliveries.ofFacility[row], rule)
      }
    }
    return judging.facilityFindings(rule, choice, judge)
  }

  private func measureJudge(
    _ rule: AppliedRule, _ judging: Judging, measure: FacilityMeasure, per: FacilityMeasure?,
    times: Int
  ) -> (Int, Int, inout RuleFindings) -> Void {
    let judges = judging.judges(rule, .facilities)
    let offers = judging.measured[Offers(measure)]
    let values = offers.bounds
    let divisors = per.map { (measure: $0, amounts: judging.measured[Offers($0)].bounds) }
    let isEstimated = per.map { judging.measured[Offers($0)].isEstimated }
    return { row, index, result in
      var divisor = Bounds(count: 1)
      if let divisors {
        divisor = divisors.amounts[row]
        guard divisor.isExact else {
          return result.setUnknown(index, .measureMissing(divisors.measure))
        }
        guard divisor.low > 0 else {
          return result.set(index, because: .measureIsZero(divisors.measure))
        }
      }
      if offers.isEstimated[row] || isEstimated?[row] ?? false {
        result.flags[index].insert(.estimated)
      }
      let value = values[row]
      guard value.isExact else { return result.setUnknown(index, .measureMissing(measure)) }
      let judge = judges[row]
      result.shortfallUnit = measure.unit ?? rule.unit
      let ratio = ExactRatio(supply: value.low, demand: divisor.low, per: times)
      result.set(index, judge, low: ratio, high: ratio)
      result.setShortfall(index, judge, numerator: value, denominator: divisor, per: Amount(times))
    }
  }

  private func contentsJudge(
    _ rule: AppliedRule, _ judging: Judging, _ condition: Condition
  ) -> (Int, Int, inout RuleFindings) -> Void {
    let has = judging.measured[Applies(to: .facilities, condition)].facilities
    let doubt = judging.doubt(about: condition, .facilities)
    return { row, index, result in
      switch has[row] {
      case .yes: result.verdicts[index] = rule.isReportOnly ? .notApplicable : .pass
      case .no: result.verdicts[index] = rule.isReportOnly ? .notApplicable : .fail
      case .unknown:
        result.setUnknown(index, .contentsNotStated(columns: doubt.columns(of: row)))
        if rule.isReportOnly { result.verdicts[index] = .notApplicable }
      }
      if has[row] != .unknown { result.measured[index] = has[row] == .yes ? 1 : 0 }
    }
  }

  /// Each parcel against the facilities that lie in it or are declared for it.
  private func deliveredTogether(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    let deliveries = judging.measured[deliveries]
    return judging.parcelFindings(rule) { row, result in
      guard deliveries.parcelHasAny[row] else {
        // Whether there must be one is another clause's question.
        return result.set(row, because: .noFacilityInside)
      }
      result.setDelivery(row, deliveries.ofParcel[row], rule)
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
    case .unknown: setUnknown(index, .deliveryUnknown)
    }
    if rule.isReportOnly { verdicts[index] = .notApplicable }
  }
}
