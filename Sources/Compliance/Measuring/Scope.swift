internal import Documents
internal import Planning
internal import Quantities
internal import Rules

/// The area that a total is taken over.
enum Scope: Hashable {
  /// One unit of a units layer.
  case unit(Int)
  /// All that the project holds, as the unit of this level.
  case territory(RuleSubject)
  /// The parcels that are to be built, taken together.
  case plan
}

/// A total, or the reason why there is none.
enum Totalled {
  case bounds(Bounds, estimated: Bool)
  case missing(MissingTotal)
}

extension RunContext {
  /// Whether totals over the layers may stand for the scope.
  func layersAreComplete(for scope: Scope) -> MissingTotal? {
    let project = city.project
    let level: UnitLevel
    switch scope {
    case .plan: return nil
    case .unit(let row): level = city.units.level[row]
    case .territory(let subject): level = UnitLevel(rawValue: subject.rawValue) ?? .city
    }
    if case .unit = scope, level <= .district { return nil }
    guard project.isComplete else {
      return .layersIncomplete(level)
    }
    guard level <= project.level else {
      return .projectSmaller(covers: project.level, asked: level)
    }
    if case .territory = scope, level < project.level {
      return .noUnitLayer(level)
    }
    return nil
  }

  /// A figure declared for a scope.
  func declared(_ name: String, _ scope: Scope) -> Amount? {
    for statistics in city.project.statistics {
      guard let figure = statistics.figures[name] else { continue }
      switch (statistics.subject, scope) {
      case (.territory(let word), .territory(let subject)) where word == subject.rawValue:
        return figure
      case (.territory("plan"), .plan):
        return figure
      case (.territory(let word), .unit(let row))
      where word == city.units.level[row].rawValue
        && city.units.level.count(where: { $0.rawValue == word }) == 1:
        return figure
      case (.unit(let level, let id), .unit(let row))
      where city.units.level[row] == level
        && (city.units.rows.ids[row] == id || city.units.rows.names[row] == id):
        return figure
      default: continue
      }
    }
    return nil
  }

  /// The rows of parcels that are, or may be, in a scope.
  func parcels(in scope: Scope) -> [(row: Int, isIn: Truth)] {
    switch scope {
    case .territory: (0..<city.parcels.count).map { ($0, .yes) }
    case .plan:
      (0..<city.parcels.count).map { ($0, isPlanned($0)) }.filter { $0.isIn != .no }
    case .unit(let unit):
      (0..<city.parcels.count).filter {
        city.parcels.units[$0, city.units.level[unit]] == unit
      }.map { ($0, .yes) }
    }
  }

  /// Whether a parcel is to be built; not known without a status.
  private func isPlanned(_ parcel: Int) -> Truth {
    if let planned { return Truth(planned.isParcel[parcel]) }
    return city.parcels.status[parcel].map { Truth($0 == .new) } ?? .unknown
  }

  /// Whether each facility is in a scope, by row.
  func facilities(in scope: Scope) -> [Truth] {
    let facilities = city.facilities
    switch scope {
    case .territory: return Array(repeating: .yes, count: facilities.count)
    case .unit(let unit):
      let level = city.units.level[unit]
      return (0..<facilities.count).map { Truth(facilities.units[$0, level] == unit) }
    case .plan:
      return (0..<facilities.count).map { row in
        if let planned { return Truth(planned.isFacility[row]) }
        var homes = facilities.servedParcels[row]
        if homes.isEmpty, facilities.insideParcel[row] >= 0 {
          homes = [Int(facilities.insideParcel[row])]
        }
        return homes.reduce(Truth(facilities.status[row] == .new)) { $0 || isPlanned($1) }
      }
    }
  }

  /// The units of some levels in a scope.
  func units(_ levels: [RuleSubject], in scope: Scope) -> [Int] {
    let wanted = Set(levels.map(\.rawValue))
    return (0..<city.units.count).filter { row in
      guard wanted.contains(city.units.level[row].rawValue) else { return false }
      switch scope {
      case .territory, .plan: return true
      case .unit(let unit): return city.units.parents[row, city.units.level[unit]] == unit
      }
    }
  }

  /// A quantity over a scope: as declared, else from the unit's own column, else from the layers.
  func total(_ quantity: Quantity, _ scope: Scope) -> Totalled {
    if let name = quantity.statistic, let figure = declared(name, scope) {
      return .bounds(Bounds(figure), estimated: false)
    }
    switch quantity.source {
    case .declared:
      return .missing(.notDeclared(statistic: quantity.statistic ?? ""))
    case .people(let measure):
      return people(measure, scope)
    case .facilities(let kinds, let filter, let measure):
      if let reason = layersAreComplete(for: scope) { return .missing(reason) }
      return .bounds(
        sum(measure, selection(kinds, filter), where: facilities(in: scope)), estimated: false)
    case .units(let levels, let filter):
      if let reason = layersAreComplete(for: scope) { return .missing(reason) }
      let names = levels.map(\.rawValue)
      guard city.units.level.contains(where: { names.contains($0.rawValue) }) else {
        return .missing(.noCountedUnits(levels))
      }
      let truths = truthsOfUnits(filter)
      var bounds = Bounds.zero
      for row in units(levels, in: scope) {
        switch truths[row] {
        case .yes: bounds += Bounds(count: 1)
        case .unknown: bounds.addPossibly(Bounds(count: 1))
        case .no: break
        }
      }
      return .bounds(bounds, estimated: false)
    }
  }

  /// People of a scope, without a look at declared figures other than by the measure's own name.
  func people(_ measure: PeopleMeasure, _ scope: Scope) -> Totalled {
    if case .unit(let row) = scope {
      let own = measure == .population ? city.units.population[row] : nil
      if let own = measure == .elders ? city.units.elders[row] : own {
        return .bounds(Bounds(own), estimated: false)
      }
    }
    if let reason = layersAreComplete(for: scope) { return .missing(reason) }
    var bounds = Bounds.zero
    var estimated = false
    for (row, isIn) in parcels(in: scope) {
      let people = people(measure, ofParcel: row)
      if isIn == .yes { bounds += people.bounds } else { bounds.addPossibly(people.bounds) }
      estimated = estimated || people.estimated
    }
    return .bounds(bounds, estimated: estimated)
  }

  /// The sum of a measure over selected facilities.
  func sum(
    _ measure: FacilityMeasure, _ selection: FacilitySelection, where isIn: [Truth]
  ) -> Bounds {
    let amounts = city.facilities.amounts(of: measure)
    func bounds(_ row: Int32) -> Bounds {
      guard let amounts else { return Bounds(count: 1) }
      return Bounds(amounts[Int(row)])
    }
    var sum = Bounds.zero
    for row in selection.certain where isIn[Int(row)] == .yes { sum += bounds(row) }
    for row in selection.certain where isIn[Int(row)] == .unknown {
      sum.addPossibly(bounds(row))
    }
    for row in selection.possible where isIn[Int(row)] != .no { sum.addPossibly(bounds(row)) }
    return sum
  }

  /// The scopes that a rule about units, the territory or the plan is judged for.
  func scopes(of subjects: [RuleSubject]) -> (table: SubjectTable, scopes: [Scope]) {
    if subjects == [.plan] { return (.territory, [.plan]) }
    let units = units(subjects, in: .territory(.province))
    if !units.isEmpty { return (.units, units.map { Scope.unit($0) }) }
    return (.territory, [.territory(subjects[0])])
  }
}
