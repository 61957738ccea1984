internal import Documents
internal import Foundation
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar
public import Workers

/// Reads the layers of a project and makes a city of them.
public enum CityLoader {
  /// Reads, checks, repairs and joins the layers of a project.
  ///
  /// A bad row does not stop it: it is in `rejected` with its reason. The city does not depend on
  /// the order of rows, except for what names their places, nor on the number of workers.
  ///
  /// - Parameters:
  ///   - project: What to read. Its network, plan and candidates are left to others.
  ///   - vocabulary: The words to read data with.
  ///   - workers: How many tasks may run at a time.
  ///   - progress: Called at the start of each step, from any thread.
  /// - Throws: `CityLoadError` with everything that makes files unusable as a whole.
  public static func load(
    _ project: Project, vocabulary: Vocabulary, workers: Workers,
    progress: (@Sendable (LoadStep) -> Void)? = nil
  ) async throws -> City {
    let (sources, faults) = await read(project, vocabulary, workers: workers, progress: progress)
    var loading = CityLoading(
      project: project, vocabulary: vocabulary, workers: workers, progress: progress,
      sources: sources)
    loading.faults = faults
    let city = try await loading.run()
    let lost = city.lostLayers
    if !lost.isEmpty { throw CityLoadError(lost) }
    return city
  }

  /// All files of all roles, with everything that is wrong with any of them.
  private static func read(
    _ project: Project, _ vocabulary: Vocabulary, workers: Workers,
    progress: (@Sendable (LoadStep) -> Void)?
  ) async -> ([LayerRole: SourceRows], [CityLoadError.Fault]) {
    // Side by side: what of a large file takes a single core leaves the other to the rest.
    let read = await workers.sideBySide(LayerRole.allCases) { role in
      var faults: [CityLoadError.Fault] = []
      var files: [SourceFile] = []
      for source in project.layers.sources(of: role) {
        progress?(.reading(source.path))
        do throws(CityLoadError) {
          let layer = try await SourceFile.layer(source, workers)
          files.append(
            try SourceFile(layer, role: role, source: source, aliases: vocabulary.aliases))
          try source.checkKinds(vocabulary.kinds)
        } catch {
          faults += error.faults
        }
      }
      return (rows: SourceRows(role: role, files: files), faults: faults)
    }
    var faults = read.flatMap(\.faults)
    let result = Dictionary(uniqueKeysWithValues: zip(LayerRole.allCases, read.map(\.rows)))
    if let network = project.layers.network?.source,
      !FileManager.default.fileExists(atPath: network.resolvedPath)
    {
      faults.append(
        CityLoadError.Fault(
          file: network.path, message: "no such file; check the path of the network",
          isMissingFile: true))
    }
    return (result, faults)
  }
}

extension City {
  /// Files of which no row takes part, with the commonest reasons.
  var lostLayers: [CityLoadError.Fault] {
    inputs.filter { $0.rowsRead > 0 && $0.rowsChecked == 0 }.map { input in
      let rows = rejected.filter { $0.layer == input.role && $0.file == input.path }
      let reasons = Dictionary(grouping: rows, by: \.code)
        .sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
        .prefix(3).map { code, rows -> FaultText in
          let first = rows.map(\.row).min() ?? 0
          let words = FaultText(stringLiteral: code.rawValue.replacing("_", with: " "))
          return rows.count == 1
            ? "\(words) in row \(first)" : "\(words) in \(rows.count) rows, first in row \(first)"
        }
      let all = reasons.dropFirst().reduce(reasons.first ?? "") { all, next in "\(all); \(next)" }
      return CityLoadError.Fault(
        file: input.path,
        message:
          "none of its \(input.rowsRead) rows can be used: \(all); "
          + "look at them with: siting inspect \(input.path)")
    }
  }
}

extension Project.Layers {
  /// The files of one role.
  public func sources(of role: LayerRole) -> [LayerSource] {
    switch role {
    case .parcels: parcels
    case .facilities: facilities
    case .units: units
    case .entrances: entrances
    }
  }
}

extension LayerSource {
  /// - Throws: `CityLoadError` where `kinds` names a kind that there is not.
  func checkKinds(_ known: FacilityKinds) throws(CityLoadError) {
    let wrong = kinds.filter { known.index(ofID: $0.value) == nil }.sorted { $0.key < $1.key }
    guard !wrong.isEmpty else { return }
    throw CityLoadError(
      wrong.map { word, kind in
        CityLoadError.Fault(
          file: path,
          message: "`kinds` gives '\(word)' the unknown kind '\(kind)'"
            + "\(Spelling.hint(for: kind, among: known.all.map(\.id)))")
      })
  }
}
