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
    case .people(let measure): Self.people(.people(measure))
    case .facilities(let kinds, let filter, let measure):
      Self.facilities(FacilityChoice(kinds, filter), measure)
    case .units(_, let filter): [AppliesToUnits(filter)]
    }
  }

  /// What must be asked for the people of areas.
  package static func people(_ measure: People.Measure) -> [any Question] {
    [PeopleSums(measure), PeopleSums(.parcels), RejectedPeople(measure)]
  }

  /// What must be asked for what facilities have together.
  package static func facilities(
    _ choice: FacilityChoice, _ measure: FacilityMeasure
  ) -> [any Question] {
    [FacilitySums(choice, measure), RejectedFacilities(choice, measure)]
  }
}

extension Measurement {
  /// A quantity over a scope: as declared, else from the unit's own column, else from the layers.
  package func total(_ quantity: Quantity, _ scope: Scope) -> Totalled {
    if let name = quantity.statistic, let figure = frame.declared(name, scope) {
      return .bounds(Bounds(figure), on: [])
    }
    switch quantity.source {
    case .declared:
      let name = quantity.statistic ?? ""
      if let own = frame.ownFigure(name, scope) { return .bounds(Bounds(own), on: []) }
      return .missing(.notDeclared(statistic: name))
    case .people(let measure):
      return people(measure, scope, statistic: quantity.statistic)
    case .facilities(let kinds, let filter, let measure):
      return facilities(FacilityChoice(kinds, filter), measure, scope)
    case .units(let levels, let filter):
      if let reason = frame.layersAreIncomplete(for: scope, of: .units) { return .missing(reason) }
      guard frame.hasUnits(levels) else { return .missing(.noCountedUnits(levels)) }
      return .bounds(units(levels, filter, scope), on: [])
    }
  }

  /// How many units of some levels, that meet a condition, there are in a scope.
  private func units(_ levels: [RuleSubject], _ filter: Condition, _ scope: Scope) -> Bounds {
    let truths = self[AppliesToUnits(filter)]
    var bounds = Bounds.zero
    for row in frame.units(levels, in: scope) {
      switch truths[row] {
      case .yes: bounds += Bounds(count: 1)
      case .unknown: bounds.addPossibly(Bounds(count: 1))
      case .no: break
      }
    }
    bounds.addPossibly(Bounds(count: frame.rejectedUnits(levels)))
    return bounds
  }

  /// What the facilities of a choice have together in a scope: rejected ones may add to it.
  package func facilities(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, _ scope: Scope
  ) -> Totalled {
    if let reason = frame.layersAreIncomplete(for: scope, of: .facilities) {
      return .missing(reason)
    }
    let sum = self[FacilitySums(choice, measure)][scope]
    var bounds = sum.bounds
    bounds.addPossibly(self[RejectedFacilities(choice, measure)][scope])
    return .bounds(bounds, on: sum.grounds)
  }

  /// People of a scope: the unit's own figure, else the sum of those of the units in it where all
  /// have one, else what the parcels add up to.
  ///
  /// - Parameter statistic: What the figure is called where it is declared for a unit.
  package func people(
    _ measure: PeopleMeasure, _ scope: Scope, statistic: String?
  ) -> Totalled {
    if let figure = frame.people(measure, scope, statistic: statistic) {
      return .bounds(figure, on: [])
    }
    if frame.project.layers.lacks(.parcels), scope != .plan {
      // What is missing is rather the units' figure than a layer of parcels.
      if let reason = frame.layersAreIncomplete(for: scope, of: .units) { return .missing(reason) }
      return .missing(.peopleMissing(measure))
    }
    // Where units say that somebody lives, and no parcel is, the parcels are not all of it.
    if self[PeopleSums(.parcels)][scope].bounds == .zero,
      PeopleMeasure.named.contains(where: {
        (frame.people($0, scope, statistic: $0.rawValue)?.high ?? 0) > 0
      })
    {
      return .missing(.peopleMissing(measure))
    }
    return sum(.people(measure), scope)
  }

  /// What the parcels of a scope add up to: rejected ones may add to it.
  package func sum(_ measure: People.Measure, _ scope: Scope) -> Totalled {
    if let reason = frame.layersAreIncomplete(for: scope, of: .parcels) { return .missing(reason) }
    let sum = self[PeopleSums(measure)][scope]
    var bounds = sum.bounds
    bounds.addPossibly(self[RejectedPeople(measure)][scope])
    return .bounds(bounds, on: sum.grounds)
  }

  /// The shares of what the parcels of a scope weigh; rejected ones may weigh, and may be covered.
  package func weighed(
    _ question: WeighedCover, _ scope: Scope
  ) -> (shares: WeightedShares, isEstimated: Bool, lacksWeight: Bool) {
    var found = self[question][scope]
    let rejected = self[RejectedPeople(question.weight)][scope]
    if rejected.high > 0 {
      found.shares.addPossibly(rejected)
      found.lacksWeight = true
    }
    return found
  }
}

extension Frame {
  /// How many rejected rows may be units of some levels.
  package func rejectedUnits(_ levels: [RuleSubject]) -> Int {
    let wanted = Set(levels.compactMap(UnitLevel.init))
    return setAside.units.count { level in level.map(wanted.contains) ?? true }
  }
}
