internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// Holds measured figures against what one rule requires. One is passed on row by row, so it is an object
/// that never changes: a copy of its parts would cost more than a verdict.
final class Judge: Sendable {
  let rule: AppliedRule
  /// What may be required, with the decimals that it is written with: more than one figure where it is
  /// not known on which step of a table a subject is; none where the rule has no threshold, or its
  /// figure is missing.
  private let figures: [(figure: Amount, decimals: Int)]
  let upper: Amount?
  /// Whether what is above `upper` passes as oversized.
  private let passesOversized: Bool
  let comparison: Comparison
  /// Why there is no figure, where the rule asks for one.
  let missingFigure: (flag: Flags, reason: Reason)?
  /// Whether it holds parts of what is needed against all of it.
  let isOfNeeds: Bool
  /// Whether each subject has a figure of its own.
  let isOfSubjects: Bool
  /// Whether a rate may pass rounded at its decimals; else exact only.
  private let allowsRounding: Bool

  /// A judge for a rule.
  ///
  /// - Parameters:
  ///   - scope: Whose declared figures count; `nil`: nobody's.
  ///   - rounding: Whether the check lets rates of large units pass rounded.
  ///   - steps: Those of its table that a subject may be on; `nil`: any of them.
  init(
    _ rule: AppliedRule, _ frame: Frame, _ scope: Scope? = nil, rounding: Bool = false,
    steps: [Int]? = nil
  ) {
    self.rule = rule
    comparison = rule.threshold?.comparison ?? .atLeast
    upper = rule.threshold?.upper
    passesOversized = rule.passesOversized
    var missing: (flag: Flags, reason: Reason)?
    switch rule.threshold?.figure {
    case nil: figures = []
    case .amount(let amount, let stated): figures = [(amount, max(1, stated))]
    case .parameter(let name):
      let parameters = frame.project.parameters
      let figure =
        parameters["\(rule.pack.id).\(name)"] ?? parameters[name]
        ?? rule.pack.parameters[name]?.value
      figures = figure.map { [($0, 1)] } ?? []
      if figure == nil { missing = (.noStandard, .figureNotStated(parameter: name)) }
    case .statistic(let name):
      let figure = scope.flatMap { frame.declared(name, $0) }
      figures = figure.map { [($0, 1)] } ?? []
      if figure == nil { missing = ([], .figureNotDeclared(statistic: name)) }
    case .steps(let table):
      figures = (steps ?? Array(table.steps.indices)).map {
        (table.steps[$0].figure, max(1, table.steps[$0].decimals))
      }
    }
    missingFigure = missing
    isOfNeeds = false
    isOfSubjects = rule.threshold?.hasFigureOfSubjects ?? false
    allowsRounding =
      switch scope {
      case _ where !rounding || rule.threshold?.isOfCondition == true: false
      case nil, .plan: false
      case .territory(let subject): subject.allowsRounding
      case .unit(let row): RuleSubject.allowsRounding(frame.units.level[row])
      }
  }

  /// One that holds ratios of what is needed against all of it.
  init(ofNeeds rule: AppliedRule) {
    self.rule = rule
    comparison = rule.threshold?.comparison ?? .atLeast
    figures = rule.threshold == nil ? [] : [(Amount(1), 1)]
    upper = nil
    passesOversized = false
    missingFigure = nil
    isOfNeeds = true
    isOfSubjects = false
    allowsRounding = false
  }

  /// What is required; `nil` where that is not known, or is nothing.
  var figure: Amount? { figures.count == 1 ? figures[0].figure : nil }
  /// Whether something is required, whatever step a subject is on.
  var hasFigure: Bool { !figures.isEmpty }
  /// Whether the document does not state its figure.
  var lacksStandard: Bool { missingFigure?.flag == .noStandard }

  /// What came out.
  struct Outcome {
    var verdict: Verdict
    var flags: Flags = []
  }

  /// The end of a range that decides: a failure is shown at its best, a pass at its worst.
  func deciding(_ verdict: Verdict, low: ExactRatio, high: ExactRatio) -> ExactRatio {
    let isUpper = isUpperLimit || (verdict == .fail && isTooLarge(low))
    return (verdict == .fail) == isUpper ? low : high
  }

  /// Whether less is better, however much there is.
  private var isUpperLimit: Bool { comparison == .atMost || comparison == .lessThan }

  /// Whether a ratio that fails is above what is asked, and not below.
  func isTooLarge(_ ratio: ExactRatio) -> Bool {
    switch comparison {
    case .atLeast, .moreThan: false
    case .atMost, .lessThan: true
    case .between, .about: figure.map { ratio.compared(to: $0) > 0 } ?? false
    }
  }

  /// Judges a figure that lies between two ratios.
  func judge(low: ExactRatio, high: ExactRatio) -> Outcome {
    if rule.isReportOnly { return Outcome(verdict: .notApplicable) }
    guard let first = figures.first else {
      return Outcome(verdict: .unknown, flags: missingFigure?.flag ?? [])
    }
    var outcome = judge(low, high, first)
    for other in figures.dropFirst() {
      let next = judge(low, high, other)
      guard next.verdict == outcome.verdict else { return Outcome(verdict: .unknown) }
      outcome.flags.formUnion(next.flags)
    }
    return outcome
  }

