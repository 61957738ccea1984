internal import Planning
package import Rules

/// One figure for each area that there is: the units, the territory, the plan.
package struct ScopeSums: Portable {
  /// By unit, then that of the territory, then that of the plan; in millionths.
  private var sums: [Bounds]
  /// Likewise: whether it rests on an assumption, on what does not stand yet, on what perhaps stands.
  private var estimates: [Bool]
  private var comings: [Bool]
  private var doubts: [Bool]

  package init(parcels: Int, facilities: Int, units: Int) { self.init(units: units) }

  init(units: Int) {
    sums = Array(repeating: .zero, count: units + 2)
    estimates = Array(repeating: false, count: units + 2)
    comings = estimates
    doubts = estimates
  }

  /// That of one area.
  package subscript(_ scope: Scope) -> (bounds: Bounds, grounds: Grounds) {
    let slot = scope.slot(of: sums.count)
    var grounds: Grounds = estimates[slot] ? .estimate : []
    if comings[slot] { grounds.insert(.coming) }
    if doubts[slot] { grounds.insert(.doubt) }
    return (sums[slot], grounds)
  }

  mutating func add(_ bounds: Bounds, _ grounds: Grounds, to scope: Scope, _ isIn: Truth) {
    let slot = scope.slot(of: sums.count)
    switch isIn {
    case .yes: sums[slot] += bounds
    case .unknown: sums[slot].addPossibly(bounds)
    case .no: return
    }
    if grounds.contains(.estimate) { estimates[slot] = true }
    if grounds.contains(.coming) { comings[slot] = true }
    if grounds.contains(.doubt) { doubts[slot] = true }
  }

  package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
    try carrier.sums(&sums)
    try carrier.anyOf(&estimates)
    try carrier.anyOf(&comings)
    try carrier.anyOf(&doubts)
  }
}

/// How many people, dwellings or parcels each area has, added up over parcels.
package struct PeopleSums: PortableQuestion {
  package typealias Answer = ScopeSums

  package let measure: People.Measure

  package init(_ measure: People.Measure) { self.measure = measure }

  package var needs: [any Question] { [People(measure)] }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> ScopeSums {
    let people = known[People(measure)]
    var sums = ScopeSums(units: city.frame.units.count)
    city.forEachScope(ofParcels: city.countedParcels) { row, scope, isIn in
      sums.add(people.bounds[row], people.isEstimated[row] ? .estimate : [], to: scope, isIn)
    }
    return sums
  }
}

/// What the facilities of a choice have together in each area.
package struct FacilitySums: PortableQuestion {
  package typealias Answer = ScopeSums

  package let choice: FacilityChoice
  package let measure: FacilityMeasure

  package init(_ choice: FacilityChoice, _ measure: FacilityMeasure) {
    self.choice = choice
    self.measure = measure
  }

  package var needs: [any Question] { [Chosen(choice), Offers(measure), Standings()] }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> ScopeSums {
    let offers = known[Offers(measure)]
    let marks = known.marks(choice)
    var sums = ScopeSums(units: city.frame.units.count)
    let selection = known[choice]
    for (rows, counts) in [(selection.certain, Truth.yes), (selection.possible, .unknown)] {
      city.forEachScope(ofFacilities: rows) { row, scope, isIn in
        let grounds = offers.isEstimated[row] ? marks[row].union(.estimate) : marks[row]
        sums.add(offers.bounds[row], grounds, to: scope, isIn && counts)
      }
    }
    return sums
  }
}

/// The mean covered share of each area, weighed by what its parcels have.
package struct WeighedCover: PortableQuestion {
  package let cover: Cover
  package let weight: People.Measure

  package init(_ cover: Cover, by weight: People.Measure) {
    self.cover = cover
    self.weight = weight
  }

  package var needs: [any Question] { [cover, People(weight)] }

  package struct Answer: Portable {
    private var shares: [WeightedShares]
    private var estimates: [Bool]
    private var gaps: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      shares = Array(repeating: WeightedShares(), count: units + 2)
      estimates = Array(repeating: false, count: units + 2)
      gaps = Array(repeating: false, count: units + 2)
    }

    /// Of one area: its mean, whether a weight is an estimate, and whether one is not known.
    package subscript(
      _ scope: Scope
    ) -> (shares: WeightedShares, isEstimated: Bool, lacksWeight: Bool) {
      let slot = scope.slot(of: shares.count)
      return (shares[slot], estimates[slot], gaps[slot])
    }

    fileprivate mutating func add(
      _ weight: Bounds, isEstimated: Bool, _ share: (low: Double, high: Double), to scope: Scope,
      _ isIn: Truth
    ) {
      let slot = scope.slot(of: shares.count)
      shares[slot].add(
        isIn == .yes ? weight : Bounds(low: 0, high: weight.high), low: share.low,
        high: share.high)
      if isEstimated { estimates[slot] = true }
      if !weight.isExact { gaps[slot] = true }
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.shares(&shares)
      try carrier.anyOf(&estimates)
      try carrier.anyOf(&gaps)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let cover = known[cover]
    let weights = known[People(weight)]
    var answer = Answer(
      parcels: city.city.parcels.count, facilities: city.city.facilities.count,
      units: city.frame.units.count)
    city.forEachScope(ofParcels: city.countedParcels) { row, scope, isIn in
      answer.add(
        weights.bounds[row], isEstimated: weights.isEstimated[row], cover.shares(row), to: scope,
        isIn)
    }
    return answer
  }
}

