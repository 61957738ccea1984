import Compliance
import Documents
import Foundation
import Planning
import Publishing
import Rules

/// What became of the plans of one run.
struct ReviewOutcome {
  let console: Console
  private var reviews: [ReviewSummary] = []
  private var errors: [any Error] = []
  private var hasFailure = false
  private var lacksData = false

  init(console: Console) { self.console = console }

  /// Publishes one opinion, or keeps the reason why there is none.
  mutating func add(
    _ result: Result<PlanReview, any Error>, _ submission: PlanSubmission, to folder: String,
    _ command: ReviewCommand
  ) async throws {
    switch result {
    case .failure(let error):
      errors.append(error)
      Console.explain(error)
    case .success(let review):
      if review.verdict == .fail { hasFailure = true }
      if review.lacksData { lacksData = true }
      let options = OpinionPublication.Options(
        language: console.language, reviewed: command.options,
        workers: command.computing.workers, engineVersion: engineVersion, pdf: command.pdf)
      let published = try await OpinionPublication.publish(review, to: folder, options: options)
      for note in published.notes { console.note(note[console.language]) }
      let summary = ReviewSummary(review, out: folder)
      reviews.append(summary)
      if !command.json, !command.shared.quiet {
        Console.write(summary.table(review, console))
      }
    }
  }

  /// Ends the run with its status.
  func finish(isSingle: Bool, json: Bool) throws {
    if json {
      if isSingle, let only = reviews.first {
        Console.write(try Console.json(only))
      } else if !isSingle {
        Console.write(try Console.json(reviews))
      }
    }
    console.note(
      console.say("wrote \(reviews.count) opinions", "已写出审查意见 \(reviews.count) 份")
        + reviews.prefix(3).map { " \($0.out)/opinion.html" }.joined()
        + (reviews.count > 3 ? " …" : "") + " (\(console.elapsed))")
    if hasFailure { throw ExitStatus.doesNotComply }
    if isSingle, let error = errors.first { throw ExitStatus(of: error) ?? .fault }
    if !errors.isEmpty || lacksData { throw ExitStatus.badData }
  }
}

/// One opinion, for a terminal or a script.
struct ReviewSummary: Encodable {
  struct Clause: Encodable {
    let pack: String
    let rule: String
    let clause: String
    let force: String
    let verdict: String
    let measured: Double?
    let required: String?
    let shortfall: String?
    let unit: String
    let flags: [String]
  }

  let plan: String
  let out: String
  let verdict: String
  let clauses: [Clause]
  let rejected: Int
  let notes: Int
  let overlaps: Int
  let broken: Int
  let mended: Int

  init(_ review: PlanReview, out: String) {
    plan = review.plan.name
    self.out = out
    verdict = review.verdict.name
    clauses = review.clauses.filter { $0.verdict != .notApplicable }.map { clause in
      let worst = clause.worst
      return Clause(
        pack: clause.pack.id, rule: clause.rule.id, clause: clause.rule.clause,
        force: clause.rule.force.rawValue, verdict: clause.verdict.name,
        measured: worst.flatMap { $0.measured.isFinite ? $0.measured : nil },
        required: clause.required.map { "\($0)" },
        shortfall: worst?.shortfall.map { "\($0) \(clause.shortfallUnit)" },
        unit: clause.rule.unit,
        flags: Flags.all.filter { clause.flags.contains($0.flag) }.map(\.name))
    }
    rejected = review.plan.rejected.count
    notes = review.plan.notes.count
    overlaps = review.overlaps.count
    broken = review.effects.broken.count
    mended = review.effects.mended.count
  }

  /// What would make the plan pass, a line each.
  private func remedies(_ review: PlanReview, _ console: Console) -> String {
    guard let remedy = review.remedy else { return "" }
    var lines = remedy.steps.map { step in
      let amounts = step.amounts.map { amount in
        "\(amount.measure) \(amount.from.map { "\($0)" } ?? "0") → \(amount.to) \(amount.unit)"
      }
      let parcel = step.parcel.map { console.say(" in \($0)", "（位于 \($0)）") } ?? ""
      let head =
        step.isNew
        ? console.say("add \(step.kind) \(step.facility)", "新增\(step.kindName.zh) \(step.facility)")
        : console.say("change \(step.facility)", "调整 \(step.facility)")
      return head + parcel + ": "
        + (amounts + step.conditions.map { $0[console.language] }).joined(separator: "; ")
    }
    lines += remedy.beyond.map {
      console.say("not mended: ", "无法通过设施调整满足：") + "\($0.rule.rule): "
        + $0.reason[console.language]
    }
    if remedy.isVerified, !remedy.steps.isEmpty {
      lines.append(
        console.say("reviewed again with these: passes", "按上述整改复核：符合"))
    }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// A line per clause that applies, and one for the plan.
  func table(_ review: PlanReview, _ console: Console) -> String {
    var table = TextTable(
      header: [
        console.say("rule", "规则"), console.say("clause", "条款"),
        console.say("verdict", "结论"), console.say("required", "要求"),
        console.say("provided", "实际"), console.say("missing", "缺口"),
      ], right: [3, 4, 5])
    let several = Set(clauses.map(\.pack)).count > 1
    for clause in review.clauses where clause.verdict != .notApplicable {
      let worst = clause.worst
      let measured = worst.flatMap { $0.measured.isFinite ? $0.measured : nil }
      table.append([
        (several ? "\(clause.pack.id)/" : "") + clause.rule.id, clause.rule.clause,
        clause.verdict.label[console.language]
          + (clause.rule.force == .advisory ? console.say(" (advisory)", "（建议性）") : ""),
        clause.required.map { "\($0)" } ?? "",
        measured.map { String(format: "%.4g", $0) } ?? "",
        worst?.shortfall.map { "\($0) \(clause.shortfallUnit)" } ?? "",
      ])
    }
    return "\(plan)\n\(table.text)\n" + remedies(review, console)
      + console.say("plan: ", "方案总体：") + review.verdict.label[console.language]
      + console.say(
        "; neighbours broken \(broken), mended \(mended); rows rejected \(rejected)",
        "；周边由符合变为不符合 \(broken) 项，由不符合变为符合 \(mended) 项；剔除 \(rejected) 行")
  }
}
