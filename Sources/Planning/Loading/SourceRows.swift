internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// The rows of all files of one role, one file behind the other.
struct SourceRows: Sendable {
  let role: LayerRole
  private(set) var files: [SourceFile]
  /// Files + 1 entries: the rows of file `f` are `starts[f]..<starts[f + 1]`.
  let starts: [Int]
  /// One per row; rows whose coordinates are out of range have kind `.none`.
  var wgs84 = GeometryColumn()
  /// By file: the median centre of its rows, as in the file.
  var typicalPlaces: [Point?] = []
  var records = RowRecords()
  /// Rows that add others up or remark on them: nothing that they could decide is lost with them.
  private(set) var totals: Set<Int> = []
  /// Rows of which it is not known where they are, and why, until it is settled whether they can do
  /// without; see `settlePlaceless`.
  private(set) var placeless: [(row: Int, why: Rejection)] = []

  init(role: LayerRole, files: [SourceFile]) {
    self.role = role
    self.files = files
    var starts = [0]
    for file in files { starts.append(starts[starts.count - 1] + file.layer.count) }
    self.starts = starts
  }

  /// Number of rows of all files.
  var count: Int { starts[files.count] }

  /// One entry per row: whether it has a reason not to take part.
  var isRejected: [Bool] { records.isRejected(rowCount: count) }

  /// Leaves out a row that adds others up, or a remark on them.
  mutating func leaveOut(_ row: Int, _ why: Rejection) {
    totals.insert(row)
    records.reject(row, why)
  }

  /// Without a place a unit still holds what names it, and so may a facility that names its unit.
  mutating func refusePlace(_ row: Int, _ why: Rejection) {
    if role == .facilities || (role == .units && why == .noGeometry) {
      placeless.append((row, why))
    } else {
      records.reject(row, why)
    }
  }

  /// A copy with changes, and what was found with them: rows of several roles are changed side by side.
  func changing<Found>(
    _ change: (inout SourceRows) async throws -> Found
  ) async rethrows -> (SourceRows, Found) {
    var rows = self
    let found = try await change(&rows)
    return (rows, found)
  }

  /// Keeps rows without a place that can do without, with a note and without geometry; rejects the
  /// others.
  ///
  /// - Parameter isKept: Whether a row that is nowhere takes part.
  mutating func settlePlaceless(where isKept: (Int) -> Bool) {
    guard !placeless.isEmpty else { return }
    let isRejected = isRejected
    var emptied: [Int] = []
    for (row, why) in placeless {
      if !isRejected[row], isKept(row) {
        records.note(row, .noPlace(why, role))
        emptied.append(row)
      } else {
        records.reject(row, why)
      }
    }
    placeless = []
    wgs84 = wgs84.emptying(emptied)
  }

  /// Notes something about a file as a whole.
  mutating func noteOfFile(_ file: Int, _ note: Note) { files[file].notes.append(note) }

  /// The file that a row is in, and its index there.
  func place(of row: Int) -> (file: Int, row: Int) {
    var file = 0
    while starts[file + 1] <= row { file += 1 }
    return (file, row - starts[file])
  }

  /// `parcels.geojson: feature 12`, for messages.
  func label(of row: Int) -> FaultText {
    let (file, index) = place(of: row)
    let path = files[file].source.path
    let lines = files[file].layer.lines
    return lines.isEmpty
      ? "\(path): feature \(files[file].numberInFile(of: index))" : "\(path): line \(lines[index])"
  }
}
