internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Measuring
internal import Planning
internal import Quantities
public import Rules

/// Which facilities counted for a parcel, which did not, and why.
extension Explainer {
  /// Of those that did not count so many are looked at, nearest first.
  private static let mostNear = 5
  /// Likewise of other kinds.
  private static let mostOfOtherKinds = 3

  func considered(
    _ findings: RuleFindings, _ entry: Int, parcel: Int
  ) async throws -> [ConsideredFacility] {
    let asked = findings.rule.check.asked
    guard !asked.kinds.isEmpty else { return [] }
    let limit = findings.reach?.metres
    let isWalked = findings.reach?.isWalked ?? false
    let isCover = findings.rule.check.measuresCover
    var filtered = try await measured.truths(asked.filter)
    if filtered.isEmpty { filtered = Array(repeating: .yes, count: city.facilities.count) }
    let near = nearby(asked, limit, parcel)
    let named =
      isCover ? [] : findings.facilities(of: entry).prefix(Self.mostNamed).map { Int($0) }
    let rows = (named + near).unique
    let searched = max(3 * (limit ?? 1_000), 1_000)
    let ways = try await measured.ways(
      ofParcel: parcel, to: rows, walking: isWalked, within: searched)
    return zip(rows, ways).map { row, way in
      var obstacles = obstacles(of: row, asked, filtered[row], findings.rule)
      let isInReach = named.contains(row)
      if !isInReach {
        obstacles += distance(way, asked, limit, isWalked: isWalked, isCover: isCover)
      }
      let offers = asked.measure.flatMap { city.facilities.amount(of: $0, at: row) }
      return facility(row, way: way, offers: offers, obstacles: obstacles)
    }
  }

  func counted(_ row: Int, way: Way?, offers: Amount?) -> ConsideredFacility {
    facility(row, way: way, offers: offers, obstacles: [])
  }

  private func facility(
    _ row: Int, way: Way?, offers: Amount?, obstacles: [Obstacle]
  ) -> ConsideredFacility {
    let rows = city.facilities.rows
    return ConsideredFacility(
      row: row, id: rows.ids[row], name: rows.names[row], kind: city.facilities.kind[row],
      sourceRow: rows.sourceRows[row], isCounted: obstacles.isEmpty, way: way, offers: offers,
      obstacles: obstacles, otherwise: nil)
  }

  /// Rows of the kinds around a parcel, nearest first, then some of other kinds of the same field.
  private func nearby(_ asked: AskedFacilities, _ limit: Double?, _ parcel: Int) -> [Int] {
    let wanted = vocabulary.descendants(of: asked.kinds)
    let domains = Set(wanted.map { vocabulary.all[$0].domain })
    let rows = city.facilities.rows
    let (x, y) = (city.parcels.rows.placeX[parcel], city.parcels.rows.placeY[parcel])
    var near: [(metres: Double, row: Int)] = []
    var others: [(metres: Double, row: Int)] = []
    for row in 0..<rows.count where rows.isPlaced(row) {
      let kind = city.facilities.kind[row]
      guard kind >= 0, domains.contains(vocabulary.all[kind].domain) else { continue }
      let metres = city.ground.metres(
        fromX: x, y: y, toX: rows.placeX[row], y: rows.placeY[row])
      if asked.areOwn, Int(city.facilities.insideParcel[row]) != parcel { continue }
      if wanted.contains(kind) {
        near.append((metres, row))
      } else if metres <= limit ?? 0 || asked.areOwn {
        others.append((metres, row))
      }
    }
    func first(_ found: [(metres: Double, row: Int)], _ most: Int) -> [Int] {
      found.sorted { ($0.metres, $0.row) < ($1.metres, $1.row) }.prefix(most).map(\.row)
    }
    return first(near, Self.mostNear) + first(others, Self.mostOfOtherKinds)
  }

