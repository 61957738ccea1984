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
  /// What the words of conditions mean.
  let words: ColumnWords

  /// Rows of the units by level rank, ascending.
  package let unitsOfLevel: [[Int]]
  /// Rows of the units that lie in each unit, or are it, ascending: those of unit `u` are
  /// `unitsWithin[withinOffsets[u]..<withinOffsets[u + 1]]`.
  private let withinOffsets: [Int32]
  private let unitsWithin: [Int32]

  package init(
    project: Project, units: Units, parcels: Int, facilities: Int, hasNetwork: Bool,
    planned: PlannedRows? = nil, words: ColumnWords = ColumnWords(), workers: Workers
  ) {
    self.project = project
    self.units = units
    self.parcels = parcels
    self.facilities = facilities
    self.hasNetwork = hasNetwork
    self.planned = planned
    self.workers = workers
    self.words = words
    unitsOfLevel = UnitLevel.allCases.map { units.rows(of: $0) }
    (withinOffsets, unitsWithin) = Self.within(units)
  }

  /// Two passes over the units, without an array for each: a review makes many frames.
  private static func within(_ units: Units) -> (offsets: [Int32], rows: [Int32]) {
    func forEachParent(_ body: (_ row: Int, _ parent: Int) -> Void) {
      for row in 0..<units.count {
        for level in UnitLevel.allCases {
          if let parent = units.parents[row, level], units.level[parent] == level {
            body(row, parent)
          }
        }
      }
    }
    var offsets = [Int32](repeating: 0, count: units.count + 1)
    forEachParent { _, parent in offsets[parent + 1] += 1 }
    for unit in 0..<units.count { offsets[unit + 1] += offsets[unit] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: Int(offsets[units.count]))
    forEachParent { row, parent in
      rows[Int(next[parent])] = Int32(row)
      next[parent] += 1
    }
    return (offsets, rows)
  }

  /// The units of some levels in a scope, ascending.
  package func units(_ levels: [RuleSubject], in scope: Scope) -> [Int] {
    let wanted = Set(levels.compactMap(UnitLevel.init))
    switch scope {
    case .territory, .plan:
      return UnitLevel.allCases.filter(wanted.contains)
        .flatMap { unitsOfLevel[$0.rank] }.sorted()
    case .unit(let unit):
      let within = unitsWithin[Int(withinOffsets[unit])..<Int(withinOffsets[unit + 1])]
      return within.map { Int($0) }.filter { wanted.contains(units.level[$0]) }
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
