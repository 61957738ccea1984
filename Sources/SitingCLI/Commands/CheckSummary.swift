import Compliance
import Documents
import Foundation
import Planning
import Quantities
import Rules
import Wording

/// What a batch came to, for a terminal or a script.
struct CheckSummary: Encodable {
  struct RuleSummary: Encodable {
    let pack: String
    let rule: String
    let clause: String
    let force: String
    let verdicts: [String: Int]
  }

  let out: String
  let files: [String]
  let rowsRead: Int
  let rowsRejected: Int
  let notes: Int
  let parcels: [String: Int]
  let rules: [RuleSummary]

  init(_ result: ComplianceResult, out: String, files: [String]) {
    self.out = out
    self.files = files
    // Streets are no rows of the city: those that nobody walks along are not rejected.
    rowsRead = result.city.inputs.filter { $0.role != "network" }.reduce(0) { $0 + $1.rowsRead }
    rowsRejected = result.city.rejected.count
    notes = result.city.notes.count
    parcels = Self.counts(result.parcelVerdicts)
    rules = result.findings.map { findings in
      RuleSummary(
        pack: findings.key.pack, rule: findings.rule.id, clause: findings.rule.clause,
        force: findings.rule.force.rawValue, verdicts: Self.counts(findings.verdicts))
    }
  }

  private static func counts(_ verdicts: [Verdict]) -> [String: Int] {
    verdicts.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
  }

  /// Whether any finding that is not advisory fails.
  static func hasFailure(_ result: ComplianceResult) -> Bool {
    result.findings.contains { $0.rule.force != .advisory && $0.verdicts.contains(.fail) }
  }

  /// A line per clause that said anything, and one for the parcels as a whole.
  static func table(_ result: ComplianceResult, _ console: Console) -> String {
    let severalPacks = result.packs.count > 1
    var table = TextTable(
      header: [
        console.say(TerminalWords.rule), console.say(TerminalWords.clause),
        Verdict.pass.label[console.language],
        Verdict.fail.label[console.language], Verdict.unknown.label[console.language],
        console.say(TerminalWords.notApplicable),
      ], right: [2, 3, 4, 5])
    for findings in result.findings where findings.count > 0 {
      let name = (severalPacks ? "\(findings.key.pack)/" : "") + findings.rule.id
      table.append([name, findings.rule.clause] + findings.verdictCounts.map(String.init))
    }
    var totals = Array(repeating: 0, count: Verdict.allCases.count)
    for verdict in result.parcelVerdicts { totals[Int(verdict.rawValue)] += 1 }
    table.append([console.say(TerminalWords.parcelsOverall), ""] + totals.map(String.init))
    return table.text
  }
}
