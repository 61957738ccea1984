import Documents
import Foundation
import Rules

/// A folder of packs that goes with the test.
final class PackFolder {
  let folder: URL
  let library: PackLibrary

  init() throws {
    library = try PackLibrary()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("packs-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("packs"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a pack: its head takes four lines, so that `extends` stands in the fifth.
  func write(
    _ name: String, id: String? = nil, extends: String = "", head: String = "", rules: [String] = []
  ) throws {
    let stem = name.split(separator: "/").last.map { $0.dropLast(5) } ?? ""
    let text =
      """
      schema: 1
      id: \(id ?? String(stem))
      title: {en: T, zh: 题}
      document: {number: null, issuer: {en: I, zh: 甲}, issued: 2025-01-01, status: issued}
      extends: \(extends.isEmpty ? "[]" : extends)
      \(head)
      rules: \(rules.isEmpty ? "[]" : "")

      """ + rules.joined()
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func pack(_ name: String) throws -> RulePack { try library.pack(name, relativeTo: folder) }

  /// What is wrong with a pack, one line a fault.
  func complaints(_ name: String) throws -> [String] {
    do {
      _ = try pack(name)
      return []
    } catch let error as DocumentFaults {
      return error.faults.map(\.description)
    }
  }

  /// A rule about parcels, as text; `more` are further lines of it.
  static func rule(
    _ id: String, means: String, subject: String = "parcel", figure: String = "10",
    _ more: String...
  ) -> String {
    let lines = [
      "id: \(id)", "clause: \"1\"", "says: {en: S., zh: 说。}", "means: \(means)",
      "check: provision", "subject: \(subject)",
      "supply: {facility: [childcare], measure: places}",
      "demand: {measure: population, per: 1000}", "at_least: \(figure)",
      "unit: places/1000 persons", "force: binding",
    ]
    return "  - " + (lines + more).joined(separator: "\n    ") + "\n"
  }

  /// A rule that counts the new parcels that pass others.
  static func counting(_ id: String, means: String, passing: String) -> String {
    let lines = [
      "id: \(id)", "clause: \"1\"", "says: {en: S., zh: 说。}", "means: \(means)",
      "check: presence", "subject: city", "counting: {units: parcel, passing: \(passing)}",
      "at_least: 100", "unit: percent", "force: binding",
    ]
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }
}
