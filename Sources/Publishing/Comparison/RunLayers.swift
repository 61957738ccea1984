internal import Compliance
internal import Documents
internal import GeoFiles
internal import Planar
internal import Workers

/// What the layers of a run say of its subjects.
struct RunLayers: Sendable {
  /// Parcels first; facilities, and units by level, if asked for.
  private(set) var subjects: [SubjectNumbers]
  /// By number of the parcel.
  let names: [String?]
  /// By number of the parcel, in WGS 84, as published layers are.
  let geometry: GeometryColumn

  /// - Parameter others: Files to read beside the parcels.
  init(_ run: RunFolder, others: [String], workers: Workers) async throws {
    let options = ReadOptions(workers: workers)
    let path = run.path(of: ParcelsOutput.fileName)
    let layer = try await LayerFile.read(path, options: options)
    var parcels = SubjectNumbers(kind: "parcel")
    let verdicts = Self.verdicts(layer)
    for row in 0..<layer.count {
      let id = layer.featureIDs.isEmpty ? nil : layer.featureIDs[row]
      guard let id, let verdict = verdicts[row] else {
        throw LayerFileError.invalid(
          path: path, place: "feature \(row + 1)",
          message: id == nil
            ? "has no id, so siting did not write it; run 'siting check' again"
            : "has no verdict, so siting did not write it; run 'siting check' again")
      }
      guard parcels.append(id, overall: verdict) else {
        throw LayerFileError.invalid(
          path: path, place: "feature \(row + 1)",
          message: "has the id \(id) of another; run 'siting check' again")
      }
    }
    let columns = (run.parcelNameColumns + ["name"]).compactMap { layer.attributes[$0] }
    names = (0..<layer.count).map { row in
      columns.lazy.compactMap { $0.text(row) }.first
    }
    geometry = layer.geometry
    subjects = [parcels]
    for file in others {
      let layer = try await LayerFile.read(run.path(of: file), options: options)
      append(layer, isUnits: file == UnitsOutput.fileName)
    }
  }

  /// Adds the subjects of a layer that have a verdict.
  private mutating func append(_ layer: Layer, isUnits: Bool) {
    let ids = layer.attributes["id"]
    let levels = layer.attributes["level"]
    for (row, verdict) in Self.verdicts(layer).enumerated() {
      let id = isUnits ? ids?.text(row) : layer.featureIDs.isEmpty ? nil : layer.featureIDs[row]
      guard let verdict, let id, let kind = isUnits ? levels?.text(row) : "facility" else {
        continue
      }
      let place = subjects.firstIndex { $0.kind == kind } ?? subjects.count
      if place == subjects.count { subjects.append(SubjectNumbers(kind: kind)) }
      _ = subjects[place].append(id, overall: verdict)
    }
  }

  private static func verdicts(_ layer: Layer) -> [Verdict?] {
    guard case .text(let texts) = layer.attributes["verdict"] else {
      return Array(repeating: nil, count: layer.count)
    }
    return (0..<layer.count).map { row in
      texts[row].flatMap { Verdict.names.firstIndex(of: $0) }.flatMap {
        Verdict(rawValue: UInt8($0))
      }
    }
  }
}

extension AttributeColumn {
  /// The value of a row as text; `nil` where it is missing or nothing that a name could be.
  fileprivate func text(_ row: Int) -> String? {
    switch self {
    case .text(let column): column[row]
    case .integer(let column): column[row].map { "\($0)" }
    case .real, .boolean, .json: nil
    }
  }
}
