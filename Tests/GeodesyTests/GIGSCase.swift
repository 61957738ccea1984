import Testing

@testable import Geodesy

/// One case of a `.gie` file whose operation goes from one CRS to another.
struct GIGSCase {
  let source: String
  let target: String
  let toleranceMetres: Double
  let accept: (x: Double, y: Double)
  /// `nil`: there and back must end where it began.
  let expect: (x: Double, y: Double)?

  /// Reads what these files use of the language: `operation` with steps, `tolerance`, `accept`,
  /// `expect`, `roundtrip`.
  static func parse(_ text: String) -> [GIGSCase] {
    var cases: [GIGSCase] = []
    var systems = ["", ""]
    var tolerance = 0.0
    var accept = (x: 0.0, y: 0.0)
    let joined = text.replacing("\\\n", with: " ")
    for line in joined.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      guard let command = words.first else { continue }
      func pair() -> (x: Double, y: Double) {
        (Double(words[1]) ?? .nan, Double(words[2]) ?? .nan)
      }
      func add(_ expect: (x: Double, y: Double)?) {
        cases.append(
          GIGSCase(
            source: systems[0], target: systems[1], toleranceMetres: tolerance, accept: accept,
            expect: expect))
      }
      switch command {
      case "operation":
        systems = words.split(separator: "+step").dropFirst().map { step in
          let first = step.first ?? ""
          return first.hasPrefix("+init=")
            ? String(first.dropFirst(6))
            : step.filter { $0 != "+inv" }.joined(separator: " ")
        }
      case "tolerance":
        tolerance = (Double(words[1]) ?? .nan) * (words[2] == "mm" ? 0.001 : 1)
      case "accept": accept = pair()
      case "expect": add(pair())
      case "roundtrip": add(nil)
      default: break
      }
    }
    return cases
  }

  func check() throws {
    let transform = CoordinateTransform(
      from: try CRS(parsing: source), to: try CRS(parsing: target))
    let forward = try transform.makeTransformer()
    let moved = try #require(forward.transform(x: accept.x, y: accept.y))
    if let expect {
      #expect(distance(moved, expect, in: transform.target) <= toleranceMetres, "\(self)")
    } else {
      let back = try transform.inverse.makeTransformer()
      let returned = try #require(back.transform(x: moved.x, y: moved.y))
      #expect(distance(returned, accept, in: transform.source) <= toleranceMetres, "\(self)")
    }
  }

  private func distance(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), in crs: CRS
  ) -> Double {
    crs.isGeographic
      ? Geodesic.wgs84.distanceMetres(
        fromLongitude: a.x, latitude: a.y, toLongitude: b.x, latitude: b.y)
      : ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}
