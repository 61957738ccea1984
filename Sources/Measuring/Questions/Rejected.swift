internal import GeoData
internal import Planning
package import Rules

/// What rejected rows may add to each area: at worst nothing, at best all that they say.
package struct RejectedSums: Sendable {
  private var sums: ScopeSums
  /// By slot of `sums`: the first row that may be in the area, or -1, and how many may.
  private var first: [Int32]
  private var counts: [Int32]

  fileprivate init(units: Int) {
    sums = ScopeSums(units: units)
    first = Array(repeating: -1, count: units + 2)
    counts = Array(repeating: 0, count: units + 2)
  }

  fileprivate mutating func add(_ bounds: Bounds, _ row: Int, to scope: Scope) {
    guard bounds.high > 0 else { return }
    sums.add(bounds, [], to: scope, .unknown)
    let slot = scope.slot(of: counts.count)
    if counts[slot] == 0 { first[slot] = Int32(row) }
    counts[slot] += 1
  }

  /// What one area may have more.
  package subscript(_ scope: Scope) -> Bounds { sums[scope].bounds }

  /// How many rows may be in an area.
  package func count(in scope: Scope) -> Int { Int(counts[scope.slot(of: counts.count)]) }

  /// The first row that may be in an area, and how many others may; `nil` where none may.
  package func rows(in scope: Scope) -> (first: Int, others: Int)? {
    let slot = scope.slot(of: counts.count)
    return counts[slot] == 0 ? nil : (Int(first[slot]), Int(counts[slot]) - 1)
  }
}

/// What rejected facilities may add to each area.
package struct RejectedFacilities: DerivedQuestion {
  package typealias Answer = RejectedSums

  package let choice: FacilityChoice
  package let measure: FacilityMeasure

  package init(_ choice: FacilityChoice, _ measure: FacilityMeasure) {
    self.choice = choice
    self.measure = measure
  }

  package func answer(in frame: Frame, _ known: Answers) async throws -> RejectedSums {
    var result = RejectedSums(units: frame.units.count)
    let facilities = frame.setAside.facilities
    let offers = Bounds.offers(of: facilities, measure)
    for row in frame.rejected(choice) {
      frame.forEachScope(ofRejectedFacility: row) { result.add(offers[row], row, to: $0) }
    }
    return result
  }
}

/// What rejected parcels may add to each area.
package struct RejectedPeople: DerivedQuestion {
  package typealias Answer = RejectedSums

  package let measure: People.Measure

  package init(_ measure: People.Measure) { self.measure = measure }

  package func answer(in frame: Frame, _ known: Answers) async throws -> RejectedSums {
    var result = RejectedSums(units: frame.units.count)
    let parcels = frame.setAside.parcels
    let people = measure.amounts(
      in: parcels, frame.project.assumptions, on: frame.setAside.ground)
    for row in 0..<parcels.count {
      frame.forEachScope(ofRejectedParcel: row) { result.add(people.bounds[row], row, to: $0) }
    }
    return result
  }
}

extension Frame {
  /// The rejected facilities that may be of a choice, ascending: of an unknown kind all that the
  /// filter does not leave out.
  func rejected(_ choice: FacilityChoice) -> [Int] {
    let facilities = setAside.facilities
    guard facilities.count > 0 else { return [] }
    let standings = facilities.standings(on: project.asOf)
    let filtered = choice.filter.truths(
      in: FacilityColumns(
        facilities: facilities, units: units, kindNames: vocabulary.lineages,
        standings: standings, words: words))
    let counts = choice.counts(
      facilities, meeting: filtered, standings, for: project, vocabulary)
    return counts.indices.filter { counts[$0] != .no }
  }

  /// Whether a rejected facility may be anywhere at all. Those of a plan are few, and all matter.
  func decides(lostFacility row: Int) -> Bool {
    planned != nil && row >= setAside.plannedFrom.facilities
      || setAside.lost.facilitiesDecide && setAside.facilities.kind[row] >= 0
  }

  /// Calls `body` with every area that a rejected facility may be in. One that says neither what nor
  /// where it is, is one of the whole city at most.
  fileprivate func forEachScope(ofRejectedFacility row: Int, _ body: (Scope) -> Void) {
    let facilities = setAside.facilities
    body(.territory(.city))
    let isPlanned =
      planned == nil
      ? facilities.status[row] != .existing : row >= setAside.plannedFrom.facilities
    if isPlanned { body(.plan) }
    let isPlaced = facilities.rows.isPlaced(row)
    guard isPlaced || isInAnyUnit(facilities.units, row) || decides(lostFacility: row) else {
      return
    }
    forEachUnit(of: facilities.units, row, isPlaced: isPlaced) { unit, _ in body(.unit(unit)) }
  }

  /// Calls `body` with every area that a rejected parcel may be in.
  package func forEachScope(ofRejectedParcel row: Int, _ body: (Scope) -> Void) {
    let parcels = setAside.parcels
    body(.territory(.city))
    let isPlanned =
      planned == nil ? parcels.status[row] != .existing : row >= setAside.plannedFrom.parcels
    if isPlanned { body(.plan) }
    let isPlaced = parcels.rows.isPlaced(row)
    let saysPeople = parcels.households[row] != nil || parcels.population[row] != nil
    guard isPlaced || isInAnyUnit(parcels.units, row) || saysPeople && setAside.lost.parcelsDecide
    else { return }
    forEachUnit(of: parcels.units, row, isPlaced: isPlaced) { unit, _ in body(.unit(unit)) }
  }
}

extension Bounds {
  /// What facilities have of something; unknown where nothing is stated.
  static func offers(of facilities: Facilities, _ measure: FacilityMeasure) -> [Bounds] {
    guard let amounts = facilities.amounts(of: measure) else {
      return Array(repeating: Bounds(count: 1), count: facilities.count)
    }
    return amounts.map { Bounds($0) }
  }
}
