public import Documents
public import Quantities

/// A figure that somebody asks for in place of that of a document: a district that aims higher than its
/// city does.
public struct OwnTarget: Sendable, Hashable {
  /// The rule, as `rule` or `pack/rule`.
  public let name: String
  /// In the rule's unit.
  public let amount: Amount
  /// As many as are written.
  public let decimals: Int

  /// A figure for the rules of a name.
  public init(_ name: String, _ amount: Amount, decimals: Int) {
    self.name = name
    self.amount = amount
    self.decimals = decimals
  }

  /// Puts own targets into packs: each rule of such a name asks for that figure, compared as the document
  /// compares, and keeps what the document asks as `Rule.documentThreshold`.
  ///
  /// - Parameter targets: One for `pack/rule` goes before one for `rule`.
  /// - Throws: `OwnTargetError` with every name that is no rule, or of one that asks for no single figure.
  public static func apply(
    _ targets: [OwnTarget], to packs: [RulePack]
  ) throws(OwnTargetError) -> [RulePack] {
    guard !targets.isEmpty else { return packs }
    var faults: [FaultText] = []
    var result = packs
    var found: Set<String> = []
    for (place, pack) in packs.enumerated() {
      for (index, rule) in pack.rules.enumerated() {
        let key = "\(RuleKey(pack: pack.id, rule: rule.id))"
        let named = targets.filter { $0.name == key || $0.name == rule.id }
        found.formUnion(named.map(\.name))
        guard let target = named.first(where: { $0.name == key }) ?? named.first else { continue }
        guard let threshold = rule.threshold, threshold.takesOwnTarget,
          rule.check.ownThreshold == nil
        else {
          faults.append(
            "rule '\(key)' asks for no single figure, so that it takes no target of your own")
          continue
        }
        result[place].rules[index].documentThreshold = threshold
        result[place].rules[index].threshold = threshold.asking(target)
      }
    }
    let names = Set(packs.flatMap(\.appliedRules).flatMap { [$0.id, "\($0.key)"] }).sorted()
    for target in targets where !found.contains(target.name) {
      faults.append(
        "there is no rule '\(target.name)' in the packs"
          + "\(Spelling.hint(for: target.name, among: names))")
    }
    guard faults.isEmpty else { throw OwnTargetError(faults: faults) }
    return result
  }
}

/// Why own targets cannot be put into packs.
public struct OwnTargetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one.
  public let faults: [FaultText]

  /// One line a fault, in English.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension Threshold {
  /// Whether it is one figure that another can stand for.
  fileprivate var takesOwnTarget: Bool {
    if comparison == .between { return false }
    switch figure {
    case .amount, .parameter, .steps: return true
    case .statistic: return false
    }
  }

  fileprivate func asking(_ target: OwnTarget) -> Threshold {
    var result = Threshold(
      comparison: comparison, figure: .amount(target.amount, decimals: target.decimals), upper: nil)
    result.plus = plus
    result.isRoundedUp = isRoundedUp
    return result
  }
}
