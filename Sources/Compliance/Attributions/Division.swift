internal import Planning
internal import Quantities
internal import Rules

/// One clause's question about parcels: what each needs, what each facility offers, who reaches
/// what.
struct ProvisionProblem {
  /// People or dwellings of each parcel, in millionths.
  let demand: [Bounds]
  /// Which of them are estimates.
  let isEstimated: [Bool]
  /// Which facilities count.
  let selection: FacilitySelection
  /// What each facility offers, by row, in millionths; zero at worst for those that may not count.
  let offer: [Bounds]
  /// How far a facility may be, metres.
  let limit: Double
  /// Whether that is along the network, or in a straight line.
  let isOnNetwork: Bool
  /// What is asked for, the rule's own figure first; empty where the clause states no minimum, so
  /// that there is nothing to share by.
  let asks: [Ask]
  /// By parcel: which of them is its own; empty: the first for all.
  let askOfParcel: [UInt8]

  /// The figure that stands for a parcel.
  func ask(of parcel: Int) -> Ask? {
    asks.isEmpty ? nil : asks[askOfParcel.isEmpty ? 0 : Int(askOfParcel[parcel])]
  }

  /// The same for other demands, all by the rule's own figure.
  func asking(_ demand: [Bounds]) -> ProvisionProblem {
    ProvisionProblem(
      demand: demand, isEstimated: isEstimated, selection: selection, offer: offer, limit: limit,
      isOnNetwork: isOnNetwork,
      asks: Array(asks.prefix(1)), askOfParcel: [])
  }

  /// The same at another limit.
  func limited(to metres: Double) -> ProvisionProblem {
    ProvisionProblem(
      demand: demand, isEstimated: isEstimated, selection: selection, offer: offer, limit: metres,
      isOnNetwork: isOnNetwork,
      asks: asks, askOfParcel: askOfParcel)
  }
}

/// So much of the supply's unit for so many people or dwellings.
struct Ask: Hashable, Sendable {
  let figure: Amount
  let per: Int
}

/// What parcels got under one way of dividing supply.
struct Division: Sendable {
  /// By parcel, in millionths.
  var supply: [Bounds]
  /// By parcel: what the supply is divided by.
  var demand: [Bounds]
  /// By parcel: whether supply or demand rests on an estimate.
  var isEstimated: [Bool]
  /// The facilities that counted for each parcel.
  var edges: ReachEdges
  /// By facility, in millionths: what is asked of it. `nil`: the need of all that it counts for.
  var loads: [Int64]?
  /// Parcels that must share too little, and the facilities that they share.
  var shortages: [FairShare.Shortage] = []
  /// What the parcels of each shortage get together, in millionths.
  var shortageSupply: [Int64] = []
}

extension RunContext {
  /// Divides supply among parcels; a new way of dividing is one file and one line here.
  func divide(
    _ problem: ProvisionProblem, by attribution: Attribution
  ) async throws -> Division {
    switch attribution {
    case .onSite: onSite(problem)
    case .pooled: try await pooled(problem)
    case .inReach: try await inReach(problem)
    case .fair: try await fair(problem)
    }
  }
}
