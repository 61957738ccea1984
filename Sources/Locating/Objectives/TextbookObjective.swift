public import Optimizing

/// An objective of the textbooks, asked of a city: where sites should go for it alone, without sizes.
public struct TextbookObjective: Sendable, Hashable {
  /// Which one.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// The fewest sites that have everybody within reach.
    case setCovering = "lscp"
    /// So many sites that have most people within reach.
    case maximalCovering = "mclp"
    /// So many sites to which people have the shortest ways in all.
    case median = "p_median"
    /// So many sites to which nobody has a long way.
    case center = "p_center"

    /// Its entry in the registry of objectives, which has the same id.
    public var entry: ObjectiveEntry {
      switch self {
      case .setCovering: SetCovering.entry
      case .maximalCovering: MaximalCovering.entry
      case .median: PMedian.entry
      case .center: PCenter.entry
      }
    }

    /// By its id, or with a hyphen as textbooks write it.
    public init?(named name: String) {
      self.init(rawValue: name.lowercased().replacing("-", with: "_"))
    }

    /// Whether it asks who is within reach.
    public var isCovering: Bool { self == .setCovering || self == .maximalCovering }
  }

  /// What weighs at a parcel.
  public enum Demand: String, Sendable, Hashable, CaseIterable {
    /// Its residents, as stated or estimated.
    case residents
    /// What the failing clause asks for it: places, beds, square metres.
    case clause
  }

  /// Which one.
  public var model: Model
  /// p: how many new facilities; of no matter to set covering.
  public var sites: Int?
  /// Metres; `nil`: the reach of the failing clauses.
  public var reach: Double?
  /// What weighs.
  public var demand: Demand

  /// An objective; see the properties.
  public init(_ model: Model, sites: Int?, reach: Double? = nil, demand: Demand = .residents) {
    self.model = model
    self.sites = sites
    self.reach = reach
    self.demand = demand
  }
}

/// What came of an objective of the textbooks.
public struct TextbookAnswer: Sendable {
  /// What so many new facilities can do.
  public struct Point: Sendable, Hashable {
    /// How many there may be.
    public let sites: Int
    /// As `TextbookAnswer.proof`; of set covering, who is covered by fewer.
    public let value: Int64
    /// Likewise.
    public let bound: Int64
  }

  /// What was asked.
  public let objective: TextbookObjective
  /// How far a facility may be, metres; `nil`: any distance counts.
  public let reach: Double?
  /// Whether distances are walks along the network.
  public let isOnNetwork: Bool
  /// Of set covering, sites; of maximal covering, demand; of the median, demand times tenths of a metre; of the
  /// centre, tenths of a metre.
  public let proof: Proof
  /// Who vouches for the bound.
  public let boundSource: BoundSource
  /// From nothing new to what is proposed.
  public let curve: [Point]
  /// All demand of those whom some site or facility reaches.
  public let total: Int64
  /// How many parcels that is.
  public let clients: Int
  /// Rows of parcels that no site and no facility reaches: they are left out.
  public let beyond: [Int32]
  /// Rows of parcels of which the demand is not known: they weigh nothing.
  public let unknown: [Int32]
  /// How many facilities stand already and count as open.
  public let existing: Int
  /// How many parcels reach none that is open; only where not all are joined by streets.
  public let unserved: Int

  /// Tenths of a metre as metres.
  public static func metres(_ tenths: Double) -> Double { tenths / 10 }
}
