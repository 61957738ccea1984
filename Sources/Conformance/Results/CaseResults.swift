internal import Documents
internal import Foundation
internal import GeoFiles
internal import Publishing

/// What the program wrote for a case.
struct CaseResults {
  /// A row of the findings: its columns by name.
  typealias Finding = [String: String]

  /// The folder of a case that the program writes to.
  static let folderName = "out"

  private let folder: String
  /// All findings, in their order.
  let findings: [Finding]

  private static let columns = [
    "pack", "rule", "subject_kind", "subject_id", "verdict", "flags", "measured", "required",
    "shortfall", "attribution", "facilities", "reason",
  ]

  /// - Throws: `LayerFileError` where there are no findings to read.
  init(in folder: String) throws {
    self.folder = folder
    var findings: [Finding] = []
    try TableFile.read("\(folder)/\(FindingsOutput.fileName)", columns: Self.columns) { row in
      var finding: Finding = [:]
      for (place, column) in Self.columns.enumerated() { finding[column] = row.text(place) }
      findings.append(finding)
    }
    self.findings = findings
  }

  /// The properties of a published layer, row by row.
  ///
  /// - Parameter layer: Its name without an ending.
  /// - Throws: What the system says where there is no such file; `DocumentFaults`.
  func rows(_ layer: String) throws -> [LayerRow] {
    let path = "\(folder)/\(layer).geojson"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard
      case .sequence(let features) = try DocumentNode(yaml: text, file: path)["features"]?.content
    else { return [] }
    return features.compactMap { feature in
      guard case .mapping(let pairs) = feature["properties"]?.content else { return nil }
      return LayerRow(pairs)
    }
  }
}

/// The properties of a feature.
struct LayerRow {
  private let values: [String: DocumentNode]

  init(_ pairs: [DocumentNode.Pair]) {
    values = Dictionary(
      pairs.compactMap { pair in pair.key.scalar.map { ($0, pair.value) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text of a property, a number as it is written; `nil` where it is null or not there.
  subscript(column: String) -> String? { values[column]?.scalar }

  /// All values as texts.
  var texts: [String] { values.values.compactMap(\.scalar) }

  /// A property as a number; `nil` where it is a text or nothing.
  func number(_ column: String) -> Double? {
    guard case .scalar(let text, isPlain: true) = values[column]?.content else { return nil }
    return Double(text)
  }

  /// A property as a truth value.
  func truthValue(_ column: String) -> Bool? {
    guard case .scalar(let text, isPlain: true) = values[column]?.content else { return nil }
    return Bool(text)
  }
}
