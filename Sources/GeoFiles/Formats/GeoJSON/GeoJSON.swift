import Documents
import Geodesy
import Planar
import Workers

/// GeoJSON (RFC 7946): a FeatureCollection, a Feature, or a geometry.
enum GeoJSON: ByteFormat {
  static let name = "GeoJSON"
  /// Scripts hold it, too; what else is JSON is named.
  static let extensions = ["geojson", "json", "js", "esrijson", "topojson"]

  static func read(
    _ file: FileBytes, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    try await read(file, options: options, pieceSize: FeatureSplitter.usualPieceSize)
  }

  /// - Parameter pieceSize: In bytes; smaller files are read as a whole.
  static func read(
    _ file: FileBytes, options: ReadOptions, pieceSize: Int
  ) async throws(LayerFileError) -> Layer {
    // Pieces are read as they stand in the file.
    if options.encoding.map(TextEncoding.isUTF8) ?? true,
      let split = try FeatureSplitter.split(file, pieceSize: pieceSize),
      let layer = try await readPieces(split, of: file, options: options)
    {
      return layer
    }
    switch try readWhole(file, options: options) {
    case .layer(let layer): return layer
    case .table(let bytes):
      var options = options
      options.encoding = "UTF-8"
      var layer = try await CSV.read(FileBytes(bytes, path: file.path), options: options)
      // Its rows stand in other lines than those of the table.
      layer.lines = []
      return layer
    }
  }

  /// What a text turned out to be.
  private enum Whole {
    case layer(Layer)
    /// A list of objects, as the text of a table.
    case table([UInt8])
  }

  /// The JSON in a file, and what keeps it in memory.
  private static func text(
    of file: FileBytes, options: ReadOptions
  ) throws(LayerFileError) -> (text: UnsafeBufferPointer<UInt8>, owner: PaddedBytes) {
    var bytes = try file.load()
    if let encoding = options.encoding, !TextEncoding.isUTF8(encoding) {
      bytes = try TextEncoding.decode(bytes, stated: encoding, path: file.path).bytes
    }
    return (ScriptText.json(in: try text(of: bytes.bytes, path: file.path)), bytes)
  }

  // MARK: Whole files

  private static func readWhole(
    _ file: FileBytes, options: ReadOptions
  ) throws(LayerFileError) -> Whole {
    let (text, owner) = try text(of: file, options: options)
    let parser = JSONParser()
    defer { withExtendedLifetime((owner, parser)) {} }
    if ObjectList.isLikely(text), let tape = try? parser.parse(text, keepsOffsets: true),
      let table = ObjectList.table(tape)
    {
      return .table(table)
    }
    var mixed: Set<String> = []
    while true {
      let rows = GeoJSONRowReader(jsonColumns: mixed)
      let document = try read(
        text, with: parser, into: rows, keepsOffsets: !mixed.isEmpty, of: file, options: options)
      let batches = [rows.finish()]
      if mixed.isEmpty {
        mixed = LayerAssembler.mixedColumns(in: batches)
        if !mixed.isEmpty { continue }
      }
      return .layer(layer(LayerAssembler(batches), document, file: file, options: options))
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, with parser: JSONParser, into rows: GeoJSONRowReader,
    keepsOffsets: Bool, of file: FileBytes, options: ReadOptions
  ) throws(LayerFileError) -> GeoJSONDocument {
    let tape: JSONTape
    do throws(JSONSyntaxError) {
      tape = try parser.parse(text, keepsOffsets: keepsOffsets)
    } catch {
      throw malformed(error, in: text, path: file.path)
    }
    do throws(GeoJSONDocument.Fault) {
      return try GeoJSONDocument(tape, into: rows, overridesCRS: options.crs != nil)
    } catch {
      if let foreign = error.foreign {
        throw .foreign(path: file.path, what: foreign.what, advice: foreign.advice)
      }
      if let crsError = error.crsError { throw .unknownCRS(path: file.path, error: crsError) }
      throw .invalid(path: file.path, place: error.faultPlace, message: error.message)
    }
  }

  private static func malformed(
    _ error: JSONSyntaxError, in text: UnsafeBufferPointer<UInt8>, path: String
  ) -> LayerFileError {
    let place = TextPlace(offset: error.offset, in: text)
    var message: FaultText = "not valid JSON: \(error.message)"
    if let fault = UTF8Check.firstFault(in: text) {
      let guess = EncodingGuess(text, fault: fault)
      if case .cutUTF8(let offset) = guess {
        return .cutText(path: path, line: TextPlace(offset: offset, in: text).line)
      }
      message =
        "not valid JSON: the text is not UTF-8; state `encoding: \(guess.name)` if it is that"
    }
    if error.offset < text.count, error.message == JSONSyntaxError.surplus {
      message = message + "; one JSON text per line must be named .geojsonl"
    } else if error.offset == text.count {
      message = message + "; the file may be cut off, export it again"
    }
    return .malformed(path: path, line: place.line, column: place.column, message: message)
  }

  /// Without a byte order mark.
  static func text(
    of bytes: UnsafeBufferPointer<UInt8>, path: String
  ) throws(LayerFileError) -> UnsafeBufferPointer<UInt8> {
    var text = bytes
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      text = UnsafeBufferPointer(rebasing: text[3...])
    }
    guard text.contains(where: { !$0.isJSONSpace }) else { throw .empty(path: path) }
    if text.count >= 2, text[0] ^ text[1] == 1, text[0] >= 0xFE {
      throw .malformed(
        path: path, line: 1, column: 1,
        message: "the text is UTF-16; convert it with: iconv -f UTF-16 -t UTF-8")
    }
    guard text.count <= Gzip.limitBytes else {
      throw .tooLarge(path: path, limitBytes: Gzip.limitBytes)
    }
    return text
  }

