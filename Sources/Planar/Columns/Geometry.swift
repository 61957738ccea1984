/// One geometry as a value: a row of a column, whose memory it shares.
public struct Geometry: Sendable, CustomStringConvertible {
  /// The column that holds it.
  public let column: GeometryColumn
  /// Which row of the column it is.
  public let row: Int

  /// A row of a column.
  public init(row: Int, of column: GeometryColumn) {
    precondition(row >= 0 && row < column.count, "row \(row) of a column of \(column.count)")
    self.column = column
    self.row = row
  }

  /// A column of this geometry alone.
  init(only column: GeometryColumn) { self.init(row: 0, of: column) }

  /// No geometry at all.
  public static let none = Geometry(
    row: 0,
    of: GeometryColumn(
      kinds: [.none], partOffsets: [0, 0], ringOffsets: [0], vertexOffsets: [0], x: [], y: []))

  /// What it is.
  public var kind: GeometryKind { column.kinds[row] }
  /// Whether there is nothing, not even a vertex.
  public var isEmpty: Bool { column.vertices(ofRow: row).isEmpty }
  /// The smallest rectangle around it.
  public var envelope: Envelope { column.envelope(of: row) }
  /// See `GeometryBuffers.area(of:)`.
  public var area: Double { column.area(of: row) }
  /// See `GeometryBuffers.length(of:)`.
  public var length: Double { column.length(of: row) }
  /// See `GeometryBuffers.centroid(of:)`.
  public var centroid: Point? { column.centroid(of: row) }
  /// See `GeometryBuffers.interiorPoint(of:)`.
  public var interiorPoint: Point? { column.interiorPoint(of: row) }

  /// The kind and the number of vertices.
  public var description: String {
    "\(kind) of \(column.vertices(ofRow: row).count) vertices"
  }
}

extension Geometry: Hashable {
  /// Same kind, same parts and rings, same coordinates in the same order.
  public static func == (left: Geometry, right: Geometry) -> Bool {
    let a = left.column
    let b = right.column
    let aVertices = a.vertices(ofRow: left.row)
    let bVertices = b.vertices(ofRow: right.row)
    return left.kind == right.kind
      && a.parts(of: left.row).map { a.rings(of: $0).count }
        == b.parts(of: right.row).map { b.rings(of: $0).count }
      && a.rings(ofRow: left.row).map { a.vertices(of: $0).count }
        == b.rings(ofRow: right.row).map { b.vertices(of: $0).count }
      && a.x[aVertices] == b.x[bVertices] && a.y[aVertices] == b.y[bVertices]
  }

  /// Kind and coordinates.
  public func hash(into hasher: inout Hasher) {
    let vertices = column.vertices(ofRow: row)
    hasher.combine(kind)
    hasher.combine(column.x[vertices])
    hasher.combine(column.y[vertices])
  }
}

extension GeometryColumn {
  /// One row as a value.
  public subscript(row: Int) -> Geometry { Geometry(row: row, of: self) }

  /// Adds a geometry as a row.
  public mutating func append(_ geometry: Geometry) {
    append(row: geometry.row, of: geometry.column)
  }
}
