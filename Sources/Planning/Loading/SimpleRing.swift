internal import Planar

extension GeometryBuffers {
  /// Whether a polygon is valid beyond doubt: one small ring no two edges of which come near each
  /// other. `false` means that GEOS must look; nearly all parcels spare it the trouble.
  func isClearlyValid(_ row: Int) -> Bool {
    guard kinds[row].isPolygon else { return true }
    let rings = rings(ofRow: row)
    guard rings.count == 1 else { return false }
    let vertices = vertices(of: rings.lowerBound)
    guard (4...48).contains(vertices.count), isClosed(vertices) else { return false }
    let box = envelope(of: row)
    let reach = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    // Ten times the rounding error of the cross products below.
    let doubt = 1e-14 * reach * (box.width + box.height)
    guard doubt.isFinite else { return false }
    let last = vertices.upperBound - 1
    for edge in vertices.lowerBound..<last {
      let next = edge + 1 == last ? vertices.lowerBound : edge + 1
      guard turns(edge, edge + 1, next + 1, doubt: doubt) else { return false }
      for other in edge + 2..<max(edge + 2, last)
      where !(edge == vertices.lowerBound && other == last - 1) {
        guard isApart(edge, other, doubt) else { return false }
      }
    }
    return true
  }

  private func isClosed(_ vertices: Range<Int>) -> Bool {
    let last = vertices.upperBound - 1
    return x[vertices.lowerBound] == x[last] && y[vertices.lowerBound] == y[last]
  }

  private func cross(_ a: Int, _ b: Int, _ c: Int) -> Double {
    (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a])
  }

  /// Whether the way from a over b to c does not lead back onto itself.
  private func turns(_ a: Int, _ b: Int, _ c: Int, doubt: Double) -> Bool {
    if abs(cross(a, b, c)) > doubt { return true }
    return (x[b] - x[a]) * (x[c] - x[b]) + (y[b] - y[a]) * (y[c] - y[b]) > doubt
  }

  /// Whether two edges, named by their first vertices, surely have no point in common.
  @inline(__always)
  private func isApart(_ a: Int, _ c: Int, _ doubt: Double) -> Bool {
    let b = a + 1
    let d = c + 1
    if max(x[a], x[b]) < min(x[c], x[d]) || max(x[c], x[d]) < min(x[a], x[b])
      || max(y[a], y[b]) < min(y[c], y[d]) || max(y[c], y[d]) < min(y[a], y[b])
    {
      return true
    }
    let (first, second) = (cross(a, b, c), cross(a, b, d))
    if first > doubt && second > doubt || first < -doubt && second < -doubt { return true }
    let (third, fourth) = (cross(c, d, a), cross(c, d, b))
    return third > doubt && fourth > doubt || third < -doubt && fourth < -doubt
  }
}
