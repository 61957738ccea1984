import Compliance
import GeoData
import GeoFiles
import Planning
import Quantities
import Rules

/// What belongs to a subject.
struct OracleArea {
  /// Rows, and whether they belong to it.
  var parcels: [(row: Int, belongs: Maybe)] = []
  var facilities: [(row: Int, belongs: Maybe)] = []
  var units: [Int] = []
  /// Whether the layers hold all of it, so that its totals may be taken from them.
  var isComplete = true
}

extension NaiveOracle {
  func subjects(of rule: Rule) -> [OracleSubject] {
    switch rule.subject {
    case .parcel: return (0..<city.parcels.count).map { .parcel($0) }
    case .facility:
      let judged = (rule.check as? Size)?.kinds ?? (rule.check as? Coverage)?.kinds ?? []
      return facilities(ofKinds: judged).map { .facility($0) }
    case .plan: return [.territory(.plan)]
    default:
      let levels = rule.subjects.map { UnitLevel(name: $0.rawValue) }
      let rows = (0..<city.units.count).filter { levels.contains(city.units.level[$0]) }
      return rows.isEmpty ? [.territory(rule.subject)] : rows.map { .unit($0) }
    }
  }

  func facilities(ofKinds ids: [String]) -> [Int] {
    (0..<city.facilities.count).filter { row in
      var kind: String? = kinds.all[city.facilities.kind[row]].id
      while let id = kind {
        if ids.contains(id) { return true }
        kind = kinds.all.first { $0.id == id }?.broader
      }
      return false
    }
  }

  /// The figures declared for a subject; those of a territory are those of the only unit of its
  /// level, too. Of two that are declared the first counts.
  func figures(of subject: OracleSubject) -> [String: Amount] {
    var figures: [String: Amount] = [:]
    for declared in city.project.statistics where concerns(declared.subject, subject) {
      figures.merge(declared.figures) { first, _ in first }
    }
    return figures
  }

  private func concerns(
    _ declared: DeclaredStatistics.Subject, _ subject: OracleSubject
  ) -> Bool {
    switch (declared, subject) {
    case (.territory(let name), .territory(let level)): return level.rawValue == name
    case (.unit(let level, let id), .unit(let row)):
      return city.units.level[row] == level && city.units.rows.ids[row] == id
    case (.territory(let name), .unit(let row)):
      let level = city.units.level[row]
      return level.rawValue == name && city.units.rows(of: level).count == 1
    default: return false
    }
  }

  func area(of subject: OracleSubject) -> OracleArea {
    var area = OracleArea()
    let project = city.project
    switch subject {
    case .parcel(let row):
      area.parcels = [(row, .yes)]
      area.facilities = (0..<city.facilities.count).filter { homes(ofFacility: $0).contains(row) }
        .map { ($0, .yes) }
    case .facility(let row): area.facilities = [(row, .yes)]
    case .unit(let unit):
      let level = city.units.level[unit]
      func isIn(_ membership: UnitMembership, _ row: Int) -> Bool {
        membership[row, level] == unit
      }
      area.parcels = (0..<city.parcels.count).filter { isIn(city.parcels.units, $0) }
        .map { ($0, .yes) }
      area.facilities = (0..<city.facilities.count).filter { isIn(city.facilities.units, $0) }
        .map { ($0, .yes) }
      area.units = (0..<city.units.count).filter { isIn(city.units.parents, $0) }
      area.isComplete =
        level < .city || level.isOfPlanning || (project.isComplete && project.level >= level)
    case .territory(.plan):
      area.parcels = (0..<city.parcels.count).map { row in
        (row, city.parcels.status[row].map { Maybe($0 == .new) } ?? .maybe)
      }
      area.facilities = (0..<city.facilities.count).map { row in
        let isNew = city.facilities.status[row] == .new ? Maybe.yes : .no
        return (row, homes(ofFacility: row).map { area.parcels[$0].belongs }.reduce(isNew, max))
      }
    case .territory(let level):
      area.parcels = (0..<city.parcels.count).map { ($0, .yes) }
      area.facilities = (0..<city.facilities.count).map { ($0, .yes) }
      area.units = Array(0..<city.units.count)
      area.isComplete = project.isComplete && project.level.rawValue == level.rawValue
    }
    return area
  }

  /// The parcels that a facility belongs to: those declared, else the one that it lies in.
  func homes(ofFacility row: Int) -> [Int] {
    let served = city.facilities.servedParcels[row]
    if !served.isEmpty { return served }
    let inside = Int(city.facilities.insideParcel[row])
    return inside < 0 ? [] : [inside]
  }

  /// What is known of the people of a parcel; estimated where the project says how.
  func people(_ measure: PeopleMeasure, ofParcel row: Int) -> (span: Span, flags: Flags) {
    let parcels = city.parcels
    switch measure {
    case .households: return (Span(parcels.households[row]), [])
    case .elders: return (Span(parcels.elders[row]), [])
    case .infants: return (Span(parcels.infants[row]), [])
    case .population:
      if let people = parcels.population[row] { return (Span(people), []) }
      guard let households = parcels.households[row],
        let each = city.project.assumptions.personsPerHousehold
      else { return (.anything, []) }
      let product = Int128(households.micros) * Int128(each.micros) / Int128(Amount.scale)
      return (Span(low: product, high: product), .estimated)
    case .columns(let names):
      return (names.reduce(Span.zero) { $0 + Span(number(inColumn: $1, ofParcel: row)) }, [])
    }
  }

