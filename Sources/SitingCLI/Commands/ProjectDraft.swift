import Documents
import Foundation
import GeoFiles
import Planning
import Wording

/// The text of a project file for layers that were looked into: names in it stand as in JSON,
/// which is YAML whatever is in them.
struct ProjectDraft {
  let layers: [DraftLayer]
  /// Files of streets that are no layers.
  let networks: [String]
  let packs: [String]
  let builtIn: [String]
  /// Of the project file: paths are relative to it where they can be.
  let folder: String
  let language: Language

  private static let roles = ["parcels", "facilities", "units", "entrances"]

  /// What was found, a line a layer.
  var found: [String] {
    layers.map { layer in
      "\(layer.source.path)\(layer.source.layer.map { " [\($0)]" } ?? ""): "
        + DraftWords.found(LayerWords.of(layer.role), rows: layer.rows)[language]
    }
  }

  /// What is left to answer, a line a question.
  var questions: [String] {
    layers.flatMap { layer in
      layer.questions.map { "\(layer.source.path): \(DraftWords.question($0)[language])" }
    }
  }

  var text: String {
    var lines = [
      "schema: 1", "name: {en: My city, zh: 我市}",
      packs.isEmpty
        ? "packs: [gb50180-2018]   # \(DraftWords.packs(builtIn)[language])"
        : "packs: [\(packs.map(\.json).joined(separator: ", "))]",
      "as_of: \(Self.today)   # \(DraftWords.day[language])",
      "scope: partial   # \(DraftWords.scope[language])", "layers:",
    ]
    for role in Self.roles {
      let own = layers.filter { $0.role == role }
      if own.isEmpty {
        lines.append(
          "  # \(role): {file: …}   # \(DraftWords.missing(LayerWords.of(role))[language])")
      } else {
        lines.append("  \(role):")
        for layer in own { lines += item(layer) }
      }
    }
    let streets =
      networks.map { "{file: \(relative($0).json)}" }
      + layers.filter { $0.role == "network" }.map { layer in
        let name = layer.source.layer.map { ", layer: \($0.json)" } ?? ""
        return "{file: \(relative(layer.source.resolvedPath).json)\(name)}"
      }
    if let first = streets.first { lines.append("  network: \(first)") }
    for other in streets.dropFirst() { lines.append("  # network: \(other)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func item(_ layer: DraftLayer) -> [String] {
    let source = layer.source
    var lines = ["    - file: \(relative(source.resolvedPath).json)"]
    if let name = source.layer { lines.append("      layer: \(name.json)") }
    if let level = source.level {
      lines.append(
        "      level: \(level.rawValue)   # \(layer.isLevelGuessed ? DraftWords.guessed[language] : "")"
      )
    }
    if !source.fields.isEmpty {
      let fields = source.fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.json)" }
      lines.append(
        "      fields: {\(fields.joined(separator: ", "))}   # \(DraftWords.numbered[language])")
    }
    for question in layer.questions {
      lines.append("      # ? \(DraftWords.question(question)[language])")
      lines.append("      # \(DraftWords.answer(question))")
    }
    return lines
  }

  /// From the folder of the project file, where the file is in it or below.
  private func relative(_ path: String) -> String {
    if LayerFiles.isDatabase(path) { return path }
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    let base = URL(fileURLWithPath: folder).standardizedFileURL.path + "/"
    return whole.hasPrefix(base) ? String(whole.dropFirst(base.count)) : whole
  }

  private static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 2000, parts.month ?? 1, parts.day ?? 1)
  }
}
