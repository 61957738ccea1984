/// Why a coordinate reference system, or a way between two, is not to be had.
public enum CRSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing but white space.
  case empty
  /// Text in none of the forms that a CRS can be written in.
  case unrecognised(text: String)
  /// Text in a known form that PROJ does not understand, or a code that its database lacks.
  case unknown(text: String, reason: String)
  /// A CRS that has no horizontal coordinates: geocentric, vertical, of time, of a building site.
  case notHorizontal(text: String, type: String)
  /// PROJ knows no way from one CRS to the other.
  case noTransformation(source: String, target: String, reason: String)

  /// What is wrong and the way out.
  public var description: String {
    switch self {
    case .empty: "the CRS is empty; \(Self.advice)"
    case .unrecognised(let text):
      "\"\(Self.excerpt(text))\" is not a coordinate reference system; \(Self.advice)"
    case .unknown(let text, let reason):
      "unknown CRS \"\(Self.excerpt(text))\" (\(reason)); \(Self.advice)"
    case .notHorizontal(let text, let type):
      "\"\(Self.excerpt(text))\" is \(type), not a geographic or projected CRS; \(Self.advice)"
    case .noTransformation(let source, let target, let reason):
      "no transformation from \(source) to \(target) (\(reason)); "
        + "transform the data with ogr2ogr -t_srs first"
    }
  }

  private static let advice =
    "write a code such as EPSG:4490 (CGCS2000) or EPSG:4547, GCJ-02 or BD-09, "
    + "or the text of a .prj file"

  /// Long definitions would bury the sentence around them.
  package static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(57) + "..."
  }
}
