package import GeoData
internal import Planar
package import Planning
package import Quantities
package import Rules
package import Workers

/// What is known of a city without measuring: its project, its units, how many rows it has. The same
/// for all parts of a city. Nothing of it ever changes; a class, since it is handed to every question.
package final class Frame: Sendable {
  /// What the project states.
  package let project: Project
  /// The units, with what they say of themselves.
  package let units: Units
  /// The facility kinds.
  package let vocabulary: FacilityKinds
  /// Rows that were rejected: what they could decide is not known.
  package let setAside: RejectedSubjects
  /// Ids of the facilities of which it is not known where they are, by row.
  package let unplacedFacilities: [Int: String]
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
  let words: ConditionWords

  /// The facility kinds that the data of the whole city has any row of.
  private let kindsInData: Set<Int>

  /// How the units lie in each other.
  package let tree: UnitTree

  package init(
    of city: City, vocabulary: FacilityKinds, hasNetwork: Bool, planned: PlannedRows? = nil,
    workers: Workers, tree: UnitTree? = nil
  ) {
    project = city.project
    units = city.units
    setAside = city.setAside
    parcels = city.parcels.count
    facilities = city.facilities.count
    self.vocabulary = vocabulary
    let rows = city.facilities.rows
    unplacedFacilities = Dictionary(
      uniqueKeysWithValues: (0..<rows.count).lazy.filter { !rows.isPlaced($0) }
        .map { ($0, rows.ids[$0]) })
    self.hasNetwork = hasNetwork
    self.planned = planned
    self.workers = workers
    words = city.words
    kindsInData = city.kindsInData
    self.tree = tree ?? UnitTree(city.units)
  }

  /// Whether there may be facilities of which it is not known where, or whether, they are.
  var hasDoubtfulFacilities: Bool {
    project.layers.lacks(.facilities) || setAside.facilities.count > 0
      || !unplacedFacilities.isEmpty
  }

  /// The units of some levels in a scope, ascending.
  package func units(_ levels: [RuleSubject], in scope: Scope) -> [Int] {
    let wanted = Set(levels.compactMap(UnitLevel.init))
    switch scope {
    case .territory, .plan:
      return wanted.flatMap { units(of: $0) }.sorted()
    case .unit(let unit):
      return tree.units(in: unit).map { Int($0) }.filter { wanted.contains(units.level[$0]) }
    }
  }

  /// All units of one level, ascending.
  package func units(of level: UnitLevel) -> [Int] { tree.units(of: level) }

  /// Of these, those of which it is not known where they are.
  func unplacedUnits(of level: UnitLevel) -> [Int] {
    tree.unplacedUnits(of: level)
  }

  /// The units of one level in a unit, ascending.
  func units(of level: UnitLevel, in unit: Int) -> [Int] {
    tree.units(in: unit).lazy.map { Int($0) }.filter { self.units.level[$0] == level }
  }

  /// Whether there is a unit of any of these levels.
  package func hasUnits(_ levels: [RuleSubject]) -> Bool {
    levels.compactMap(UnitLevel.init).contains { !tree.units(of: $0).isEmpty }
  }

  /// Whether the data has any row of some kinds.
  package func hasAny(of kinds: [String]) -> Bool {
    !vocabulary.descendants(of: kinds).isDisjoint(with: kindsInData)
  }

  /// How far a person walks for a metre of straight line, where there is no network.
  package var detour: Amount { project.assumptions.detour ?? Amount(micros: 1_300_000) }
}

extension Frame {
  /// The levels of administration that there are units of, from small to large.
  var levels: [UnitLevel] { tree.levels }

  /// The levels of planning units that there are, by name.
  package var planningLevels: [UnitLevel] { tree.planningLevels }

  /// Where a level stands in columns that have one for each; `nil`: nobody lies in a unit of it.
  package func slot(of level: UnitLevel) -> Int? {
    guard level.isOfPlanning else { return level.rank }
    return planningLevels.firstIndex(of: level).map { UnitLevel.administrative.count + $0 }
  }

  /// The number of levels that have a column each.
  package var slots: Int { UnitLevel.administrative.count + planningLevels.count }
}

extension UnitLevel {
  /// The level that a rule is about; `nil` for what is no unit.
  package init?(_ subject: RuleSubject) {
    guard subject.isUnit else { return nil }
    self.init(name: subject.rawValue)
  }
}

extension RuleSubject {
  /// Whether rules about units of a level may pass rounded.
  package static func allowsRounding(_ level: UnitLevel) -> Bool {
    RuleSubject(rawValue: level.rawValue)?.allowsRounding ?? false
  }
}
