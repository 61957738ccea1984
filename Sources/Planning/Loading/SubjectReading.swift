internal import GeoFiles
internal import Workers

/// What every role has in its rows: an id and a name.
struct SubjectValues: Sendable {
  var ids: [String?] = []
  var names: [String?] = []
}

/// Values of some rows of a role, read apart and put together again in the order of the rows.
protocol RowValues: Sendable {
  init()
  mutating func append(_ other: Self)
  /// Says of all rows what was left out where no file says anything.
  mutating func pad()
}

extension SourceRows {
  /// Reads all rows of all files, in ranges.
  ///
  /// - Parameter read: Makes the values of some rows of a file; the last argument takes what is
  ///   wrong with them.
  mutating func readValues<Values: RowValues>(
    _ workers: Workers,
    _ read: @escaping @Sendable (RowRange, inout RowRecords) -> Values
  ) async throws -> Values {
    var all = Values()
    for (index, file) in files.enumerated() {
      let firstRow = starts[index]
      let parts = try await workers.map(file.layer.count, grain: 16_384) { range in
        var records = RowRecords()
        let values = read(RowRange(file: file, rows: range, firstRow: firstRow), &records)
        return (values, records)
      }
      for (values, found) in parts {
        all.append(values)
        records.append(found)
      }
    }
    all.pad()
    return all
  }
}

/// Some rows of one file.
struct RowRange {
  let file: SourceFile
  let rows: Range<Int>
  /// Row of the file's first row among those of its role.
  let firstRow: Int

  func column(_ name: String, _ aliases: FieldAliases) -> ColumnReading {
    ColumnReading(
      file.sources(name), shown: file.shownName(name), content: file.role.column(name)?.content,
      firstRow: firstRow, units: aliases.units, words: aliases.words, missing: aliases.missing)
  }

  /// Ids and names; rows without an id are rejected.
  func subjects(_ aliases: FieldAliases, _ records: inout RowRecords) -> SubjectValues {
    var values = SubjectValues()
    let ids = column("id", aliases)
    let names = column("name", aliases)
    let features = file.layer.featureIDs
    for row in rows {
      let id =
        file.numbersRows
        ? String(file.numberInFile(of: row))
        : ids.isAbsent && !features.isEmpty ? features[row] : ids.text(row)
      if id == nil { records.reject(firstRow + row, .missingID(column: ids.shown)) }
      values.ids.append(id)
      values.names.append(names.text(row))
    }
    return values
  }
}

extension SubjectValues {
  mutating func append(_ other: SubjectValues) {
    ids += other.ids
    names += other.names
  }
}
