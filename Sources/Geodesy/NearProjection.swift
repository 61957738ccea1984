import CPROJ

/// The fast transverse Mercator of a CRS, with PROJ behind it for points far from the meridian.
final class NearProjection {
  /// The longitude and latitude that the projection is of.
  let base: PROJObject
  private let crs: PROJObject
  private let projection: TransverseMercator
  // Few runs have a point that far, and each of these costs a millisecond to make.
  private lazy var exactForward = PROJObject(from: base, to: crs)
  private lazy var exactInverse = PROJObject(from: crs, to: base)

  /// `nil` unless `crs` is a transverse Mercator of plain longitude and latitude.
  init?(_ crs: PROJObject) {
    guard let projection = crs.transverseMercator, let base = crs.geodeticBase,
      base.isPlainGeographic
    else { return nil }
    self.crs = crs
    self.base = base
    self.projection = projection
  }

  func project(
    _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) {
    let far = projection.project(x: x, y: y)
    if !far.isEmpty { Self.move(far, x, y, by: exactForward) }
  }

  func unproject(
    _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) {
    let far = projection.unproject(x: x, y: y)
    if !far.isEmpty { Self.move(far, x, y, by: exactInverse) }
  }

  private static func move(
    _ indices: [Int], _ x: UnsafeMutableBufferPointer<Double>,
    _ y: UnsafeMutableBufferPointer<Double>, by operation: PROJObject?
  ) {
    var someX = indices.map { x[$0] }
    var someY = indices.map { y[$0] }
    if let operation {
      someX.withUnsafeMutableBufferPointer { x in
        someY.withUnsafeMutableBufferPointer { y in operation.transform(x, y) }
      }
    } else {
      someX = indices.map { _ in .nan }
    }
    for (place, index) in indices.enumerated() {
      x[index] = someX[place]
      y[index] = someY[place]
    }
  }
}

extension PROJObject {
  /// The operation from one CRS to another, in the axis order of a map.
  convenience init?(from source: PROJObject, to target: PROJObject) {
    let context = source.context
    guard
      let direct = PROJObject(
        adopting: proj_create_crs_to_crs_from_pj(context.raw, source.raw, target.raw, nil, nil),
        in: context)
    else { return nil }
    self.init(
      adopting: proj_normalize_for_visualization(context.raw, direct.raw), in: context)
  }

  /// Moves points in place; those that cannot be moved become infinite.
  func transform(
    _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) {
    let stride = MemoryLayout<Double>.stride
    // The count it returns says only how many were tried.
    _ = proj_trans_generic(
      raw, PJ_FWD, x.baseAddress, stride, x.count, y.baseAddress, stride, y.count,
      nil, 0, 0, nil, 0, 0)
  }

  /// Whether longitudes and latitudes are the same in both: one datum, or WGS 84 and CGCS2000,
  /// between which PROJ, too, changes nothing.
  func hasDatum(of other: PROJObject) -> Bool {
    isEquivalent(to: other) || (isLikeWGS84 && other.isLikeWGS84)
  }

  private var isLikeWGS84: Bool {
    ["EPSG:4326", "EPSG:4490"].contains { (code: String) in
      PROJObject(adopting: proj_create(context.raw, code), in: context)
        .map { isEquivalent(to: $0) } ?? false
    }
  }
}
