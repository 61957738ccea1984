internal import Documents
internal import Foundation
internal import GeoFiles

/// The files of a case, which a person can run, too.
struct CaseFolder {
  /// Where they are.
  let path: String

  static let projectName = "project.yaml"

  /// The project file.
  var project: String { "\(path)/\(Self.projectName)" }
  /// What the program writes to.
  var results: String { "\(path)/\(CaseResults.folderName)" }

  /// Writes the files into a folder, which is made if need be.
  ///
  /// - Throws: What the system says.
  init(_ inputs: CaseInputs, at path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(
      Self.projectText(inputs, layers: try layers(inputs), packs: try packs(inputs)),
      to: Self.projectName)
    for (name, text) in inputs.files { try write(text, to: name) }
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  /// Writes the layers; answers what the project says of each.
  private func layers(_ inputs: CaseInputs) throws -> [(name: String, sources: Mapping)] {
    var sources: [(name: String, sources: Mapping)] = []
    for (name, rows) in inputs.layers {
      try write(Self.layerText(rows), to: "\(name).geojson")
      sources.append((name, Mapping(["file": "\(name).geojson".json])))
    }
    for (level, rows) in inputs.units {
      try write(Self.layerText(rows), to: "\(level).geojson")
      sources.append(
        ("units", Mapping(["file": "\(level).geojson".json, "level": level.json])))
    }
    return sources
  }

  /// Writes the packs; answers what the project names.
  private func packs(_ inputs: CaseInputs) throws -> [String] {
    try inputs.packs.enumerated().compactMap { number, pack in
      switch pack {
      case .builtIn(let id): return id
      case .written(let id, let pairs, let rules):
        let pack = PackText(id: id, pairs, rules: rules, number: number)
        try write(pack.text, to: "\(pack.name).yaml")
        return pack.isParent ? nil : "\(pack.name).yaml"
      }
    }
  }

  private static func projectText(
    _ inputs: CaseInputs, layers: [(name: String, sources: Mapping)], packs: [String]
  ) -> String {
    var all = Mapping()
    for (name, sources) in layers where name != "units" { all.set(name, sources.flow) }
    let units = layers.filter { $0.name == "units" }.map(\.sources.flow)
    if !units.isEmpty { all.set("units", "[" + units.joined(separator: ", ") + "]") }
    var project = Mapping([
      "schema": "1", "name": "case", "packs": "[" + packs.map(\.json).joined(separator: ", ") + "]",
      "as_of": "2025-12-31",
    ])
    for pair in inputs.project where pair.key.scalar != "layers" {
      guard let key = pair.key.scalar else { continue }
      if pair.value.isNothing { project.remove(key) } else { project.set(pair) }
    }
    let given = inputs.project.first { $0.key.scalar == "layers" }?.value
    if case .mapping(let pairs) = given?.content {
      for pair in pairs { lay(pair, over: layers, in: &all) }
    }
    project.set("layers", all.flow)
    return project.block()
  }

  /// What the project says of a layer goes over what is filled in.
  private static func lay(
    _ pair: DocumentNode.Pair, over layers: [(name: String, sources: Mapping)],
    in all: inout Mapping
  ) {
    guard let name = pair.key.scalar else { return }
    if case .mapping(let keys) = pair.value.content, name != "units",
      var own = layers.first(where: { $0.name == name })?.sources
    {
      for key in keys { own.set(key) }
      all.set(name, own.flow)
    } else {
      all.set(pair)
    }
  }

  private static func layerText(_ rows: [CaseRow]) -> String {
    let features = rows.map { row in
      Mapping([
        "type": "\"Feature\"", "properties": Mapping(row.columns).flow, "geometry": geometry(row),
      ]).flow
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }

  private static func geometry(_ row: CaseRow) -> String {
    guard let place = row.place, let coordinates = row.coordinates?.json else { return "null" }
    func made(_ type: String, _ coordinates: String) -> String {
      Mapping(["type": type.json, "coordinates": coordinates]).flow
    }
    switch place {
    case .at: return made("Point", coordinates)
    case .ring: return made("Polygon", "[\(coordinates)]")
    case .rings: return made("Polygon", coordinates)
    case .parts: return made("MultiPolygon", coordinates)
    case .geometry: return coordinates
    }
  }
}
