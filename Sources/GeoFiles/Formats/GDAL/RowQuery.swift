import CGDAL
import Documents
import Geodesy
import Planar

/// Finds the rows of a layer in memory that an SQL condition holds for, in the SQL of GDAL: the same as in the formats
/// that GDAL reads itself.
enum RowQuery {
  /// Indices of the rows, ascending.
  ///
  /// - Parameter condition: As the user wrote it.
  /// - Throws: Where GDAL is not there, or does not understand the condition.
  static func rows(
    of layer: Layer, where condition: String, path: String
  ) throws(LayerFileError) -> [Int] {
    guard GDALLibrary.isThere else { throw .noFilter(path: path) }
    GDALLibrary.start
    // Cells of the others are not looked at, and so not copied.
    let words = condition.lowercased()
    let table = OutputTable(
      zip(layer.attributes.names, layer.attributes.columns)
        .filter { words.contains($0.0.lowercased()) }.map { ($0.0, .attribute($0.1)) },
      rowCount: layer.count)
    let messages = GDALMessages()
    func fault(_ reason: FaultText) -> LayerFileError {
      .invalid(path: path, place: FaultText(verbatim: "where"), message: "\(reason): \(condition)")
    }
    let found = messages.collecting { () -> [Int]? in
      guard let dataset = try? NewDataset(inMemory: messages),
        let handle = try? dataset.create("rows", wkbNone, nil)
      else { return nil }
      var rows = DatasetLayer(
        name: "rows", table: table, geometry: GeometryColumn(), crs: .wgs84)
      rows.isTable = true
      guard (try? dataset.addFields(of: rows, to: handle)) != nil,
        (try? dataset.addRows(of: rows, wkbNone, to: handle)) != nil,
        gdal.OGR_L_SetAttributeFilter(handle, RowFilter(text: condition).quoted) == OGRERR_NONE
      else { return nil }
      var found: [Int] = []
      gdal.OGR_L_ResetReading(handle)
      while let feature = gdal.OGR_L_GetNextFeature(handle) {
        found.append(Int(gdal.OGR_F_GetFID(feature)))
        gdal.OGR_F_Destroy(feature)
      }
      return found
    }
    guard let found, messages.isEmpty else {
      let columns = layer.attributes.names.joined(separator: ", ")
      throw fault("\(messages.text) (columns: \(columns))")
    }
    return found.sorted()
  }
}
