public import Documents
public import Geodesy
internal import Planar

extension CRSError {
  /// What is wrong and the way out: its description, for readers of any language.
  public var text: FaultText {
    let advice: FaultText =
      "write a code such as EPSG:4490 (CGCS2000) or EPSG:4547, GCJ-02 or BD-09, or the text of a .prj file"
    return switch self {
    case .empty: "the CRS is empty; \(advice)"
    case .unrecognised(let text):
      "\"\(Self.excerpt(text))\" is not a coordinate reference system; \(advice)"
    case .unknown(let text, let reason):
      "unknown CRS \"\(Self.excerpt(text))\" (\(reason)); \(advice)"
    case .notHorizontal(let text, let type):
      "\"\(Self.excerpt(text))\" is \(type.faultText), not a geographic or projected CRS; \(advice)"
    case .noTransformation(let source, let target, let reason):
      "no transformation from \(source) to \(target) (\(reason)); transform the data with ogr2ogr -t_srs first"
    }
  }
}

extension GeometryError {
  /// What is wrong with binary geometry of a file: its description, for readers of any language.
  var text: FaultText {
    switch self {
    case .malformedWKB(let byte, let problem):
      "well-known binary, byte \(byte): \(problem.text); export the geometry again"
    case .unsupported(let type):
      "geometry type \(type) is not supported; convert it to points, lines or polygons"
    default: FaultText(verbatim: description)
    }
  }
}

extension WKBProblem {
  fileprivate var text: FaultText {
    switch self {
    case .byteOrder(let byte): "byte order \(byte) is neither 0 nor 1"
    case .unknownType(let code): "\(code) is no geometry type"
    case .tooManyItems(let count): "\(count) items announced, fewer bytes left"
    case .cutOff(let needed): "ends where \(needed) more bytes are needed"
    case .tooDeep: "collections nested more than 32 deep"
    }
  }
}
