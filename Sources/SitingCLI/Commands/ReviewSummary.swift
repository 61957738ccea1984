import Compliance
import Documents
import Planning
import Rules
import Wording

/// One opinion, for a script.
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
    let reason: String?
  }

  struct Phase: Encodable {
    let phase: Int
    let verdict: String
    /// Rules that count and do not pass when the stage is finished, each behind its pack.
    let open: [String]
  }

  let plan: String
  let out: String
  let verdict: String
  let clauses: [Clause]
  let phases: [Phase]
  let rejected: Int
  let notes: Int
  let overlaps: Int
  let broken: Int
  let mended: Int

  init(_ review: PlanReview, out: String, _ language: Language) {
    plan = review.plan.name
    self.out = out
    verdict = review.verdict.name
    clauses = review.clauses.filter { $0.verdict != .notApplicable }.map { clause in
      let worst = clause.worst
      return Clause(
        pack: clause.key.pack, rule: clause.rule.id, clause: clause.rule.clause,
        force: clause.rule.force.rawValue, verdict: clause.verdict.name,
        measured: worst.flatMap { $0.measured.isFinite ? $0.measured : nil },
        required: clause.required.map { "\($0)" },
        shortfall: worst?.shortfall.map { "\($0) \(clause.shortfallUnit)" },
        unit: "\(clause.rule.unit)",
        flags: Flags.all.filter { clause.flags.contains($0.flag) }.map(\.name),
        reason: worst?.reason?.sentence(.exact)[language])
    }
    phases = review.phases.map { phase in
      let open = phase.clauses.filter { [.fail, .unknown].contains($0.countedVerdict) }
      return Phase(
        phase: phase.phase,
        verdict: phase.clauses.reduce(.notApplicable) { Verdict.worse($0, $1.countedVerdict) }.name,
        open: open.map { $0.key.description })
    }
    rejected = review.plan.rejected.count
    notes = review.plan.notes.count
    overlaps = review.overlaps.count
    broken = review.effects.broken.count
    mended = review.effects.mended.count
  }
}
