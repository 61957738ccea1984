internal import Documents
internal import Foundation
internal import GeoData

/// Where a pack stands: a file, or one of those that come with the program.
struct PackFile {
  /// As the user knows it, for messages.
  let name: String
  /// The file; `nil`: it comes with the program.
  let url: URL?
  /// The id under which it comes with the program.
  private let id: String

  /// The same for the same pack, however it is named.
  var identity: String {
    url.map { $0.resolvingSymlinksInPath().standardizedFileURL.path } ?? id
  }

  /// - Parameters:
  ///   - name: A built-in id, or a path.
  ///   - folder: What the path starts from; `nil`: the working folder.
  ///   - shown: What messages call it, where that is not its name.
  ///   - known: Ids of the packs that come with the program.
  init(
    _ name: String, in folder: URL?, shown: String? = nil, known: [String]
  ) throws(PackError) {
    if Self.isPath(name) {
      let url = Self.url(name, in: folder)
      guard FileManager.default.fileExists(atPath: url.path) else {
        throw .notFound(name, suggestion: Self.neighbour(of: name, in: folder), known: known)
      }
      self.name = shown ?? name
      self.url = url
      id = ""
      return
    }
    guard known.contains(name) else {
      let file = "\(name).yaml"
      let isFile = FileManager.default.fileExists(atPath: Self.url(file, in: folder).path)
      throw .notFound(
        name, suggestion: Spelling.nearest(to: name, among: known) ?? (isFile ? file : nil),
        known: known)
    }
    self.name = "\(name).yaml"
    url = nil
    id = name
  }

  /// A pack that this one names under `extends`: paths start from this file.
  func parent(_ name: String, known: [String]) throws(PackError) -> PackFile {
    try PackFile(
      name,
      in: url?.absoluteURL.deletingLastPathComponent()
        ?? GeoData.folder.appendingPathComponent("rules/packs", isDirectory: true),
      shown: Self.isPath(name) ? Self.path(name, beside: self.name) : nil, known: known)
  }

  /// What the file holds.
  func text() throws -> String {
    guard let url else { return try GeoData.text("rules/packs/\(id).yaml") }
    guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8)
    else {
      throw PackError.unreadable(
        path: name, message: "cannot be read as UTF-8 text; save it as UTF-8")
    }
    return text
  }

  private static func isPath(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/")
  }

  private static func url(_ path: String, in folder: URL?) -> URL {
    folder.map { URL(fileURLWithPath: path, relativeTo: $0) } ?? URL(fileURLWithPath: path)
  }

  /// A pack in the same folder whose name is nearly the one that was meant.
  private static func neighbour(of path: String, in folder: URL?) -> String? {
    let beside = url(path, in: folder).deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: beside.path)) ?? []
    let start = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return Spelling.nearest(
      to: String(path.dropFirst(start.count)),
      among: names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    ).map { start + $0 }
  }

  /// `packs/child.yaml` and `../base.yaml` give `base.yaml`.
  private static func path(_ path: String, beside file: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts: [Substring] = []
    let isAbsolute = file.hasPrefix("/")
    for part in file.split(separator: "/").dropLast() + path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where parts.last.map { $0 != ".." } ?? isAbsolute: _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
