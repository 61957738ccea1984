import CGDAL
import Documents
import Planar

/// Some rows of a layer as GDAL gave them.
///
/// `@unchecked Sendable`: nothing changes it.
final class ArrowBatch: @unchecked Sendable {
  private var array: ArrowArray
  private let fields: [ArrowField]

  init(adopting array: ArrowArray, _ fields: [ArrowField]) {
    self.array = array
    self.fields = fields
  }

  deinit { array.release?(&array) }

  private var rowCount: Int { Int(array.length) }

  private func values(_ column: Int) -> ArrowValues? {
    array.children[column].map { ArrowValues($0.pointee, fields[column]) }
  }

  private var attributes: [Int] { fields.indices.filter { !fields[$0].isGeometry } }

  /// The rows, as readers of other formats give them.
  ///
  /// - Parameter closing: Whether lines that end where they start are areas.
  func rows(_ names: [String], _ texts: DecodedTexts, closing: Bool) -> RowBatch {
    var batch = RowBatch()
    let texts = texts.reader
    readGeometry(into: &batch)
    if closing { batch.geometry = batch.geometry.closingLines }
    for (name, column) in zip(names, attributes) {
      guard let values = values(column) else { continue }
      batch.columns.append(
        ColumnPart(name: name, values: values.column(rowCount, texts), isMixed: false))
    }
    return batch
  }

  private func readGeometry(into batch: inout RowBatch) {
    guard let column = fields.firstIndex(where: \.isGeometry), let values = values(column) else {
      for _ in 0..<rowCount { batch.geometry.appendNone() }
      return
    }
    for row in 0..<rowCount {
      guard let bytes = values.bytes(row) else {
        batch.geometry.appendNone()
        continue
      }
      do throws(GeometryError) {
        try batch.geometry.appendWKB(UnsafeRawBufferPointer(bytes))
      } catch {
        batch.geometry.appendNone()
        batch.notes.append(
          ReadNote(severity: .unusable, row: row, place: "geometry", message: error.text))
      }
    }
  }

  /// The rows as lines of a table.
  func append(_ texts: DecodedTexts, to bytes: inout [UInt8]) {
    let columns = attributes.compactMap { values($0) }
    let texts = texts.reader
    for row in 0..<rowCount {
      for (index, values) in columns.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if let text = values.text(row, texts) { TableText.append(text, to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Calls `body` with the bytes of each text, until it has enough.
  func forEachText(_ body: ([UInt8]) -> Bool) {
    for column in attributes {
      guard case .text = fields[column].storage, let values = values(column) else { continue }
      for row in 0..<rowCount {
        guard let bytes = values.bytes(row) else { continue }
        if !body(Array(bytes)) { return }
      }
    }
  }
}

extension GeometryColumn {
  /// The same with areas in the place of lines that end where they start.
  fileprivate var closingLines: GeometryColumn {
    let kinds = kinds.enumerated().map { row, kind -> GeometryKind in
      guard kind.isLine, rings(ofRow: row).allSatisfy({ isClosed(vertices(of: $0)) }) else {
        return kind
      }
      return kind == .lineString ? .polygon : .multiPolygon
    }
    return GeometryColumn(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: x, y: y)
  }

  private func isClosed(_ ring: Range<Int>) -> Bool {
    ring.count >= 4 && x[ring.lowerBound] == x[ring.upperBound - 1]
      && y[ring.lowerBound] == y[ring.upperBound - 1]
  }
}
