import Foundation
import Optimizing

extension ReferenceFamily {
  /// 205 tracts and 16 sites with network distances in metres, of spopt's own tests.
  static let sanFrancisco = ReferenceFamily(name: "sf") { data, table in
    let rows = try data.text(
      "spopt-sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv"
    ).split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    let known = try data.json("spopt-sf/derived-optima.json")
    let names = known["facility_names"] as? [String] ?? []
    let tracts = Array(Set(rows.map { $0[2] })).sorted()
    var distances = [Double](repeating: .infinity, count: tracts.count * names.count)
    var weights = [Double](repeating: 0, count: tracts.count)
    for row in rows {
      guard let tract = tracts.firstIndex(of: row[2]), let site = names.firstIndex(of: row[1])
      else { continue }
      distances[tract * names.count + site] = Double(row[0]) ?? .infinity
      weights[tract] = Double(row[3]) ?? 0
    }
    let scale = 1e6
    let costs = distances.indices.map {
      Int64((distances[$0] * weights[$0 / names.count] * scale).rounded())
    }
    let medians = known["pmedian_weighted"] as? [String: [String: Any]] ?? [:]
    for count in 1...8 {
      table.median(
        "SF median p=\(count)",
        PMedian(costs: costs, siteCount: names.count, count: count),
        published: medians["\(count)"]?["objective"] as? Double, scale: scale)
    }
    cover(distances, weights, rest: (names.count, known), table)
  }

  private static func cover(
    _ distances: [Double], _ weights: [Double], rest: (sites: Int, known: [String: Any]),
    _ table: ReferenceTable
  ) {
    let optima = rest.known["mclp_covered_demand"] as? [String: [String: Any]] ?? [:]
    let fewest = rest.known["lscp_min_facilities"] as? [String: Double] ?? [:]
    for radius in [2000, 5000, 6000] {
      let reach = ReachLists(
        weights.indices.map { tract in
          (0..<rest.sites).filter { distances[tract * rest.sites + $0] <= Double(radius) }
            .map { Int32($0) }
        }, siteCount: rest.sites)
      for count in [2, 4] {
        let published = optima["R\(radius)_p\(count)"]?["covered"] as? Double
        table.maximal(
          "SF MCLP r=\(radius) p=\(count)",
          MaximalCovering(reach: reach, weights: weights.map { Int64($0) }, count: count),
          published: published)
      }
      table.covering(
        "SF LSCP r=\(radius)", SetCovering(reach: reach),
        published: fewest["\(radius)"])
    }
  }
}