  private func number(inColumn name: String, ofParcel row: Int) -> Amount? {
    if name == "infants" { return city.parcels.infants[row] }
    guard case .text(let texts)? = city.parcels.rows.attributes[name] else { return nil }
    return texts[row].flatMap { Amount(exactly: $0) }
  }

  func measure(_ measure: FacilityMeasure, ofFacility row: Int) -> Span {
    let facilities = city.facilities
    switch measure {
    case .count: return Span(count: 1)
    case .floorArea: return Span(facilities.floorArea[row])
    case .landArea: return Span(facilities.landArea[row])
    case .places: return Span(facilities.places[row])
    case .beds: return Span(facilities.beds[row])
    case .nursingBeds: return Span(facilities.nursingBeds[row])
    case .residents: return Span(facilities.residents[row])
    case .doctors: return Span(facilities.doctors[row])
    case .nurses: return Span(facilities.nurses[row])
    case .column: return .anything
    }
  }

  /// Whether a facility is one of those that a rule counts.
  func counts(_ row: Int, _ ids: [String], _ filter: Condition) -> Maybe {
    facilities(ofKinds: ids).contains(row)
      ? min(holds(filter, of: .facility(row)), stands(row, filter)) : .no
  }

  /// A total of a subject: declared, else of the unit's own column, else from the layers.
  func amount(_ quantity: Quantity, _ subject: OracleSubject) -> (span: Span, flags: Flags) {
    if let name = quantity.statistic, let declared = figures(of: subject)[name] {
      return (Span(declared), [])
    }
    let area = area(of: subject)
    switch quantity.source {
    case .declared: return (.anything, [])
    case .people(let measure):
      return people(measure, of: subject, statistic: quantity.statistic)
    case .facilities(let ids, let filter, let measure):
      guard area.isComplete else { return (.anything, []) }
      var sum = Span.zero
      for (row, belongs) in area.facilities {
        sum =
          sum
          + self.measure(measure, ofFacility: row)
          .counted(min(belongs, counts(row, ids, filter)))
      }
      return (sum, [])
    case .units(let subjects, let filter):
      let levels = subjects.map { UnitLevel(name: $0.rawValue) }
      guard area.isComplete, levels.contains(where: city.units.level.contains) else {
        return (.anything, [])
      }
      var sum = Span.zero
      for unit in area.units where levels.contains(city.units.level[unit]) {
        sum = sum + Span(count: 1).counted(holds(filter, of: .unit(unit)))
      }
      return (sum, [])
    }
  }

  /// What units say of the people of a subject: its own figure, else those of all units of the next
  /// tier below that there is; `nil` where one of them says nothing.
  private func stated(
    _ measure: PeopleMeasure, of subject: OracleSubject, statistic: String?
  ) -> Span? {
    var below = UnitLevel.administrative
    if case .unit(let row) = subject {
      if let name = statistic, let figure = figures(of: subject)[name] { return Span(figure) }
      let columns = [
        PeopleMeasure.population: city.units.population, .elders: city.units.elders,
        .infants: city.units.infants, .households: city.units.households,
      ]
      if let own = columns[measure]?[row] { return Span(own) }
      let level = city.units.level[row]
      // What lies in planning units need not fill them.
      below = level.isOfPlanning ? [] : below.filter { $0 < level }
    }
    let area = area(of: subject)
    guard area.isComplete else { return nil }
    let tiers: [Set<UnitLevel>] = [
      [.province], [.city], [.district], [.street, .township], [.community],
    ]
    for tier in tiers where tier.isSubset(of: below) {
      let members = area.units.filter { tier.contains(city.units.level[$0]) }
      guard !members.isEmpty else { continue }
      let figures = members.map { stated(measure, of: .unit($0), statistic: statistic) }
      return figures.contains { $0 == nil }
        ? nil : figures.compactMap { $0 }.reduce(Span.zero) { $0 + $1 }
    }
    return nil
  }

  func people(
    _ measure: PeopleMeasure, of subject: OracleSubject, statistic: String?
  ) -> (span: Span, flags: Flags) {
    let area = area(of: subject)
    if let stated = stated(measure, of: subject, statistic: statistic) { return (stated, []) }
    let isLivedIn = PeopleMeasure.named.contains {
      (stated($0, of: subject, statistic: $0.rawValue)?.high ?? 0) > 0
    }
    // Where units say that somebody lives, and no parcel is, the parcels are not all of it.
    if area.parcels.isEmpty, isLivedIn { return (.anything, []) }
    guard area.isComplete else { return (.anything, []) }
    var sum = Span.zero
    var flags: Flags = []
    for (row, belongs) in area.parcels where belongs != .no {
      let some = people(measure, ofParcel: row)
      sum = sum + some.span.counted(belongs)
      flags.formUnion(some.flags)
    }
    return (sum, flags)
  }
}
