import Documents
import Geodesy
import Workers

/// GeoJSON text sequences: a feature a line, or separated by the character RS (RFC 8142).
///
/// Texts stand alone, so a bad one is one bad row.
enum GeoJSONSequence: ByteFormat {
  static let name = "GeoJSON text sequence"
  static let extensions = ["geojsonl", "geojsons", "geojsonseq", "ndjson", "ndgeojson", "jsonl"]

  private static let recordSeparator: UInt8 = 0x1E

  static func read(
    _ file: FileBytes, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    try await read(file, options: options, pieceSize: 1 << 20)
  }

  /// - Parameter pieceSize: In bytes; pieces are read at the same time.
  static func read(
    _ file: FileBytes, options: ReadOptions, pieceSize: Int
  ) async throws(LayerFileError) -> Layer {
    let bytes = try file.load()
    defer { withExtendedLifetime(bytes) {} }
    let text = try GeoJSON.text(of: bytes.bytes, path: file.path)
    let start = bytes.count - text.count
    let separator = text.contains(recordSeparator) ? recordSeparator : 0x0A
    let pieces = cut(bytes, from: start, at: separator, pieceSize: pieceSize)
    var mixed: Set<String> = []
    while true {
      let known = mixed
      let batches: [RowBatch]
      do {
        batches = try await options.workers.map(pieces.count, grain: 1) { range in
          readBatch(pieces[range], of: bytes, separator, mixed: known)
        }
      } catch {
        preconditionFailure("the closure throws nothing: \(error)")
      }
      if mixed.isEmpty {
        mixed = LayerAssembler.mixedColumns(in: batches)
        if !mixed.isEmpty { continue }
      }
      let rows = await LayerAssembler.assembled(batches, options.workers)
      return Layer(assembling: rows, notes: [], crs: options.crs ?? .wgs84, file: file)
    }
  }

  /// Pieces that end behind a separator.
  private static func cut(
    _ bytes: PaddedBytes, from start: Int, at separator: UInt8, pieceSize: Int
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var lower = start
    while lower < bytes.count {
      var upper = min(lower + pieceSize, bytes.count)
      while upper < bytes.count, bytes.start[upper - 1] != separator { upper += 1 }
      pieces.append(lower..<upper)
      lower = upper
    }
    return pieces
  }

  private static func readBatch(
    _ pieces: ArraySlice<Range<Int>>, of bytes: PaddedBytes, _ separator: UInt8,
    mixed: Set<String>
  ) -> RowBatch {
    let parser = JSONParser()
    defer { withExtendedLifetime((bytes, parser)) {} }
    let rows = GeoJSONRowReader(jsonColumns: mixed)
    var line = 1
    for piece in pieces {
      var at = piece.lowerBound
      while at < piece.upperBound {
        var end = at
        while end < piece.upperBound, bytes.start[end] != separator { end += 1 }
        let record = UnsafeBufferPointer(start: bytes.start + at, count: end - at)
        let lead = record.prefix { $0.isJSONSpace }
        let firstRow = rows.rowCount
        if lead.count < record.count {
          read(record, parser, into: rows, keepsOffsets: !mixed.isEmpty)
        }
        rows.setLine(line + lead.count { $0 == 0x0A }, from: firstRow)
        line += record.count { $0 == 0x0A }
        if end < piece.upperBound, separator == 0x0A { line += 1 }
        at = end + 1
      }
    }
    return rows.finish(lineCount: line - 1)
  }

  private static func read(
    _ record: UnsafeBufferPointer<UInt8>, _ parser: JSONParser, into rows: GeoJSONRowReader,
    keepsOffsets: Bool
  ) {
    let tape: JSONTape
    do throws(JSONSyntaxError) {
      tape = try parser.parse(record, keepsOffsets: keepsOffsets)
    } catch {
      let column = TextPlace(offset: error.offset, in: record).column
      return rows.readUnusable("not valid JSON at character \(column): \(error.message)")
    }
    do throws(GeoJSONDocument.Fault) {
      _ = try GeoJSONDocument(tape, into: rows, overridesCRS: true)
    } catch {
      rows.readUnusable(error.message)
    }
  }
}
