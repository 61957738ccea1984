/// The one identity of a clause that is applied: a rule, and the pack that applies it.
///
/// A rule that two packs inherit from a third is applied twice, under two keys: each pack has its
/// own parameters, and its contradictions and alternatives stay within it.
public struct RuleKey: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// Id of the pack that applies it, which need not be the one that it is from.
  public let pack: String
  /// Id of the rule.
  public let rule: String

  /// A rule of a pack.
  public init(pack: String, rule: String) {
    self.pack = pack
    self.rule = rule
  }

  /// By pack, then by rule.
  public static func < (a: RuleKey, b: RuleKey) -> Bool { (a.pack, a.rule) < (b.pack, b.rule) }

  /// `pack/rule`, as users write it.
  public var description: String { "\(pack)/\(rule)" }

  /// Another rule of the same pack.
  public func sibling(_ rule: String) -> RuleKey { RuleKey(pack: pack, rule: rule) }
}

/// A rule as one pack applies it: its own, or one that it inherits. It has all that the rule has.
///
/// Nothing of it ever changes; a class, since it goes with every question and every finding.
@dynamicMemberLookup
public final class AppliedRule: Sendable {
  /// The pack that applies it: its parameters and default reaches hold.
  public let pack: RulePack
  /// The clause.
  public let rule: Rule

  /// A rule of a pack.
  public init(_ rule: Rule, of pack: RulePack) {
    self.rule = rule
    self.pack = pack
  }

  /// What the rule says.
  public subscript<Value>(dynamicMember path: KeyPath<Rule, Value>) -> Value { rule[keyPath: path] }

  /// Which it is.
  public var key: RuleKey { RuleKey(pack: pack.id, rule: rule.id) }

  /// Whether it and another rule of the same pack contradict each other, whichever names the other.
  public func conflicts(with other: AppliedRule) -> Bool {
    key.pack == other.key.pack
      && (rule.conflictsWith.contains(other.rule.id) || other.rule.conflictsWith.contains(rule.id))
  }

  /// Whether meeting it or another rule of the same pack is enough, whichever names the other.
  public func isAlternative(to other: AppliedRule) -> Bool {
    key.pack == other.key.pack
      && (rule.alternativeTo.contains(other.rule.id) || other.rule.alternativeTo.contains(rule.id))
  }

  /// Whether it stands in a document that is not in force, wherever it is inherited to.
  public var isDraft: Bool { rule.document.status == .draft }
}

extension RulePack {
  /// Its rules as it applies them, those that it inherits last.
  public var appliedRules: [AppliedRule] { rules.map { AppliedRule($0, of: self) } }
}
