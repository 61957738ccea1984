internal import Foundation
internal import GeoFiles

/// Takes the digest of a file while it is written from front to back.
final class DigestOfWritten: ByteFollower {
  private let path: String
  // A follower is never told two things at a time.
  nonisolated(unsafe) private var digest = SHA256Digest()
  nonisolated(unsafe) private var byteCount = 0
  nonisolated(unsafe) private var isBegun = false

  /// - Parameter path: Of the file; others are not looked at.
  init(path: String) { self.path = path }

  func begin(_ path: String) {
    guard path == self.path else { return }
    digest = SHA256Digest()
    byteCount = 0
    isBegun = true
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>, of path: String) {
    guard path == self.path else { return }
    digest.update(UnsafeRawBufferPointer(bytes))
    byteCount += bytes.count
  }

  /// The length of the file and its digest in hexadecimal; `nil` where it was not, or not all of it,
  /// written under these eyes.
  func finish() -> (byteCount: Int, digest: String)? {
    var status = stat()
    guard isBegun, stat(path, &status) == 0, byteCount == Int(status.st_size) else { return nil }
    isBegun = false
    return (byteCount, SHA256Digest.hexadecimal(digest.finish()))
  }
}
