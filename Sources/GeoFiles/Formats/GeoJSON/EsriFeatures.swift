import Documents
import Geodesy
import Planar

/// Feature sets of Esri's services: attributes, and geometry in points, paths and rings.
enum EsriFeatures {
  /// Whether an object with these members is one.
  static func isOne(_ members: Set<String>) -> Bool {
    members.contains("features") && !members.contains("type")
      && !members.isDisjoint(with: ["geometryType", "spatialReference", "fieldAliases"])
  }

  /// The CRS of a `spatialReference`; `nil`: it names none.
  static func crs(_ tape: JSONTape, _ index: Int) throws(CRSError) -> CRS? {
    var codes: [String: Int] = [:]
    var text: String?
    tape.members(of: index) { name, value in
      if name == "wkid" || name == "latestWkid", let number = tape.number(value),
        number > 0, number < 1e9
      {
        codes[name] = Int(number)
      } else if name == "wkt", tape.tag(value) == JSONTape.Tag.string {
        text = tape.text(value)
      }
    }
    if let code = codes["latestWkid"] ?? codes["wkid"] {
      // Esri's own codes are above those of EPSG.
      return try CRS(parsing: code > 100_000 ? "ESRI:\(code)" : "EPSG:\(code)")
    }
    return try text.map { text throws(CRSError) in try CRS(parsing: text) }
  }
}

extension JSONTape {
  /// Calls with the name and the value of each member of an object.
  func members(of index: Int, _ body: (String, Int) -> Void) {
    guard tag(index) == Tag.openObject else { return }
    var at = index + 1
    while tag(at) == Tag.string {
      body(text(at), at + 1)
      at = after(at + 1)
    }
  }

  /// Positions of the items of an array; none for anything else.
  func items(of index: Int) -> [Int] {
    guard tag(index) == Tag.openArray else { return [] }
    var result: [Int] = []
    var at = index + 1
    while tag(at) != Tag.closeArray {
      result.append(at)
      at = after(at)
    }
    return result
  }
}

extension GeoJSONGeometryReader {
  /// Reads a geometry of Esri's as the next row, which has none if a fault is thrown.
  func readEsri(_ tape: JSONTape, _ index: Int) throws(GeometryFault) {
    startRow()
    do throws(GeometryFault) {
      try readEsriObject(tape, index)
    } catch {
      column.abandonRow()
      column.appendNone()
      throw error
    }
  }

  private func readEsriObject(_ tape: JSONTape, _ index: Int) throws(GeometryFault) {
    var members: [String: Int] = [:]
    tape.members(of: index) { members[$0] = $1 }
    if let x = members["x"].flatMap(tape.number), let y = members["y"].flatMap(tape.number),
      x.isFinite, y.isFinite
    {
      column.appendPoint(x: x, y: y)
    } else if let points = members["points"] {
      for item in tape.items(of: points) {
        _ = try readPosition(tape, item) { ".points" }
        column.endRing()
        column.endPart()
      }
      try endRow(.multiPoint, ".points", tape.items(of: points).count)
    } else if let paths = members["paths"] {
      for item in tape.items(of: paths) { try readLine(tape, item, at: ".paths") }
      try endRow(.multiLineString, ".paths", tape.items(of: paths).count)
    } else if let rings = members["rings"] {
      try readRings(tape, rings)
    } else if members["curveRings"] != nil || members["curvePaths"] != nil {
      throw GeometryFault("", "has curves; export it with straight lines")
    } else {
      throw GeometryFault("", "the feature has no geometry", lack: .absent)
    }
  }

  private func endRow(_ kind: GeometryKind, _ place: String, _ parts: Int) throws(GeometryFault) {
    guard parts > 0 else { throw GeometryFault(place, "is empty", lack: .empty) }
    column.endRow(kind)
  }

  /// Shells run clockwise and stand in any order among their holes, which do not.
  private func readRings(_ tape: JSONTape, _ index: Int) throws(GeometryFault) {
    let scratch = GeoJSONGeometryReader()
    for (number, item) in tape.items(of: index).enumerated() {
      let isNothing =
        tape.tag(item) == JSONTape.Tag.null || tape.tag(item + 1) == JSONTape.Tag.closeArray
      if let message: FaultText = isNothing ? "the ring is empty" : shortRing(tape, item) {
        remark(".rings[\(number)]", "\(message); it is left out")
      } else {
        try scratch.readRing(tape, item, number, of: ".rings")
      }
    }
    remarks += scratch.remarks
    let rings = EsriRings(scratch.column)
    guard !rings.polygons.isEmpty else { throw GeometryFault(".rings", "is empty", lack: .empty) }
    for polygon in rings.polygons {
      for ring in polygon {
        for vertex in scratch.column.vertices(of: ring) {
          column.appendVertex(x: scratch.column.x[vertex], y: scratch.column.y[vertex])
        }
        column.endRing()
      }
      column.endPart()
    }
    column.endRow(rings.polygons.count == 1 ? .polygon : .multiPolygon)
  }
}
