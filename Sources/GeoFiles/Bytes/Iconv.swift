import Glibc

/// A conversion from one encoding to another, for one thread at a time.
final class Iconv {
  private let descriptor: iconv_t

  /// `nil` where there is no such encoding.
  init?(from: String, to: String = "UTF-8") {
    let descriptor = iconv_open(to, from)
    // iconv says failure with (iconv_t)-1.
    guard let descriptor, Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts bytes up to the first that is not in the encoding, or is cut off.
  ///
  /// - Parameter output: What they become is added to it.
  /// - Returns: How many were converted, and whether what stopped it is a character that is cut off at the end.
  func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> (count: Int, isCutOff: Bool) {
    // Each text begins anew, whatever the one before it ended in.
    _ = iconv(descriptor, nil, nil, nil, nil)
    // Two bytes of GBK become three of UTF-8; a byte of Latin-1 becomes two; four are the most.
    let capacity = 4 * bytes.count + 16
    var left = bytes.count
    var isCutOff = false
    output.reserveCapacity(output.count + capacity)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { converted in
      var input: UnsafeMutablePointer<CChar>? = bytes.baseAddress.map {
        UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
      }
      var next: UnsafeMutablePointer<CChar>? = converted.baseAddress.map {
        UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
      }
      var room = capacity
      let status = iconv(descriptor, &input, &left, &next, &room)
      isCutOff = status == -1 && errno == EINVAL
      output.append(contentsOf: converted[..<(capacity - room)])
    }
    return (bytes.count - left, isCutOff)
  }
}
