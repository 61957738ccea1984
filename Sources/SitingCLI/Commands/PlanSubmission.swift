import ArgumentParser
import Documents
import Foundation
import GeoFiles
import Planning

/// A plan as it was handed in: its files.
struct PlanSubmission: Sendable {
  let name: String
  /// Parcels, and facilities among them.
  let sources: [LayerSource]
  /// Facilities only.
  let facilitySources: [LayerSource]
  /// Unique among all that were handed in.
  var folderName: String

  /// The plans that the arguments name, in their order; of a folder, by name.
  static func all(
    _ paths: [String], facilities: [String], crs: String?, project: Project
  ) throws -> [PlanSubmission] {
    // A bureau has one word for a kind, in what is built and in what is planned. That all other
    // words mean one kind (`*`) is said of a file of facilities, and would make parcels of a plan
    // facilities.
    let kinds = project.layers.facilities.reduce(into: [:]) { words, layer in
      words.merge(layer.kinds.filter { $0.key != "*" }) { first, _ in first }
    }
    func source(_ path: String) -> LayerSource {
      var source = LayerSource(named: path, crs: crs)
      source.kinds = kinds
      return source
    }
    if paths.isEmpty {
      guard !project.layers.plan.isEmpty else {
        throw usageError(
          "no plan is named; give a file or a folder, or 'layers: {plan: …}' in the project")
      }
      let name = stem(of: project.layers.plan[0].path)
      return [
        PlanSubmission(
          name: name, sources: project.layers.plan,
          facilitySources: project.layers.planFacilities + facilities.map(source),
          folderName: name)
      ]
    }
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw InputError.notFound(path)
      }
      guard isFolder.boolValue else {
        files.append(path)
        continue
      }
      let found = try FileManager.default.contentsOfDirectory(atPath: path).filter(isPlan).sorted()
      guard !found.isEmpty else {
        throw usageError(
          "\(path): there is no plan in this folder; plans are files such as plan.geojson")
      }
      files += found.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    guard facilities.isEmpty || files.count == 1 else {
      throw usageError(
        "--plan-facilities is for a single plan; with several name each PLAN.facilities.geojson")
    }
    var taken: [String: Int] = [:]
    return files.map { file in
      let name = stem(of: file)
      let count = taken[name, default: 0] + 1
      taken[name] = count
      let beside = companions(of: file)
      return PlanSubmission(
        name: name, sources: [source(file)], facilitySources: (facilities + beside).map(source),
        folderName: count == 1 ? name : "\(name)-\(count)")
    }
  }

  private static func isPlan(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.last == "gz" && parts.count > 2 ? parts[parts.count - 2] : parts.last ?? ""
    return !name.hasPrefix(".") && LayerFile.extensions.contains(String(ending))
      && !parts.contains("facilities")
  }

  /// `garden` of `plans/garden.geojson`.
  private static func stem(of path: String) -> String {
    var url = URL(fileURLWithPath: path)
    if url.pathExtension.lowercased() == "gz" { url.deletePathExtension() }
    return url.deletingPathExtension().lastPathComponent
  }

  /// `plans/garden.facilities.geojson`, for `plans/garden.geojson`.
  private static func companions(of path: String) -> [String] {
    let file = URL(fileURLWithPath: path)
    let folder = file.deletingLastPathComponent().relativePath
    let prefix = "\(stem(of: path)).facilities."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0 != file.lastPathComponent }.sorted().map {
      folder == "." ? $0 : "\(folder)/\($0)"
    }
  }
}
