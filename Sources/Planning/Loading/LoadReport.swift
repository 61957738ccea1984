internal import GeoFiles
internal import Geodesy
internal import Planar

/// What was read, what was rejected and what is to be known, in the order in which it is shown.
struct LoadReport {
  private let roles: [(rows: SourceRows, ids: [String?])]

  /// - Parameter roles: The rows of each role with their ids (of entrances, their parcels').
  init(_ roles: [(rows: SourceRows, ids: [String?])]) { self.roles = roles }

  /// By layer and id, so that another order of rows changes nothing but the rows' places; a row
  /// with several reasons has them all, and the first one's code.
  var rejected: [RejectedRow] {
    roles.flatMap { rows, ids in
      var reasons: [Int: [Rejection]] = [:]
      for (row, rejection) in rows.records.rejections {
        reasons[row, default: []].append(rejection)
      }
      let result = reasons.map { row, found in
        let found = Self.inOrder(found)
        let place = rows.place(of: row)
        let file = rows.files[place.file]
        let box = rows.wgs84.envelope(of: row)
        return RejectedRow(
          layer: rows.role.rawValue, file: file.source.path,
          row: file.numberInFile(of: place.row),
          line: file.layer.lines.isEmpty ? nil : file.layer.lines[place.row], id: ids[row],
          reasons: found,
          position: box.isEmpty ? nil : (box.centre.x, box.centre.y))
      }
      return Self.sorted(result) { ($0.id, $0.code.rawValue, $0.row) }
    }
  }

  /// By layer: those of files first, then by id. What is odd about a rejected row is not worth a
  /// note before the row takes part.
  var notes: [DataNote] {
    roles.flatMap { rows, ids in
      let isRejected = rows.isRejected
      let ofFiles = rows.files.flatMap { file in
        file.notes.map { note in
          DataNote(
            layer: rows.role.rawValue, file: file.source.path, row: nil, id: nil,
            note)
        }
      }
      let ofRows = rows.records.notes.filter { !isRejected[$0.row] }.map { row, note in
        let place = rows.place(of: row)
        let file = rows.files[place.file]
        return DataNote(
          layer: rows.role.rawValue, file: file.source.path, row: file.numberInFile(of: place.row),
          id: ids[row], note)
      }
      return ofFiles
        + Self.sorted(ofRows) { ($0.id, $0.code.rawValue + $0.note.orderText, $0.row ?? 0) }
    }
  }

  /// The project file, then the layers in the order of the project.
  func inputs(of project: Project) -> [InputFile] {
    let own = project.path.map { [InputFile(role: "project", path: $0, resolvedPath: $0)] } ?? []
    return own
      + roles.flatMap { rows, _ in
        let isRejected = rows.isRejected
        return rows.files.enumerated().map { index, file in
          let range = rows.starts[index]..<rows.starts[index + 1]
          let rejected = range.count { isRejected[$0] }
          var input = InputFile(
            role: rows.role.rawValue, path: file.source.path,
            resolvedPath: file.source.resolvedPath, rowsRead: range.count,
            rowsChecked: range.count - rejected, rowsRejected: rejected, crs: file.crsNote,
            matchedFields: file.matching.matches.mapValues { $0.sources.joined(separator: " / ") })
          input.conversions = file.matching.matches.filter { $0.value.factor != .one }
            .mapValues(\.factor.text)
          input.asked = file.source.asked
          input.crsDefinition = file.layer.isNowhere ? "" : file.crs.definition
          return input
        }
      }
  }

  /// Reasons by the order of the codes, each once.
  private static func inOrder(_ rejections: [Rejection]) -> [Rejection] {
    let ranks = Dictionary(
      uniqueKeysWithValues: RejectionCode.allCases.enumerated().map { ($1, $0) })
    // What a row says whose cells stand in the wrong columns is nothing that it says.
    let unreadable = rejections.filter { $0.code == .unreadableRow }
    if !unreadable.isEmpty { return Array(unreadable.prefix(1)) }
    var seen: Set<Rejection> = []
    return rejections.filter { seen.insert($0).inserted }
      .sorted { (ranks[$0.code] ?? 0, $0.orderText) < (ranks[$1.code] ?? 0, $1.orderText) }
  }

  /// By id, rows without one last, then by text, then by row.
  private static func sorted<Record>(
    _ records: [Record], by key: (Record) -> (id: String?, text: String, row: Int)
  ) -> [Record] {
    let keys = records.map(key)
    let order = keys.indices.sorted { precedes(keys[$0], keys[$1]) }
    return order.map { records[$0] }
  }

  private static func precedes(
    _ a: (id: String?, text: String, row: Int), _ b: (id: String?, text: String, row: Int)
  ) -> Bool {
    if a.id != b.id {
      guard let first = a.id, let second = b.id else { return a.id != nil }
      return IDOrder.precedes(first, second)
    }
    if a.text != b.text { return IDOrder.precedes(a.text, b.text) }
    return a.row < b.row
  }
}
