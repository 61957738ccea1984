internal import Measuring
internal import Planning
internal import Rules

/// Whether what other rules measure of subjects lets a rule speak of them: each of these rules is held
/// against its test as against a figure of its own, exactly and with all that may be missing.
struct MeasuredConditions {
  /// By test: what came of it, by row.
  private var tests: [(truths: [Truth], key: RuleKey)] = []
  /// Of which it is not known which rule is meant, or what of its subjects is whose.
  private var lost: [RuleKey] = []

  /// No conditions.
  init() {}

  init(of rule: AppliedRule, _ table: SubjectTable, _ judging: Judging) {
    let setting = Setting(frame: judging.frame, isBrief: true)
    let brief = Judging(measured: judging.measured, setting: setting, findings: [:])
    for test in rule.measured {
      let key = rule.key.sibling(test.rule)
      guard let other = rule.heldAgainst(test), setting.canMeasure(other, for: rule) else {
        lost.append(key)
        continue
      }
      let found = other.judged.inquiry(other, setting).findings(brief)
      guard found.table == table else {
        lost.append(key)
        continue
      }
      var truths = Array(repeating: Truth.no, count: Int(found.rows.max() ?? -1) + 1)
      for (row, verdict) in zip(found.rows, found.verdicts) { truths[Int(row)] = verdict.truth }
      tests.append((truths, key))
    }
  }

  /// Whether all of them hold of a row; where one does not, what else is not known does not matter.
  func truth(of row: Int) -> Truth {
    tests.reduce(lost.isEmpty ? .yes : .unknown) { $0 && Self.truth($1.truths, row) }
  }

  /// The rule whose figure is not known of a row.
  func reason(of row: Int) -> Reason? {
    let open = tests.first { Self.truth($0.truths, row) == .unknown }?.key
    return (lost.first ?? open).map { .figureUnknown(of: $0) }
  }

  /// Of whom a rule does not speak, there is no figure.
  private static func truth(_ truths: [Truth], _ row: Int) -> Truth {
    truths.indices.contains(row) ? truths[row] : .no
  }
}

extension Setting {
  /// What must be asked of the rules that a rule hangs on.
  func foundations(of rule: AppliedRule) -> [any Question] {
    let brief = Setting(frame: frame, isBrief: true)
    return rule.measured.compactMap { rule.heldAgainst($0) }
      .filter { canMeasure($0, for: rule) }
      .flatMap { $0.judged.inquiry($0, brief).questions }
  }

  /// Whether what one rule measures is known before supply is divided: what a project attributes
  /// otherwise than its rules do is not.
  fileprivate func canMeasure(_ other: AppliedRule, for rule: AppliedRule) -> Bool {
    !other.sharesSupply(frame.project) && !rule.sharesSupply(frame.project)
  }
}

extension Judging {
  /// The conditions of a rule on what others measure.
  func measuredConditions(_ rule: AppliedRule, _ table: SubjectTable) -> MeasuredConditions {
    rule.measured.isEmpty ? MeasuredConditions() : MeasuredConditions(of: rule, table, self)
  }
}

extension RuleFindings {
  /// Takes back what was found, where it is not known what another rule measures.
  mutating func doubt(_ index: Int, _ row: Int, _ conditions: MeasuredConditions) {
    guard let reason = conditions.reason(of: row) else { return }
    doubt(index, because: reason)
  }
}

extension Verdict {
  /// Whether a test is met that was judged like a threshold.
  fileprivate var truth: Truth {
    switch self {
    case .pass: .yes
    case .fail, .notApplicable: .no
    case .unknown: .unknown
    }
  }
}

extension AppliedRule {
  /// Whether it divides shared supply among parcels.
  func sharesSupply(_ project: Project) -> Bool {
    guard self.subject == .parcel, let own = self.check.attribution else { return false }
    return [.fair, .twoStep].contains(
      project.attribution.flatMap(Attribution.init(rawValue:)) ?? own)
  }
}
