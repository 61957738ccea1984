import Documents
import Geodesy
import Planar

/// Where a table has its geometry, as indices of columns.
struct CSVGeometrySource {
  /// Two columns of coordinates.
  struct Axes: Hashable {
    let x: Int
    let y: Int
  }

  /// What the columns hold.
  enum Content: Hashable {
    case points(Axes)
    /// Two coordinates in a column; `nil`: in an order that the cells show.
    case pairs(Int, isLatitudeFirst: Bool?)
    /// Well-known text or binary, and the point of a row that has none of it.
    case shapes(Int, otherwise: Axes?)
    /// The caller wants none.
    case none
    /// No column looks like it.
    case nothingFound
  }

  /// What the columns hold.
  private(set) var content = Content.nothingFound
  /// What the headers say that the coordinates are in.
  private(set) var crs: CRS?
  /// About the choice of columns.
  private(set) var notes: [ReadNote] = []

  init(_ options: ReadOptions, in table: CSVTable, path: String) throws(LayerFileError) {
    func index(of name: String) throws(LayerFileError) -> Int {
      if let index = table.names.firstIndex(of: name) { return index }
      throw .invalid(
        path: path, place: "header",
        message:
          "there is no column \"\(name)\"; the columns are \(table.names.joined(separator: ", "))")
    }
    switch options.geometry {
    case .none: content = .none
    case .columns(let x, let y) where x == y:
      content = .pairs(try index(of: x), isLatitudeFirst: nil)
      crs = CoordinateHeader(x)?.crs
    case .columns(let x, let y):
      content = .points(Axes(x: try index(of: x), y: try index(of: y)))
      crs = CoordinateHeader(x)?.crs
    case .wkt(let column): content = .shapes(try index(of: column), otherwise: nil)
    case .automatic: find(in: table, expecting: options.expected)
    }
  }

  // MARK: Finding

  private mutating func find(in table: CSVTable, expecting expected: CRS?) {
    let headers = table.names.map(CoordinateHeader.init)
    let axes = Self.axes(headers).enumerated()
      .sorted { a, b in
        (Self.rank(a.element.header, expected), a.offset)
          < (Self.rank(b.element.header, expected), b.offset)
      }.map(\.element)
    let named = headers.indices.filter { headers[$0]?.content == .shape }
    if let shape = named.first(where: { table.columns[$0].holdsShapes })
      ?? (axes.isEmpty ? named.first : nil)
    {
      content = .shapes(shape, otherwise: axes.first?.axes)
      return
    }
    if let first = axes.first {
      content = .points(first.axes)
      crs = first.header.crs
      noteLeftOut(axes, in: table)
      return
    }
    findPairs(headers, in: table, expecting: expected)
  }

  private mutating func findPairs(
    _ headers: [CoordinateHeader?], in table: CSVTable, expecting expected: CRS?
  ) {
    let named = headers.indices.compactMap { index -> (index: Int, header: CoordinateHeader)? in
      guard let header = headers[index], case .pair = header.content,
        table.columns[index].holdsPairs
      else { return nil }
      return (index, header)
    }
    let best = named.min { a, b in
      (Self.rank(a.header, expected), a.index) < (Self.rank(b.header, expected), b.index)
    }
    if let best, case .pair(let isLatitudeFirst) = best.header.content {
      content = .pairs(best.index, isLatitudeFirst: isLatitudeFirst)
      crs = best.header.crs
    } else if let other = table.columns.firstIndex(where: \.holdsShapes) {
      content = .shapes(other, otherwise: nil)
      note("column \(table.names[other])", "holds well-known text and is taken for the geometry")
    } else if let other = table.columns.firstIndex(where: \.holdsPlaces) {
      content = .pairs(other, isLatitudeFirst: nil)
      note("column \(table.names[other])", "holds longitudes and latitudes and is taken for them")
    } else {
      note(
        "header",
        "no columns of coordinates; name them lon and lat, x and y, 经度 and 纬度, or wkt")
    }
  }

