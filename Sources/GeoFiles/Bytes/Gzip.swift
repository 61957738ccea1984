import CZlib
import Documents

/// Unpacking `.gz` files.
enum Gzip {
  /// What a JSON parser can address, less some room.
  static let limitBytes = 4_000_000_000

  static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// All members of the file, one behind the other.
  static func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, path: String
  ) throws(LayerFileError) -> PaddedBytes {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    // 16 + 15: gzip framing, the largest window.
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, size) == Z_OK else {
      throw .unreadable(path: path, reason: "zlib has no memory")
    }
    defer { inflateEnd(&stream) }

    var chunks: [PaddedChunk] = []
    var total = 0
    var consumed = 0
    var isDone = false
    while !isDone {
      let chunk = PaddedChunk(capacity: 1 << 22)
      while !isDone, chunk.count < chunk.capacity {
        // zlib counts in 32 bits.
        let available = min(packed.count - consumed, 1 << 30)
        stream.next_in = packed.baseAddress.map { UnsafeMutablePointer(mutating: $0 + consumed) }
        stream.avail_in = UInt32(available)
        stream.next_out = chunk.start + chunk.count
        stream.avail_out = UInt32(chunk.capacity - chunk.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        consumed += available - Int(stream.avail_in)
        chunk.count = chunk.capacity - Int(stream.avail_out)
        if status == Z_STREAM_END {
          // As gzip does: another member follows, or something that is no concern of ours.
          isDone = !isGzip(UnsafeBufferPointer(rebasing: packed[consumed...]))
          if !isDone { inflateReset(&stream) }
          continue
        }
        guard status == Z_OK || status == Z_BUF_ERROR else {
          let reason = FaultText(
            verbatim: stream.msg.map { String(cString: $0) } ?? "zlib error \(status)")
          throw .corruptGzip(path: path, reason: reason)
        }
        if consumed == packed.count, stream.avail_out > 0 {
          throw .corruptGzip(path: path, reason: "it is cut off")
        }
      }
      total += chunk.count
      chunks.append(chunk)
      guard total <= limitBytes else { throw .tooLarge(path: path, limitBytes: limitBytes) }
    }
    let result = PaddedBytes(count: total)
    var at = 0
    for chunk in chunks {
      (result.start + at).update(from: chunk.start, count: chunk.count)
      at += chunk.count
    }
    return result
  }

  /// A piece of output; pieces instead of one growing buffer keep a bomb from taking twice its size
  /// before the limit stops it.
  private final class PaddedChunk {
    let start: UnsafeMutablePointer<UInt8>
    let capacity: Int
    var count = 0

    init(capacity: Int) {
      start = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit { start.deallocate() }
  }
}
