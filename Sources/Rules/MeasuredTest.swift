internal import Documents
public import Quantities

/// What another rule of the pack must have measured of a subject, so that a rule speaks of it.
public struct MeasuredTest: Sendable, Hashable {
  /// The id of that rule.
  public internal(set) var rule: String
  /// How its figure is compared.
  public let comparison: Comparison
  /// With what.
  public let figure: Amount

  /// Whether no figure meets it: there is none below 0.
  var holdsOfNothing: Bool {
    switch comparison {
    case .lessThan: figure <= .zero
    case .atMost: figure < .zero
    default: false
    }
  }

  /// Reads `{nursery-circle: {less_than: 80}}`, under `measured` of a rule's `when`: all of it must
  /// hold.
  static func read(_ when: DocumentNode?, _ reader: DocumentReader) -> [MeasuredTest] {
    guard let node = when?["measured"],
      let fields = reader.anyFields(node, of: "'measured'")
    else { return [] }
    return fields.pairs.flatMap { pair -> [MeasuredTest] in
      guard let rule = pair.key.scalar, case .mapping = pair.value.content else {
        reader.report(
          pair.value, "'measured' is {rule-id: {less_than: 80}}, with the id of a rule of the pack")
        return []
      }
      return tests(Condition.comparing(pair.value, column: rule, reader), of: rule)
    }
  }

  private static func tests(_ condition: Condition?, of rule: String) -> [MeasuredTest] {
    func test(_ comparison: Comparison, _ figure: Amount) -> MeasuredTest {
      MeasuredTest(rule: rule, comparison: comparison, figure: figure)
    }
    switch condition {
    case .all(let parts)?: return parts.flatMap { tests($0, of: rule) }
    // Above the upper end a requirement is met; a condition is not.
    case .column(_, .compare(.between, let lower, let upper?))?:
      return [test(.atLeast, lower), test(.atMost, upper)]
    case .column(_, .compare(let comparison, let figure, _))?: return [test(comparison, figure)]
    default: return []
    }
  }
}

extension Rule {
  /// The rule with a test of what it measures in place of what it requires.
  public func heldAgainst(_ test: MeasuredTest) -> Rule {
    var rule = self
    rule.threshold = Threshold(
      comparison: test.comparison, figure: .amount(test.figure, decimals: 0), upper: nil)
    rule.threshold?.isOfCondition = true
    rule.isReportOnly = false
    return rule
  }

  /// Whether it measures something that can be held against a figure.
  var measuresFigure: Bool {
    if check.measuresCover, check.reach == nil { return false }
    return readable.needsThreshold || check.ownThreshold != nil
  }

  /// Whether it divides supply among parcels that share it.
  var sharesSupply: Bool {
    subject == .parcel && [.fair, .twoStep].contains(check.attribution)
  }
}

extension AppliedRule {
  /// A rule of the pack that applies it, held against a test; `nil` where it is not known which is
  /// meant.
  public func heldAgainst(_ test: MeasuredTest) -> AppliedRule? {
    pack.rule(test.rule).map { AppliedRule($0.heldAgainst(test), of: pack) }
  }

  /// The rules whose figures decide of whom it speaks, and those that decide of whom these do.
  public var foundations: [AppliedRule] {
    var known: Set<String> = [rule.id]
    var open = rule.measured.map(\.rule)
    var result: [AppliedRule] = []
    while let id = open.popLast() {
      guard known.insert(id).inserted, let other = pack.rule(id) else { continue }
      result.append(AppliedRule(other, of: pack))
      open += other.measured.map(\.rule)
    }
    return result
  }
}
