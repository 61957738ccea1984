/// Which sites each client can reach, as one flat list of sites and where each client's part begins.
public struct ReachLists: Sendable, Hashable {
  /// By client, where its sites begin in `sites`; one more than there are clients.
  public let starts: [Int32]
  /// Sites, ascending within a client.
  public let sites: [Int32]
  /// How many sites there are.
  public let siteCount: Int

  /// Reach lists of clients, each of them ascending and without repeats.
  ///
  /// - Precondition: every site is within `0..<siteCount`.
  public init(_ lists: some Sequence<[Int32]>, siteCount: Int) {
    var starts: [Int32] = [0]
    var sites: [Int32] = []
    for list in lists {
      precondition(zip(list, list.dropFirst()).allSatisfy { $0 < $1 }, "sites of a client ascend")
      precondition(list.allSatisfy { $0 >= 0 && $0 < siteCount }, "a site that there is")
      sites.append(contentsOf: list)
      starts.append(Int32(sites.count))
    }
    self.starts = starts
    self.sites = sites
    self.siteCount = siteCount
  }

  private init(starts: [Int32], sites: [Int32], siteCount: Int) {
    self.starts = starts
    self.sites = sites
    self.siteCount = siteCount
  }

  /// How many clients there are.
  public var clientCount: Int { starts.count - 1 }

  /// The sites that a client can reach.
  public subscript(client: Int) -> ArraySlice<Int32> {
    sites[Int(starts[client])..<Int(starts[client + 1])]
  }

  /// By site the clients that can reach it, ascending.
  public var inverted: ReachLists {
    var starts = [Int32](repeating: 0, count: siteCount + 1)
    for site in sites { starts[Int(site) + 1] += 1 }
    for site in 0..<siteCount { starts[site + 1] += starts[site] }
    var next = starts
    var clients = [Int32](repeating: 0, count: sites.count)
    for client in 0..<clientCount {
      for site in self[client] {
        clients[Int(next[Int(site)])] = Int32(client)
        next[Int(site)] += 1
      }
    }
    return ReachLists(starts: starts, sites: clients, siteCount: clientCount)
  }
}
