import Foundation
import Optimizing

/// A problem as `SizingProblem.json` writes it.
struct ProblemFile: Decodable {
  private struct Layer: Decodable {
    let needs: [Int64]
    let isCover: Bool
    let existing: [Int64]
    let starts: [Int32]
    let servers: [Int32]
  }

  private struct Site: Decodable {
    let costs: [Int64]
    let capacities: [[Int64]]
    let forced: Int?
  }

  private struct Exclusion: Decodable {
    let sites: [Int32]
    let atMost: Int
  }

  private let layers: [Layer]
  private let sites: [Site]
  private let exclusions: [Exclusion]
  private let budget: Int64?

  static func read(_ path: String) throws -> SizingProblem {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode(ProblemFile.self, from: data).problem
  }

  private var problem: SizingProblem {
    SizingProblem(
      layers: layers.map { layer in
        let lists = zip(layer.starts, layer.starts.dropFirst()).map {
          Array(layer.servers[Int($0)..<Int($1)])
        }
        return SizingProblem.Layer(
          needs: layer.needs,
          reach: ReachLists(lists, siteCount: layer.existing.count + sites.count),
          existing: layer.existing, isCover: layer.isCover)
      },
      sites: sites.map { site in
        SizingProblem.Site(
          sizes: zip(site.costs, site.capacities).map { .init(cost: $0, capacities: $1) },
          forced: site.forced)
      },
      exclusions: exclusions.map { .init(sites: $0.sites, atMost: $0.atMost) }, budget: budget)
  }
}
