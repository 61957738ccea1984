internal import Planning
internal import Quantities
internal import Rules

/// Which facilities are each parcel's own: those that are declared for it, and those without a
/// declaration that lie in it.
package struct Own: PortableQuestion {
  package let choice: FacilityChoice

  package init(_ choice: FacilityChoice) { self.choice = choice }

  package var needs: [any Question] { [Chosen(choice)] }

  package struct Answer: Portable {
    package var edges: ReachEdges

    package init(parcels: Int, facilities: Int, units: Int) {
      edges = ReachEdges(parcels: parcels)
    }

    init(edges: ReachEdges) { self.edges = edges }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.edges(&edges)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    Answer(edges: city.ownFacilities(of: known[choice]))
  }
}

extension MeasuredCity {
  /// Edges as declared or by location.
  func ownFacilities(of selection: FacilitySelection) -> ReachEdges {
    var lists: [[Int32]] = Array(repeating: [], count: city.parcels.count)
    let facilities = city.facilities
    for row in selection.all {
      let served = facilities.servedParcels[Int(row)]
      if !served.isEmpty {
        for parcel in Set(served) { lists[parcel].append(row) }
      } else if facilities.insideParcel[Int(row)] >= 0 {
        lists[Int(facilities.insideParcel[Int(row)])].append(row)
      }
    }
    return ReachEdges(lists: lists)
  }
}

/// How many facilities each parcel has of its own.
package struct OwnCounts: DerivedQuestion {
  /// By parcel, in millionths.
  package typealias Answer = [Bounds]

  package let choice: FacilityChoice

  package init(_ choice: FacilityChoice) { self.choice = choice }

  package var needs: [any Question] { [Own(choice), Chosen(choice), elsewhere] }

  /// Those that may lie in the parcel, for all that is known.
  package var elsewhere: Elsewhere { Elsewhere(choice, .count, within: 0) }

  package func answer(in frame: Frame, _ known: Answers) async throws -> [Bounds] {
    let elsewhere = known[elsewhere]
    let edges = known[Own(choice)].edges
    let possible = Set(known[choice].possible)
    return (0..<frame.parcels).map { parcel in
      var count = Bounds.zero
      for facility in edges.facilities(of: parcel) {
        if possible.contains(facility) {
          count.addPossibly(Bounds(count: 1))
        } else {
          count += Bounds(count: 1)
        }
      }
      count.addPossibly(elsewhere[parcel])
      return count
    }
  }
}