extension MeasuredCity {
  /// Calls `body` with every area that each parcel is, or may be, in: one look at each parcel.
  func forEachScope(
    ofParcels rows: [Int32], _ body: (_ row: Int, _ scope: Scope, _ isIn: Truth) -> Void
  ) {
    let parcels = city.parcels
    for row in rows.lazy.map({ Int($0) }) {
      body(row, .territory(.city), .yes)
      let planned = isPlanned(parcel: row)
      if planned != .no { body(row, .plan, planned) }
      frame.forEachUnit(of: parcels.units, row, isPlaced: parcels.rows.isPlaced(row)) {
        body(row, .unit($0), $1)
      }
    }
  }

  /// Likewise for those of some facilities that are this city's own.
  func forEachScope(
    ofFacilities rows: [Int32], _ body: (_ row: Int, _ scope: Scope, _ isIn: Truth) -> Void
  ) {
    let facilities = city.facilities
    for row in rows.lazy.map({ Int($0) }) where isCounted(facility: row) {
      body(row, .territory(.city), .yes)
      let planned = isPlanned(facility: row)
      if planned != .no { body(row, .plan, planned) }
      frame.forEachUnit(of: facilities.units, row, isPlaced: facilities.rows.isPlaced(row)) {
        body(row, .unit($0), $1)
      }
    }
  }

  /// Whether a parcel is to be built; not known without a status.
  func isPlanned(parcel: Int) -> Truth {
    if let planned { return Truth(planned.isParcel[parcel]) }
    return city.parcels.status[parcel].map { Truth($0 == .new) } ?? .unknown
  }

  private func isPlanned(facility row: Int) -> Truth {
    if let planned { return Truth(planned.isFacility[row]) }
    let facilities = city.facilities
    var homes = facilities.servedParcels[row]
    if homes.isEmpty, facilities.insideParcel[row] >= 0 {
      homes = [Int(facilities.insideParcel[row])]
    }
    return homes.reduce(Truth(facilities.status[row] == .new)) { $0 || isPlanned(parcel: $1) }
  }
}

/// Which areas each parcel is in, for rules that count parcels area by area.
package struct Territories: PortableQuestion {
  package init() {}

  package struct Answer: Portable {
    /// By slot of the level, then by parcel: row of the unit, or -1.
    private var units: [[Int32]]
    private var isPlanned: [Truth]

    package init(parcels: Int, facilities: Int, units: Int) {
      self.init(parcels: parcels, slots: UnitLevel.administrative.count)
    }

    fileprivate init(parcels: Int, slots: Int) {
      units = Array(repeating: Array(repeating: -1, count: parcels), count: slots)
      isPlanned = Array(repeating: .no, count: parcels)
    }

    fileprivate init(units: [[Int32]], isPlanned: [Truth]) {
      self.units = units
      self.isPlanned = isPlanned
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      for level in units.indices { try carrier.parcels(&units[level]) }
      try carrier.parcels(&isPlanned)
    }

    /// The parcels that are, or may be, in each of some scopes: one look at each parcel a level.
    package func parcels(in scopes: [Scope], _ frame: Frame) -> [[(row: Int, isIn: Truth)]] {
      var members: [Int: [Int]] = [:]
      for slot in Set(scopes.compactMap { $0.slot(frame) }) {
        for (row, unit) in units[slot].enumerated() where unit >= 0 {
          members[Int(unit), default: []].append(row)
        }
      }
      return scopes.map { scope in
        switch scope {
        case .territory: (0..<frame.parcels).map { ($0, .yes) }
        case .plan:
          (0..<frame.parcels).filter { isPlanned[$0] != .no }.map { ($0, isPlanned[$0]) }
        case .unit(let unit): (members[unit] ?? []).map { ($0, .yes) }
        }
      }
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    Answer(parcels: frame.parcels, slots: frame.slots)
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let levels = UnitLevel.administrative + city.frame.planningLevels
    return Answer(
      units: levels.map { city.city.parcels.units.units(of: $0) },
      isPlanned: (0..<city.city.parcels.count).map { city.isPlanned(parcel: $0) })
  }
}

extension Scope {
  /// Its place in a column of areas: the units, then the territory, then the plan.
  func slot(of count: Int) -> Int {
    switch self {
    case .unit(let row): row
    case .territory: count - 2
    case .plan: count - 1
    }
  }

  /// The slot of a unit's level.
  fileprivate func slot(_ frame: Frame) -> Int? {
    if case .unit(let row) = self { return frame.slot(of: frame.units.level[row]) }
    return nil
  }
}
