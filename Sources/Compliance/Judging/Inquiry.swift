internal import Measuring
internal import Rules

/// One rule in one setting, ready to be asked and judged: what its questions and its findings both
/// rest on is worked out once.
protocol Inquiry: Sendable {
  /// The rule.
  var rule: AppliedRule { get }
  /// What must be measured.
  var questions: [any Question] { get }
  /// What comes of the measurements.
  func findings(_ judging: Judging) -> RuleFindings
}

/// That of a check which has nothing to work out beforehand.
struct PlainInquiry<Judged: JudgedCheck>: Inquiry {
  let check: Judged
  let rule: AppliedRule
  let setting: Setting

  var questions: [any Question] { check.questions(rule, setting) }

  func findings(_ judging: Judging) -> RuleFindings { check.findings(rule, judging) }
}

extension Inquiry {
  /// What its check finds, with what holds whatever the check.
  func standingFindings(_ judging: Judging) -> RuleFindings {
    var result = findings(judging)
    judging.name(counted, in: &result)
    if rule.isReportOnly { result.setReported() }
    if judging.judge(rule).lacksStandard { result.setNoStandard() }
    result.setStandingFlags()
    result.dropDoubtfulZeros()
    return result
  }

  /// All that must be measured: for the findings, and to name what they count.
  var allQuestions: [any Question] { questions + counted.questions }

  private var counted: CountedFacilities { rule.judged.counted(rule) }
}

extension RuleFindings {
  /// A rule that only reports has no verdict, whatever is missing: it asks for nothing.
  fileprivate mutating func setReported() {
    for index in verdicts.indices { verdicts[index] = .notApplicable }
  }

  /// Without the clause's own figure nothing can be said, whatever else is missing.
  fileprivate mutating func setNoStandard() {
    for index in verdicts.indices where verdicts[index] == .unknown {
      flags[index].insert(.noStandard)
    }
  }

  /// Nothing counted, where it is not known what counts, is no figure.
  fileprivate mutating func dropDoubtfulZeros() {
    for index in verdicts.indices where verdicts[index] == .unknown && measured[index] == 0 {
      measured[index] = .nan
    }
  }

  /// Flags that hold for every finding of a rule that applies.
  fileprivate mutating func setStandingFlags() {
    var standing: Flags = []
    if rule.isDraft { standing.insert(.draft) }
    if rule.corrected != nil { standing.insert(.corrected) }
    if rule.documentThreshold != nil { standing.insert(.ownTarget) }
    if rule.force == .advisory { standing.insert(.advisory) }
    guard !standing.isEmpty else { return }
    for index in verdicts.indices
    where verdicts[index] != .notApplicable || measured[index].isFinite {
      flags[index].formUnion(standing)
    }
  }
}
