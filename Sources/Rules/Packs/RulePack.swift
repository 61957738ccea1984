public import Documents
public import Quantities

/// One policy document, or standard, as data.
public struct RulePack: Sendable {
  /// `kebab-case`; also the name of a built-in pack's file.
  public let id: String
  /// The document's title, described.
  public let title: LocalizedText
  /// The document.
  public let document: PolicyDocument
  /// The packs that it inherits from, as its file names them: built-in ids, or paths from the file.
  public let extends: [String]
  /// The packs that it inherits from, in that order.
  public let parents: [RulePack]
  /// Named figures, its own before those that it inherits.
  public let parameters: [String: PackParameter]
  /// The reach of provision rules without one, by measure name; its own before what it inherits.
  public let defaultReach: [String: Reach]
  /// What it applies: its own rules in the order of the file, then those that it inherits, each
  /// once, with references to what stands for a rule here.
  public internal(set) var rules: [Rule]
  /// What it would inherit, but for rules that take their place.
  public let replaced: [ReplacedRule]
  /// Clauses that are left out, each with its reason.
  public let notComputed: [NotComputed]
  /// The file that it was read from, as the user knows it.
  public let file: String
  /// The text of the file, for its hash.
  public let source: String
  /// What its own file states.
  let own: PackContents

  /// The rule of an id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The packs that it inherits from and those that these inherit from, each once.
  public var ancestors: [RulePack] {
    var known = Set<String>()
    return parents.flatMap { [$0] + $0.ancestors }.filter { known.insert($0.id).inserted }
  }

  /// The pack that one of its rules is written in.
  public func home(of rule: Rule) -> RulePack {
    rule.origin == id ? self : ancestors.first { $0.id == rule.origin } ?? self
  }

  /// Walking speed in metres per minute: the parameter `walking_speed`, else 1.0 m/s.
  public var walkingSpeed: Amount { walkingSpeed(stated: nil) }

  /// Walking speed in metres per minute: as the project states it, in the unit of the parameter
  /// `walking_speed`, else that parameter's value, else 1.0 m/s.
  public func walkingSpeed(stated: Amount?) -> Amount {
    let parameter = parameters["walking_speed"]
    guard let value = stated ?? parameter?.value else { return Amount(60) }
    return parameter?.unit == "m/min" ? value : Amount(micros: value.micros * 60)
  }
}

/// What the file of one pack states, before it inherits.
struct PackContents: Sendable {
  /// In the order of the file.
  var rules: [Rule] = []
  var parameters: [String: PackParameter] = [:]
  var defaultReach: [String: Reach] = [:]
  /// Facility kinds that it adds, as they are written.
  var kinds: DocumentNode?
  /// Topics that it adds, as they are written.
  var topics: DocumentNode?
  /// Levels of planning units that it names, as they are written.
  var levels: DocumentNode?
}

/// A rule that a pack would inherit, and what takes its place there.
public struct ReplacedRule: Sendable, Hashable {
  /// The rule in the pack that it is written in.
  public let rule: RuleKey
  /// The rules that replace it, in the packs that they are written in.
  public let by: [RuleKey]
  /// The subjects that it no longer speaks of; of the others it still does.
  public let subjects: [RuleSubject]
  /// Whether nothing of it is left.
  public let isWhole: Bool
}
