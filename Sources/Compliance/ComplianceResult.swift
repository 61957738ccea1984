public import Measuring
public import Planning
public import Quantities
public import Rules
internal import Workers

/// Everything that a batch found.
public struct ComplianceResult: Sendable {
  /// What was judged.
  public let city: City
  /// The walking network that walks were measured on; `nil`: none.
  public let network: CityNetwork?
  /// By which documents, in the order asked for.
  public let packs: [RulePack]
  /// One entry per rule that was judged, in the order of packs and their rules.
  public let findings: [RuleFindings]
  /// The overall verdict of every subject.
  public let overall: Overall
  /// For every rule about parcels and every unit: what the unit's parcels came to.
  public let unitSummaries: [UnitSummary]
  /// How it depends on what is assumed, where that was asked for.
  public var sensitivity: Sensitivity?
  /// The rules of the packs that were not judged, since others were chosen.
  public var rulesLeftOut: [AppliedRule] {
    let judged = Set(findings.map(\.rule.key))
    return packs.flatMap(\.appliedRules).filter { !judged.contains($0.key) }
  }
  /// By parcel: the worst verdict of its non-advisory rules.
  public var parcelVerdicts: [Verdict] { overall.parcels }
  /// By parcel: the flags of those rules, and `advisory` where an advisory rule fails.
  public var parcelFlags: [Flags] { overall.parcelFlags }
  /// By facility: as for parcels.
  public var facilityVerdicts: [Verdict] { overall.facilities }
  /// By unit: the worst verdict of the rules about it.
  public var unitVerdicts: [Verdict] { overall.units }
}

/// What the parcels of one unit came to under one rule.
public struct UnitSummary: Sendable, Hashable {
  /// Index into `ComplianceResult.findings`.
  public let finding: Int
  /// Row of the unit, or -1 for parcels outside all units of the level.
  public let unit: Int32
  /// The level that was grouped by.
  public let level: UnitLevel
  /// Number of parcels by verdict's raw value.
  public internal(set) var parcels: [Int]
  /// Residents (known or estimated) of those that the clause applies to, by verdict's raw value: that
  /// of a clause which only reports is not applicable, though it speaks of them.
  public internal(set) var people: [Amount]
  /// Residents weighed by the covered share (coverage rules), else those of passing parcels.
  public internal(set) var peopleCovered: Amount
  /// Whether any parcel passes or fails.
  public var isDecided: Bool {
    parcels[Int(Verdict.pass.rawValue)] + parcels[Int(Verdict.fail.rawValue)] > 0
  }
}

extension UnitSummary {
  /// Groups the findings about parcels by the units of every level that has any.
  ///
  /// - Parameter residents: By parcel; one whose residents are not known counts as none.
  static func summaries(
    of findings: [RuleFindings], _ city: City, residents: [Bounds], _ workers: Workers
  ) async throws -> [UnitSummary] {
    let people = residents.map { $0.isExact ? $0.low : 0 }
    let levels = city.units.allLevels.filter { city.units.level.contains($0) }
      .map { (level: $0, units: city.units.rows(of: $0)) }
    return try await workers.map(findings.count, grain: 1) { range in
      range.filter { findings[$0].table == .parcels }.flatMap { index in
        levels.flatMap {
          summaries(
            of: findings[index], at: index, level: $0.level, units: $0.units, city: city,
            people: people)
        }
      }
    }.flatMap { $0 }
  }

  private static func summaries(
    of finding: RuleFindings, at index: Int, level: UnitLevel, units: [Int], city: City,
    people: [Int64]
  ) -> [UnitSummary] {
    // Units are sorted by level, so those of one level stand together.
    let base = units.first ?? 0
    var groups = (units.map(Int32.init) + [-1]).map {
      UnitSummary(
        finding: index, unit: $0, level: level,
        parcels: Array(repeating: 0, count: Verdict.allCases.count),
        people: Array(repeating: .zero, count: Verdict.allCases.count), peopleCovered: .zero)
    }
    let isCoverage = !finding.distance.isEmpty && finding.reachMetres != nil
    for row in 0..<city.parcels.count {
      let group = city.parcels.units[row, level].map { $0 - base } ?? groups.count - 1
      let verdict = Int(finding.verdicts[row].rawValue)
      groups[group].parcels[verdict] += 1
      guard finding.speaks(of: row) else { continue }
      groups[group].people[verdict] += Amount(micros: people[row])
      if isCoverage, finding.measured[row].isFinite {
        let covered = Double(people[row]) * finding.measured[row] / 100
        groups[group].peopleCovered += Amount(micros: Int64(covered.rounded(.down)))
      } else if finding.verdicts[row] == .pass {
        groups[group].peopleCovered += Amount(micros: people[row])
      }
    }
    if groups[groups.count - 1].parcels.allSatisfy({ $0 == 0 }) { groups.removeLast() }
    return groups
  }
}
