internal import GeoFiles
internal import Geodesy
internal import Planar

/// The rows of all files of one role, one file behind the other.
struct SourceRows: Sendable {
  let role: LayerRole
  let files: [SourceFile]
  /// Files + 1 entries: the rows of file `f` are `starts[f]..<starts[f + 1]`.
  let starts: [Int]
  /// One per row; rows whose coordinates are out of range have kind `.none`.
  var wgs84 = GeometryColumn()
  var records = RowRecords()

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

  /// The file that a row is in, and its index there.
  func place(of row: Int) -> (file: Int, row: Int) {
    var file = 0
    while starts[file + 1] <= row { file += 1 }
    return (file, row - starts[file])
  }

  /// `parcels.geojson: feature 12`, for messages.
  func label(of row: Int) -> String {
    let (file, index) = place(of: row)
    let lines = files[file].layer.lines
    return "\(files[file].source.path): "
      + (lines.isEmpty ? "feature \(files[file].numberInFile(of: index))" : "line \(lines[index])")
  }
}
