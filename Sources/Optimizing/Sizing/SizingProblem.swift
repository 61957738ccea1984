/// Which sites to build, and how large, so that every need is served at the least cost.
///
/// The capacitated covering problem with sizes (a modular capacitated facility location problem whose serving is
/// free within reach): costs are those of the sites alone, and what a site serves may be split among clients.
///
/// Source: Daskin, *Network and Discrete Location*, 1995, chapters 4 and 7; Correia & Captivo, *A Lagrangean heuristic
/// for a modular capacitated location problem*, 2003.
public struct SizingProblem: Sendable, Hashable {
  /// What is shared out, each need of it; a site serves all of them at once.
  public let layers: [Layer]
  /// What may be built, in the order of the sites in every layer's reach.
  public let sites: [Site]
  /// Sets of sites of which only so many may be open.
  public let exclusions: [Exclusion]
  /// The most that the sites may cost in all; `nil`: whatever is needed.
  public let budget: Int64?

  /// The largest sum of costs, and of needs, that a problem may have: sums of prices times needs stay within 128 bits,
  /// and a price of a place within 64.
  public static let largestSum: Int64 = 1 << 40

  /// A problem.
  ///
  /// - Precondition: every layer reaches its existing servers and then all sites; every size has a capacity for
  ///   every layer; sites of exclusions exist; sums are within `largestSum`.
  public init(
    layers: [Layer], sites: [Site], exclusions: [Exclusion] = [], budget: Int64? = nil
  ) {
    for layer in layers {
      precondition(layer.needs.count == layer.reach.clientCount, "a need for every client")
      precondition(
        layer.reach.siteCount == layer.existing.count + sites.count,
        "reach of existing servers first, then of sites")
      precondition(
        Self.sum(layer.needs) <= Self.largestSum && Self.sum(layer.existing) <= Self.largestSum,
        "sums of needs and of what exists within the limit")
    }
    precondition(
      sites.allSatisfy { $0.sizes.allSatisfy { $0.capacities.count == layers.count } },
      "a capacity for every layer")
    precondition(
      Self.sum(sites.map { $0.sizes.last?.cost ?? 0 }) <= Self.largestSum,
      "costs within the limit")
    precondition(
      exclusions.allSatisfy { $0.sites.allSatisfy { sites.indices.contains(Int($0)) } },
      "sites of exclusions exist")
    precondition(budget ?? 0 >= 0, "a budget that is not negative")
    self.layers = layers
    self.sites = sites
    self.exclusions = exclusions
    self.budget = budget
  }

  /// The sum, or more than the limit where it is larger.
  private static func sum(_ values: [Int64]) -> Int64 {
    var sum: Int64 = 0
    for value in values {
      precondition(value >= 0 && value <= largestSum, "amounts within the limit, not negative")
      sum = min(sum + value, largestSum + 1)
    }
    return sum
  }

  /// The same with another budget.
  public func with(budget: Int64?) -> SizingProblem {
    SizingProblem(layers: layers, sites: sites, exclusions: exclusions, budget: budget)
  }
}

extension SizingProblem {
  /// One need, of which clients want amounts: places, floor area, to be near enough.
  public struct Layer: Sendable, Hashable {
    /// By client, in whole units; 0: it wants nothing here.
    public let needs: [Int64]
    /// From clients to servers: the existing ones first, then the sites.
    public let reach: ReachLists
    /// By existing server, what it has to give; 0: nothing.
    public let existing: [Int64]
    /// Whether amounts do not matter: a client with a need wants one open server in reach that gives anything at all.
    public let isCover: Bool

    /// A layer; see the properties.
    public init(needs: [Int64], reach: ReachLists, existing: [Int64] = [], isCover: Bool = false) {
      self.needs = needs
      self.reach = reach
      self.existing = existing
      self.isCover = isCover
    }
  }

  /// One way to build a site.
  public struct Size: Sendable, Hashable {
    /// In the unit of the budget.
    public let cost: Int64
    /// By layer what it can give; 0: nothing.
    public let capacities: [Int64]

    /// A size.
    public init(cost: Int64, capacities: [Int64]) {
      self.cost = cost
      self.capacities = capacities
    }
  }

  /// A place where something may be built, in one of its sizes.
  public struct Site: Sendable, Hashable {
    /// Ascending: none costs less, or gives less of anything, than the one before.
    public let sizes: [Size]
    /// The smallest size that must be built here; `nil`: nothing need be.
    public let forced: Int?

    /// A site.
    ///
    /// - Precondition: sizes ascend, in cost and in every capacity; the forced one is one of them.
    public init(sizes: [Size], forced: Int? = nil) {
      precondition(forced.map { sizes.indices.contains($0) } ?? true, "a forced size that exists")
      for size in sizes {
        precondition(
          size.cost >= 0 && size.capacities.allSatisfy { $0 >= 0 && $0 <= largestSum },
          "costs and capacities within the limit, not negative")
      }
      for (smaller, larger) in zip(sizes, sizes.dropFirst()) {
        precondition(
          smaller.cost <= larger.cost
            && zip(smaller.capacities, larger.capacities).allSatisfy { $0 <= $1 },
          "sizes ascend in cost and in every capacity")
      }
      self.sizes = sizes
      self.forced = forced
    }
  }

  /// Sites of which at most so many may be open: one a community, or two that are too close.
  public struct Exclusion: Sendable, Hashable {
    /// The sites.
    public let sites: [Int32]
    /// How many of them may be open.
    public let atMost: Int

    /// An exclusion.
    public init(sites: [Int32], atMost: Int) {
      self.sites = sites
      self.atMost = atMost
    }

    /// Two sites of which only one may be open: they are closer than the least spacing.
    public init(pair one: Int32, _ other: Int32) {
      self.init(sites: [one, other], atMost: 1)
    }
  }
}
