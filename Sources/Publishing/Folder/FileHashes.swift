internal import GeoFiles
public import Planning
internal import Synchronization

/// Hashes of files that several publications of one run rest on: each file is read once for all, if
/// wanted while other work is done.
public final class FileHashes: Sendable {
  private let known = Mutex<[String: Task<String, any Error>]>([:])

  /// Nothing read yet.
  public init() {}

  /// Begins to read files, beside what else is done. Whoever then ends otherwise than with a publication
  /// waits for `finish()`.
  public func begin(_ files: [InputFile]) {
    for file in files { _ = reading(file.resolvedPath, named: file.path) }
  }

  /// Waits until no file is being read any more: who ends a program meanwhile takes the library of digests
  /// away from under its readers.
  public func finish() async {
    for task in known.withLock({ Array($0.values) }) { _ = await task.result }
  }

  /// SHA-256 of a file in hexadecimal. Of a layer in several files that of the lines that `sha256sum` prints
  /// of them, sorted by their names and named without their folder; of a database nothing.
  ///
  /// - Throws: `PublishingError` where the file cannot be read again.
  func digest(of path: String, named name: String) async throws -> String {
    try await reading(path, named: name).value
  }

  private static func digest(_ path: String, named name: String) throws(PublishingError) -> String {
    if LayerFiles.isDatabase(path) { return "" }
    let parts = LayerFiles.parts(of: path)
    guard parts.count > 1 || parts.first != path else {
      return try SHA256Digest.ofFile(path, named: name).digest
    }
    var lines = ""
    for part in parts {
      let file = part.split(separator: "/").last.map(String.init) ?? part
      lines += "\(try SHA256Digest.ofFile(part, named: part).digest)  \(file)\n"
    }
    return SHA256Digest.hexadecimal(SHA256Digest.of(Array(lines.utf8)))
  }

  private func reading(_ path: String, named name: String) -> Task<String, any Error> {
    known.withLock { known in
      if let task = known[path] { return task }
      let task = Task.detached { try Self.digest(path, named: name) }
      known[path] = task
      return task
    }
  }
}
