internal import Documents
internal import Foundation
internal import GeoData

/// The cases of a folder.
public struct ConformanceSuite: Sendable {
  /// In the order of their files and in them.
  public let cases: [ConformanceCase]

  /// The cases that come with the program.
  ///
  /// - Throws: `DocumentFaults` where one of them is none.
  public static func builtIn() throws -> ConformanceSuite {
    try ConformanceSuite(at: GeoData.folder.appendingPathComponent("conformance").path)
  }

  /// Reads all case files of a folder, which end in `.json`, or one file.
  ///
  /// - Throws: `ConformanceError` where there are none; `DocumentFaults` with all that is wrong with
  ///   them.
  public init(at path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ConformanceError.notFound(path: path)
    }
    guard isFolder.boolValue else {
      try self.init(files: [path])
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    guard !names.isEmpty else { throw ConformanceError.noCases(path: path) }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    try self.init(files: names.map { "\(folder)/\($0)" })
  }

  private init(files: [String]) throws {
    try self.init(
      texts: files.map { path in
        guard let data = FileManager.default.contents(atPath: path) else {
          throw ConformanceError.unreadable(path: path)
        }
        return (path, String(decoding: data, as: UTF8.self))
      })
  }

  /// Reads the texts of case files.
  init(texts: [(file: String, text: String)]) throws(DocumentFaults) {
    var faults: [DocumentFault] = []
    var cases: [ConformanceCase] = []
    var ids: Set<String> = []
    for (file, text) in texts {
      let reading = CaseReading(reader: DocumentReader(file: file))
      do throws(DocumentFaults) {
        for (node, read) in reading.cases(try DocumentNode(yaml: text, file: file)) {
          if !ids.insert(read.id).inserted {
            reading.reader.report(node, "the id '\(read.id)' is used twice")
          }
          cases.append(read)
        }
      } catch {
        faults += error.faults
      }
      faults += reading.reader.faults
    }
    if !faults.isEmpty { throw DocumentFaults(faults) }
    self.cases = cases
  }

  private init(cases: [ConformanceCase]) { self.cases = cases }

  /// The cases whose id or group contains a text.
  ///
  /// - Throws: `ConformanceError` where there are none: then nothing could fail.
  public func only(_ text: String) throws(ConformanceError) -> ConformanceSuite {
    let chosen = cases.filter { $0.id.contains(text) || $0.group.contains(text) }
    guard !chosen.isEmpty else {
      var groups: [String] = []
      for one in cases where !groups.contains(one.group) { groups.append(one.group) }
      throw .noneChosen(text: text, groups: groups)
    }
    return ConformanceSuite(cases: chosen)
  }
}
