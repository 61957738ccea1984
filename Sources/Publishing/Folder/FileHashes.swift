internal import Synchronization

/// Hashes of files that several publications of one run rest on: each file is read once for all.
public final class FileHashes: Sendable {
  private let known = Mutex<[String: String]>([:])

  /// Nothing read yet.
  public init() {}

  /// SHA-256 of a file in hexadecimal.
  ///
  /// - Throws: `PublishingError` where the file cannot be read again.
  func digest(of path: String, named name: String) throws -> String {
    if let digest = known.withLock({ $0[path] }) { return digest }
    let digest = try SHA256Digest.ofFile(path, named: name).digest
    known.withLock { $0[path] = digest }
    return digest
  }
}