  private func judge(
    _ low: ExactRatio, _ high: ExactRatio, _ required: (figure: Amount, decimals: Int)
  ) -> Outcome {
    let figure = required.figure
    let lowMeetsExactly = low.meets(comparison, figure, upper: upperLimit)
    let highMeetsExactly = high.meets(comparison, figure, upper: upperLimit)
    let lowMeets = lowMeetsExactly || meetsRounded(low, required)
    let highMeets = highMeetsExactly || meetsRounded(high, required)
    // Between two ends that both meet a range lies nothing that does not; between two ends that
    // both miss it, something may, unless they miss it on the same side.
    if lowMeets, highMeets {
      var flags: Flags = isOversized(low) ? .oversized : []
      if !lowMeetsExactly || !highMeetsExactly { flags.insert(.rounded) }
      return Outcome(verdict: .pass, flags: flags)
    }
    if lowMeets != highMeets { return Outcome(verdict: .unknown) }
    if !isUpperLimit, low.compared(to: figure) < 0, high.compared(to: figure) > 0 {
      return Outcome(verdict: .unknown)
    }
    return Outcome(verdict: .fail)
  }

  private func meetsRounded(
    _ ratio: ExactRatio, _ required: (figure: Amount, decimals: Int)
  ) -> Bool {
    guard allowsRounding else { return false }
    return ratio.rounded(decimals: required.decimals).meets(
      comparison, required.figure, upper: upperLimit)
  }

  /// Above which nothing passes.
  private var upperLimit: Amount? { passesOversized ? nil : upper }

  private func isOversized(_ ratio: ExactRatio) -> Bool {
    guard comparison == .between, let upper else { return false }
    return ratio.compared(to: upper) > 0
  }

  /// By how much the numerator is too large for `numerator / denominator × per` to meet the figure, in
  /// millionths; `nil` where it is not. Of what comes whole, against a strict limit, one more than to the
  /// limit itself; of what does not there is no least such amount: `nil`.
  ///
  /// - Parameters: As for `shortfall`.
  func excess(
    numerator: Int64, denominator: Int64, per: Amount, isWhole: Bool,
    share: (part: Int64, whole: Int64) = (1, 1)
  ) -> Int64? {
    let ratio = ExactRatio(supply: numerator, demand: denominator, per: per)
    guard let figure, isTooLarge(ratio) else { return nil }
    var limit = Int128((upper ?? figure).micros)
    if comparison == .about { limit += limit / 20 }
    let unit = Int128(per.micros)
    let product = (Int128(numerator) * unit - limit * Int128(denominator)) * Int128(share.part)
    guard product >= 0, share.whole > 0 else { return nil }
    let divisor = unit * Int128(share.whole)
    return Self.amount(product, over: divisor, isStrict: comparison == .lessThan, isWhole: isWhole)
  }

  /// What is missing of, or above, what is owed, in millionths; `nil` where that is not known.
  ///
  /// - Parameters:
  ///   - low: What is received at least.
  ///   - high: At most; `nil`: without bound.
  func missing(of owed: Owed, low: ExactRatio?, high: ExactRatio?, isWhole: Bool) -> Int64? {
    if isUpperLimit {
      return low.flatMap {
        owed.excess(of: $0, isWhole: isWhole, strictly: comparison == .lessThan)
      }
    }
    return high.flatMap {
      owed.missing(beyond: $0, isWhole: isWhole, strictly: comparison == .moreThan)
    }
  }

  /// The least amount of at least (`isStrict`: of more than) `product / divisor`, in millionths.
  private static func amount(
    _ product: Int128, over divisor: Int128, isStrict: Bool, isWhole: Bool
  ) -> Int64? {
    guard isWhole || !isStrict else { return nil }
    var amount = (product + divisor - 1) / divisor
    if isStrict, amount * divisor == product { amount += 1 }
    guard amount > 0, amount < Int128(Int64.max / 2) else { return nil }
    let missing = Amount(micros: Int64(amount))
    return isWhole ? missing.roundedUp.micros : missing.micros
  }

  /// How much must at least be there for `amount / denominator × per` to come to the figure, in
  /// millionths; `nil` where there is no such figure.
  func need(of denominator: Int64, per: Amount) -> Int64? {
    guard let lowest else { return nil }
    return Self.amount(
      lowest * Int128(denominator), over: Int128(per.micros), isStrict: false, isWhole: false)
  }

  /// The least that passes, in millionths, or what a strict limit is above; `nil` for upper limits.
  private var lowest: Int128? {
    guard let figure, !isUpperLimit else { return nil }
    return comparison == .about ? Int128(figure.micros) * 95 / 100 : Int128(figure.micros)
  }

  /// What is missing of the numerator so that `numerator / denominator × per` meets the figure, in
  /// millionths; `nil` where more would not help. See `excess` for strict limits.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the thing comes whole; the shortfall is then rounded up.
  ///   - share: Of those who share numerator and denominator, the part of one.
  func shortfall(
    numerator: Int64, denominator: Int64, per: Amount, isWhole: Bool,
    share: (part: Int64, whole: Int64) = (1, 1)
  ) -> Int64? {
    guard let lowest else { return nil }
    let unit = Int128(per.micros)
    let product = (lowest * Int128(denominator) - Int128(numerator) * unit) * Int128(share.part)
    guard product >= 0, share.whole > 0 else { return nil }
    let divisor = unit * Int128(share.whole)
    return Self.amount(product, over: divisor, isStrict: comparison == .moreThan, isWhole: isWhole)
  }
}
