import CPROJ

/// Moves whole columns of coordinates from one CRS to another.
///
/// Bound to the worker that made it, and therefore not `Sendable`: it owns PROJ's state.
public final class Transformer {
  /// The steps, in order.
  private enum Step {
    case removeShift(MapShift)
    case proj(PROJObject)
    case applyShift(MapShift)
  }

  private let steps: [Step]

  init(_ recipe: CoordinateTransform) throws(CRSError) {
    guard !recipe.isIdentity else {
      steps = []
      return
    }
    var steps: [Step] = []
    if let shift = recipe.source.mapShift { steps.append(.removeShift(shift)) }
    if let operation = try Self.operation(for: recipe) { steps.append(.proj(operation)) }
    if let shift = recipe.target.mapShift { steps.append(.applyShift(shift)) }
    self.steps = steps
  }

  /// PROJ's part; `nil` if the two CRS differ in nothing but a shift or a name.
  private static func operation(for recipe: CoordinateTransform) throws(CRSError) -> PROJObject? {
    guard recipe.source.projDefinition != recipe.target.projDefinition else { return nil }
    let context = PROJContext()
    func object(_ crs: CRS) throws(CRSError) -> PROJObject {
      let raw = proj_create(context.raw, crs.projDefinition)
      if let object = PROJObject(adopting: raw, in: context) { return object }
      throw .unknown(text: crs.definition, reason: context.takeError(in: "proj_create"))
    }
    let source = try object(recipe.source)
    let target = try object(recipe.target)
    guard !source.isEquivalent(to: target) else { return nil }
    let direct = PROJObject(
      adopting: proj_create_crs_to_crs_from_pj(context.raw, source.raw, target.raw, nil, nil),
      in: context)
    if let direct,
      let normalised = PROJObject(
        adopting: proj_normalize_for_visualization(context.raw, direct.raw), in: context)
    {
      return normalised
    }
    throw .noTransformation(
      source: recipe.source.description, target: recipe.target.description,
      reason: context.takeError(in: "proj_create_crs_to_crs_from_pj"))
  }

  /// Moves all points in place.
  ///
  /// - Parameters:
  ///   - x: Longitudes or eastings.
  ///   - y: Latitudes or northings, as many.
  /// - Returns: The indices of the points that cannot be moved, in ascending order: those that were
  ///   not finite, and those outside what the target CRS can show. Both of their coordinates are
  ///   `nan` after it.
  public func transform(
    x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>
  ) -> [Int] {
    precondition(x.count == y.count, "\(x.count) x, \(y.count) y")
    for step in steps {
      switch step {
      case .removeShift(let shift):
        for index in x.indices where x[index].isFinite && y[index].isFinite {
          (x[index], y[index]) = shift.remove(longitude: x[index], latitude: y[index])
        }
      case .applyShift(let shift):
        for index in x.indices where x[index].isFinite && y[index].isFinite {
          (x[index], y[index]) = shift.apply(longitude: x[index], latitude: y[index])
        }
      case .proj(let operation):
        Self.run(operation, x, y)
      }
    }
    var failed: [Int] = []
    for index in x.indices where !(x[index].isFinite && y[index].isFinite) {
      x[index] = .nan
      y[index] = .nan
      failed.append(index)
    }
    return failed
  }

  /// Moves one point; `nil` if it cannot be moved.
  public func transform(x: Double, y: Double) -> (x: Double, y: Double)? {
    var movedX = x
    var movedY = y
    let failed = withUnsafeMutablePointer(to: &movedX) { x in
      withUnsafeMutablePointer(to: &movedY) { y in
        transform(
          x: UnsafeMutableBufferPointer(start: x, count: 1),
          y: UnsafeMutableBufferPointer(start: y, count: 1))
      }
    }
    return failed.isEmpty ? (movedX, movedY) : nil
  }

  private static func run(
    _ operation: PROJObject, _ x: UnsafeMutableBufferPointer<Double>,
    _ y: UnsafeMutableBufferPointer<Double>
  ) {
    let stride = MemoryLayout<Double>.stride
    // The count says only how many were tried; failures are `HUGE_VAL` in place.
    _ = proj_trans_generic(
      operation.raw, PJ_FWD, x.baseAddress, stride, x.count, y.baseAddress, stride, y.count,
      nil, 0, 0, nil, 0, 0)
  }
}
