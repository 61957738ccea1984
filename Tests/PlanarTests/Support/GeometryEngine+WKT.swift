import CGEOS

@testable import Planar

extension GeometryEngine {
  /// Reads well-known text, such as `POINT (1 2)`; of a collection the parts of the highest
  /// dimension, of what is empty `.none`.
  func geometry(wkt text: String) throws(GeometryError) -> Geometry {
    guard let reader = GEOSWKTReader_create_r(context.raw) else {
      throw context.takeError(in: "GEOSWKTReader_create_r")
    }
    defer { GEOSWKTReader_destroy_r(context.raw, reader) }
    return try GEOSHandle(
      adopting: GEOSWKTReader_read_r(context.raw, reader, text), from: "GEOSWKTReader_read_r",
      in: context
    ).value()
  }

  /// Reads well-known texts into a column, one per row.
  func column(wkt texts: some Sequence<String>) throws(GeometryError) -> GeometryColumn {
    var column = GeometryColumn()
    for text in texts { column.append(try geometry(wkt: text)) }
    return column
  }

  /// Well-known text with as few digits as read back the same numbers.
  func wkt(of geometry: Geometry) throws(GeometryError) -> String {
    let handle = try GEOSHandle(geometry, in: context)
    guard let writer = GEOSWKTWriter_create_r(context.raw) else {
      throw context.takeError(in: "GEOSWKTWriter_create_r")
    }
    defer { GEOSWKTWriter_destroy_r(context.raw, writer) }
    GEOSWKTWriter_setTrim_r(context.raw, writer, 1)
    return try context.adopt(
      GEOSWKTWriter_write_r(context.raw, writer, handle.raw), from: "GEOSWKTWriter_write_r")
  }
}
