package import GeoData
package import Planning

/// Which facilities a rule counts.
package struct Chosen: PortableQuestion {
  package let choice: FacilityChoice

  package init(_ choice: FacilityChoice) { self.choice = choice }

  package var needs: [any Question] { [filter] }

  private var filter: Applies { Applies(to: .facilities, choice.filter) }

  package struct Answer: Portable {
    /// Rows ascend.
    package private(set) var selection: FacilitySelection
    private var counts: [Truth]

    package init(parcels: Int, facilities: Int, units: Int) {
      self.init(Array(repeating: .no, count: facilities))
    }

    init(_ counts: [Truth]) {
      self.counts = counts
      selection = FacilitySelection(
        certain: Self.rows(counts, .yes), possible: Self.rows(counts, .unknown))
    }

    private static func rows(_ counts: [Truth], _ wanted: Truth) -> [Int32] {
      counts.indices.lazy.filter { counts[$0] == wanted }.map { Int32($0) }
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilities(&counts)
      self = Answer(counts)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    Answer(
      choice.counts(
        city.city.facilities, meeting: known[filter].facilities, city.standings,
        for: city.city.project, city.vocabulary))
  }
}

extension FacilityChoice {
  /// Whether each facility counts; one of an unknown kind may.
  ///
  /// - Parameters:
  ///   - filtered: Whether it meets the filter.
  ///   - standings: What it is on the day.
  func counts(
    _ facilities: Facilities, meeting filtered: [Truth], _ standings: [Standing],
    for project: Project, _ vocabulary: FacilityKinds
  ) -> [Truth] {
    let wanted = vocabulary.descendants(of: kinds)
    return facilities.kind.indices.map { row in
      let standing = filtered[row] && counts(standings[row], project)
      if facilities.kind[row] < 0 { return standing && .unknown }
      return wanted.contains(facilities.kind[row]) ? standing : .no
    }
  }

  /// The rows of facilities of a plan that surely count, ascending.
  package func rows(
    ofPlanned facilities: Facilities, in city: City, _ vocabulary: FacilityKinds
  ) -> [Int] {
    let standings = facilities.standings(on: city.project.asOf).map(\.asBuilt)
    let filtered = filter.truths(
      in: FacilityColumns(
        facilities: facilities, units: city.units, kindNames: vocabulary.lineages,
        standings: standings, words: city.words))
    let counts = counts(facilities, meeting: filtered, standings, for: city.project, vocabulary)
    return counts.indices.filter { counts[$0] == .yes }
  }
}

extension Answers {
  /// The facilities of a choice.
  package subscript(_ choice: FacilityChoice) -> FacilitySelection {
    self[Chosen(choice)].selection
  }
}
