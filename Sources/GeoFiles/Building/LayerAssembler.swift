import Planar
import Workers

/// Puts batches of rows together, in order, to the columns of a layer.
struct LayerAssembler {
  private(set) var geometry = GeometryColumn()
  private(set) var attributes = AttributeTable(rowCount: 0)
  private(set) var featureIDs: [String?] = []
  private(set) var lines: [Int] = []
  private(set) var notes: [ReadNote] = []
  private(set) var tally = ReadTally()

  /// Names of the columns that must be read again as JSON texts, since no type holds all their
  /// values; empty in the usual case.
  static func mixedColumns(in batches: [RowBatch]) -> Set<String> {
    var kinds: [String: AttributeColumn] = [:]
    var unlikeReals: Set<String> = []
    var mixed: Set<String> = []
    for part in batches.flatMap({ $0.columns }) {
      if part.isMixed { mixed.insert(part.name) }
      guard let values = part.values else { continue }
      if case .integer(let integers) = values, !integers.areReals {
        unlikeReals.insert(part.name)
      }
      switch (kinds[part.name], values) {
      case (nil, _), (.integer, .integer), (.real, .real), (.real, .integer), (.text, .text),
        (.boolean, .boolean), (.json, .json):
        if kinds[part.name] == nil { kinds[part.name] = values }
      case (.integer, .real): kinds[part.name] = values
      default: mixed.insert(part.name)
      }
    }
    for name in unlikeReals {
      if case .real = kinds[name] { mixed.insert(name) }
    }
    return mixed
  }

  /// - Precondition: No column is mixed.
  init(_ batches: [RowBatch]) {
    self.init(rowsOf: batches)
    attributes = Self.columns(of: batches)
  }

  /// The same, with geometry and attributes put together side by side.
  static func assembled(_ batches: [RowBatch], _ workers: Workers) async -> LayerAssembler {
    var (rows, columns) = await workers.both {
      LayerAssembler(rowsOf: batches)
    } _: {
      Self.columns(of: batches)
    }
    rows.attributes = columns
    return rows
  }

  /// All but the attributes.
  private init(rowsOf batches: [RowBatch]) {
    let rowCount = batches.reduce(0) { $0 + $1.geometry.count }
    geometry = GeometryColumn(joining: batches.map(\.geometry))
    lines.reserveCapacity(batches.reduce(0) { $0 + $1.lines.count })
    let hasIDs = batches.contains { !$0.featureIDs.isEmpty }
    if hasIDs { featureIDs.reserveCapacity(rowCount) }
    var row = 0
    var line = 0
    for batch in batches {
      if hasIDs {
        featureIDs += batch.featureIDs
        let missing = batch.geometry.count - batch.featureIDs.count
        featureIDs.append(contentsOf: repeatElement(nil, count: missing))
      }
      lines.append(contentsOf: batch.lines.lazy.map { $0 + line })
      for note in batch.notes {
        notes.append(
          ReadNote(
            severity: note.severity, row: note.row.map { $0 + row }, place: note.place,
            message: note.message, lack: note.lack))
      }
      tally.add(batch.tally, rowBase: row)
      row += batch.geometry.count
      line += batch.lineCount
    }
  }

  private static func columns(of batches: [RowBatch]) -> AttributeTable {
    var names: [String] = []
    var parts: [String: [(firstRow: Int, values: AttributeColumn)]] = [:]
    var row = 0
    for batch in batches {
      for part in batch.columns {
        if parts[part.name] == nil {
          names.append(part.name)
          parts[part.name] = []
        }
        if let values = part.values { parts[part.name]?.append((row, values)) }
      }
      row += batch.geometry.count
    }
    var attributes = AttributeTable(rowCount: row)
    for name in names { attributes.set(name, Self.join(parts[name] ?? [], rowCount: row)) }
    return attributes
  }

  private static func join(
    _ parts: [(firstRow: Int, values: AttributeColumn)], rowCount: Int
  ) -> AttributeColumn {
    if parts.count == 1, parts[0].values.count == rowCount { return parts[0].values }
    var texts = TextColumn()
    var integers = ValueColumn<Int64>(filler: 0)
    var reals = ValueColumn<Double>(filler: .nan)
    var booleans = ValueColumn<Bool>(filler: false)
    let isReal = parts.contains { if case .real = $0.values { true } else { false } }
    for (firstRow, values) in parts {
      switch values {
      case .text(let part), .json(let part):
        texts.pad(to: firstRow)
        texts.append(contentsOf: part)
      case .integer(let part):
        if isReal, let part = part.asReals() {
          reals.pad(to: firstRow)
          reals.append(contentsOf: part)
        } else {
          integers.pad(to: firstRow)
          integers.append(contentsOf: part)
        }
      case .real(let part):
        reals.pad(to: firstRow)
        reals.append(contentsOf: part)
      case .boolean(let part):
        booleans.pad(to: firstRow)
        booleans.append(contentsOf: part)
      }
    }
    switch parts.first?.values {
    case .json:
      texts.pad(to: rowCount)
      return .json(texts)
    case .integer where !isReal:
      integers.pad(to: rowCount)
      return .integer(integers)
    case .integer, .real:
      reals.pad(to: rowCount)
      return .real(reals)
    case .boolean:
      booleans.pad(to: rowCount)
      return .boolean(booleans)
    case .text, nil:
      texts.pad(to: rowCount)
      return .text(texts)
    }
  }
}
