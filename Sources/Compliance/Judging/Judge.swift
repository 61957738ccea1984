internal import Documents
internal import Planning
internal import Quantities
internal import Rules

/// Holds measured figures against what one rule requires.
struct Judge: Sendable {
  let rule: Rule
  /// `nil` where the rule has no threshold, or its figure is missing.
  let figure: Amount?
  let upper: Amount?
  let comparison: Comparison
  /// Why there is no figure, where the rule asks for one.
  let missingFigure: (flag: Flags, reason: LocalizedText)?
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
    let lowMeets = low.meets(comparison, figure, upper: upper)
    let highMeets = high.meets(comparison, figure, upper: upper)
    // Between two ends that both meet a range lies nothing that does not; between two ends that
    // both miss it, something may, unless they miss it on the same side.
    if lowMeets, highMeets {
      return Outcome(verdict: .pass, flags: isOversized(low) ? .oversized : [])
    }
    if lowMeets != highMeets { return Outcome(verdict: .unknown) }
    if comparison == .about, low.compared(to: figure) < 0, high.compared(to: figure) > 0 {
      return Outcome(verdict: .unknown)
    }
    if let decimals = roundedDecimals, low == high,
      low.rounded(decimals: decimals).meets(comparison, figure, upper: upper)
    {
      return Outcome(verdict: .pass, flags: .rounded)
    }
    return Outcome(verdict: .fail)
  }

  private func isOversized(_ ratio: ExactRatio) -> Bool {
    guard comparison == .between, let upper else { return false }
    return ratio.compared(to: upper) > 0
  }

  /// What is missing of the numerator so that `numerator / denominator × per` meets the figure, in
  /// millionths; `nil` where more would not help.
  ///
  /// - Parameter isWhole: Whether the thing comes whole; the shortfall is then rounded up.
  func shortfall(numerator: Int64, denominator: Int64, per: Int, isWhole: Bool) -> Int64? {
    guard let figure, [.atLeast, .moreThan, .between, .about].contains(comparison) else {
      return nil
    }
    var target = Int128(figure.micros)
    if comparison == .about { target = target * 95 / 100 }
    let product = target * Int128(denominator)
    let divisor = Int128(per) * Int128(Amount.scale)
    var needed = (product + divisor - 1) / divisor
    if comparison == .moreThan, needed * divisor == product { needed += 1 }
    let missing = needed - Int128(numerator)
    guard missing > 0, missing < Int128(Int64.max / 2) else { return nil }
    let amount = Amount(micros: Int64(missing))
    return isWhole ? amount.roundedUp.micros : amount.micros
  }
}

extension Judge {
  /// A judge for a rule about a subject whose declared statistics are looked up by name.
  init(
    _ rule: Rule, pack: RulePack, project: Project, allowsRounding: Bool,
    statistic: (String) -> Amount?
  ) {
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
      figure =
        project.parameters["\(pack.id).\(name)"] ?? project.parameters[name]
        ?? pack.parameters[name]?.value
      missingFigure =
        figure == nil
        ? (
          .noStandard,
          LocalizedText(
            en: "the document does not state '\(name)'; give it under 'parameters' in the project",
            zh: "文件未给出“\(name)”，可在项目文件 parameters 中给定")
        ) : nil
    case .statistic(let name):
      figure = statistic(name)
      missingFigure =
        figure == nil
        ? (
          [],
          LocalizedText(
            en: "the statistic '\(name)' is not declared", zh: "未申报统计指标“\(name)”")
        ) : nil
    }
    roundedDecimals = allowsRounding ? decimals : nil
  }
}

/// Whether things of a unit come whole.
func comesWhole(_ unit: String) -> Bool { unit != "m2" && unit != "m" && unit != "percent" }
