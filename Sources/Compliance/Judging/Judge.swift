internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// Holds measured figures against what one rule requires.
struct Judge: Sendable {
  let rule: AppliedRule
  /// `nil` where the rule has no threshold, or its figure is missing.
  let figure: Amount?
  let upper: Amount?
  let comparison: Comparison
  /// Why there is no figure, where the rule asks for one.
  let missingFigure: (flag: Flags, reason: Reason)?
  /// Whether the document does not state its figure.
  var lacksStandard: Bool { missingFigure?.flag == .noStandard }
  /// Decimals at which a rate may pass rounded; `nil`: exact only.
  let roundedDecimals: Int?

  /// What came out.
  struct Outcome {
    var verdict: Verdict
    var flags: Flags = []
  }

  /// Judges a figure that lies between two ratios.
  func judge(low: ExactRatio, high: ExactRatio) -> Outcome {
    if rule.isReportOnly { return Outcome(verdict: .notApplicable) }
    guard let figure else {
      return Outcome(verdict: .unknown, flags: missingFigure?.flag ?? [])
    }
    let lowMeetsExactly = low.meets(comparison, figure, upper: upper)
    let highMeetsExactly = high.meets(comparison, figure, upper: upper)
    let lowMeets = lowMeetsExactly || meetsRounded(low, figure)
    let highMeets = highMeetsExactly || meetsRounded(high, figure)
    // Between two ends that both meet a range lies nothing that does not; between two ends that
    // both miss it, something may, unless they miss it on the same side.
    if lowMeets, highMeets {
      var flags: Flags = isOversized(low) ? .oversized : []
      if !lowMeetsExactly || !highMeetsExactly { flags.insert(.rounded) }
      return Outcome(verdict: .pass, flags: flags)
    }
    if lowMeets != highMeets { return Outcome(verdict: .unknown) }
    if comparison == .about, low.compared(to: figure) < 0, high.compared(to: figure) > 0 {
      return Outcome(verdict: .unknown)
    }
    return Outcome(verdict: .fail)
  }

  private func meetsRounded(_ ratio: ExactRatio, _ figure: Amount) -> Bool {
    guard let roundedDecimals else { return false }
    return ratio.rounded(decimals: roundedDecimals).meets(comparison, figure, upper: upper)
  }

  private func isOversized(_ ratio: ExactRatio) -> Bool {
    guard comparison == .between, let upper else { return false }
    return ratio.compared(to: upper) > 0
  }

  /// What is missing of the numerator so that `numerator / denominator × per` meets the figure, in
  /// millionths; `nil` where more would not help.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the thing comes whole; the shortfall is then rounded up.
  ///   - share: Of those who share numerator and denominator, the part of one.
  func shortfall(
    numerator: Int64, denominator: Int64, per: Int, isWhole: Bool,
    share: (part: Int64, whole: Int64) = (1, 1)
  ) -> Int64? {
    guard let figure, [.atLeast, .moreThan, .between, .about].contains(comparison) else {
      return nil
    }
    var target = Int128(figure.micros)
    if comparison == .about { target = target * 95 / 100 }
    let unit = Int128(per) * Int128(Amount.scale)
    let product = (target * Int128(denominator) - Int128(numerator) * unit) * Int128(share.part)
    guard product >= 0, share.whole > 0 else { return nil }
    let divisor = unit * Int128(share.whole)
    var missing = (product + divisor - 1) / divisor
    if comparison == .moreThan, missing * divisor == product { missing += 1 }
    guard missing > 0, missing < Int128(Int64.max / 2) else { return nil }
    let amount = Amount(micros: Int64(missing))
    return isWhole ? amount.roundedUp.micros : amount.micros
  }
}

extension Judge {
  /// A judge for a rule.
  ///
  /// - Parameters:
  ///   - scope: Whose declared figures count; `nil`: nobody's.
  ///   - rounding: Whether the check lets rates of large units pass rounded.
  init(_ rule: AppliedRule, _ frame: Frame, _ scope: Scope? = nil, rounding: Bool = false) {
    self.rule = rule
    comparison = rule.threshold?.comparison ?? .atLeast
    upper = rule.threshold?.upper
    var decimals = 1
    switch rule.threshold?.figure {
    case nil:
      figure = nil
      missingFigure = nil
    case .amount(let amount, let stated):
      figure = amount
      missingFigure = nil
      decimals = max(1, stated)
    case .parameter(let name):
      let parameters = frame.project.parameters
      figure =
        parameters["\(rule.pack.id).\(name)"] ?? parameters[name]
        ?? rule.pack.parameters[name]?.value
      missingFigure = figure == nil ? (.noStandard, .figureNotStated(parameter: name)) : nil
    case .statistic(let name):
      figure = scope.flatMap { frame.declared(name, $0) }
      missingFigure = figure == nil ? ([], .figureNotDeclared(statistic: name)) : nil
    }
    let allowsRounding =
      switch scope {
      case nil, .plan: false
      case .territory(let subject): subject.allowsRounding
      case .unit(let row): RuleSubject(frame.units.level[row]).allowsRounding
      }
    roundedDecimals = rounding && allowsRounding ? decimals : nil
  }
}
