import Foundation

/// Where a layer is read from: a file, a folder, a packed set of files or a database.
struct LayerLocation: Sendable, Hashable {
  /// As the user wrote it, to be opened.
  let path: String

  init(_ path: String) { self.path = path }

  /// A connection, not a path: `PG:host=… dbname=…`.
  var isDatabase: Bool { path.lowercased().hasPrefix("pg:") }

  /// For messages: without a password.
  var shown: String { isDatabase ? Self.withoutPassword(path) : path }

  /// A connection in which nobody reads a password.
  static func withoutPassword(_ path: String) -> String {
    guard let start = path.range(of: "password=", options: .caseInsensitive) else { return path }
    let rest = path[start.upperBound...]
    let end: String.Index
    if rest.first == "'" {
      end = rest.dropFirst().firstIndex(of: "'").map { path.index(after: $0) } ?? path.endIndex
    } else {
      end = rest.firstIndex(of: " ") ?? path.endIndex
    }
    return path[..<start.upperBound] + "…" + path[end...]
  }

  /// Without its folder.
  var name: String {
    isDatabase ? shown : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// In lower case, without its dot; that in front of `.gz` for a compressed file; `pg` of a database.
  var fileExtension: String {
    if isDatabase { return "pg" }
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }
}
