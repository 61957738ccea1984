import Documents
import Planning
import Quantities
import Rules
import TestSupport

@testable import Compliance

/// Findings made up from a seed: nothing in them follows from the city, but their shape is right.
struct MadeUpFindings {
  var random: SplitMix64

  init(seed: UInt64 = 2) { random = SplitMix64(seed: seed) }

  mutating func make(for city: City, packs: [RulePack]) -> ComplianceResult {
    var all: [RuleFindings] = []
    for rule in packs.flatMap(\.appliedRules) { all.append(findings(of: rule, in: city)) }
    let overall = Overall(
      all, counting: Array(repeating: [], count: all.count), city: city)
    return ComplianceResult(
      city: city, network: nil, packs: packs, findings: all, overall: overall,
      unitSummaries: summaries(all, city))
  }

  private mutating func findings(of rule: AppliedRule, in city: City) -> RuleFindings {
    let table: SubjectTable
    let rows: [Int32]
    switch rule.subject {
    case .parcel:
      table = .parcels
      rows = (0..<city.parcels.count).map { Int32($0) }
    case .facility:
      table = .facilities
      rows = (0..<city.facilities.count).map { Int32($0) }
    case .community, .street, .township, .district, .planning:
      table = .units
      let levels = rule.subjects.map { UnitLevel(name: $0.rawValue) }
      rows = levels.flatMap { city.units.rows(of: $0) }.map { Int32($0) }
    case .plan, .city, .province:
      table = .territory
      rows = [0]
    }
    var findings = RuleFindings(rule: rule, table: table, rows: rows)
    let required = findings.required?.double ?? 1
    let share = Int.random(in: 5...60, using: &random)
    let reason = findings.index(of: .measureMissing(.column("floor area, \"m²\",")))
    for subject in rows.indices {
      let draw = Int.random(in: 0..<100, using: &random)
      let verdict: Verdict =
        draw < share ? .fail : draw < 80 ? .pass : draw < 88 ? .unknown : .notApplicable
      findings.verdicts[subject] = verdict
      switch verdict {
      case .fail:
        let measured = draw % 3 == 0 ? 0 : required * Double(draw) / 100
        findings.measured[subject] = measured
        findings.shortfall[subject] = Amount(rounding: (required - measured) * 14)?.micros ?? 0
        if draw % 7 == 0 { findings.flags[subject].insert(.estimated) }
      case .pass:
        findings.measured[subject] = rule.unit == .percent ? 100 : required * 1.37
        if draw % 5 == 0 { findings.flags[subject].insert(.straightLine) }
      case .unknown: findings.reasons[subject] = reason
      case .notApplicable: break
      }
    }
    addFacilities(to: &findings, rule, city)
    return findings
  }

  private mutating func addFacilities(
    to findings: inout RuleFindings, _ rule: AppliedRule, _ city: City
  ) {
    guard findings.table == .parcels, city.facilities.count > 0 else { return }
    let last = Int32(city.facilities.count - 1)
    var (offsets, rows): ([Int32], [Int32]) = ([0], [])
    var (nearest, distance): ([Int32], [Double]) = ([], [])
    for subject in findings.rows.indices {
      let facility = Int32.random(in: 0...last, using: &random)
      if findings.verdicts[subject] == .pass { rows.append(facility) }
      if findings.verdicts[subject] == .pass, facility < last, subject % 3 == 0 {
        rows.append(facility + 1)
      }
      offsets.append(Int32(rows.count))
      if rule.check is Coverage {
        nearest.append(facility)
        distance.append(Double(Int.random(in: 0...900_000, using: &random)) / 997)
      }
    }
    if rule.check is Coverage {
      findings.reach = MeasuredReach(metres: 384.615384, isWalked: false)
      findings.detail = .cover(
        CoverFindings(
          nearest: nearest, distance: distance, counted: (0...last).filter { $0 % 3 != 2 }))
    }
    if let provision = rule.check as? Provision {
      findings.detail = .supply(
        SupplyFindings(
          attribution: provision.dividing, facilityOffsets: offsets, facilityRows: rows,
          facilityNeed: (0...last).map { Int64($0) * 1_500_000 },
          facilityCapacity: (0...last).map {
            $0 % 4 == 0 ? RuleFindings.noAmount : Int64($0 + 1) * 1_000_000
          }))
    }
  }

  private func summaries(_ findings: [RuleFindings], _ city: City) -> [UnitSummary] {
    var summaries: [UnitSummary] = []
    for (index, findings) in findings.enumerated() where findings.table == .parcels {
      for level in [UnitLevel.community, .street] {
        for unit in city.units.rows(of: level) {
          var parcels = [0, 0, 0, 0]
          for (subject, row) in findings.rows.enumerated()
          where city.parcels.units[Int(row), level] == unit {
            parcels[Int(findings.verdicts[subject].rawValue)] += 1
          }
          summaries.append(
            UnitSummary(
              finding: index, unit: Int32(unit), level: level, parcels: parcels,
              people: parcels.map { Amount($0 * 300) }, peopleCovered: Amount(parcels[0] * 290)))
        }
      }
    }
    return summaries
  }
}
