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
    let missingPopulation = Note.missingPopulation(
      isEstimated: assumptions.personsPerHousehold != nil)
    let missingStatus = Note.missingStatus(assumed: assumptions.status)
    for (row, source) in order.enumerated() {
      switch households[row] {
      case nil: records.note(source, .missingHouseholds)
      case Amount.zero?: records.note(source, .zeroHouseholds)
      default: break
      }
      if values.columns.status[source] == nil { records.note(source, missingStatus) }
      guard let people = population[row] else {
        records.note(source, missingPopulation)
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
    var byPlace: [SIMD2<Int64>: Int32] = [:]
    byPlace.reserveCapacity(count)
    var twins: [Int32: [Int]] = [:]
    for row in 0..<count {
      let place = SIMD2(
        Int64((rows.placeX[row] * 1000).rounded()), Int64((rows.placeY[row] * 1000).rounded()))
      let first = byPlace[place] ?? Int32(row)
      if first == row { byPlace[place] = first } else { twins[first, default: []].append(row) }
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
