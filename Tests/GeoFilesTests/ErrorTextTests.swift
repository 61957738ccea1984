import Documents
import Geodesy
import Planar
import Testing

@testable import GeoFiles

@Suite("Errors of other rooms as values")
struct ErrorTextTests {
  @Test(
    "a CRS that is not to be had says the same in English",
    arguments: [
      CRSError.empty, .unrecognised(text: "here"),
      .unknown(text: String(repeating: "long ", count: 20), reason: "proj_create: no"),
      .notHorizontal(text: "EPSG:5773", type: "a vertical CRS"),
      .noTransformation(source: "a", target: "b", reason: "none"),
    ])
  func crs(error: CRSError) { #expect(error.text.description == error.description) }

  @Test(
    "and so does a geometry that cannot be read",
    arguments: [
      .malformedWKB(byte: 0, problem: .byteOrder(7)),
      .malformedWKB(byte: 1, problem: .unknownType(99)),
      .malformedWKB(byte: 5, problem: .tooManyItems(9)),
      .malformedWKB(byte: 9, problem: .cutOff(needed: 4)),
      .malformedWKB(byte: 9, problem: .tooDeep), .unsupported(type: 8),
      .notFinite(Point(x: .nan, y: 1)), .engine(call: "GEOSBuffer_r", message: "no"),
    ] as [GeometryError])
  func geometry(error: GeometryError) { #expect(error.text.description == error.description) }
}
