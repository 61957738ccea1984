import Foundation
import TestSupport
import Testing

@testable import Planar

@Suite("Index over areas")
struct AreaIndexTests {
  private static func areas(_ seed: UInt64) throws -> GeometryColumn {
    var column = GeometryColumn()
    var random = SplitMix64(seed: seed)
    for index in 0..<Int.random(in: 0...12, using: &random) {
      let scene = try OffsetScene(seed: seed * 31 + UInt64(index))
      for row in 0..<scene.shapes.count { column.append(row: row, of: scene.shapes) }
    }
    return column
  }

  @Test("nearest and all within a limit equal a look at all of them", arguments: UInt64(0)..<150)
  func matchesAllPairs(seed: UInt64) throws {
    let column = try Self.areas(seed)
    let rows = (0..<column.count).filter { column.kinds[$0].isPolygon }.map { Int32($0) }
    let index = AreaIndex(rows: rows, of: column)
    var random = SplitMix64(seed: seed)
    index.search { view in
      for _ in 0..<40 {
        let x = (Double.random(in: -14...14, using: &random) * 2).rounded() / 2
        let y = (Double.random(in: -14...14, using: &random) * 2).rounded() / 2
        let excluded = rows.randomElement(using: &random) ?? -1
        var best: (row: Int32, distance: Double)?
        for row in rows where row != excluded {
          let distance = column.distance(Int(row), toX: x, y: y)
          if distance < best?.distance ?? .infinity { best = (row, distance) }
        }
        let found = view.nearest(toX: x, y: y, excluding: excluded)
        #expect(found?.row == best?.row && found?.distance == best?.distance)
        if let best {
          #expect(
            view.nearest(toX: x, y: y, within: best.distance, excluding: excluded)?.row == best.row)
          if best.distance > 0 {
            #expect(
              view.nearest(toX: x, y: y, within: best.distance.nextDown, excluding: excluded)
                == nil)
          }
          var within: Set<Int32> = []
          view.forEachRow(within: best.distance, ofX: x, y: y) { within.insert($0) }
          #expect(
            within == Set(rows.filter { column.distance(Int($0), toX: x, y: y) <= best.distance }))
        }
      }
    }
  }

  @Test("no areas, no answer; nowhere is near to none")
  func nothing() {
    let empty = AreaIndex(rows: [], of: GeometryColumn())
    empty.search { #expect($0.nearest(toX: 0, y: 0) == nil) }
    let one = AreaIndex(rows: [0], of: polygon(box(0, 0, 1, 1)))
    one.search { #expect($0.nearest(toX: .nan, y: 0) == nil) }
  }
}
