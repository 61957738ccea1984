import Foundation

/// The files that a layer is stored in.
public enum LayerFiles {
  /// Endings of what may stand beside a file of some ending and belongs to it.
  private static let besides: [String: [String]] = [
    "shp": ["dbf", "shx", "prj", "cpg"], "tab": ["dat", "map", "id", "ind"], "mif": ["mid"],
  ]

  /// Whether a path is a connection to a database, in which nothing is a file.
  public static func isDatabase(_ path: String) -> Bool { LayerLocation(path).isDatabase }

  /// Whether a path is of a database, or of a folder that is one.
  public static func isNoFile(_ path: String) -> Bool {
    isDatabase(path) || LayerLocation(path).fileExtension == "gdb"
  }

  /// A path as it may be shown: a connection without its password.
  public static func shown(_ path: String) -> String { LayerLocation(path).shown }

  /// All files of what is at a path, sorted; of a folder all that are in it, and none where it is empty.
  public static func parts(of path: String) -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return [] }
    if isDirectory.boolValue {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.sorted().map { "\(path)/\($0)" }
    }
    guard let dot = path.lastIndex(of: "."),
      let others = besides[path[path.index(after: dot)...].lowercased()]
    else { return [path] }
    let stem = path[...dot]
    let found = others.flatMap { [$0, $0.uppercased()] }.map { stem + $0 }
      .filter { FileManager.default.fileExists(atPath: $0) }
    return ([path] + found).sorted()
  }
}
