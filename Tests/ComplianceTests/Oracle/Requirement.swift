import Compliance
import Quantities
import Rules

/// A threshold with its figure.
struct Requirement {
  let comparison: Comparison
  let figure: Amount
  let upper: Amount?
  let decimals: Int
  /// Whether what is above a range passes.
  var passesAbove = false

  /// Whether a value meets it, compared exactly.
  func isMet(by value: Fraction) -> Bool {
    let wanted = Fraction(figure)
    switch comparison {
    case .atLeast: return value >= wanted
    case .moreThan: return value > wanted
    case .atMost: return value <= wanted
    case .lessThan: return value < wanted
    case .between: return value >= wanted && (passesAbove || !isOversized(value))
    case .about:
      if value.bottom == 0 { return false }
      // |value - figure| <= figure / 20
      let difference = value.top * wanted.bottom - wanted.top * value.bottom
      return 20 * difference.magnitude <= UInt128(wanted.top * value.bottom)
    }
  }

  /// Whether it is met only at the decimals that are stated, at least one.
  func isMetRounded(by value: Fraction) -> Bool {
    !isMet(by: value) && isMet(by: value.rounded(decimals: max(1, decimals)))
  }

  func isOversized(_ value: Fraction) -> Bool {
    guard let upper else { return false }
    return value > Fraction(upper)
  }

  /// What is missing at an exact value, in millionths of the supply, which counts
  /// `value = supply × times ÷ demand`; of one who has a share of both, only that share.
  func missing(
    supply: Int128, demand: Int128, times: Int128, isWhole: Bool,
    share: (own: Int128, all: Int128) = (1, 1)
  ) -> Int128? {
    if comparison == .about { return nil }
    let isStrict = comparison == .moreThan || comparison == .lessThan
    // Of what can be divided there is no least amount beyond a limit.
    if isStrict, !isWhole { return Int128(RuleFindings.noAmount) }
    let scale = Int128(Amount.scale)
    // needed = figure × demand ÷ times; above an upper limit, what there is beyond it
    let isAbove =
      comparison == .atMost || comparison == .lessThan
      || (comparison == .between && supply * times * scale > Int128(figure.micros) * demand)
    let limit = Int128((isAbove ? upper ?? figure : figure).micros)
    let difference = limit * demand - supply * times * scale
    let top = (isAbove ? -difference : difference) * share.own
    let bottom = times * scale * share.all
    let step = isWhole ? bottom * scale : bottom
    var steps = (top + step - 1) / step
    if isStrict, steps * step == top { steps += 1 }
    return steps * (isWhole ? scale : 1)
  }
}

/// All that a judgement may come to.
struct Judged {
  var possible: Set<Verdict>
  var flags: Flags = []
  /// Too near to a limit for a figure that is not exact.
  var isTie = false

  var verdict: Verdict { possible.count == 1 ? possible.first ?? .unknown : .unknown }

  static let notApplicable = Judged(possible: [.notApplicable])

  /// Every value from `low` through `high` is possible.
  init(low: Fraction, high: Fraction, _ requirement: Requirement, rounds: Bool) {
    func passes(_ value: Fraction) -> Bool {
      requirement.isMet(by: value) || (rounds && requirement.isMetRounded(by: value))
    }
    possible = [passes(low) ? .pass : .fail, passes(high) ? .pass : .fail]
    // What passes is a stretch without gaps, so only a pass can hide between two fails.
    let figure = Fraction(requirement.figure)
    if requirement.comparison == .about || requirement.comparison == .between, low < figure,
      figure < high
    {
      possible.insert(.pass)
    }
    if passes(low), passes(high), !(requirement.isMet(by: low) && requirement.isMet(by: high)) {
      flags.insert(.rounded)
    }
    if passes(low), requirement.isOversized(low) { flags.insert(.oversized) }
  }

  init(possible: Set<Verdict>) { self.possible = possible }
}
