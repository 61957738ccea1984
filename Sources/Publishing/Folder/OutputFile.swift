internal import Foundation
internal import Workers

/// A file that is being written.
struct OutputFile: ~Copyable {
  private let path: String
  private var descriptor: Int32

  init(creating path: String) throws(PublishingError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .writing(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  mutating func write(_ bytes: [UInt8]) throws(PublishingError) {
    var failure: PublishingError?
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else {
          failure = .writing(path)
          return
        }
        rest = rest.dropFirst(count)
      }
    }
    if let failure { throw failure }
  }

  /// Formats `count` rows on all workers and writes them in order, without holding all at once.
  ///
  /// - Parameter format: Appends the bytes of some rows; they must depend on nothing but the rows.
  mutating func writeRows(
    _ count: Int, workers: Workers,
    _ format: @escaping @Sendable (Range<Int>, inout [UInt8]) throws -> Void
  ) async throws {
    let grain = 2048
    let batch = grain * workers.count * 4
    for start in stride(from: 0, to: count, by: batch) {
      try Task.checkCancellation()
      let pieces = try await workers.map(min(batch, count - start), grain: grain) { range in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count * 192)
        try format(start + range.lowerBound..<start + range.upperBound, &bytes)
        return bytes
      }
      for piece in pieces { try write(piece) }
    }
  }

  /// Ends the file.
  mutating func finish() throws(PublishingError) {
    // Checked, since some file systems say only here that there was no room.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 || errno == EINTR else { throw .writing(path) }
  }

  /// Writes a whole file.
  static func write(_ bytes: [UInt8], to path: String) throws(PublishingError) {
    var file = try OutputFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes a JSON document with a line end.
  static func write(_ document: JSONValue, to path: String) throws(PublishingError) {
    var bytes: [UInt8] = []
    document.append(to: &bytes)
    bytes.append(10)
    try write(bytes, to: path)
  }
}
