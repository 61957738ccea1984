public import GeoData
public import Measuring
public import Planning
internal import Quantities
public import Rules
public import Workers

/// Explains findings: it judges again with one thing changed, so that what is said to decide does.
public struct Explainer: Sendable {
  /// The city.
  public let city: City
  let vocabulary: FacilityKinds
  let walks: Walks?
  let workers: Workers
  /// The rules of the packs, by key.
  private let rules: [RuleKey: AppliedRule]
  let measured: MeasuredCity

  /// An explainer of a city that is loaded.
  public init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, network: CityNetwork? = nil,
    workers: Workers
  ) {
    self.init(
      city: city, packs: packs, vocabulary: vocabulary,
      walks: network.map { Walks(network: $0.network, access: $0.access) }, workers: workers)
  }

  private init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, walks: Walks?, workers: Workers
  ) {
    self.city = city
    self.vocabulary = vocabulary
    self.walks = walks
    self.workers = workers
    rules = Dictionary(
      packs.flatMap(\.appliedRules).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    measured = MeasuredCity(city, vocabulary: vocabulary, walks: walks, workers: workers)
  }

  /// Why a clause says of a subject what it does; `nil` where it does not speak of such subjects.
  ///
  /// - Parameters:
  ///   - rule: Of the packs.
  ///   - table: What the subject is a row of.
  ///   - row: Row in the city; 0 for the territory.
  ///   - isBrief: Leaves out the facilities, and what would change the verdict.
  public func explain(
    _ rule: AppliedRule, of table: SubjectTable, row: Int, isBrief: Bool = false
  ) async throws -> Explanation? {
    guard let findings = try await findings(of: rule, in: measured),
      findings.table == table, let entry = findings.entry(ofRow: row)
    else { return nil }
    let verdict = findings.verdicts[entry]
    var facilities: [ConsideredFacility] = []
    var cut: ExplainedCut?
    switch table {
    case .parcels where isBrief: break
    case .parcels:
      facilities = try await considered(findings, entry, parcel: row)
      for index in facilities.indices {
        facilities[index].otherwise = try await otherwise(
          facilities[index], findings.rule, parcel: row)
      }
      cut = try await self.cut(findings, entry, parcel: row)
    case .facilities, .units, .territory:
      facilities = findings.facilities(of: entry).prefix(Self.mostNamed).map {
        counted(Int($0), way: nil, offers: nil)
      }
    }
    let missing = findings.shortfall[entry]
    return Explanation(
      rule: rule, subject: subject(table, row), verdict: verdict, flags: findings.flags[entry],
      measured: findings.measured[entry], required: findings.required(of: entry),
      shortfall: missing == RuleFindings.noAmount ? nil : Amount(micros: missing),
      isExcess: verdict == .fail && findings.isExcess(entry),
      shortfallUnit: findings.shortfallUnit, reason: findings.reason(of: entry),
      reach: findings.reach, attribution: findings.attribution,
      values: values(rule, table, row), facilities: facilities, cut: cut)
  }

  /// More are only counted.
  static let mostNamed = 20

  /// The findings of a rule and of those that it counts what passes of.
  func findings(of rule: AppliedRule, in city: MeasuredCity) async throws -> RuleFindings? {
    var wanted = [rule]
    var waiting = [rule]
    while let next = waiting.popLast() {
      for id in next.check.passing {
        guard let other = rules[next.key.sibling(id)],
          !wanted.contains(where: { $0.key == other.key })
        else { continue }
        wanted.append(other)
        waiting.append(other)
      }
    }
    return try await city.findings(of: wanted, isBrief: false).first { $0.key == rule.key }
  }

  /// The verdict on a parcel in a city that is changed.
  ///
  /// - Parameters:
  ///   - parcels: Rows that are left, ascending; `nil`: all.
  ///   - facilities: Likewise.
  func verdict(
    _ rule: AppliedRule, onParcel row: Int, in city: City, parcels: [Int]? = nil,
    facilities: [Int]? = nil
  ) async throws -> Verdict? {
    let kept = parcels ?? Array(0..<city.parcels.count)
    let keptFacilities = facilities ?? Array(0..<city.facilities.count)
    var changed = city
    var walks = walks
    if parcels != nil || facilities != nil {
      changed = city.having(parcels: kept, facilities: keptFacilities)
      walks = walks.map {
        Walks(
          network: $0.network,
          access: $0.access.selecting(parcels: kept, facilities: keptFacilities))
      }
    }
    guard let own = kept.firstIndex(of: row) else { return nil }
    let again = MeasuredCity(changed, vocabulary: vocabulary, walks: walks, workers: workers)
    guard let findings = try await findings(of: rule, in: again),
      let entry = findings.entry(ofRow: own)
    else { return nil }
    return findings.verdicts[entry]
  }

  // MARK: Subjects

  private func subject(_ table: SubjectTable, _ row: Int) -> ExplainedSubject {
    let rows: SubjectRows? =
      switch table {
      case .parcels: city.parcels.rows
      case .facilities: city.facilities.rows
      case .units: city.units.rows
      case .territory: nil
      }
    return ExplainedSubject(
      table: table, row: row, id: rows?.ids[row] ?? "", name: rows?.names[row] ?? nil,
      sourceRow: rows?.sourceRows[row])
  }

  /// What a clause reads of a subject's row.
  private func values(_ rule: AppliedRule, _ table: SubjectTable, _ row: Int) -> [ReadValue] {
    let own = rule.rule.when.columns
    switch table {
    case .parcels:
      let columns = own.union(rule.check.parcelColumns).union(rule.check.peopleColumns)
      return columns.sorted().map { column in
        if column == "population" {
          let people = city.parcels.residents(
            of: row, perHousehold: city.project.assumptions.personsPerHousehold)
          return ReadValue(column: column, value: people.map { .number($0) })
        }
        return ReadValue(
          column: column,
          value: city.parcels.values(ofDeclared: column)?.value(at: row)
            ?? city.parcels.rows.attributes.value(of: column, at: row))
      }
    case .facilities:
      return own.union(rule.check.columns).sorted().map { column in
        ReadValue(
          column: column,
          value: city.facilities.values(ofDeclared: column)?.value(at: row)
            ?? city.facilities.rows.attributes.value(of: column, at: row))
      }
    case .units, .territory: return []
    }
  }

  // MARK: The cut

  private func cut(
    _ findings: RuleFindings, _ entry: Int, parcel: Int
  ) async throws -> ExplainedCut? {
    guard let supply = findings.supply, entry < supply.groups.count, supply.groups[entry] >= 0
    else { return nil }
    let group = supply.shortageGroups[Int(supply.groups[entry])]
    let others = Set(group.parcels.map { Int($0) }).subtracting([parcel])
    let left = (0..<city.parcels.count).filter { !others.contains($0) }
    return ExplainedCut(
      parcels: group.parcels.map { city.parcels.rows.ids[Int($0)] },
      facilities: group.facilities.map { city.facilities.rows.ids[Int($0)] },
      need: Amount(micros: group.need), supply: Amount(micros: group.supply),
      alone: others.isEmpty
        ? nil : try await verdict(findings.rule, onParcel: parcel, in: city, parcels: left))
  }
}

extension RuleFindings {
  /// Where a row is among the subjects.
  fileprivate func entry(ofRow row: Int) -> Int? {
    if row < rows.count, rows[row] == Int32(row) { return row }
    return rows.firstIndex(of: Int32(row))
  }
}

extension ColumnValues {
  /// What they say of a row.
  fileprivate func value(at row: Int) -> ReadValue.Value? {
    switch self {
    case .word(let value): value(row).map { .words([$0]) }
    case .synonyms(let value): value(row).map { .words($0) }
    case .oneOf(let value): .words(value(row))
    case .set(let value): value(row).map { .words($0) }
    case .flag(let value): value(row).map { .flag($0) }
    case .number(let value): value(row).map { .number($0) }
    case .date(let value): value(row).map { .date($0) }
    }
  }
}
