internal import Planar
internal import Quantities

extension Parcels {
  /// The parcels that take part, without their units and entrances.
  init(
    _ values: ParcelValues, _ accepted: AcceptedRows, _ rows: SourceRows,
    assuming assumptions: Project.Assumptions
  ) {
    self.init(rows: accepted.subjectRows(values.subjects, rows))
    takeColumns(of: values.columns, at: accepted.order)
    guard let assumed = assumptions.status else { return }
    for row in 0..<count where status[row] == nil { status[row] = assumed }
  }

  /// Parcels that do not say so are urban where their community is, else as assumed.
  mutating func fillUrban(from units: Units, _ assumptions: Project.Assumptions) {
    for row in 0..<count where urban[row] == nil {
      urban[row] =
        self.units[row, .community].flatMap { units.urban[$0] } ?? assumptions.urban
    }
  }
}

extension Parcels {
  /// What is missing or not plausible.
  ///
  /// - Parameters:
  ///   - values: As read: what the project assumes is missing there all the same.
  ///   - order: Source rows.
  func doubts(
    _ values: ParcelValues, _ order: [Int], _ assumptions: Project.Assumptions
  ) -> RowRecords {
    var records = RowRecords()
    let missingStatus = Note.missingStatus(assumed: assumptions.status)
    for (row, source) in order.enumerated() {
      switch households[row] {
      case nil: records.note(source, .missingHouseholds)
      case Amount.zero?: records.note(source, .zeroHouseholds)
      default: break
      }
      if values.columns.status[source] == nil { records.note(source, missingStatus) }
      guard let people = population[row] else {
        let isEstimated = assumptions.personsPerHousehold != nil && households[row] != nil
        records.note(source, .missingPopulation(isEstimated: isEstimated))
        continue
      }
      if let households = households[row], households > .zero {
        let persons = people.double / households.double
        if persons < 0.5 || persons > 10 {
          records.note(source, .implausibleHouseholdSize(persons: persons))
        }
      }
      if let elders = elders[row], elders > people {
        records.note(source, .eldersExceedPopulation(elders: elders, population: people))
      }
      if let infants = infants[row], infants > people {
        records.note(source, .infantsExceedPopulation(infants: infants, population: people))
      }
    }
    notePlaces(order, &records)
    return records
  }

  /// Parcels whose places are the same to the millimetre.
  private func notePlaces(_ order: [Int], _ records: inout RowRecords) {
    var table = PlaceTable(capacity: count)
    var twins: [Int32: [Int]] = [:]
    for row in 0..<count {
      let first = table.first(
        at: SIMD2(
          Int64((rows.placeX[row] * 1000).rounded()), Int64((rows.placeY[row] * 1000).rounded())))
      if first != row { twins[first, default: []].append(row) }
    }
    for (first, others) in twins {
      let group = [Int(first)] + others
      for row in group {
        let other = row == group[0] ? group[1] : group[0]
        records.note(order[row], .samePlace(as: rows.ids[other], others: group.count - 1))
      }
    }
  }
}

/// Which row was first at a place: open addressing, since a dictionary hashes 200,000 places at thrice
/// the cost of all that is done with them.
private struct PlaceTable {
  /// By row.
  private var places: [SIMD2<Int64>] = []
  /// Rows, by the hash of their place and what was free after it; -1 is free.
  private var slots: [Int32]

  init(capacity: Int) {
    places.reserveCapacity(capacity)
    let bits = Int.bitWidth - (2 * capacity).leadingZeroBitCount
    slots = Array(repeating: -1, count: 1 << max(4, bits))
  }

  /// Adds the next row, and tells the first one at its place, which may be itself.
  ///
  /// - Precondition: Not called more often than the capacity says.
  mutating func first(at place: SIMD2<Int64>) -> Int32 {
    let row = Int32(places.count)
    places.append(place)
    // Odd multipliers spread neighbouring millimetres; the upper bits have most of both numbers.
    let mixed = place &* SIMD2(-7_046_029_254_386_353_131, -4_417_276_706_812_531_889)
    let hash = UInt64(bitPattern: mixed.x ^ (mixed.y &<< 32 | Int64(mixed.y.magnitude &>> 32)))
    var slot = Int((hash &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      if places[Int(slots[slot])] == place { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = row
    return row
  }
}
