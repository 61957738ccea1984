import Documents
import Publishing
import Rules

/// What changed between two runs, for a script.
struct CompareSummary: Encodable {
  struct Run: Encodable {
    let folder: String
    let name: [String: String]
    let asOf: String?
    let engine: String
    let findings: Int
  }

  struct Input: Encodable {
    let role: String
    let fileBefore: String?
    let fileAfter: String?
    let sha256Before: String?
    let sha256After: String?
  }

  struct Difference: Encodable {
    let name: String
    let before: String?
    let after: String?
  }

  struct Rule: Encodable {
    let pack: String
    let rule: String
    let clause: String
    let compared: Int
    let changes: [String: Int]
  }

  struct Subjects: Encodable {
    let kind: String
    let unchanged: Int
    let changes: [String: Int]
  }

  let before: Run
  let after: Run
  let identical: Bool
  let inputs: [Input]
  let packs: [Difference]
  let settings: [Difference]
  let rulesAdded: [RuleKey]
  let rulesGone: [RuleKey]
  let rules: [Rule]
  let subjects: [Subjects]
  let findingsChanged: Int
  let out: String?
  let files: [String]

  init(_ comparison: RunComparison, out: String?, files: [String]) {
    before = Run(comparison.before)
    after = Run(comparison.after)
    identical = comparison.isEmpty
    let differences = comparison.differences
    inputs = differences.inputs.map {
      Input(
        role: $0.role, fileBefore: $0.fileBefore, fileAfter: $0.fileAfter,
        sha256Before: $0.hashBefore, sha256After: $0.hashAfter)
    }
    packs = differences.packs.map {
      Difference(name: $0.id, before: $0.hashBefore, after: $0.hashAfter)
    }
    settings = differences.settings.map {
      Difference(name: $0.name, before: $0.before, after: $0.after)
    }
    rulesAdded = comparison.rulesAdded
    rulesGone = comparison.rulesGone
    rules = comparison.rules.map { rule in
      Rule(
        pack: rule.name.pack, rule: rule.name.rule, clause: rule.clause, compared: rule.compared,
        changes: Transition.allCases.reduce(into: [:]) { changes, transition in
          if rule[transition] > 0 { changes[transition.name] = rule[transition] }
        })
    }
    subjects = comparison.subjects.map { subjects in
      Subjects(
        kind: subjects.kind, unchanged: subjects.unchanged,
        changes: subjects.counts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    }
    findingsChanged = comparison.changedFindings
    self.out = out
    self.files = files
  }
}

extension CompareSummary.Run {
  fileprivate init(_ run: RunComparison.Run) {
    self.init(
      folder: run.path, name: ["en": run.name.en, "zh": run.name.zh], asOf: run.asOf,
      engine: run.engineVersion, findings: run.findings)
  }
}
