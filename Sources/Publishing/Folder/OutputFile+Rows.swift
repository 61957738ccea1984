internal import GeoFiles
internal import Workers

extension OutputFile {
  /// Formats `count` rows on all workers and writes them in order; stops where the task is cancelled.
  ///
  /// - Parameter format: Appends the bytes of some rows; they must depend on nothing but the rows.
  mutating func writeRows(
    _ count: Int, workers: Workers,
    _ format: @escaping @Sendable (Range<Int>, ByteBuffer) -> Void
  ) async throws {
    let batch = 1 << 16
    for start in stride(from: 0, to: count, by: batch) {
      try Task.checkCancellation()
      try await write(rows: min(batch, count - start), workers: workers) { rows in
        let buffer = ByteBuffer(capacity: rows.count * 192)
        format(start + rows.lowerBound..<start + rows.upperBound, buffer)
        return buffer
      }
    }
  }
}