  /// Columns of x with those of y that belong to them, in the order of the table.
  private static func axes(
    _ headers: [CoordinateHeader?]
  ) -> [(axes: Axes, header: CoordinateHeader)] {
    headers.indices.compactMap { x in
      guard let header = headers[x], case .x(let isDegrees) = header.content else { return nil }
      let ys = headers.indices.filter {
        headers[$0]?.content == .y(isDegrees: isDegrees) && headers[$0]?.crs == header.crs
      }
      let y = ys.first { headers[$0]?.affixes == header.affixes } ?? ys.first
      return y.map { (Axes(x: x, y: $0), header) }
    }
  }

  /// What a column is taken before others for, 0 first: for what the caller knows the coordinates to be;
  /// where he knows nothing, for saying what they are.
  private static func rank(_ header: CoordinateHeader, _ expected: CRS?) -> Int {
    func isShifted(_ crs: CRS) -> Bool { crs == .gcj02 || crs == .bd09 }
    var rank = header.affixes.count
    if case .x(let isDegrees) = header.content, isDegrees == expected?.isProjected ?? false {
      rank += 100
    }
    switch (header.crs, expected) {
    case (let crs?, let expected?):
      let isMeant = crs == expected || !(isShifted(crs) || isShifted(expected))
      return rank + (isMeant ? 0 : 20)
    case (nil, _?): return rank + 10
    case (let crs?, nil): return rank + (isShifted(crs) ? 10 : 0)
    case (nil, nil): return rank + 20
    }
  }

  private mutating func noteLeftOut(
    _ found: [(axes: Axes, header: CoordinateHeader)], in table: CSVTable
  ) {
    func names(_ axes: Axes) -> FaultText {
      "\(table.names[axes.x]) and \(table.names[axes.y])"
    }
    guard let used = found.first, let second = found.dropFirst().first else { return }
    let others = found.dropFirst(2).reduce(names(second.axes)) { "\($0), \(names($1.axes))" }
    note(
      "header",
      "\(names(used.axes)) are read, \(others) are left out; state `fields: "
        + "{x: …, y: …}` to choose")
  }

  private mutating func note(_ place: FaultText, _ message: FaultText) {
    notes.append(ReadNote(severity: .warning, row: nil, place: place, message: message))
  }
}

// MARK: What cells look like

extension TextColumn {
  private static let sampleRows = 20

  /// The first cells with something in them.
  private var sample: [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    for row in 0..<count where cells.count < Self.sampleRows {
      let bytes = TypeInference.trimmed(utf8(of: row))
      if !bytes.isEmpty { cells.append(bytes) }
    }
    return cells
  }

  /// Whether a cell is well-known text or binary.
  fileprivate var holdsShapes: Bool { sample.contains(where: ShapeReader.looksLikeShape) }

  /// Whether most cells are two numbers; whole ones with a space between them are those of a telephone.
  fileprivate var holdsPairs: Bool {
    let cells = sample
    let marks: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")]
    let pairs = cells.count { cell in
      guard let (first, second) = try? CoordinateText.readPair(cell) else { return false }
      return first.axis != nil || second.axis != nil || cell.contains(where: marks.contains)
    }
    return pairs > 0 && pairs * 2 >= cells.count
  }

  /// Whether all cells are two numbers that are a longitude and a latitude by their looks: in degrees,
  /// with decimals, and not the same kind twice.
  fileprivate var holdsPlaces: Bool {
    let cells = sample
    guard !cells.isEmpty else { return false }
    return cells.allSatisfy { cell in
      guard let (first, second) = try? CoordinateText.readPair(cell),
        cell.count(where: { $0 == UInt8(ascii: ".") }) >= 2 || first.axis != nil
      else { return false }
      let (high, low) = (
        max(abs(first.value), abs(second.value)), min(abs(first.value), abs(second.value))
      )
      return high <= 180 && high > 70 && low <= 60 && low > 1
    }
  }
}
