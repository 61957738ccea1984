import CPROJ

/// Moves whole columns of coordinates from one CRS to another.
///
/// Bound to the worker that made it, and therefore not `Sendable`: it owns PROJ's state.
public final class Transformer {
  /// The steps, in order.
  private enum Step {
    case removeShift(MapShift)
    case proj(PROJObject)
    case project(NearProjection)
    case unproject(NearProjection)
    case applyShift(MapShift)
  }

  private let steps: [Step]

  convenience init(_ recipe: CoordinateTransform) throws(CRSError) {
    try self.init(recipe, usesNearProjection: true)
  }

  /// - Parameter usesNearProjection: Whether the fast transverse Mercator may stand in for PROJ.
  init(_ recipe: CoordinateTransform, usesNearProjection: Bool) throws(CRSError) {
    guard !recipe.isIdentity else {
      steps = []
      return
    }
    var steps: [Step] = []
    if let shift = recipe.source.mapShift { steps.append(.removeShift(shift)) }
    steps += try Self.operation(for: recipe, usesNearProjection: usesNearProjection)
    if let shift = recipe.target.mapShift { steps.append(.applyShift(shift)) }
    self.steps = steps
  }

  /// Those of PROJ.
  var operations: [PROJObject] {
    steps.compactMap { if case .proj(let operation) = $0 { operation } else { nil } }
  }

  /// The part between two true CRS; empty if they differ in nothing but a shift or a name.
  private static func operation(
    for recipe: CoordinateTransform, usesNearProjection: Bool
  ) throws(CRSError) -> [Step] {
    guard recipe.source.projDefinition != recipe.target.projDefinition else { return [] }
    let context = PROJContext()
    func object(_ crs: CRS) throws(CRSError) -> PROJObject {
      let raw = proj_create(context.raw, crs.projDefinition)
      if let object = PROJObject(adopting: raw, in: context) { return object }
      throw .unknown(text: crs.definition, reason: context.takeError(in: "proj_create"))
    }
    let source = try object(recipe.source)
    let target = try object(recipe.target)
    guard !source.isEquivalent(to: target) else { return [] }
    if usesNearProjection, let steps = nearSteps(from: source, to: target) { return steps }
    if let operation = PROJObject(from: source, to: target) { return [.proj(operation)] }
    throw .noTransformation(
      source: recipe.source.description, target: recipe.target.description,
      reason: context.takeError(in: "proj_create_crs_to_crs_from_pj"))
  }

  /// The way without PROJ, where both are plain longitude and latitude or a transverse Mercator of
  /// them, and the datums differ by nothing.
  private static func nearSteps(from source: PROJObject, to target: PROJObject) -> [Step]? {
    let projections = [source, target].map { crs in
      crs.isPlainGeographic ? nil : NearProjection(crs)
    }
    guard let sourceBase = projections[0]?.base ?? (source.isPlainGeographic ? source : nil),
      let targetBase = projections[1]?.base ?? (target.isPlainGeographic ? target : nil),
      sourceBase.hasDatum(of: targetBase)
    else { return nil }
    return [projections[0].map { .unproject($0) }, projections[1].map { .project($0) }]
      .compactMap { $0 }
  }

  /// Moves all points in place.
  ///
  /// - Parameters:
  ///   - x: Longitudes or eastings.
  ///   - y: Latitudes or northings, as many.
  /// - Returns: The indices of the points that cannot be moved, in ascending order: those that were
  ///   not finite, and those outside what the target CRS can show. Both of their coordinates are
  ///   `nan` after it.
  @discardableResult
  public func transform(x: inout MutableSpan<Double>, y: inout MutableSpan<Double>) -> [Int] {
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in transform(x, y) }
    }
  }

  private func transform(
    _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
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
      case .proj(let operation): operation.transform(x, y)
      case .project(let projection): projection.project(x, y)
      case .unproject(let projection): projection.unproject(x, y)
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
          UnsafeMutableBufferPointer(start: x, count: 1),
          UnsafeMutableBufferPointer(start: y, count: 1))
      }
    }
    return failed.isEmpty ? (movedX, movedY) : nil
  }
}
