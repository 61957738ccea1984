internal import GeoData
internal import Planning
internal import Quantities
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

  package init(to table: Table, _ condition: Condition) {
    self.table = table
    self.condition = condition
  }

  /// By row.
  package struct Answer: Portable {
    package var parcels: [Truth] = []
    package var facilities: [Truth] = []
    /// Which columns leave tests open: see `OpenColumns`.
    package var openOfParcels: [OpenColumns.Bits] = []
    package var openOfFacilities: [OpenColumns.Bits] = []

    package init(parcels: Int, facilities: Int, units: Int) {
      self.parcels = Array(repeating: .unknown, count: parcels)
      self.facilities = Array(repeating: .unknown, count: facilities)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&parcels)
      try carrier.facilities(&facilities)
      try carrier.parcels(&openOfParcels)
      try carrier.facilities(&openOfFacilities)
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    var answer: Answer
    switch table {
    case .parcels:
      answer = Answer(parcels: frame.parcels, facilities: 0, units: 0)
      answer.openOfParcels = OpenColumns(of: condition, rows: frame.parcels).rows
    case .facilities:
      answer = Answer(parcels: 0, facilities: frame.facilities, units: 0)
      answer.openOfFacilities = OpenColumns(of: condition, rows: frame.facilities).rows
    }
    return answer
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = Answer(parcels: 0, facilities: 0, units: 0)
    switch table {
    case .parcels:
      var open = OpenColumns(of: condition, rows: city.city.parcels.count)
      answer.parcels = condition.truths(in: city.parcelColumns, noting: &open)
      answer.openOfParcels = open.rows
    case .facilities:
      var open = OpenColumns(of: condition, rows: city.city.facilities.count)
      answer.facilities = condition.truths(in: city.facilityColumns, noting: &open)
      answer.openOfFacilities = open.rows
    }
    return answer
  }
}

/// Which parcels would meet conditions, were what is missing of them one thing or another.
package struct WouldApply: PortableQuestion {
  let conditions: [Condition]

  package var needs: [any Question] { conditions.map { Applies(to: .parcels, $0) } }

  /// What a parcel may be.
  private var suppositions: [Supposition] { Supposition.all(of: conditions) }

  package struct Answer: Portable {
    /// By supposition, by condition, by parcel.
    var truths: [[[Truth]]] = []

    package init(parcels: Int, facilities: Int, units: Int) {}

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      for supposed in truths.indices {
        for condition in truths[supposed].indices {
          try carrier.parcels(&truths[supposed][condition])
        }
      }
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    var answer = Answer(parcels: 0, facilities: 0, units: 0)
    let nobody = [Truth](repeating: .unknown, count: frame.parcels)
    answer.truths = suppositions.map { _ in conditions.map { _ in nobody } }
    return answer
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = Answer(parcels: 0, facilities: 0, units: 0)
    let asked = conditions.map { ($0, known[Applies(to: .parcels, $0)].parcels) }
    let open = city.city.parcels.rows.ids.indices.filter { row in
      asked.contains { $0.1[row] == .unknown }
    }
    var supposed = SupposedTruths(city.parcelColumns, rows: open)
    answer.truths = suppositions.map { supposition in
      asked.map { condition, truths in
        // What is known stays so whatever is missing.
        var result = truths
        let found = supposed.truths(of: condition, supposing: supposition)
        for (row, truth) in zip(open, found) { result[row] = truth }
        return result
      }
    }
    return answer
  }
}

/// Which units meet a condition. All parts of a city have all units; their people are those that
/// checks count.
package struct AppliesToUnits: DerivedQuestion {
  /// By unit.
  package typealias Answer = [Truth]

  package let condition: Condition

  package init(_ condition: Condition) { self.condition = condition }

  package var needs: [any Question] { condition.peopleQuestions }

  package func answer(in frame: Frame, _ known: Answers) async throws -> [Truth] {
    let measured = Measurement(frame: frame, answers: known)
    let columns = UnitColumns(units: frame.units, words: frame.words) { measure, unit in
      measured.people(measure, .unit(unit))
    }
    return condition.truths(in: columns)
  }
}

extension Condition {
  /// What must be asked for the people of areas that it reads.
  package var peopleQuestions: [any Question] {
    columns.compactMap(PeopleMeasure.init(named:)).sorted { $0.rawValue < $1.rawValue }
      .flatMap { TotalSource.people(.people($0)) }
  }
}

extension Measurement {
  /// The people of an area, where they are known for certain.
  func people(_ measure: PeopleMeasure, _ scope: Scope) -> Amount? {
    guard case .bounds(let bounds, _) = people(measure, scope, statistic: measure.rawValue) else {
      return nil
    }
    return bounds.isExact ? Amount(micros: bounds.low) : nil
  }
}

extension MeasuredCity {
  var parcelColumns: ParcelColumns {
    ParcelColumns(
      parcels: city.parcels, units: city.units, words: city.words,
      personsPerHousehold: city.project.assumptions.personsPerHousehold, hosts: hosts)
  }

  var facilityColumns: FacilityColumns {
    FacilityColumns(
      facilities: city.facilities, units: city.units, kindNames: vocabulary.lineages,
      standings: standings, words: city.words, hosts: hosts)
  }

  private var hosts: Hosts { Hosts(city, kindNames: vocabulary.lineages, standings, frame) }
}
