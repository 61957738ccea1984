public import Documents

/// Why a file of OpenStreetMap data cannot be used.
public enum OSMError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// Its content is of none of the formats.
  case unrecognised(path: String, reason: String)
  /// It starts as OpenStreetMap data and does not go on so.
  case damaged(path: String, reason: String)
  /// It is PBF whose blocks are packed as lz4 or otherwise, and not as zlib.
  case otherCompression(path: String, reason: String)
  /// It holds changes or several versions of objects, instead of one state of the map.
  case history(path: String)
  /// It is more than memory, or the index of a vertex, holds.
  case tooLarge(path: String, reason: String)

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason); check the path and its permissions"
    case .unrecognised(let path, let reason):
      "\(path): not OpenStreetMap data (\(reason)); give an .osm.pbf, .osm, .osm.gz or .osm.bz2 "
        + "file, or a layer of lines"
    case .damaged(let path, let reason):
      "\(path): damaged or incomplete OpenStreetMap data: \(reason); get the file again"
    case .otherCompression(let path, let reason):
      "\(path): packed in a way that is not read (\(reason)); convert it: osmium cat \(path)"
        + " -f pbf,pbf_compression=zlib -o converted.osm.pbf"
    case .history(let path):
      "\(path): holds changes or a history of the map; give an extract of one day "
        + "(osmium time-filter makes one)"
    case .tooLarge(let path, let reason):
      "\(path): too large (\(reason)); cut it to the project's area with osmium extract"
    }
  }
}
