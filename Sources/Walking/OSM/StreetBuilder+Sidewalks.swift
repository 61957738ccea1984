internal import GeoData
internal import Planar

extension StreetBuilder {
  /// Sorts the carriageways whose sidewalk is said to be a way of its own: where the file has such a
  /// way beside it people walk there, else along the carriageway, as in a file of streets alone.
  mutating func sortCarriageways() {
    guard !apartWays.isEmpty else { return }
    let sidewalks = DrawnSidewalks(self)
    for way in apartWays {
      guard let walk = walkability[Int(file.ways.tags[Int(way)])] else { continue }
      let metres = length(of: Int(way))
      if let reason = walk.exclusion, sidewalks.accompany(Int(way), of: self) {
        ledger.add(metres, of: walk.streetClass, excludedFor: reason, by: walk.choice)
      } else {
        ledger.add(metres, of: walk.streetClass)
        summary.carriagewaysWithoutSidewalk += 1
        summary.withoutSidewalkMetres += metres
        addLine(Int(way), walk)
      }
    }
  }
}

/// Where the file has ways for people, to see whether one runs beside a street.
struct DrawnSidewalks {
  /// From a carriageway's middle, in metres: six lanes, cycles and trees lie between.
  private static let reach = 30.0
  /// From one place that is looked at to the next, in metres.
  private static let step = 10.0

  private let grid: PointGrid

  init(_ builder: StreetBuilder) {
    var x: [Double] = []
    var y: [Double] = []
    for line in builder.lineWays where line.kind == .path && !line.traits.contains(.elevated) {
      builder.forEachStep(along: line.places, of: Self.step) { stepX, stepY in
        x.append(stepX)
        y.append(stepY)
      }
    }
    grid = PointGrid(rows: x.indices.map { Int32($0) }, x: x, y: y)
  }

  /// Whether ways for people run beside half of a way or more.
  func accompany(_ way: Int, of builder: StreetBuilder) -> Bool {
    var steps = 0
    var beside = 0
    builder.forEachStep(along: builder.file.ways.range(of: way), of: Self.step) { x, y in
      steps += 1
      var isFound = false
      grid.search { grid in
        grid.forEach(within: Self.reach, ofX: x, y: y) { _, _, _ in isFound = true }
      }
      if isFound { beside += 1 }
    }
    return steps > 0 && 2 * beside >= steps
  }
}

extension StreetBuilder {
  /// Calls `body` with places along a way that are no farther apart than a distance.
  func forEachStep(along places: Range<Int>, of step: Double, _ body: (Double, Double) -> Void) {
    for place in places.dropFirst() {
      let from = Int(file.ways.references[place - 1])
      let to = Int(file.ways.references[place])
      let (dx, dy) = (x[to] - x[from], y[to] - y[from])
      let length = (dx * dx + dy * dy).squareRoot()
      guard length.isFinite, length < 1e6 else { continue }
      let count = max(1, Int((length / step).rounded(.up)))
      for part in 0..<count {
        let share = (Double(part) + 0.5) / Double(count)
        body(x[from] + share * dx, y[from] + share * dy)
      }
    }
  }
}
