internal import Planning
package import Rules

/// A total, or the reason why there is none.
package enum Totalled: Sendable {
  case bounds(Bounds, on: Grounds)
  case missing(MissingTotal)
}

/// What a total over an area is taken from.
package struct TotalSource: Sendable {
  let quantity: Quantity

  package init(_ quantity: Quantity) { self.quantity = quantity }

  /// What must be asked for it.
  package var questions: [any Question] {
    switch quantity.source {
    case .declared: []
    case .people(let measure): [PeopleSums(.people(measure))]
    case .facilities(let kinds, let filter, let measure):
      [FacilitySums(FacilityChoice(kinds, filter), measure)]
    case .units(_, let filter): [AppliesToUnits(filter)]
    }
  }
}

extension Measurement {
  /// A quantity over a scope: as declared, else from the unit's own column, else from the layers.
  package func total(_ quantity: Quantity, _ scope: Scope) -> Totalled {
    if let name = quantity.statistic, let figure = frame.declared(name, scope) {
      return .bounds(Bounds(figure), on: [])
    }
    switch quantity.source {
    case .declared: return .missing(.notDeclared(statistic: quantity.statistic ?? ""))
    case .people(let measure): return people(measure, scope)
    case .facilities(let kinds, let filter, let measure):
      if let reason = frame.layersAreIncomplete(for: scope) { return .missing(reason) }
      let sum = self[FacilitySums(FacilityChoice(kinds, filter), measure)][scope]
      return .bounds(sum.bounds, on: sum.grounds)
    case .units(let levels, let filter):
      if let reason = frame.layersAreIncomplete(for: scope) { return .missing(reason) }
      guard frame.hasUnits(levels) else { return .missing(.noCountedUnits(levels)) }
      let truths = self[AppliesToUnits(filter)]
      var bounds = Bounds.zero
      for row in frame.units(levels, in: scope) {
        switch truths[row] {
        case .yes: bounds += Bounds(count: 1)
        case .unknown: bounds.addPossibly(Bounds(count: 1))
        case .no: break
        }
      }
      return .bounds(bounds, on: [])
    }
  }

  /// People of a scope, without a look at declared figures.
  package func people(_ measure: PeopleMeasure, _ scope: Scope) -> Totalled {
    if case .unit(let row) = scope {
      let own = measure == .population ? frame.units.population[row] : nil
      if let own = measure == .elders ? frame.units.elders[row] : own {
        return .bounds(Bounds(own), on: [])
      }
    }
    return sum(.people(measure), scope)
  }

  /// What the parcels of a scope add up to.
  package func sum(_ measure: People.Measure, _ scope: Scope) -> Totalled {
    if let reason = frame.layersAreIncomplete(for: scope) { return .missing(reason) }
    let sum = self[PeopleSums(measure)][scope]
    return .bounds(sum.bounds, on: sum.grounds)
  }
}
