package import Planning
package import Quantities
package import Rules
package import Workers

/// What is known of a city without measuring: its project, its units, how many rows it has. The same
/// for all parts of a city.
package struct Frame: Sendable {
  /// What the project states.
  package let project: Project
  /// The units, with what they say of themselves.
  package let units: Units
  /// Number of parcels.
  package let parcels: Int
  /// Number of facilities.
  package let facilities: Int
  /// Whether walks are measured along a network.
  package let hasNetwork: Bool
  /// Under review: what is planned; `nil` in a batch.
  package let planned: PlannedRows?
  /// How many tasks may run at a time.
  package let workers: Workers

  /// Rows of the units by level rank, ascending.
  package let unitsOfLevel: [[Int]]
  /// By unit: rows of the units that lie in it, or are it, ascending.
  private let unitsWithin: [[Int32]]

  package init(
    project: Project, units: Units, parcels: Int, facilities: Int, hasNetwork: Bool,
    planned: PlannedRows? = nil, workers: Workers
  ) {
    self.project = project
    self.units = units
    self.parcels = parcels
    self.facilities = facilities
    self.hasNetwork = hasNetwork
    self.planned = planned
    self.workers = workers
    unitsOfLevel = UnitLevel.allCases.map { units.rows(of: $0) }
    var within = [[Int32]](repeating: [], count: units.count)
    for row in 0..<units.count {
      for level in UnitLevel.allCases {
        if let parent = units.parents[row, level], units.level[parent] == level {
          within[parent].append(Int32(row))
        }
      }
    }
    unitsWithin = within
  }

  /// The units of some levels in a scope, ascending.
  package func units(_ levels: [RuleSubject], in scope: Scope) -> [Int] {
    let wanted = Set(levels.compactMap(UnitLevel.init))
    switch scope {
    case .territory, .plan:
      return UnitLevel.allCases.filter(wanted.contains)
        .flatMap { unitsOfLevel[$0.rank] }.sorted()
    case .unit(let unit):
      return unitsWithin[unit].map { Int($0) }.filter { wanted.contains(units.level[$0]) }
    }
  }

  /// Whether there is a unit of any of these levels.
  package func hasUnits(_ levels: [RuleSubject]) -> Bool {
    levels.compactMap(UnitLevel.init).contains { !unitsOfLevel[$0.rank].isEmpty }
  }

  /// How far a person walks for a metre of straight line, where there is no network.
  package var detour: Amount { project.assumptions.detour ?? Amount(micros: 1_300_000) }
}

extension UnitLevel {
  /// The level that a rule is about; `nil` for what is no unit.
  package init?(_ subject: RuleSubject) { self.init(rawValue: subject.rawValue) }
}

extension RuleSubject {
  /// Rules about units of a level.
  package init(_ level: UnitLevel) {
    switch level {
    case .community: self = .community
    case .street: self = .street
    case .township: self = .township
    case .district: self = .district
    case .city: self = .city
    case .province: self = .province
    }
  }
}
