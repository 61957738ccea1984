public import Foundation

/// The data files that come with the program: rule packs, vocabularies and the sample city.
public enum GeoData {
  /// The folder of the data files; `SITING_DATA_DIR` names another one.
  public static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["SITING_DATA_DIR"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return Bundle.module.resourceURL ?? Bundle.module.bundleURL
  }

  /// The text of one data file.
  ///
  /// - Parameter path: Below the folder, such as `rules/topics.yaml`.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }
}
