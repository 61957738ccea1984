import CGDAL
import Documents
import Planar

/// All rows of a layer, fetched batch by batch through GDAL's Arrow stream, columns and not features.
struct ArrowReading {
  private(set) var columns: [ArrowField] = []
  private(set) var batches: [ArrowBatch] = []
  private(set) var rowCount = 0
  /// Why it stopped before the end.
  private(set) var failure: FaultText?
  /// Whether it stopped since there was too much.
  private(set) var isTooLarge = false
  private var byteCount = 0

  /// Rows that are decoded by one worker at a time.
  private static let batchRows = 16_384

  /// `nil` where there is no stream.
  ///
  /// - Parameter took: Is told of each batch once it is there, with the names of the columns.
  init?(_ layer: OGRLayerH, _ took: (ArrowBatch, [[UInt8]]) -> Void) {
    // Of a GeoPackage GDAL 3.6 reads most truth values as false by its quick way, and for ever nothing where there
    // are more columns than SQLite has arguments. Its plain way is right.
    let ways = ["OGR_GPKG_STREAM_BASE_IMPL", "OGR_FLATGEOBUF_STREAM_BASE_IMPL"]
    for way in ways { gdal.CPLSetThreadLocalConfigOption(way, "YES") }
    defer { for way in ways { gdal.CPLSetThreadLocalConfigOption(way, nil) } }
    var stream = ArrowArrayStream()
    let options = ["INCLUDE_FID=NO", "MAX_FEATURES_IN_BATCH=\(Self.batchRows)"]
    let isOpen = CStrings.with(options) { options in
      let list = UnsafeMutableRawPointer(mutating: options)
        .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
      return gdal.OGR_L_GetArrowStream(layer, &stream, list)
    }
    guard isOpen else { return nil }
    defer { stream.release?(&stream) }
    var schema = ArrowSchema()
    guard stream.get_schema?(&stream, &schema) == 0 else { return nil }
    defer { schema.release?(&schema) }
    columns = (0..<Int(schema.n_children)).compactMap { index in
      schema.children[index].map { ArrowField($0.pointee) }
    }
    while true {
      var array = ArrowArray()
      guard let next = stream.get_next, next(&stream, &array) == 0 else {
        failure =
          stream.get_last_error?(&stream).map { FaultText(verbatim: String(cString: $0)) }
          ?? "it is cut off"
        return
      }
      guard array.release != nil else { return }
      guard array.length > 0 else {
        array.release?(&array)
        failure = "rows without end"
        return
      }
      rowCount += Int(array.length)
      byteCount += zip(columns.indices, columns).reduce(0) { sum, column in
        sum + (array.children[column.0].map { column.1.byteCount(of: $0.pointee) } ?? 0)
      }
      guard byteCount <= Gzip.limitBytes else {
        array.release?(&array)
        isTooLarge = true
        return
      }
      let batch = ArrowBatch(adopting: array, columns)
      batches.append(batch)
      took(batch, names)
    }
  }

  /// Those of attributes, in the order of the file.
  var names: [[UInt8]] { columns.filter { !$0.isGeometry }.map(\.name) }
}

/// A column of a stream.
struct ArrowField: Sendable {
  /// How its values are stored.
  enum Storage: Sendable {
    case text(isLarge: Bool)
    case binary(isLarge: Bool)
    case signed(bytes: Int)
    case unsigned(bytes: Int)
    case float
    case double
    case boolean
    /// Days since 1970.
    case days
    /// So many in a second, since 1970 or since midnight.
    case instant(perSecond: Int64)
    case clock(perSecond: Int64, bytes: Int)
    case texts
    case unknown
  }

  /// As in the file, of any encoding.
  let name: [UInt8]
  let isGeometry: Bool
  let storage: Storage
  /// Of a column that says which of some texts its values are.
  let dictionary: Storage?

  init(_ schema: ArrowSchema) {
    name = schema.name.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
    storage = Self.storage(schema)
    dictionary = schema.dictionary.map { Self.storage($0.pointee) }
    if case .binary = storage {
      isGeometry = Self.metadata(schema).contains { $0 == "ogc.wkb" }
    } else {
      isGeometry = false
    }
  }

  /// How much the values of a batch take, as far as their number does not say.
  func byteCount(of array: ArrowArray) -> Int {
    let rows = Int(array.offset + array.length)
    switch storage {
    case .text(let isLarge), .binary(let isLarge):
      guard let offsets = array.buffers[1] else { return 0 }
      return isLarge
        ? Int(offsets.assumingMemoryBound(to: Int64.self)[rows])
        : Int(offsets.assumingMemoryBound(to: Int32.self)[rows])
    default: return 8 * rows
    }
  }

  private static func storage(_ schema: ArrowSchema) -> Storage {
    let format = schema.format.map { String(cString: $0) } ?? ""
    switch format {
    case "u": return .text(isLarge: false)
    case "U": return .text(isLarge: true)
    case "z": return .binary(isLarge: false)
    case "Z": return .binary(isLarge: true)
    case "c": return .signed(bytes: 1)
    case "C": return .unsigned(bytes: 1)
    case "s": return .signed(bytes: 2)
    case "S": return .unsigned(bytes: 2)
    case "i": return .signed(bytes: 4)
    case "I": return .unsigned(bytes: 4)
    case "l": return .signed(bytes: 8)
    case "L": return .unsigned(bytes: 8)
    case "f": return .float
    case "g": return .double
    case "b": return .boolean
    case "tdD": return .days
    case "tts": return .clock(perSecond: 1, bytes: 4)
    case "ttm": return .clock(perSecond: 1_000, bytes: 4)
    case "ttu": return .clock(perSecond: 1_000_000, bytes: 8)
    case "+l":
      let items = schema.children?[0].map { storage($0.pointee) }
      if case .text(false) = items { return .texts }
      return .unknown
    default:
      let units: [String: Int64] = ["tss": 1, "tsm": 1_000, "tsu": 1_000_000, "tsn": 1_000_000_000]
      return units[String(format.prefix(3))].map { .instant(perSecond: $0) } ?? .unknown
    }
  }

  /// The values of its metadata: numbers of bytes before each key and each value.
  private static func metadata(_ schema: ArrowSchema) -> [String] {
    guard let start = schema.metadata else { return [] }
    let bytes = UnsafeRawPointer(start)
    var at = 4
    func text() -> String {
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
      defer { at += 4 + count }
      return String(
        decoding: UnsafeRawBufferPointer(start: bytes + at + 4, count: count), as: UTF8.self)
    }
    return (0..<Int(bytes.loadUnaligned(as: Int32.self))).map { _ in
      _ = text()
      return text()
    }
  }
}
