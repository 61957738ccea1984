import Documents
public import Geodesy
public import Planar
public import Workers

/// Writes layers as GeoJSON of RFC 7946: WGS 84 with 7 decimals (11 mm), rings by the right-hand
/// rule, one feature a line.
public struct GeoJSONWriter: Sendable {
  /// How many tasks may render at a time; the bytes never depend on it.
  public let workers: Workers

  /// A writer.
  public init(workers: Workers = Workers(count: 1)) { self.workers = workers }

  /// Writes a FeatureCollection and returns its size in bytes.
  ///
  /// - Parameters:
  ///   - table: The properties of each feature.
  ///   - geometry: One row per feature; a row of kind `.none`, or with a coordinate that is not
  ///     finite, is written as `null`.
  ///   - crs: What the geometry is in; it is moved to WGS 84 if that is something else.
  ///   - featureIDs: The member `id` of each feature; `nil`, or an empty array: it has none.
  ///   - path: A file that is there already is replaced. After an error a part of it may be left.
  @discardableResult
  public func write(
    _ table: OutputTable, geometry: GeometryColumn, crs: CRS, featureIDs: [String?] = [],
    to path: String
  ) async throws(LayerWriteError) -> Int {
    precondition(geometry.count == table.rowCount, "one geometry per row")
    precondition(featureIDs.isEmpty || featureIDs.count == table.rowCount, "one id per row")
    let moved: GeometryColumn
    do throws(CRSError) {
      moved = try await geometry.transformed(
        CoordinateTransform(from: crs, to: .wgs84), workers: workers)
    } catch {
      throw .cannotTransform(path: path, reason: error.text)
    }
    let features = FeatureRenderer.Input(
      table: table, geometry: moved, ids: featureIDs.isEmpty ? nil : TextColumn(featureIDs))
    var file = try OutputFile(creating: path)
    try file.write(Self.bytes("{\"type\":\"FeatureCollection\",\"features\":[\n"))
    try await file.write(rows: table.rowCount, workers: workers) { rows in
      FeatureRenderer(features).render(rows)
    }
    try file.write(Self.bytes("]}\n"))
    try file.finish()
    return file.byteCount
  }

  private static func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

/// Renders features, for one worker.
private struct FeatureRenderer {
  struct Input: Sendable {
    let table: OutputTable
    let geometry: GeometryColumn
    let ids: TextColumn?
    let words: [WordList?]

    init(table: OutputTable, geometry: GeometryColumn, ids: TextColumn?) {
      self.table = table
      self.geometry = geometry
      self.ids = ids
      words = table.columns.map { CellWriter.words(of: $0) }
    }
  }

  private let geometry: GeometryColumn
  private let rowCount: Int
  private let ids: TextColumn?
  private let id: CellWriter?
  private let cells: [CellWriter]

  init(_ input: Input) {
    geometry = input.geometry
    rowCount = input.table.rowCount
    ids = input.ids
    id = input.ids.map {
      CellWriter.make(
        .attribute(.text($0)), words: nil, prefix: Array(",\"id\":".utf8))
    }
    cells = zip(input.table.names, input.table.columns).enumerated().map { index, column in
      let buffer = ByteBuffer(capacity: 64)
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(json: column.0)
      buffer.append(UInt8(ascii: ":"))
      return CellWriter.make(
        column.1, words: input.words[index], prefix: buffer.bytes)
    }
  }

  func render(_ rows: Range<Int>) -> ByteBuffer {
    let buffer = ByteBuffer(capacity: rows.count * (200 + 24 * cells.count))
    // `cells` keeps them: counting references to each for every cell costs as much as a number.
    let cells = cells.map { Unmanaged.passUnretained($0) }
    defer { withExtendedLifetime(self.cells) {} }
    for row in rows {
      buffer.append("{\"type\":\"Feature\"")
      if let ids, let id, ids.isPresent[row] { id.writeWithPrefix(row, to: buffer) }
      buffer.append(",\"properties\":{")
      for cell in cells {
        cell._withUnsafeGuaranteedRef { $0.writeWithPrefix(row, to: buffer) }
      }
      buffer.append("},\"geometry\":")
      GeometryRenderer.append(row, of: geometry, to: buffer)
      buffer.append(row + 1 == rowCount ? "}\n" : "},\n")
    }
    return buffer
  }
}
