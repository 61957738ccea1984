import Documents
import Geodesy

/// The top level of a GeoJSON text, without its features.
struct GeoJSONDocument {
  /// What the file as a whole says of its CRS.
  enum StatedCRS {
    /// Nothing: RFC 7946 means WGS 84.
    case implied
    /// `"crs": null`: no CRS may be assumed.
    case none
    case named(CRS)
  }

  var crs = StatedCRS.implied
  var notes: [ReadNote] = []
  /// Whether its features are Esri's.
  private(set) var isEsri = false

  /// A fault of the whole file.
  struct Fault: Error {
    /// Of a member; empty for the whole.
    let place: String
    let message: FaultText
    var crsError: CRSError?
    /// What the file is, where it is known and not GeoJSON.
    var foreign: ForeignJSON?

    init(_ place: String, _ message: FaultText, crsError: CRSError? = nil) {
      self.place = place
      self.message = message
      self.crsError = crsError
    }

    init(_ foreign: ForeignJSON) {
      self.init("", foreign.what)
      self.foreign = foreign
    }

    /// The place, where there is one.
    var faultPlace: FaultText? { place.isEmpty ? nil : FaultText(verbatim: place) }
  }

  /// The place of notes on the list of features.
  static let features = FaultText(verbatim: "features")

  private static let geometryTypes: Set<String> = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]

  /// Reads the top level and hands its features to `rows`.
  ///
  /// - Parameter overridesCRS: Whether the caller states the CRS, so that the file's may be
  ///   unknown.
  init(
    _ tape: JSONTape, into rows: GeoJSONRowReader, overridesCRS: Bool
  ) throws(Fault) {
    let root = JSONTape.rootIndex
    guard tape.tag(root) == JSONTape.Tag.openObject else {
      if let foreign = ForeignJSON(list: root, tape) { throw Fault(foreign) }
      throw Fault(
        "",
        "the file is \(tape.kindName(root)), not a GeoJSON object; "
          + "wrap it in {\"type\": \"FeatureCollection\", \"features\": [...]}")
    }
    if try readForeign(tape, into: rows, overridesCRS: overridesCRS) { return }
    var type: Int?
    var features: Int?
    var at = root + 1
    while tape.tag(at) == JSONTape.Tag.string {
      let key = tape.string(at)
      let value = at + 1
      if key.equals("type") {
        if type != nil { note("type", "is named twice; the last one counts") }
        type = value
      } else if key.equals("features") {
        if features != nil { note("features", "is named twice; the last one counts") }
        features = value
      } else if key.equals("crs") {
        if !overridesCRS { crs = try Self.statedCRS(tape, value) }
      }
      at = tape.after(value)
    }
    try readRows(tape, type: type, features: features, into: rows)
  }

  /// Reads what is of Esri's, and names what is of others; `false`: the text may be GeoJSON.
  private mutating func readForeign(
    _ tape: JSONTape, into rows: GeoJSONRowReader, overridesCRS: Bool
  ) throws(Fault) -> Bool {
    var members: [String: Int] = [:]
    tape.members(of: JSONTape.rootIndex) { members[$0] = $1 }
    let names = Set(members.keys)
    if EsriFeatures.isOne(names), let features = members["features"] {
      crs = .none
      if !overridesCRS, let reference = members["spatialReference"] {
        do throws(CRSError) {
          crs = try EsriFeatures.crs(tape, reference).map { .named($0) } ?? .none
        } catch {
          throw Fault("spatialReference", error.text, crsError: error)
        }
      }
      isEsri = true
      noteCutOff(tape, members)
      rows.readEsriFeatures(tape, features)
      return true
    }
    let type = members["type"].flatMap { tape.tag($0) == JSONTape.Tag.string ? tape.text($0) : nil }
    if type == "FeatureCollection" || type == "Feature" {
      noteCutOff(tape, members)
      let isEncoded = members["features"].map { Self.isEncoded(tape, $0) } ?? false
      if names.contains("UTF8Encoding") || isEncoded { throw Fault(.echarts) }
      return false
    }
    guard let foreign = ForeignJSON(tape, members: members, type: type) else { return false }
    throw Fault(foreign)
  }

  /// Whether the first geometry is one that ECharts compresses.
  private static func isEncoded(_ tape: JSONTape, _ features: Int) -> Bool {
    guard tape.tag(features) == JSONTape.Tag.openArray,
      let geometry = member("geometry", of: features + 1, tape)
    else { return false }
    return member("encodeOffsets", of: geometry, tape) != nil
  }

  /// Notes that a server sent no more than a part of a list: as Esri's say it, or by the numbers of
  /// features of OGC's services.
  private mutating func noteCutOff(_ tape: JSONTape, _ members: [String: Int]) {
    let name = "exceededTransferLimit"
    let inner = members["properties"].flatMap { Self.member("exceededTransferLimit", of: $0, tape) }
    if [members[name], inner].contains(where: { $0.map(tape.tag) == JSONTape.Tag.yes }) {
      note(
        name,
        "the server cut the list off here: features are missing; ask it for the rest (resultOffset), or"
          + " for the file of all, and put them together")
    } else if let all = (members["numberMatched"] ?? members["totalFeatures"]).flatMap(tape.number),
      let sent = members["numberReturned"].flatMap(tape.number), sent < all
    {
      note(
        "numberMatched",
        "the server sent \(Int(min(sent, 1e15))) of \(Int(min(all, 1e15))) features: the others are"
          + " missing; ask it for the rest, and put them together")
    }
  }

  private mutating func readRows(
    _ tape: JSONTape, type: Int?, features: Int?, into rows: GeoJSONRowReader
  ) throws(Fault) {
    let root = JSONTape.rootIndex
    guard let type else {
      throw Fault("", "has no member \"type\"; a GeoJSON object needs one")
    }
    guard tape.tag(type) == JSONTape.Tag.string else {
      throw Fault("type", "is \(tape.kindName(type)), not a string")
    }
    let name = tape.text(type)
    switch name {
    case "FeatureCollection":
      guard let features else {
        throw Fault("", "the FeatureCollection has no member \"features\"")
      }
      guard tape.tag(features) == JSONTape.Tag.openArray else {
        throw Fault("features", "is \(tape.kindName(features)), not an array")
      }
      checkCollection(tape, root)
      rows.readFeatures(tape, features)
    case "Feature": rows.readFeature(tape, root)
    case _ where Self.geometryTypes.contains(name): rows.readBareGeometry(tape, root)
    default:
      let known = Self.geometryTypes.union(["FeatureCollection", "Feature"])
      let near = known.first { $0.lowercased() == name.lowercased() }
      throw Fault(
        "type",
        near.map { "\"\(name)\" must be written \"\($0)\"; names are case-sensitive" as FaultText }
          ?? "\"\(name.prefix(40))\" is not a type of GeoJSON; expected FeatureCollection")
    }
  }

  private mutating func checkCollection(_ tape: JSONTape, _ root: Int) {
    var at = root + 1
    while tape.tag(at) == JSONTape.Tag.string {
      let key = tape.string(at)
      if key.equals("bbox"), let fault = BoundingBox.fault(tape, at + 1) { note("bbox", fault) }
      if key.equals("coordinates") || key.equals("geometries") || key.equals("geometry")
        || key.equals("properties")
      {
        note(tape.text(at), "a FeatureCollection must not have this member; it is left out")
      }
      at = tape.after(at + 1)
    }
  }

  private mutating func note(_ place: String, _ message: FaultText) {
    notes.append(
      ReadNote(severity: .warning, row: nil, place: FaultText(verbatim: place), message: message))
  }

  // MARK: CRS

  /// The member of GeoJSON 2008; RFC 7946 took it away, files still have it.
  private static func statedCRS(_ tape: JSONTape, _ index: Int) throws(Fault) -> StatedCRS {
    if tape.tag(index) == JSONTape.Tag.null { return .none }
    let properties = member("properties", of: index, tape)
    let name = properties.flatMap { member("name", of: $0, tape) }
    let code = properties.flatMap { member("code", of: $0, tape) }
    let text: String
    if let name, tape.tag(name) == JSONTape.Tag.string {
      text = tape.text(name)
    } else if let code, let number = tape.number(code), number.isFinite, abs(number) < 1e9 {
      text = "EPSG:\(Int(number))"
    } else {
      throw Fault(
        "crs",
        "names no CRS; remove the member if the coordinates are WGS 84, or state the layer's "
          + "crs to override it")
    }
    do throws(CRSError) {
      return .named(try CRS(parsing: text))
    } catch {
      throw Fault("crs", error.text, crsError: error)
    }
  }

  private static func member(_ name: StaticString, of index: Int, _ tape: JSONTape) -> Int? {
    guard tape.tag(index) == JSONTape.Tag.openObject else { return nil }
    var at = index + 1
    while tape.tag(at) == JSONTape.Tag.string {
      if tape.string(at).equals(name) { return at + 1 }
      at = tape.after(at + 1)
    }
    return nil
  }
}
