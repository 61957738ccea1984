/// Why a geometry could not be read, built or combined.
public enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A ring does not end where it starts; both points in its CRS.
  case ringNotClosed(first: Point, last: Point)
  /// A ring has fewer than 3 vertices, or a line has 1.
  case tooFewVertices(count: Int, at: Point)
  /// A coordinate is NaN or infinite.
  case notFinite(Point)
  /// Well-known binary that ends too early, or names a kind that is not one; `byte` counts from 0.
  case malformedWKB(byte: Int, problem: WKBProblem)
  /// A type of geometry that columns do not hold, such as a curve, by its code.
  case unsupported(type: UInt32)
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
    case .unsupported(let type):
      "geometry type \(type) is not supported; convert it to points, lines or polygons"
    case .engine(let call, let message):
      message.contains("TopologyException")
        ? "\(call): \(message); repair the input with makeValid first" : "\(call): \(message)"
    }
  }
}

/// What is wrong with well-known binary.
public enum WKBProblem: Hashable, Sendable, CustomStringConvertible {
  /// The order of bytes is neither 0 nor 1.
  case byteOrder(UInt8)
  /// No geometry has this code.
  case unknownType(UInt32)
  /// More items are announced than the bytes left can hold.
  case tooManyItems(Int)
  /// It ends where so many more bytes are needed.
  case cutOff(needed: Int)
  /// Collections stand in each other more than 32 deep.
  case tooDeep

  /// As part of a sentence.
  public var description: String {
    switch self {
    case .byteOrder(let byte): "byte order \(byte) is neither 0 nor 1"
    case .unknownType(let code): "\(code) is no geometry type"
    case .tooManyItems(let count): "\(count) items announced, fewer bytes left"
    case .cutOff(let needed): "ends where \(needed) more bytes are needed"
    case .tooDeep: "collections nested more than 32 deep"
    }
  }
}
