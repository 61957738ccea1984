internal import Planning

/// Which areas each facility is in, to name those that a figure of an area counts.
package struct FacilityTerritories: PortableQuestion {
  package init() {}

  package struct Answer: Portable {
    /// By slot of the level, then by facility: row of the unit, or -1.
    private var units: [[Int32]]
    private var isPlanned: [Truth]

    package init(parcels: Int, facilities: Int, units: Int) {
      self.init(facilities: facilities, slots: UnitLevel.administrative.count)
    }

    fileprivate init(facilities: Int, slots: Int) {
      units = Array(repeating: Array(repeating: -1, count: facilities), count: slots)
      isPlanned = Array(repeating: .no, count: facilities)
    }

    fileprivate mutating func put(_ row: Int, in scope: Scope, isIn: Truth, frame: Frame) {
      switch scope {
      case .unit(let unit) where isIn == .yes:
        guard let slot = frame.slot(of: frame.units.level[unit]) else { return }
        units[slot][row] = Int32(unit)
      case .plan: isPlanned[row] = isIn
      case .unit, .territory: break
      }
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      for level in units.indices { try carrier.facilities(&units[level]) }
      try carrier.facilities(&isPlanned)
    }

    /// Those of some facilities that are in each of some scopes for certain, in their order: one
    /// look at each facility a level.
    package func facilities(_ rows: [Int32], in scopes: [Scope], _ frame: Frame) -> [[Int32]] {
      var members: [Int: [Int32]] = [:]
      let slots = Set(
        scopes.compactMap { scope -> Int? in
          if case .unit(let row) = scope { return frame.slot(of: frame.units.level[row]) }
          return nil
        })
      for slot in slots {
        for row in rows where units[slot][Int(row)] >= 0 {
          members[Int(units[slot][Int(row)]), default: []].append(row)
        }
      }
      return scopes.map { scope in
        switch scope {
        case .territory: rows
        case .plan: rows.filter { isPlanned[Int($0)] == .yes }
        case .unit(let unit): members[unit] ?? []
        }
      }
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    Answer(facilities: frame.facilities, slots: frame.slots)
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let count = city.city.facilities.count
    var answer = Answer(facilities: count, slots: city.frame.slots)
    city.forEachScope(ofFacilities: (0..<count).map { Int32($0) }) { row, scope, isIn in
      answer.put(row, in: scope, isIn: isIn, frame: city.frame)
    }
    return answer
  }
}
