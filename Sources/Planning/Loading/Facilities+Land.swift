internal import Geodesy
internal import Planar
internal import Quantities

extension Facilities {
  /// Takes the area that is drawn of a facility, on the ground, for its land where the data states none.
  mutating func drawLand(on ground: GroundScale) {
    let missing = (0..<count).filter { landArea[$0] == nil && rows.geometry.kinds[$0].isPolygon }
    guard !missing.isEmpty else { return }
    let drawn = rows.geometry.withBuffers { buffers in
      missing.map { Amount(rounding: ground.squareMetres(of: $0, in: buffers)) }
    }
    for (row, area) in zip(missing, drawn) {
      guard let area, area > .zero else { continue }
      landArea[row] = area
      isLandDrawn[row] = true
    }
  }
}
