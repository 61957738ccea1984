internal import Planning

/// Which facilities of a choice each parcel may use: those within a limit of its best entrance, with
/// facilities that are declared for parcels serving just these.
package struct Reached: PortableQuestion {
  package let choice: FacilityChoice
  package let limit: ReachLimit

  package init(_ choice: FacilityChoice, within limit: ReachLimit) {
    self.choice = choice
    self.limit = limit
  }

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
    let selection = known[choice]
    let declared = city.city.facilities.servedParcels
    let open = selection.all.filter { declared[Int($0)].isEmpty }
    let edges =
      if limit.isOnNetwork, let walks = city.walks {
        try await walks.edges(to: open, within: limit.metres, workers: city.workers)
      } else {
        try await city.edges(to: city.grid(of: open), within: limit.metres)
      }
    guard open.count < selection.all.count else { return Answer(edges: edges) }
    var lists = (0..<city.city.parcels.count).map { Array(edges.facilities(of: $0)) }
    for row in selection.all where !declared[Int(row)].isEmpty {
      for parcel in Set(declared[Int(row)]) { lists[parcel].append(row) }
    }
    return Answer(edges: ReachEdges(lists: lists.map { $0.sorted() }))
  }
}

/// Parcels of which it is not known, wholly or in part, where they meet the network.
package struct LostParcels: PortableQuestion {
  package init() {}

  package struct Answer: Portable {
    package var isLost: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      isLost = Array(repeating: false, count: parcels)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&isLost)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = Answer(parcels: city.city.parcels.count, facilities: 0, units: 0)
    if let walks = city.walks { answer.isLost = walks.access.lost.map { $0 > 0 } }
    return answer
  }
}
