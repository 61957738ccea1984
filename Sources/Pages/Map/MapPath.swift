internal import Planar

/// SVG path data of geometries, in whole units and relative steps, without what cannot be seen.
struct MapPath {
  private let frame: MapFrame
  /// Vertices nearer than this to the one before are left out.
  private let tolerance: Int
  private(set) var bytes: [UInt8] = []

  init(in frame: MapFrame, tolerance: Int) {
    self.frame = frame
    self.tolerance = tolerance
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds the rings of polygons and the course of lines; points are not drawn by paths.
  mutating func append(_ row: Int, of column: GeometryColumn) {
    guard !column.kinds[row].isPoint else { return }
    for ring in column.rings(ofRow: row) {
      append(column.vertices(of: ring), of: column, closing: column.kinds[row].isPolygon)
    }
  }

  private mutating func append(
    _ vertices: Range<Int>, of column: GeometryColumn, closing: Bool
  ) {
    guard let first = vertices.first else { return }
    let startX = frame.x(column.x[first])
    let startY = frame.y(column.y[first])
    bytes.append(UInt8(ascii: "M"))
    append(startX, startY)
    var lastX = startX
    var lastY = startY
    var drawn = 0
    for vertex in closing ? vertices.dropFirst().dropLast() : vertices.dropFirst() {
      let x = frame.x(column.x[vertex])
      let y = frame.y(column.y[vertex])
      guard abs(x - lastX) + abs(y - lastY) >= tolerance else { continue }
      bytes.append(UInt8(ascii: "l"))
      append(x - lastX, y - lastY)
      lastX = x
      lastY = y
      drawn += 1
    }
    // A ring too small to have a shape is a dot.
    if closing, drawn < 2 { bytes.append(contentsOf: "h30v30h-30".utf8) }
    if closing { bytes.append(UInt8(ascii: "z")) }
  }

  /// Adds a line as far as it lies on the map.
  mutating func append(x: ArraySlice<Double>, y: ArraySlice<Double>) {
    var column = GeometryColumn()
    guard x.contains(where: { $0 >= frame.extent.minX && $0 <= frame.extent.maxX }),
      y.contains(where: { $0 >= frame.extent.minY && $0 <= frame.extent.maxY })
    else { return }
    for (x, y) in zip(x, y) { column.appendVertex(x: x, y: y) }
    append(0..<column.x.count, of: column, closing: false)
  }

  /// Adds the data of another path.
  mutating func append(_ other: MapPath) { bytes.append(contentsOf: other.bytes) }

  /// A small square that stands for a point.
  mutating func appendDot(x: Double, y: Double) {
    appendBox(
      left: frame.x(x) - 20, top: frame.y(y) - 20, right: frame.x(x) + 20, bottom: frame.y(y) + 20)
  }

  /// A square by its lower left corner on the ground, and metres.
  mutating func appendSquare(x: Double, y: Double, size: Double) {
    appendBox(
      left: frame.x(x), top: frame.y(y + size), right: frame.x(x + size), bottom: frame.y(y))
  }

  private mutating func appendBox(left: Int, top: Int, right: Int, bottom: Int) {
    bytes.append(contentsOf: "M\(left) \(top)H\(right)V\(bottom)H\(left)z".utf8)
  }

  private mutating func append(_ x: Int, _ y: Int) {
    bytes.append(contentsOf: "\(x)".utf8)
    if y >= 0 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: "\(y)".utf8)
  }
}
