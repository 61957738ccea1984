/// What a pack applies: its own rules and those of all packs above it, each once, but for those that
/// a rule nearer to it replaces.
///
/// A rule replaces those above its pack that have its id, and for its subjects those that have its
/// topic. It does so for every pack below, whichever way these come to inherit from both. All is
/// worked out from the rules as they are written, so that a pack above is never changed.
struct Inheritance {
  /// Each rule that applies, in the order of the packs.
  private(set) var rules: [Rule] = []
  /// Each that does not, or not for all of its subjects.
  private(set) var replaced: [ReplacedRule] = []
  let parameters: [String: PackParameter]
  let defaultReach: [String: Reach]

  /// Where the rules that apply stand, by the packs that they are written in.
  private var places: [RuleKey: Int] = [:]
  /// What takes the place of a rule, wholly or in part.
  private var replacers: [RuleKey: [RuleKey]] = [:]

  init(_ own: PackContents, of id: String, below parents: [RulePack]) {
    let ancestors = Self.unique(parents.flatMap { [$0] + $0.ancestors })
    let levels =
      [Level(id, own, ancestors: Set(ancestors.map(\.id)))]
      + ancestors.map { Level($0.id, $0.own, ancestors: Set($0.ancestors.map(\.id))) }
    // What is stated nearer counts, and of two that are equally near the later.
    var parameters: [String: PackParameter] = [:]
    var defaultReach: [String: Reach] = [:]
    for pack in Self.fromAbove(parents) {
      parameters.merge(pack.own.parameters) { $1 }
      defaultReach.merge(pack.own.defaultReach) { $1 }
    }
    self.parameters = parameters.merging(own.parameters) { $1 }
    self.defaultReach = defaultReach.merging(own.defaultReach) { $1 }
    for level in levels {
      let below = levels.filter { $0.ancestors.contains(level.id) }
      for rule in level.contents.rules { take(rule, isInherited: level.id != id, below: below) }
    }
    replaced = replaced.map { gone in
      ReplacedRule(
        rule: gone.rule, by: Self.unique(gone.by.flatMap(standIns)), subjects: gone.subjects,
        isWhole: gone.isWhole)
    }
    // Contradictions first: of two that are both, the stricter is to count.
    for path in [\Rule.conflictsWith, \Rule.alternativeTo] {
      for pack in ancestors { for rule in pack.own.rules { relate(rule, path, from: pack) } }
    }
    for pack in ancestors { for rule in pack.own.rules { recount(rule, from: pack) } }
    for pack in ancestors { for rule in pack.own.rules { remeasure(rule, from: pack) } }
  }

  /// Ids of rules that apply more than once, each with the packs that it comes from.
  var clashes: [(id: String, packs: [String])] {
    Dictionary(grouping: rules, by: \.id).filter { $1.count > 1 }
      .map { ($0, $1.map(\.origin)) }.sorted { $0.id < $1.id }
  }

  /// Which rules that apply stand for one that is written in a pack above.
  func standIns(for key: RuleKey) -> [RuleKey] {
    if places[key] != nil { return [key] }
    let all = replacers[key] ?? []
    let named = all.filter { $0.rule == key.rule }
    return Self.unique((named.isEmpty ? all : named).flatMap(standIns))
  }

  private mutating func take(_ rule: Rule, isInherited: Bool, below levels: [Level]) {
    let key = RuleKey(pack: rule.origin, rule: rule.id)
    var left = rule.subjects
    var by: [RuleKey] = []
    for level in levels {
      if level.ids.contains(rule.id) {
        left = []
        by.append(RuleKey(pack: level.id, rule: rule.id))
      }
      for other in level.topics[rule.means] ?? []
      where other.id != rule.id && other.subjects.contains(where: rule.subjects.contains) {
        left.removeAll(where: other.subjects.contains)
        by.append(RuleKey(pack: level.id, rule: other.id))
      }
    }
    if !by.isEmpty {
      replacers[key] = by
      replaced.append(
        ReplacedRule(
          rule: key, by: by, subjects: rule.subjects.filter { !left.contains($0) },
          isWhole: left.isEmpty))
    }
    guard !left.isEmpty else { return }
    var kept = rule
    kept.subjects = left
    if isInherited {
      kept.conflictsWith = []
      kept.alternativeTo = []
    }
    rules.append(kept)
    places[key] = rules.count - 1
  }

