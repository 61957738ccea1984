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

  package var needs: [any Question] {
    limit.isOnNetwork ? [Chosen(choice), DirectWalks()] : [Chosen(choice)]
  }

  package struct Answer: Portable {
    /// Those that a parcel surely may use.
    package var edges: ReachEdges
    /// Others that it may use for all that is known: no street is near them, or near the parcel, and
    /// the straight line is within the limit.
    package var possible: ReachEdges

    package init(parcels: Int, facilities: Int, units: Int) {
      self.init(edges: ReachEdges(parcels: parcels))
    }

    init(edges: ReachEdges, possible: ReachEdges? = nil) {
      self.edges = edges
      self.possible = possible ?? ReachEdges(parcels: edges.offsets.count - 1)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.edges(&edges)
      try carrier.edges(&possible)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let selection = known[choice]
    let declared = city.city.facilities.servedParcels
    let open = selection.all.filter { declared[Int($0)].isEmpty }
    var answer: Answer
    if limit.isOnNetwork, let walks = city.walks {
      answer = Answer(
        edges: try await walks.edges(
          to: open, within: limit.metres, known[DirectWalks()], workers: city.workers))
      answer.possible = try await city.doubtfulEdges(walks.access, to: open, within: limit.metres)
        .subtracting(answer.edges)
    } else {
      answer = Answer(edges: try await city.edges(to: city.sites(of: open), within: limit.metres))
    }
    guard open.count < selection.all.count else { return answer }
    var lists = (0..<city.city.parcels.count).map { Array(answer.edges.facilities(of: $0)) }
    for row in selection.all where !declared[Int(row)].isEmpty {
      for parcel in Set(declared[Int(row)]) { lists[parcel].append(row) }
    }
    answer.edges = ReachEdges(lists: lists.map { $0.sorted() })
    return answer
  }
}

/// Parcels of which it is not known, wholly or in part, where they meet the network, and those that
/// are on none of its longest part.
package struct LostParcels: PortableQuestion {
  package init() {}

  package struct Answer: Portable {
    package var isLost: [Bool]
    package var isCutOff: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      isLost = Array(repeating: false, count: parcels)
      isCutOff = isLost
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&isLost)
      try carrier.parcels(&isCutOff)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = Answer(parcels: city.city.parcels.count, facilities: 0, units: 0)
    if let walks = city.walks {
      answer.isLost = walks.access.lost.map { $0 > 0 }
      answer.isCutOff = answer.isLost.indices.map {
        walks.access.isCutOff(walks.access.parcels, $0)
      }
    }
    return answer
  }
}
