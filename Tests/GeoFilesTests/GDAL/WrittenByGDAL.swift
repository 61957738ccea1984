import CGDAL
import Glibc
import TestSupport

@testable import GeoFiles

/// A layer of two compounds as GDAL writes it, and what is to be read of it.
struct WrittenByGDAL {
  static let names = ["春江花园", "Compound 2"]
  static let households: [Int64] = [350, 1_200]
  static let areas = [12.5, 7.25]
  static let shapes = [
    "POLYGON((115.5 34.5,115.51 34.5,115.51 34.51,115.5 34.5))",
    "MULTIPOLYGON(((115.6 34.5,115.61 34.5,115.61 34.51,115.6 34.5)),"
      + "((115.7 34.5,115.71 34.5,115.71 34.51,115.7 34.5)))",
  ]

  /// - Parameters:
  ///   - driver: As GDAL calls it.
  ///   - encoding: Of texts, where the driver can be asked for one.
  ///   - layers: Their names; all have the same rows.
  @discardableResult
  static func write(
    _ driver: String, to path: String, layers: [String] = ["compounds"], encoding: String? = nil,
    epsg: Int32? = 4490, shapes: [String?] = shapes, named nameColumn: String = "name"
  ) -> String {
    GDALLibrary.start
    guard let handle = gdal.GDALGetDriverByName(driver),
      let dataset = gdal.GDALCreate(handle, path, 0, 0, 0, GDT_Unknown, nil)
    else { preconditionFailure("\(driver) cannot write \(path)") }
    defer { gdal.GDALClose(dataset) }
    var system: OGRSpatialReferenceH?
    if let epsg {
      system = gdal.OSRNewSpatialReference(nil)
      _ = gdal.OSRImportFromEPSG(system, epsg)
      gdal.OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
    }
    defer { gdal.OSRDestroySpatialReference(system) }
    var options = encoding.map { ["ENCODING=\($0)"] } ?? []
    if driver == "FlatGeobuf" { options.append("SPATIAL_INDEX=NO") }
    let types = ["ESRI Shapefile": wkbPolygon, "OpenFileGDB": wkbMultiPolygon]
    let type = shapes.contains { $0 != nil } ? types[driver] ?? wkbUnknown : wkbNone
    for layer in layers {
      let layer = CStrings.with(options) { options in
        gdal.GDALDatasetCreateLayer(
          dataset, layer, system, type,
          UnsafeMutableRawPointer(mutating: options)
            .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
      }
      guard let layer else { preconditionFailure("no layer in \(path)") }
      if driver != "DXF" { addFields(to: layer, nameColumn) }
      for row in shapes.indices {
        add(row, shapes[row], to: layer, isDrawing: driver == "DXF", nameColumn)
      }
    }
    return path
  }

  private static func addFields(to layer: OGRLayerH, _ nameColumn: String) {
    for (name, type) in [
      (nameColumn, OFTString), ("households", OFTInteger64), ("area", OFTReal), ("built", OFTDate),
    ] {
      let field = gdal.OGR_Fld_Create(name, type)
      defer { gdal.OGR_Fld_Destroy(field) }
      _ = gdal.OGR_L_CreateField(layer, field, 1)
    }
  }

  private static func add(
    _ row: Int, _ shape: String?, to layer: OGRLayerH, isDrawing: Bool, _ nameColumn: String
  ) {
    let feature = gdal.OGR_F_Create(gdal.OGR_L_GetLayerDefn(layer))
    defer { gdal.OGR_F_Destroy(feature) }
    if !isDrawing {
      func field(_ name: String) -> Int32 { gdal.OGR_F_GetFieldIndex(feature, name) }
      gdal.OGR_F_SetFieldString(feature, field(nameColumn), names[row])
      gdal.OGR_F_SetFieldInteger64(feature, field("households"), households[row])
      gdal.OGR_F_SetFieldDouble(feature, field("area"), areas[row])
      if row == 0, field("built") >= 0 {
        gdal.OGR_F_SetFieldDateTime(feature, field("built"), 2_019, 8, 1, 0, 0, 0, 0)
      }
    }
    if let shape {
      var text: UnsafeMutablePointer<CChar>? = strdup(shape)
      let start = text
      defer { free(start) }
      var geometry: OGRGeometryH?
      _ = gdal.OGR_G_CreateFromWkt(&text, nil, &geometry)
      _ = gdal.OGR_F_SetGeometryDirectly(feature, geometry)
    }
    precondition(gdal.OGR_L_CreateFeature(layer, feature) == OGRERR_NONE, "row \(row)")
  }
}
