public import Geodesy
public import Planar

/// What a file holds: geometries and attributes in columns of equal length, in file order.
public struct Layer: Sendable {
  /// The file's name without its folder, for messages.
  public var name: String
  /// One row per feature.
  public var geometry: GeometryColumn
  /// One row per feature.
  public var attributes: AttributeTable
  /// The GeoJSON `id` member of each feature as text; empty when no feature has one.
  public var featureIDs: [String?]
  /// The line of the file that each row starts on, 1-based; empty where rows have no line.
  public var lines: [Int]
  /// The index of each row in the file, where the layer is a choice of them; else empty.
  public var numbers: [Int] = []
  /// The CRS that the file states, or that its format implies; `nil` when it states none.
  public var crs: CRS?
  /// What was not as it should be: first about the whole file, then by row.
  public var notes: [ReadNote]
  /// Whether it is a table without any column of coordinates.
  public var lacksGeometry = false
  /// Size of the file as stored, so before it was unpacked; 0 for a layer that was not read.
  public var byteCount: Int

  /// A layer; see the properties.
  ///
  /// - Precondition: The columns are of equal length.
  public init(
    name: String, geometry: GeometryColumn, attributes: AttributeTable,
    featureIDs: [String?] = [], lines: [Int] = [], crs: CRS?, notes: [ReadNote] = [],
    byteCount: Int = 0
  ) {
    precondition(geometry.count == attributes.rowCount, "columns of equal length")
    self.name = name
    self.geometry = geometry
    self.attributes = attributes
    self.featureIDs = featureIDs
    self.lines = lines
    self.crs = crs
    self.notes = notes
    self.byteCount = byteCount
  }

  /// Number of rows.
  public var count: Int { geometry.count }

  /// 1-based number of a row in the file.
  public func numberInFile(of row: Int) -> Int { (numbers.isEmpty ? row : numbers[row]) + 1 }

  /// Whether no row is anywhere.
  public var isNowhere: Bool { geometry.kinds.allSatisfy { $0 == .none } }

  /// The rows at `indices`, in that order, with the notes about them and about the whole file.
  public func selecting(_ indices: [Int]) -> Layer {
    let notesByRow = Dictionary(grouping: notes.filter { $0.row != nil }) { $0.row }
    var kept = notes.filter { $0.row == nil }
    for (newRow, row) in indices.enumerated() {
      for note in notesByRow[row] ?? [] {
        kept.append(
          ReadNote(
            severity: note.severity, row: newRow, place: note.place, message: note.message))
      }
    }
    var layer = Layer(
      name: name, geometry: geometry.selecting(indices), attributes: attributes.selecting(indices),
      featureIDs: featureIDs.isEmpty ? [] : featureIDs.gathering(indices),
      lines: lines.isEmpty ? [] : lines.gathering(indices), crs: crs, notes: kept,
      byteCount: byteCount)
    layer.lacksGeometry = lacksGeometry
    layer.numbers = numbers.isEmpty ? indices : numbers.gathering(indices)
    return layer
  }
}
