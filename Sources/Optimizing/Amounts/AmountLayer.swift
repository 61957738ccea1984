/// One need of clients, served by what servers have of one thing: places, floor area, to be there at all.
public struct AmountLayer: Sendable, Hashable {
  /// By client, in whole units; 0: it wants nothing here.
  public let needs: [Int64]
  /// From clients to servers: the existing ones first, then those that may be opened or enlarged.
  public let reach: ReachLists
  /// By existing server, what it has to give.
  public let existing: [Int64]
  /// So many of the units are one whole amount of a server: a place, a square metre; at least 1.
  public let unit: Int64
  /// Whether amounts do not matter: any open server in reach serves a client, however small.
  public let isCover: Bool

  /// The largest sum of needs and of what exists.
  public static let largestSum: Int64 = 1 << 40

  /// A layer; see the properties.
  ///
  /// - Precondition: a need for every client, none below 0, sums within `largestSum`, a unit of at least 1.
  public init(
    needs: [Int64], reach: ReachLists, existing: [Int64] = [], unit: Int64 = 1,
    isCover: Bool = false
  ) {
    precondition(needs.count == reach.clientCount, "a need for every client")
    precondition(existing.count <= reach.siteCount, "existing servers are among those in reach")
    precondition((needs + existing).allSatisfy { $0 >= 0 }, "amounts that are not negative")
    precondition(
      needs.reduce(0, +) <= Self.largestSum && existing.reduce(0, +) <= Self.largestSum,
      "sums within the limit")
    precondition(unit >= 1, "a unit of at least 1")
    self.needs = needs
    self.reach = reach
    self.existing = existing
    self.unit = unit
    self.isCover = isCover
  }

  /// How many servers may be opened or enlarged.
  public var serverCount: Int { reach.siteCount - existing.count }

  /// The servers of a client that may be opened or enlarged, ascending.
  func servers(of client: Int) -> some Sequence<Int32> {
    reach[client].lazy.filter { $0 >= existing.count }.map { $0 - Int32(existing.count) }
  }
}
