internal import Planning
internal import Quantities
internal import Rules

extension Frame {
  /// The people of a scope by what units say: the unit's own figure, else the sum of those of the
  /// units in it, if all have one; `nil` where units do not tell.
  ///
  /// - Parameter statistic: What the figure is called where it is declared for a unit.
  func people(_ measure: PeopleMeasure, _ scope: Scope, statistic: String?) -> Bounds? {
    switch scope {
    case .plan: return nil
    case .unit(let unit): return people(measure, ofUnit: unit, statistic)
    case .territory:
      guard layersAreIncomplete(for: scope, of: .units) == nil else { return nil }
      return sum(measure, of: { self.unitsOfLevel[$0.rank] }, below: nil, statistic)
    }
  }

  private func people(
    _ measure: PeopleMeasure, ofUnit unit: Int, _ statistic: String?
  ) -> Bounds? {
    if let figure = statistic.flatMap({ declared($0, .unit(unit)) }) { return Bounds(figure) }
    if let own = units.people(measure)[unit] { return Bounds(own) }
    let level = units.level[unit]
    guard layersAreIncomplete(for: .unit(unit), of: .units) == nil else { return nil }
    return sum(measure, of: { lower in self.units(of: lower, in: unit) }, below: level, statistic)
  }

  /// The sum over the largest units that there are below a level, each by its own figure or the sum
  /// of those below it.
  ///
  /// - Parameter members: The units of a level that lie in the area.
  private func sum(
    _ measure: PeopleMeasure, of members: (UnitLevel) -> [Int], below level: UnitLevel?,
    _ statistic: String?
  ) -> Bounds? {
    // Streets and townships are of one tier.
    let tiers: [[UnitLevel]] = [
      [.province], [.city], [.district], [.street, .township], [.community],
    ]
    for tier in tiers where tier.allSatisfy({ lower in level.map { lower < $0 } ?? true }) {
      let members = tier.flatMap(members)
      guard !members.isEmpty else { continue }
      if tier.contains(where: setAside.mayHoldUnit(of:)) { return nil }
      var sum = Bounds.zero
      for unit in members {
        guard let people = people(measure, ofUnit: unit, statistic) else { return nil }
        sum += people
      }
      return sum
    }
    return nil
  }
}

extension Frame {
  /// What a unit's own column of a name says.
  func ownFigure(_ name: String, _ scope: Scope) -> Amount? {
    guard case .unit(let row) = scope,
      case .number(let value)? = UnitColumns(units: units, words: words).values(of: name)
    else { return nil }
    return value(row)
  }
}

extension Units {
  /// The column of a number of people or dwellings.
  func people(_ measure: PeopleMeasure) -> [Amount?] {
    switch measure {
    case .households: households
    case .population: population
    case .elders: elders
    case .infants: infants
    }
  }
}