  // MARK: Pieces

  /// Reads the features piece by piece; `nil` if a piece is not what it seemed to be, so that only
  /// reading the file as a whole can tell.
  private static func readPieces(
    _ split: FeatureSplitter, of file: FileBytes, options: ReadOptions
  ) async throws(LayerFileError) -> Layer? {
    let frame = PaddedBytes(copying: split.frame)
    let parser = JSONParser()
    defer { withExtendedLifetime((frame, parser)) {} }
    guard let tape = try? parser.parse(frame.bytes, keepsOffsets: false) else { return nil }
    let noRows = GeoJSONRowReader(jsonColumns: [])
    guard
      let document = try? GeoJSONDocument(tape, into: noRows, overridesCRS: options.crs != nil),
      noRows.rowCount == 0, !document.isEsri,
      !document.notes.contains(where: { $0.place == GeoJSONDocument.features })
    else { return nil }
    var mixed: Set<String> = []
    while true {
      guard
        let batches = try await readBatches(split, of: file, mixed: mixed, options: options)
      else { return nil }
      if mixed.isEmpty {
        mixed = LayerAssembler.mixedColumns(in: batches)
        if !mixed.isEmpty { continue }
      }
      let rows = await LayerAssembler.assembled(batches, options.workers)
      return layer(rows, document, file: file, options: options)
    }
  }

  private static func readBatches(
    _ split: FeatureSplitter, of file: FileBytes, mixed: Set<String>, options: ReadOptions
  ) async throws(LayerFileError) -> [RowBatch]? {
    let pieces = split.pieces
    // A few shares per worker: neither waits long for the other at the end.
    let grain = max(1, pieces.count / (options.workers.count * 4))
    let outcomes: [Result<RowBatch?, LayerFileError>]
    do {
      outcomes = try await options.workers.map(pieces.count, grain: grain) { range in
        Result { () throws(LayerFileError) -> RowBatch? in
          try readBatch(pieces[range], of: file, mixed: mixed)
        }
      }
    } catch {
      preconditionFailure("the closure throws nothing: \(error)")
    }
    var batches: [RowBatch] = []
    for outcome in outcomes {
      guard let batch = try outcome.get() else { return nil }
      batches.append(batch)
    }
    return batches
  }

  private static func readBatch(
    _ pieces: ArraySlice<Range<Int>>, of file: FileBytes, mixed: Set<String>
  ) throws(LayerFileError) -> RowBatch? {
    let parser = JSONParser()
    let rows = GeoJSONRowReader(jsonColumns: mixed)
    let longest = pieces.reduce(0) { max($0, $1.count) }
    let buffer = PaddedBytes(count: longest + 2)
    defer { withExtendedLifetime((buffer, parser)) {} }
    for piece in pieces {
      buffer.start[0] = UInt8(ascii: "[")
      try file.copy(piece, to: buffer.start + 1)
      buffer.start[piece.count + 1] = UInt8(ascii: "]")
      let text = UnsafeBufferPointer(start: buffer.start, count: piece.count + 2)
      guard let tape = try? parser.parse(text, keepsOffsets: !mixed.isEmpty) else { return nil }
      // "[" + piece + "]" could also be two arrays... but then it is not one JSON text.
      rows.readFeatures(tape, JSONTape.rootIndex)
    }
    return rows.finish()
  }

  // MARK: Layers

  private static func layer(
    _ rows: LayerAssembler, _ document: GeoJSONDocument, file: FileBytes, options: ReadOptions
  ) -> Layer {
    let crs: CRS? =
      switch document.crs {
      case .implied: options.crs ?? .wgs84
      case .none: options.crs
      case .named(let named): options.crs ?? named
      }
    var notes = document.notes
    if case .implied = document.crs, options.crs == nil {
      notes += MapBoundaries.doubts(about: rows.attributes)
    }
    return Layer(assembling: rows, notes: notes, crs: crs, file: file)
  }
}

extension Layer {
  /// A layer of assembled rows, with the notes about all of them in front of those by row.
  init(assembling rows: LayerAssembler, notes: [ReadNote], crs: CRS?, file: FileBytes) {
    let fileNotes =
      notes + GeometryReview.notes(on: rows.geometry, tally: rows.tally, crs: crs)
    self.init(
      name: file.name, geometry: rows.geometry, attributes: rows.attributes,
      featureIDs: rows.featureIDs, lines: rows.lines, crs: crs, notes: fileNotes + rows.notes,
      byteCount: file.storedCount)
  }
}