  /// What stands here for a rule as another pack names it.
  private func meant(_ id: String, by home: RulePack) -> [RuleKey] {
    home.rule(id).map { standIns(for: RuleKey(pack: $0.origin, rule: id)) } ?? []
  }

  /// Leads what an inherited rule contradicts, or does instead of, to what stands for either of the
  /// two: clauses that contradict each other still do when one of them is replaced.
  ///
  /// Where several stand for one, nobody has said which of them is meant: none is. What the rules
  /// say of each other that are already related stays as it is.
  private mutating func relate(
    _ rule: Rule, _ path: WritableKeyPath<Rule, [String]>, from home: RulePack
  ) {
    let selves = standIns(for: RuleKey(pack: rule.origin, rule: rule.id))
    guard selves.count == 1, let place = places[selves[0]] else { return }
    for id in rule[keyPath: path] {
      let others = meant(id, by: home)
      guard others.count == 1, let other = places[others[0]], other != place else { continue }
      let isRelated = [(place, other), (other, place)].contains { one, two in
        rules[one].conflictsWith.contains(rules[two].id)
          || rules[one].alternativeTo.contains(rules[two].id)
      }
      let isMutual = rules[other][keyPath: path].contains(rules[place].id)
      if isMutual || !isRelated { rules[place][keyPath: path].appendOnce(rules[other].id) }
    }
  }

  /// Where several stand for a rule, a clause that counts what passes it asks for all of them.
  private mutating func recount(_ rule: Rule, from home: RulePack) {
    guard let place = places[RuleKey(pack: rule.origin, rule: rule.id)],
      !rule.check.passing.isEmpty
    else { return }
    let passing = rule.check.passing.flatMap { meant($0, by: home) }.map(\.rule)
    rules[place].check = rule.readable.counting(passing: Self.unique(passing))
  }

  /// Leads what a rule hangs on to what stands for it here.
  private mutating func remeasure(_ rule: Rule, from home: RulePack) {
    guard let place = places[RuleKey(pack: rule.origin, rule: rule.id)] else { return }
    for (index, test) in rule.measured.enumerated() {
      let others = meant(test.rule, by: home)
      // Where several stand for one, nobody has said which of them is meant.
      if others.count == 1 { rules[place].measured[index].rule = others[0].rule }
    }
  }

  private static func unique<ID: Hashable>(_ ids: [ID]) -> [ID] {
    var known = Set<ID>()
    return ids.filter { known.insert($0).inserted }
  }

  private static func unique(_ packs: [RulePack]) -> [RulePack] {
    var known = Set<String>()
    return packs.filter { known.insert($0.id).inserted }
  }

  /// Every pack above, each once and after those that it inherits from.
  static func fromAbove(_ parents: [RulePack]) -> [RulePack] {
    unique(parents.flatMap { fromAbove($0.parents) + [$0] })
  }
}

/// The rules of one pack on the way up.
private struct Level {
  let id: String
  let contents: PackContents
  /// Ids of the packs above it.
  let ancestors: Set<String>
  let ids: Set<String>
  let topics: [String: [Rule]]

  init(_ id: String, _ contents: PackContents, ancestors: Set<String>) {
    self.id = id
    self.contents = contents
    self.ancestors = ancestors
    ids = Set(contents.rules.map(\.id))
    topics = Dictionary(grouping: contents.rules, by: \.means)
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func appendOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
