internal import GeoData
internal import Planning

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

    fileprivate init(_ counts: [Truth]) {
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
    let wanted = city.vocabulary.descendants(of: choice.kinds)
    let truths = known[filter].facilities
    return Answer(
      city.city.facilities.kind.indices.map { row in
        wanted.contains(city.city.facilities.kind[row]) ? truths[row] : .no
      })
  }
}

extension Answers {
  /// The facilities of a choice.
  package subscript(_ choice: FacilityChoice) -> FacilitySelection {
    self[Chosen(choice)].selection
  }
}
