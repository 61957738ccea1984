import Foundation

/// The published instances of location problems below a folder; formats and traps: the README of
/// the reference data.
struct ReferenceData {
  let folder: URL

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  func numbers(_ path: String) throws -> [Double] {
    try text(path).split { $0.isWhitespace }.compactMap { Double($0) }
  }

  func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// OR-Library p-median: all pairs' distances, nodes and p. Of two rows for one edge the last
  /// one holds.
  func network(_ number: Int) throws -> (distances: [Int64], nodes: Int, count: Int) {
    let numbers = try numbers("pmed/pmed\(number).txt").map { Int64($0) }
    let nodes = Int(numbers[0])
    let far = Int64(1) << 40
    var distances = [Int64](repeating: far, count: nodes * nodes)
    for node in 0..<nodes { distances[node * nodes + node] = 0 }
    for row in stride(from: 3, to: numbers.count - 2, by: 3) {
      let (one, other) = (Int(numbers[row]) - 1, Int(numbers[row + 1]) - 1)
      distances[one * nodes + other] = numbers[row + 2]
      distances[other * nodes + one] = numbers[row + 2]
    }
    for via in 0..<nodes {
      for from in 0..<nodes where distances[from * nodes + via] < far {
        let first = distances[from * nodes + via]
        for to in 0..<nodes {
          let sum = first + distances[via * nodes + to]
          if sum < distances[from * nodes + to] { distances[from * nodes + to] = sum }
        }
      }
    }
    return (distances, nodes, Int(numbers[2]))
  }

  /// Swain's 55 points: x, y, demand.
  func swain() throws -> [(x: Double, y: Double, weight: Double)] {
    let numbers = try numbers("swain/swain55.txt").dropFirst()
    let rows = Array(numbers)
    return stride(from: 0, to: rows.count - 3, by: 4).map {
      (rows[$0 + 1], rows[$0 + 2], rows[$0 + 3])
    }
  }

  /// SJC: x, y, capacity, demand; and p.
  func sjc(_ number: Int) throws -> (
    points: [(x: Double, y: Double)], capacities: [Int64], demands: [Int64], count: Int
  ) {
    let numbers = try numbers("sjc/SJC\(number).dat")
    let rows = stride(from: 2, to: numbers.count - 3, by: 4)
    return (
      rows.map { (numbers[$0], numbers[$0 + 1]) }, rows.map { Int64(numbers[$0 + 2]) },
      rows.map { Int64(numbers[$0 + 3]) }, Int(numbers[1])
    )
  }

  /// A city of the maximal covering instances: latitude, longitude and demand of its nodes.
  func city(_ name: String) throws -> [(latitude: Double, longitude: Double, weight: Int64)] {
    let lines = try text("mclp-us/\(name).txt").split(whereSeparator: \.isNewline)
    let rows = lines.compactMap { line -> [Double]? in
      let numbers = line.split { $0.isWhitespace }.map { Double($0) }
      return numbers.contains { $0 == nil } ? nil : numbers.compactMap { $0 }
    }
    let places = rows.filter { $0.count == 2 }
    let demands = rows.filter { $0.count == 1 }.map { $0[0] }
    return zip(places, demands).map { ($0[0], $0[1], Int64($1)) }
  }
}

/// Great-circle distance on the sphere of radius 6378137 m, in metres; degrees in.
func haversine(
  _ one: (latitude: Double, longitude: Double), _ two: (latitude: Double, longitude: Double)
) -> Double {
  let radians = Double.pi / 180
  let (a, b) = (one.latitude * radians, two.latitude * radians)
  let (dy, dx) = ((b - a) / 2, (two.longitude - one.longitude) * radians / 2)
  let square = sin(dy) * sin(dy) + cos(a) * cos(b) * sin(dx) * sin(dx)
  return 2 * 6_378_137 * asin(min(1, square.squareRoot()))
}
