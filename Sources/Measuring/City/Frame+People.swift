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
      return sum(measure, of: { self.units(of: $0) }, below: nil, statistic)
    }
  }

  private func people(
    _ measure: PeopleMeasure, ofUnit unit: Int, _ statistic: String?
  ) -> Bounds? {
    if let figure = statistic.flatMap({ declared($0, .unit(unit)) }) { return Bounds(figure) }
    if let own = units.people(measure, of: unit) { return Bounds(own) }
    let level = units.level[unit]
    // The communities of a planning unit need not fill it.
    guard !level.isOfPlanning else { return nil }
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
    guard case .unit(let row) = scope else { return nil }
    return units.number(ofColumn: name, row)
  }
}

extension Units {
  /// A number of people or dwellings of a unit; of several columns, where all have one.
  fileprivate func people(_ measure: PeopleMeasure, of unit: Int) -> Amount? {
    switch measure {
    case .households: return households[unit]
    case .population: return population[unit]
    case .elders: return elders[unit]
    case .infants: return infants[unit]
    case .columns(let names):
      return names.reduce(Amount.zero as Amount?) { sum, name in
        guard let sum, let more = number(ofColumn: name, unit), more >= .zero else { return nil }
        return sum + more
      }
    }
  }

  /// What a column says of a unit.
  fileprivate func number(ofColumn name: String, _ unit: Int) -> Amount? {
    (values(ofDeclared: name) ?? rows.values(of: name))?.number?(unit)
  }
}
