internal import GeoData
internal import Planning
package import Rules

/// Which rows of a table meet a condition.
package struct Applies: PortableQuestion {
  /// What is asked about.
  package enum Table: Hashable, Sendable {
    case parcels
    case facilities
  }

  package let table: Table
  package let condition: Condition
  /// Of parcels: what is taken for missing values.
  package let supposition: Supposition

  package init(
    to table: Table, _ condition: Condition, supposing supposition: Supposition = .none
  ) {
    self.table = table
    self.condition = condition
    self.supposition = supposition
  }

  /// By row.
  package struct Answer: Portable {
    package var parcels: [Truth] = []
    package var facilities: [Truth] = []

    package init(parcels: Int, facilities: Int, units: Int) {
      self.parcels = Array(repeating: .unknown, count: parcels)
      self.facilities = Array(repeating: .unknown, count: facilities)
    }

    init(parcels: [Truth] = [], facilities: [Truth] = []) {
      self.parcels = parcels
      self.facilities = facilities
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&parcels)
      try carrier.facilities(&facilities)
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    switch table {
    case .parcels: Answer(parcels: frame.parcels, facilities: 0, units: 0)
    case .facilities: Answer(parcels: 0, facilities: frame.facilities, units: 0)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    switch table {
    case .parcels:
      supposition == .none
        ? Answer(parcels: condition.truths(in: city.parcelColumns))
        : Answer(
          parcels: condition.truths(
            in: SupposedColumns(columns: city.parcelColumns, supposition: supposition)))
    case .facilities: Answer(facilities: condition.truths(in: city.facilityColumns))
    }
  }
}

/// Which units meet a condition. All parts of a city have all units.
package struct AppliesToUnits: DerivedQuestion {
  /// By unit.
  package typealias Answer = [Truth]

  package let condition: Condition

  package init(_ condition: Condition) { self.condition = condition }

  package func answer(in frame: Frame, _ known: Answers) async throws -> [Truth] {
    condition.truths(in: UnitColumns(units: frame.units, words: frame.words))
  }
}

extension MeasuredCity {
  var parcelColumns: ParcelColumns {
    ParcelColumns(
      parcels: city.parcels, units: city.units, words: city.words,
      personsPerHousehold: city.project.assumptions.personsPerHousehold)
  }

  var facilityColumns: FacilityColumns {
    FacilityColumns(
      facilities: city.facilities, units: city.units, kindNames: vocabulary.lineages,
      standings: standings, words: city.words)
  }
}
