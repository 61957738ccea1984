/// Why a geometry could not be read, built or combined.
public enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A ring does not end where it starts; both points in its CRS.
  case ringNotClosed(first: Point, last: Point)
  /// A ring has fewer than 3 vertices, or a line has 1.
  case tooFewVertices(count: Int, at: Point)
  /// A coordinate is NaN or infinite.
  case notFinite(Point)
  /// Well-known binary that ends too early, or names a kind that is not one; `byte` counts from 0.
  case malformedWKB(byte: Int, problem: String)
  /// A kind of geometry that columns do not hold, such as a curve.
  case unsupported(kind: String)
  /// GEOS refused; `call` is the C function to look up.
  case engine(call: String, message: String)

  /// What is wrong, where, and the way out.
  public var description: String {
    switch self {
    case .ringNotClosed(let first, let last):
      "ring starts at \(first) but ends at \(last); repeat the first point at the end"
    case .tooFewVertices(let count, let point):
      """
      \(count == 1 ? "only 1 vertex" : "only \(count) vertices") at \(point); \
      a ring needs 4, the first repeated at the end, a line 2
      """
    case .notFinite(let point):
      "coordinate \(point) is not a number; write finite coordinates or leave the geometry empty"
    case .malformedWKB(let byte, let problem):
      "well-known binary, byte \(byte): \(problem); export the geometry again"
    case .unsupported(let kind):
      "\(kind) is not supported; convert it to points, lines or polygons"
    case .engine(let call, let message):
      message.contains("TopologyException")
        ? "\(call): \(message); repair the input with makeValid first" : "\(call): \(message)"
    }
  }
}
