internal import Planar

extension GeometryColumn {
  /// The rows of columns one after the other, in memory that is taken once.
  init(joining parts: [GeometryColumn]) {
    var kinds: [GeometryKind] = []
    var partOffsets: [Int32] = [0]
    var ringOffsets: [Int32] = [0]
    var vertexOffsets: [Int32] = [0]
    var x: [Double] = []
    var y: [Double] = []
    x.reserveCapacity(parts.reduce(0) { $0 + $1.vertexCount })
    y.reserveCapacity(x.capacity)
    for part in parts {
      let rows = partOffsets[partOffsets.count - 1]
      let rings = ringOffsets[ringOffsets.count - 1]
      let vertices = vertexOffsets[vertexOffsets.count - 1]
      kinds += part.kinds
      partOffsets += part.partOffsets.dropFirst().lazy.map { $0 + rows }
      ringOffsets += part.ringOffsets.dropFirst().lazy.map { $0 + rings }
      vertexOffsets += part.vertexOffsets.dropFirst().lazy.map { $0 + vertices }
      x += part.x
      y += part.y
    }
    self.init(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: x, y: y)
  }
}
