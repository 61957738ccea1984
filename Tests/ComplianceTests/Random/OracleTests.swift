import Compliance
import Documents
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Wording

@testable import Compliance
@testable import Measuring

/// Random cities and rule packs, judged twice: by the engine and by going through everything.
@Suite("The slow and simple evaluation")
struct OracleTests {
  @Test("findings equal those of the specification", arguments: UInt64(0)..<400)
  func matchesOracle(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    var small = SmallCity.random(using: &dice)
    let pack = try RandomPack("random", rules: dice.whole(4...14), using: &dice, hangs: true)
      .read()
    if seed % 2 == 1 { small.scatterDays(using: &dice) }
    let result = try await small.check([pack])
    let city = try small.city()
    let oracle = NaiveOracle(city: city, packs: [pack], kinds: SmallCity.library.vocabulary)
    let differences = Comparer(result: result, oracle: oracle, city: city).differences
    #expect(differences.isEmpty, "\(differences.prefix(6).joined(separator: "\n"))")
  }

  @Test("packs that inherit say what they would if all stood in them", arguments: UInt64(0)..<300)
  func matchesFlattened(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 10_000))
    var small = SmallCity.random(using: &dice)
    let base = RandomPack("base", rules: dice.whole(3...9), using: &dice)
    let left = RandomPack("left", below: base, using: &dice)
    let right = RandomPack("right", below: base, using: &dice)
    if dice.chance(30) { small.project.parameters["left.floor"] = Amount(200) }
    if dice.chance(30) { small.project.parameters["base.ratio"] = Amount(1) }
    let children = dice.pick([[left], [left, right], [right, left]])
    let asksBase = dice.chance(40)
    let parent = try base.read()
    let result = try await small.check(
      (asksBase ? [parent] : []) + children.map { try $0.read(parents: [parent]) })
    let flat = children.map { $0.flattened(over: base) }
    let city = try small.city()
    let oracle = NaiveOracle(
      city: city, packs: try (asksBase ? [parent] : []) + flat.map { try $0.read() },
      kinds: SmallCity.library.vocabulary,
      drafts: Set(flat.flatMap { pack in pack.drafts.map { RuleKey(pack: pack.id, rule: $0) } }))
    let differences = Comparer(result: result, oracle: oracle, city: city).differences
    #expect(differences.isEmpty, "\(differences.prefix(6).joined(separator: "\n"))")
    #expect(Set(result.findings.map(\.key)) == Set(oracle.settled.keys))
  }
}

/// Holds what the engine found against the oracle.
struct Comparer {
  let result: ComplianceResult
  let oracle: NaiveOracle
  let city: City

  var differences: [String] {
    var lines: [String] = []
    for findings in result.findings {
      let name = findings.key
      var expected = oracle.settled[name] ?? [:]
      for entry in findings.rows.indices {
        let subject = self.subject(findings, entry)
        guard let wanted = expected.removeValue(forKey: subject) else {
          if findings.verdicts[entry] != .notApplicable {
            lines.append("\(name) \(subject): not expected, is \(findings.verdicts[entry])")
          }
          continue
        }
        if wanted.judged.isTie { continue }
        lines += differences(findings, entry, wanted).map { "\(name) \(subject): \($0)" }
      }
      for (subject, finding) in expected where finding.verdict != .notApplicable {
        lines.append("\(name) \(subject): missing, wanted \(finding.verdict)")
      }
    }
    if lines.isEmpty { lines += overallDifferences }
    return lines
  }

  private func subject(_ findings: RuleFindings, _ entry: Int) -> OracleSubject {
    let row = Int(findings.rows[entry])
    return switch findings.table {
    case .parcels: .parcel(row)
    case .facilities: .facility(row)
    case .units: .unit(row)
    case .territory: .territory(findings.rule.subject)
    }
  }

  private func differences(
    _ findings: RuleFindings, _ entry: Int, _ wanted: OracleFinding
  ) -> [String] {
    let verdict = findings.verdicts[entry]
    let measured = findings.measured[entry]
    guard verdict == wanted.verdict else {
      let reason = findings.reason(of: entry)?.sentence(.exact).en ?? ""
      return [
        "\(verdict) (\(measured); \(reason)), wanted \(wanted.verdict)"
          + " (\(wanted.measured.map { "\($0)" } ?? "nothing"); \(wanted.judged.possible))"
      ]
    }
    var lines: [String] = []
    if wanted.applies == .yes, verdict != .unknown, let figure = wanted.measured {
      let error = abs(measured - figure)
      if measured != figure, !(error <= 1e-9 * max(1, abs(figure))) {
        lines.append("measured \(measured), wanted \(figure)")
      }
    }
    let shortfall = findings.shortfall[entry]
    if verdict == .fail, let missing = wanted.missing, missing != Int128(shortfall) {
      lines.append("shortfall \(shortfall), wanted \(missing)")
    }
    if verdict == .pass, shortfall != RuleFindings.noAmount {
      lines.append("passes with a shortfall of \(shortfall)")
    }
    lines += flagDifferences(findings, entry, wanted)
    if let nearest = wanted.nearest, !findings.nearest.isEmpty {
      if Int(findings.nearest[entry]) != nearest {
        lines.append("nearest \(findings.nearest[entry]), wanted \(nearest)")
      }
      if findings.distance[entry] != wanted.distance {
        lines.append("distance \(findings.distance[entry]), wanted \(wanted.distance ?? -1)")
      }
    }
    return lines
  }

  private func flagDifferences(
    _ findings: RuleFindings, _ entry: Int, _ wanted: OracleFinding
  ) -> [String] {
    let verdict = findings.verdicts[entry]
    guard verdict != .notApplicable, wanted.applies == .yes else { return [] }
    var compared: Flags = [
      .disputed, .rounded, .oversized, .noStandard, .corrected, .draft, .speedSensitive,
      .straightLine,
    ]
    if verdict != .unknown { compared.insert(.estimated) }
    if verdict == .fail { compared.insert(.advisory) }
    let isCounted = (findings.rule.check as? Presence)?.counting?.passing.isEmpty == false
    if isCounted { compared.subtract([.speedSensitive, .straightLine, .estimated]) }
    let has = findings.flags[entry].intersection(compared)
    let wants = wanted.flags.intersection(compared)
    return has == wants ? [] : ["flags '\(has.text)', wanted '\(wants.text)'"]
  }

  private var overallDifferences: [String] {
    func compare(_ verdicts: [Verdict], _ subject: (Int) -> OracleSubject) -> [String] {
      verdicts.indices.compactMap { row in
        let wanted = oracle.overall(subject(row))
        return verdicts[row] == wanted
          ? nil : "overall \(subject(row)): \(verdicts[row]), wanted \(wanted)"
      }
    }
    return compare(result.parcelVerdicts) { .parcel($0) }
      + compare(result.facilityVerdicts) { .facility($0) }
      + compare(result.unitVerdicts) { .unit($0) }
  }
}
