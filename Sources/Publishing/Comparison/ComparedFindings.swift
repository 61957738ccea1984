internal import Compliance
internal import Planning
internal import Rules

/// The findings of two runs side by side.
struct ComparedFindings: Sendable {
  /// What a rule found about one kind of subject in each run.
  struct Section: Sendable {
    /// An index of `rules`.
    let rule: Int
    /// An index of `kinds`.
    let kind: Int
    /// Indices of the sections of the two tables; `nil`: it found nothing there.
    let before: Int?
    let after: Int?
  }

  /// A finding that changed, or that one run alone has.
  struct Row: Sendable {
    /// An index of `sections`.
    let section: Int32
    /// The subject, by its pair.
    let pair: Int32
    let transition: Transition
    let change: Change
  }

  let tables: Sides<FindingTable>
  /// Parcels first.
  let kinds: [SubjectPairs]
  private(set) var rules: [RunComparison.RuleChanges] = []
  private(set) var sections: [Section] = []
  /// By rule, kind and id.
  private(set) var changes: [Row] = []
  /// By kind and pair.
  private var changeSets: [[ChangeSet]]

  init(_ tables: Sides<FindingTable>) {
    self.tables = tables
    let names = Set((tables.before.subjects + tables.after.subjects).map(\.kind))
    let order = ["parcel", "facility"] + UnitLevel.administrative.map(\.rawValue)
    func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    kinds = names.sorted { (rank($0), $0) < (rank($1), $1) }.map { kind in
      SubjectPairs(
        kind: kind, tables.before.subjects.first { $0.kind == kind },
        tables.after.subjects.first { $0.kind == kind })
    }
    changeSets = kinds.map { Array(repeating: [], count: $0.count) }
  }

  /// Compares what the two runs found by these rules, which both have.
  mutating func compare(_ keys: [RuleKey]) {
    let earlier = Self.sections(of: tables.before)
    let later = Self.sections(of: tables.after)
    for key in keys {
      let old = earlier[key] ?? [:]
      let new = later[key] ?? [:]
      let clause =
        kinds.lazy.compactMap { new[$0.kind] }.first.map { tables.after.sections[$0].clause }
        ?? kinds.lazy.compactMap { old[$0.kind] }.first.map { tables.before.sections[$0].clause }
      rules.append(
        RunComparison.RuleChanges(name: key, clause: clause ?? ""))
      for (kind, pairs) in kinds.enumerated() {
        let section = Section(
          rule: rules.count - 1, kind: kind, before: old[pairs.kind], after: new[pairs.kind])
        guard section.before != nil || section.after != nil else { continue }
        sections.append(section)
        compare(section)
      }
    }
  }

  private static func sections(of table: FindingTable) -> [RuleKey: [String: Int]] {
    var result: [RuleKey: [String: Int]] = [:]
    for (place, section) in table.sections.enumerated() {
      result[section.rule, default: [:]][table.subjects[section.kind].kind] = place
    }
    return result
  }

  private mutating func compare(_ section: Section) {
    let pairs = kinds[section.kind]
    let old = section.before.map { tables.before.sections[$0] }
    let new = section.after.map { tables.after.sections[$0] }
    for pair in 0..<pairs.count {
      let left = pairs.before[pair]
      let right = pairs.after[pair]
      let transition: Transition
      let change: Change
      switch (old?.verdict(left), new?.verdict(right)) {
      case (nil, nil): continue
      case (nil, _): (transition, change) = (.added, .added)
      case (_, nil): (transition, change) = (.gone, .gone)
      case (let before?, let after?):
        rules[section.rule].compared += 1
        guard let old, let new else { continue }
        if let moved = Transition(from: before, to: after) {
          transition = moved
          change = moved == .passToFail ? .worsened : moved == .failToPass ? .improved : .other
        } else {
          let shortfalls = (old.shortfall[Int(left)], new.shortfall[Int(right)])
          guard
            !isSame(shortfalls.0, shortfalls.1)
              || !isSame(old.measured[Int(left)], new.measured[Int(right)])
          else { continue }
          transition = .figures
          change = after == .fail ? Self.direction(shortfalls.0, shortfalls.1) : .other
        }
      }
      rules[section.rule][transition] += 1
      changeSets[section.kind][pair].insert(ChangeSet(change))
      changes.append(
        Row(
          section: Int32(sections.count - 1), pair: Int32(pair), transition: transition,
          change: change))
    }
  }

  private func isSame(_ a: Int64, _ b: Int64) -> Bool {
    FigureTexts.isSame(a, in: tables.before.figures, b, in: tables.after.figures)
  }

  /// What became of a failure that is one still.
  private static func direction(_ before: Int64, _ after: Int64) -> Change {
    guard FigureTexts.isDecimal(before), FigureTexts.isDecimal(after), before != after else {
      return .other
    }
    return after < before ? .improved : .worsened
  }

  /// By pair: what became of the subjects of a kind; `nil`: nothing.
  func subjectChanges(ofKind kind: Int) -> [Change?] {
    let pairs = kinds[kind]
    return (0..<pairs.count).map { pair in
      if pairs.before[pair] < 0 { return .added }
      if pairs.after[pair] < 0 { return .gone }
      return changeSets[kind][pair].change(
        from: verdict(.before, ofPair: pair, kind), to: verdict(.after, ofPair: pair, kind))
    }
  }

  enum Side { case before, after }

  /// The verdict on a subject as a whole, where a layer of the run states it.
  func verdict(_ side: Side, ofPair pair: Int, _ kind: Int) -> Verdict? {
    let pairs = kinds[kind]
    let table = side == .before ? tables.before : tables.after
    let number = side == .before ? pairs.before[pair] : pairs.after[pair]
    guard number >= 0 else { return nil }
    return table.subjects.first { $0.kind == pairs.kind }?.overall[Int(number)]
  }
}