  /// What of itself keeps a facility from counting.
  private func obstacles(
    of row: Int, _ asked: AskedFacilities, _ filtered: Truth, _ rule: AppliedRule
  ) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    let kind = city.facilities.kind[row]
    if kind < 0 || !vocabulary.descendants(of: asked.kinds).contains(kind) {
      obstacles.append(.kind)
    }
    switch filtered {
    case .yes: break
    case .no: obstacles.append(.condition(asked.filter))
    case .unknown: obstacles.append(.conditionUnknown(asked.filter))
    }
    let standing = measured.standing(of: row)
    let saysWhichStand = asked.filter.columns.contains("operating")
    let isComing = city.project.countsPlanned && standing.isSubset(of: [.open, .coming])
    if let doubt = standing.doubt, !saysWhichStand, !isComing {
      obstacles.append(.standing(doubt))
    }
    if let measure = asked.measure, measure != .count {
      switch city.facilities.amount(of: measure, at: row) {
      case nil: obstacles.append(.offersUnknown(measure))
      case Amount.zero?: obstacles.append(.offersNothing(measure))
      default: break
      }
    }
    return obstacles
  }

  /// What of its distance does.
  private func distance(
    _ way: Way, _ asked: AskedFacilities, _ limit: Double?, isWalked: Bool, isCover: Bool
  ) -> [Obstacle] {
    if asked.areOwn { return way.isInside ? [] : [.elsewhere] }
    guard let limit else { return [] }
    if isCover {
      if way.worst <= limit { return [] }
      if way.best <= limit { return [.reachesPart] }
    } else if way.best <= limit {
      return []
    }
    if isWalked, way.isOffNetwork { return [.offNetwork] }
    if isWalked, way.isApart { return [.apart] }
    return way.best.isFinite ? [.tooFar(by: way.best - limit)] : [.noWay]
  }

  // MARK: Use

  /// Whom a facility serves under the rules about parcels that look at its kind, and what keeps it from
  /// counting there; in the order of the rules given.
  public func uses(
    ofFacility row: Int, _ rules: [AppliedRule]
  ) async throws -> [FacilityUse] {
    let lineage = Set(vocabulary.lineages[max(0, city.facilities.kind[row])])
    var uses: [FacilityUse] = []
    for rule in rules
    where rule.subject == .parcel && rule.check.asked.kinds.contains(where: lineage.contains) {
      let asked = rule.check.asked
      guard let findings = try await findings(of: rule, in: measured) else { continue }
      let filtered = try await measured.truths(asked.filter)
      let obstacles = obstacles(of: row, asked, filtered.isEmpty ? .yes : filtered[row], rule)
      let served = findings.rows.indices.count { entry in
        findings.verdicts[entry] != .notApplicable
          && (findings.cover.map { $0.nearest.isEmpty ? false : $0.nearest[entry] == Int32(row) }
            ?? findings.facilities(of: entry).contains(Int32(row)))
      }
      func amount(_ micros: Int64?) -> Amount? {
        micros.flatMap { $0 == RuleFindings.noAmount ? nil : Amount(micros: $0) }
      }
      uses.append(
        FacilityUse(
          rule: rule, parcels: served, isNearest: findings.cover != nil,
          load: amount(findings.supply?.facilityNeed[row]),
          capacity: amount(findings.supply?.facilityCapacity[row]),
          unit: findings.shortfallUnit, obstacles: obstacles))
    }
    return uses
  }

  // MARK: Otherwise

  /// The verdict if a facility that counted were not there, or one that did not counted, were it not for
  /// its distance.
  func otherwise(
    _ facility: ConsideredFacility, _ rule: AppliedRule, parcel: Int
  ) async throws -> Verdict? {
    if facility.isCounted {
      let left = (0..<city.facilities.count).filter { $0 != facility.row }
      return try await verdict(rule, onParcel: parcel, in: city, facilities: left)
    }
    let asked = rule.check.asked
    var changed = city
    for obstacle in facility.obstacles {
      switch obstacle {
      case .standing:
        changed.facilities.open(at: facility.row)
      case .kind:
        guard let kind = asked.kinds.first.flatMap({ vocabulary.index(ofID: $0) }) else {
          return nil
        }
        changed.facilities.kind[facility.row] = kind
        changed = changed.having(
          parcels: Array(0..<city.parcels.count), facilities: Array(0..<city.facilities.count))
      case .condition(let condition), .conditionUnknown(let condition):
        guard changed.facilities.satisfy(condition, at: facility.row) else { return nil }
      case .tooFar, .reachesPart, .offNetwork, .apart, .noWay, .elsewhere, .offersUnknown,
        .offersNothing:
        return nil
      }
    }
    return try await verdict(rule, onParcel: parcel, in: changed)
  }
}

extension Facilities {
  /// What a facility has of a measure; `nil`: not known.
  fileprivate func amount(of measure: FacilityMeasure, at row: Int) -> Amount? {
    if measure == .count { return Amount(1) }
    if let amounts = amounts(of: measure) { return amounts[row] }
    if case .number(let amount)? = rows.attributes.value(of: measure.name, at: row) {
      return amount
    }
    return nil
  }

  /// Says that a facility stands, whatever its word and its dates say.
  fileprivate mutating func open(at row: Int) {
    operating[row] = .open
    opened[row] = nil
    closed[row] = nil
    delivered[row] = nil
  }
}

extension AttributeTable {
  /// What a column of the data says of a row.
  func value(of column: String, at row: Int) -> ReadValue.Value? {
    switch self[column] {
    case .text(let texts)?, .json(let texts)?:
      return texts[row].flatMap { text in
        text.isEmpty ? nil : Amount(exactly: text).map { .number($0) } ?? .words([text])
      }
    case .integer(let values)?: return values[row].map { .number(Amount(Int($0))) }
    case .real(let values)?: return values[row].flatMap { Amount(rounding: $0) }.map { .number($0) }
    case .boolean(let values)?: return values[row].map { .flag($0) }
    case nil: return nil
    }
  }
}
