internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
package import Rules

/// How many people or dwellings each parcel has.
package struct People: PortableQuestion {
  /// What is counted.
  package enum Measure: Hashable, Sendable {
    /// As the data has it, or estimated by the project's assumption.
    case people(PeopleMeasure)
    /// Each parcel as one.
    case parcels
    /// Square metres of the parcel on the ground.
    case area
  }

  package let measure: Measure

  package init(_ measure: Measure) { self.measure = measure }

  /// By parcel.
  package struct Answer: Portable {
    /// In millionths.
    package var bounds: [Bounds]
    /// Whether it rests on an assumption.
    package var isEstimated: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      bounds = Array(repeating: .unknown, count: parcels)
      isEstimated = Array(repeating: false, count: parcels)
    }

    init(bounds: [Bounds], isEstimated: [Bool]) {
      self.bounds = bounds
      self.isEstimated = isEstimated
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&bounds)
      try carrier.parcels(&isEstimated)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    measure.amounts(in: city.city.parcels, city.frame.project.assumptions, on: city.city.ground)
  }
}

extension People.Measure {
  /// How many people or dwellings each of some parcels has.
  func amounts(
    in parcels: Parcels, _ assumptions: Project.Assumptions, on ground: GroundScale
  ) -> People.Answer {
    switch self {
    case .parcels: exact(parcels.count) { _ in Bounds(count: 1) }
    case .area:
      parcels.rows.geometry.withBuffers { geometry in
        exact(parcels.count) { row in
          geometry.kinds[row] == .none
            ? .unknown : Bounds(Self.land(ground.squareMetres(of: row, in: geometry)))
        }
      }
    case .people(.households): exact(parcels.count) { Bounds(parcels.households[$0]) }
    case .people(.elders): exact(parcels.count) { Bounds(parcels.elders[$0]) }
    case .people(.infants): exact(parcels.count) { Bounds(parcels.infants[$0]) }
    case .people(.population): population(of: parcels, assumptions)
    case .people(.columns(let names)): sums(of: names, in: parcels, assumptions)
    }
  }

  /// In whole hundredths of a square metre: nobody draws finer, and parcels that are drawn alike are
  /// alike.
  private static func land(_ squareMetres: Double) -> Amount? {
    Amount(rounding: (squareMetres * 100).rounded() / 100)
  }

  private func exact(_ count: Int, _ bounds: (Int) -> Bounds) -> People.Answer {
    People.Answer(
      bounds: (0..<count).map(bounds), isEstimated: Array(repeating: false, count: count))
  }

  private func population(
    of parcels: Parcels, _ assumptions: Project.Assumptions
  ) -> People.Answer {
    var answer = People.Answer(parcels: parcels.count, facilities: 0, units: 0)
    let size = assumptions.personsPerHousehold
    for row in 0..<parcels.count {
      guard let people = parcels.residents(of: row, perHousehold: size) else { continue }
      answer.bounds[row] = Bounds(people)
      answer.isEstimated[row] = parcels.population[row] == nil
    }
    return answer
  }
  /// An age group: columns added up, none of which may be missing.
  private func sums(
    of names: [String], in parcels: Parcels, _ assumptions: Project.Assumptions
  ) -> People.Answer {
    var answer = exact(parcels.count) { _ in .zero }
    for name in names {
      let measure = PeopleMeasure(column: name)
      let column =
        measure == .population
        ? population(of: parcels, assumptions)
        : exact(parcels.count, parcels.numbers(ofColumn: name))
      for row in 0..<parcels.count {
        answer.bounds[row] += column.bounds[row]
        if column.isEstimated[row] { answer.isEstimated[row] = true }
      }
    }
    return answer
  }
}

extension Parcels {
  /// What a column says by row: nothing where it has no number, or one below zero.
  fileprivate func numbers(ofColumn name: String) -> (Int) -> Bounds {
    let number = (values(ofDeclared: name) ?? rows.values(of: name))?.number
    return { row in
      Bounds(number?(row).flatMap { $0 < .zero ? nil : $0 })
    }
  }
}
