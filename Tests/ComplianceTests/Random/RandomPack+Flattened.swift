import Rules

extension RandomPack {
  /// As a reader of packs has it, below others.
  func read(parents: [RulePack] = []) throws -> RulePack {
    try RulePack(
      yaml: yaml, file: "\(id).yaml", vocabulary: SmallCity.library.vocabulary,
      topics: SmallCity.library.topics, parents: parents, isLinted: false)
  }

  /// One pack without parents that says the same as this one below another: the specification of
  /// inheriting, written out.
  func flattened(over base: RandomPack) -> RandomPack {
    var flat = self
    flat.isDraft = false
    flat.drafts = (isDraft ? Set(rules.map(\.id)) : [])
    flat.parameters = base.parameters.merging(parameters) { _, own in own }
    flat.defaultReach = base.defaultReach.merging(defaultReach) { _, own in own }
    for rule in base.rules {
      let left = rule.subjects.filter { subject in
        !rules.contains {
          $0.id == rule.id || ($0.topic == rule.topic && $0.subjects.contains(subject))
        }
      }
      if left.isEmpty { continue }
      var kept = rule
      kept.subjects = left
      kept.passing = rule.passing.reduce(into: []) { all, id in
        for other in standIns(for: id, in: base) where !all.contains(other) { all.append(other) }
      }
      kept.conflictsWith = []
      kept.alternativeTo = []
      flat.rules.append(kept)
      if base.isDraft { flat.drafts.insert(rule.id) }
    }
    for path in [\RandomRule.conflictsWith, \RandomRule.alternativeTo] {
      for rule in base.rules {
        for other in rule[keyPath: path] {
          let ends = [standIns(for: rule.id, in: base), standIns(for: other, in: base)]
          if ends[0].count == 1, ends[1].count == 1 { flat.relate(ends[0][0], ends[1][0], path) }
        }
      }
    }
    return flat
  }

  /// The rules of this pack, or those left of the base, that stand for one of the base.
  private func standIns(for id: String, in base: RandomPack) -> [String] {
    guard let rule = base.rules.first(where: { $0.id == id }) else { return [] }
    if rules.contains(where: { $0.id == id }) { return [id] }
    let replacing = rules.filter {
      $0.topic == rule.topic && $0.subjects.contains(where: rule.subjects.contains)
    }
    let isGone = rule.subjects.allSatisfy { subject in
      replacing.contains { $0.subjects.contains(subject) }
    }
    return isGone ? replacing.map(\.id) : [id]
  }

  private mutating func relate(
    _ one: String, _ two: String, _ path: WritableKeyPath<RandomRule, [String]>
  ) {
    guard one != two, let first = rules.firstIndex(where: { $0.id == one }),
      let second = rules.firstIndex(where: { $0.id == two })
    else { return }
    let isRelated = [(first, two), (second, one)].contains { index, id in
      (rules[index].conflictsWith + rules[index].alternativeTo).contains(id)
    }
    if !isRelated { rules[first][keyPath: path].append(two) }
  }
}
