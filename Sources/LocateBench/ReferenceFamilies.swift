import Foundation
import Optimizing

extension ReferenceFamily {
  static let all = [pmed, swain, sjc, cities, sanFrancisco, joc]

  /// Real distances are scaled by this and rounded: sums of hundreds keep four decimals.
  private static let scale = 1e7

  private static let pmed = ReferenceFamily(name: "pmed") { data, table in
    let optima = try data.numbers("pmed/optima.txt").map { $0 }
    for number in 1...25 {
      let (distances, nodes, count) = try data.network(number)
      let problem = PMedian(costs: distances, siteCount: nodes, count: count)
      table.median("pmed\(number) (\(nodes), \(count))", problem, published: optima[number - 1])
    }
  }

  private static let swain = ReferenceFamily(name: "swain") { data, table in
    let points = try data.swain()
    let known = try data.json("swain/derived-optima.json")
    func distance(_ one: Int, _ other: Int) -> Double {
      hypot(points[one].x - points[other].x, points[one].y - points[other].y)
    }
    let all = points.indices
    let costs = all.flatMap { client in
      all.map { Int64((points[client].weight * distance(client, $0) * scale).rounded()) }
    }
    let medians = known["pmedian_weighted"] as? [String: [Any]] ?? [:]
    for count in 1...10 {
      let problem = PMedian(costs: costs, siteCount: points.count, count: count)
      table.median(
        "swain55 median p=\(count)", problem, published: medians["\(count)"]?.first as? Double,
        scale: scale)
    }
    let centers = known["pcenter"] as? [String: Double] ?? [:]
    let distances = all.flatMap { client in
      all.map { Int64((distance(client, $0) * scale).rounded()) }
    }
    for count in 1...10 {
      let problem = PCenter(distances: distances, siteCount: points.count, count: count)
      table.line("swain55 centre p=\(count)", published: centers["\(count)"], scale: scale) {
        let answer = try problem.solve(limits: table.limits, solver: table.solver)
        return (answer.proof, answer.boundSource, problem.check(answer))
      }
    }
    func reach(_ radius: Double) -> ReachLists {
      ReachLists(
        all.map { client in
          all.filter { distance(client, $0) <= radius + 1e-9 }.map { Int32($0) }
        }, siteCount: points.count)
    }
    let covered = known["mclp"] as? [String: Double] ?? [:]
    for radius in [10, 15] {
      for count in 1...8 {
        let problem = MaximalCovering(
          reach: reach(Double(radius)), weights: points.map { Int64($0.weight) }, count: count)
        table.maximal(
          "swain55 MCLP r=\(radius) p=\(count)", problem,
          published: covered["R\(radius)_p\(count)"])
      }
    }
    let fewest = known["lscp"] as? [String: Double] ?? [:]
    for radius in [5, 8, 10, 12, 15, 20] {
      table.covering(
        "swain55 LSCP r=\(radius)", SetCovering(reach: reach(Double(radius))),
        published: fewest["\(radius)"])
    }
  }

  private static let sjc = ReferenceFamily(name: "sjc") { data, table in
    for (number, published) in [(1, 16457.3044), (2, 32958.5847)] {
      let (points, capacities, demands, count) = try data.sjc(number)
      let costs = points.flatMap { one in
        points.map { Int64((hypot(one.x - $0.x, one.y - $0.y) * scale).rounded()) }
      }
      table.median(
        "SJC\(number) (\(points.count), \(count))",
        PMedian(costs: costs, siteCount: points.count, count: count), published: published,
        scale: scale)
      let limited = CapacitatedLocation(
        costs: costs, demands: demands, capacities: capacities, count: count)
      table.line(
        "SJC\(number) with capacities", published: number == 1 ? 17288.9931 : nil, scale: scale
      ) {
        let answer = try limited.solve(limits: table.limits, solver: table.solver)
        return (answer.proof, answer.boundSource, limited.check(answer))
      }
    }
  }

  private static let cities = ReferenceFamily(name: "mclp") { data, table in
    for (name, radius) in [("NewYork", 400), ("Bronx", 600)] {
      let nodes = try data.city(name)
      let reach = cityReach(nodes, radius: Double(radius))
      for count in stride(from: 50, through: 100, by: 10) {
        let known = try data.text("mclp-us/\(name)_\(count)_\(radius).txt")
          .split(separator: "\n").first?.split(separator: " ").last.flatMap {
            Double($0.filter { $0.isNumber })
          }
        table.maximal(
          "\(name) p=\(count) r=\(radius)",
          MaximalCovering(reach: reach, weights: nodes.map(\.weight), count: count),
          published: known)
      }
      table.covering("\(name) LSCP r=\(radius)", SetCovering(reach: reach), published: nil)
    }
  }

  private static func cityReach(
    _ nodes: [(latitude: Double, longitude: Double, weight: Int64)], radius: Double
  ) -> ReachLists {
    ReachLists(
      nodes.map { one in
        nodes.indices.filter {
          haversine((one.latitude, one.longitude), (nodes[$0].latitude, nodes[$0].longitude))
            <= radius
        }.map { Int32($0) }
      }, siteCount: nodes.count)
  }

  private static let joc = ReferenceFamily(name: "joc") { data, table in
    let known: [(Int, [Int: Double])] = [
      (324, [1: 5461, 3: 11604, 5: 12152]), (402, [2: 11339, 4: 15658, 6: 15984]),
      (500, [3: 15730, 5: 18859, 8: 19707]), (708, [6: 22504, 8: 23684, 10: 24190]),
    ]
    for (number, optima) in known {
      let rows = Array(
        try data.text("mclp-joc/SJC\(number).txt").split(whereSeparator: \.isNewline).dropFirst()
      )
      .map {
        $0.split(separator: "\t").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
      }
      .filter { $0.count == 3 }
      let reach = ReachLists(
        rows.map { one in
          rows.indices.filter { hypot(one[0] - rows[$0][0], one[1] - rows[$0][1]) <= 800 }
            .map { Int32($0) }
        }, siteCount: rows.count)
      for (count, published) in optima.sorted(by: { $0.key < $1.key }) {
        table.maximal(
          "SJC\(number) MCLP p=\(count)",
          MaximalCovering(reach: reach, weights: rows.map { Int64($0[2]) }, count: count),
          published: published)
      }
    }
  }
}
