internal import Foundation
internal import GeoFiles

/// A new folder beside the one asked for, which takes its place at the end or leaves no trace.
final class OutputFolder {
  /// The file that tells a publication from other folders.
  static let mark = "manifest.json"

  /// The folder asked for, without links in its way.
  let path: String
  /// Where the files go meanwhile.
  let partialPath: String

  /// - Parameter directory: As the user gave it; it need not exist.
  init(replacing directory: String) throws(PublishingError) {
    path = try Self.resolved(directory)
    try Self.checkReplaceable(path, named: directory)
    partialPath = try Self.makeSibling(of: path, "partial")
  }

  deinit { Self.remove(partialPath) }

  /// Makes sure that there can be a new folder in the place of one.
  static func check(_ directory: String) throws(PublishingError) {
    // Whether a folder can be made is known when one was.
    _ = try OutputFolder(replacing: directory)
  }

  /// Writes a file into the new folder, and takes its hash.
  ///
  /// - Parameters:
  ///   - isSeveral: Whether the body may write others beside it.
  ///   - body: Writes the whole file to the path that it is given.
  /// - Returns: The files, by their names.
  func write(
    _ name: String, isSeveral: Bool = false, _ body: (String) async throws -> Void
  ) async throws -> [PublishedFile] {
    let written = "\(partialPath)/\(name)"
    let others = isSeveral ? Set(Self.names(in: partialPath)) : []
    // The user knows the folder, not its partial name.
    let known = "\(path)/\(name)"
    let follower = DigestOfWritten(path: written)
    do {
      try await OutputFile.$follower.withValue(follower) { try await body(written) }
    } catch let error as LayerWriteError {
      throw PublishingError(error, at: known)
    } catch let error as PublishingError {
      throw error.moved(from: written, to: known)
    }
    let names = isSeveral ? Self.names(in: partialPath).filter { !others.contains($0) } : [name]
    return try names.sorted().map { file in
      let (byteCount, digest) =
        try (file == name ? follower.finish() : nil)
        ?? SHA256Digest.ofFile("\(partialPath)/\(file)", named: file)
      return PublishedFile(name: file, byteCount: byteCount, sha256: digest)
    }
  }

  private static func names(in path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  /// Puts the new folder in the place of the old one, and deletes that.
  func takePlace() throws(PublishingError) {
    // Once more: the folder may have come to hold something while the files were written.
    try Self.checkReplaceable(path, named: path)
    // Also takes the place of an empty folder.
    if rename(partialPath, path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw .writing(path) }
    let old = try Self.makeSibling(of: path, "old")
    guard rename(path, old) == 0 else {
      let code = errno
      _ = rmdir(old)
      throw .writing(path, code: code)
    }
    guard rename(partialPath, path) == 0 else {
      let code = errno
      _ = rename(old, path)
      throw .writing(path, code: code)
    }
    Self.remove(old)
  }

  /// The path from the root, with the links of what exists followed.
  private static func resolved(_ directory: String) throws(PublishingError) -> String {
    let trimmed = directory.hasSuffix("/") ? directory.dropLast() : directory[...]
    if let whole = realPath(trimmed.isEmpty ? "/" : String(trimmed)) { return whole }
    guard errno == ENOENT else { throw .writing(directory) }
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts.last ?? "")
    let parent = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    guard let around = realPath(parent.isEmpty ? "/" : parent) else {
      guard errno == ENOENT else { throw .writing(directory) }
      throw .noParent(path: directory)
    }
    return around == "/" ? "/\(name)" : "\(around)/\(name)"
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func checkReplaceable(_ path: String, named name: String) throws(PublishingError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .writing(name)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: name) }
    guard path != "/", realPath(".") != path else { throw .unreplaceable(path: name) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .writing(name, code: EACCES)
    }
    let ours = publishedNames(in: path)
    // A file that somebody else put there would be deleted with the folder.
    if let foreign = names.sorted().first(where: { !ours.contains($0) }) {
      throw .foreignFolder(path: name, example: foreign)
    }
  }

  /// The names that the manifest in a folder claims; none where it is missing or not ours.
  private static func publishedNames(in path: String) -> Set<String> {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(mark)"),
      let manifest = try? JSONDecoder().decode(JSONValue.self, from: data),
      case .object? = manifest["engine"], case .object(let outputs)? = manifest["outputs"]
    else { return [] }
    return Set(outputs.keys).union([mark])
  }

  /// Makes `.<name>.<purpose>-<random>` beside a path.
  private static func makeSibling(
    of path: String, _ purpose: String
  ) throws(PublishingError) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let name = path[path.index(after: slash)...]
    while true {
      let random = String(UInt32.random(in: .min ... .max), radix: 36)
      let sibling = "\(path[..<slash])/.\(name).\(purpose)-\(random)"
      if mkdir(sibling, 0o777) == 0 { return sibling }
      guard errno == EEXIST else { throw .writing(path) }
    }
  }

  /// Errors are not reported: what is left over has a hidden name of its own.
  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
