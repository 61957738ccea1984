internal import Geodesy
internal import Planar

/// A layer in a file that was written, as a project of QGIS opens it.
struct DrawnLayer: Sendable {
  /// Unique among those that were written in a format.
  let name: String
  /// QGIS gives those of few letters others.
  var id: String { "siting_result_\(name)" }
  let format: ResultFormat
  /// Where it is, as QGIS has it: `./compliance.gpkg|layername=parcels`.
  let source: String
  let style: LayerStyle
  let crs: CRS
  /// Of its rows, in its CRS.
  let extent: Envelope
}

extension ResultWriting {
  /// The layers of a GeoJSON file: QGIS opens points, lines and areas as one each.
  func recordGeoJSON(
    _ layer: EditionLayer, of output: any LayerOutput.Type, style: (LayerStyle.Shape) -> LayerStyle,
    file: String
  ) {
    let shapes = LayerStyle.Shape.allCases.filter { shape in
      layer.geometry.kinds.contains { shape.holds($0) }
    }
    // Who unpacks it while reading it needs to be told.
    let path = file.hasSuffix(".gz") ? "/vsigzip/./\(file)" : "./\(file)"
    let extent = layer.geometry.envelope
    for shape in shapes.isEmpty ? [output.look.usualShape] : shapes {
      let isFirst = shape == shapes.first ?? shape
      let name = isFirst ? output.layerName : "\(output.layerName)_\(shape.rawValue)"
      let filter = shapes.count > 1 ? "|geometrytype=\(shape.ogrName)" : ""
      record(
        DrawnLayer(
          name: name, format: .geoJSON, source: path + filter, style: style(shape),
          crs: .wgs84, extent: extent))
    }
  }
}

extension LayerStyle.Shape {
  /// As GDAL calls it.
  var ogrName: String {
    switch self {
    case .points: "Point"
    case .lines: "LineString"
    case .areas: "Polygon"
    }
  }

  /// As QGIS calls it.
  var qgisName: String {
    switch self {
    case .points: "Point"
    case .lines: "Line"
    case .areas: "Polygon"
    }
  }
}
