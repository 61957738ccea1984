import CZlib

/// Bytes compressed by themselves, so that many can be at a time.
struct GzipBlock: Sendable {
  /// Deflated, up to a whole byte.
  let packed: ByteBuffer
  fileprivate let crc: UInt
  fileprivate let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    crc = UInt(crc32_z(0, bytes.baseAddress, bytes.count))
    packed = Self.deflated(bytes)
  }

  init(_ buffer: ByteBuffer) { self = buffer.withBytes { GzipBlock($0) } }

  private static func deflated(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteBuffer {
    var stream = z_stream()
    // 15 bits of window, negative: no head and no tail.
    let begun = deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(begun == Z_OK, "deflateInit2: no memory")
    defer { deflateEnd(&stream) }
    let result = ByteBuffer(capacity: bytes.count / 4 + 64)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var done = 0
    repeat {
      // zlib counts in 32 bits.
      let share = min(bytes.count - done, 1 << 30)
      stream.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + done) }
      stream.avail_in = UInt32(share)
      var isFull: Bool
      repeat {
        isFull = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          deflate(&stream, Z_SYNC_FLUSH)
          let filled = piece.count - Int(stream.avail_out)
          result.append(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(piece)[..<filled]))
          return stream.avail_out == 0
        }
      } while isFull
      done += share
    } while done < bytes.count
    return result
  }
}

/// What stands around the blocks of a file: one gzip member, without a name and a time.
///
/// Source: RFC 1952.
struct GzipFrame {
  private var crc: UInt = 0
  private var count = 0

  static let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  mutating func add(_ block: GzipBlock) {
    crc = UInt(crc32_combine(CUnsignedLong(crc), CUnsignedLong(block.crc), block.count))
    count += block.count
  }

  /// An empty last block, the check and the length.
  var tail: [UInt8] {
    let check = UInt32(truncatingIfNeeded: crc)
    let length = UInt32(truncatingIfNeeded: count)
    return [3, 0]
      + [check, length].flatMap { word in
        (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
      }
  }
}
