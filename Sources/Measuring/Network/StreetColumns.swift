internal import Documents
internal import GeoFiles
internal import Walking

/// What the columns of a layer of street lines say, by row; a column is empty where the layer has
/// nothing to read it from.
struct StreetColumns {
  private(set) var isWalkable: [Bool?] = []
  private(set) var directions: [StreetLines.Direction?] = []
  private(set) var levels: [Int?] = []

  private static let yes: Set<String> = ["yes", "true", "1", "t", "y", "是", "可", "designated"]
  private static let no: Set<String> = ["no", "false", "0", "f", "n", "否", "不可", "private", "none"]

  /// What a project may name a column for.
  private static let fields = ["foot", "highway", "oneway", "level", "bridge", "tunnel"]

  /// What is wrong with the names that a project states: a name that says nothing must not be
  /// passed over, or a street that is closed would be walked.
  static func faults(of stated: [String: String], in table: AttributeTable) -> [String] {
    stated.sorted { $0.key < $1.key }.compactMap { field, name in
      guard fields.contains(field) else {
        return
          "the fields of a network are \(fields.joined(separator: ", ")); '\(field)' is none of"
          + " them\(Spelling.hint(for: field, among: fields))"
      }
      if table.names.contains(where: { $0.lowercased() == name.lowercased() }) { return nil }
      let list =
        table.names.isEmpty
        ? "it has no columns" : "its columns: \(table.names.joined(separator: ", "))"
      return "there is no column '\(name)' for '\(field)'"
        + "\(Spelling.hint(for: name, among: table.names)); \(list)"
    }
  }

  /// - Parameter stated: The layer's names by ours, as the project states them.
  init(_ table: AttributeTable, stated: [String: String]) {
    func texts(_ names: String...) -> [String?]? {
      let wanted = (stated[names[0]].map { [$0] } ?? []) + names
      guard
        let name = wanted.first(where: { wanted in
          table.names.contains { $0.lowercased() == wanted.lowercased() }
        }), let match = table.names.first(where: { $0.lowercased() == name.lowercased() }),
        let column = table[match]
      else { return nil }
      return (0..<table.rowCount).map { Self.text(column, $0) }
    }
    let foot = texts("foot", "walkable", "步行", "可步行")
    let highway = texts("highway", "fclass", "road_class", "class")
    if foot != nil || highway != nil {
      isWalkable = (0..<table.rowCount).map { row in
        if let word = foot?[row] {
          if Self.yes.contains(word) { return true }
          if Self.no.contains(word) { return false }
        }
        // The classes of OpenStreetMap are known; other words for a class say nothing.
        guard let word = highway?[row], let rule = Walkability(ofWay: ["highway": word]) else {
          return nil
        }
        return rule.exclusion == nil
      }
    }
    // One-way streets are for vehicles, unless the project says that they are for walkers.
    if let oneway = stated["oneway"].flatMap({ texts($0) }) ?? texts("oneway:foot", "foot_oneway") {
      directions = oneway.map { word in
        switch word {
        case "-1", "reverse", "tf": .backward
        case let word? where Self.yes.contains(word) || word == "ft": .forward
        default: nil
        }
      }
    }
    let level = texts("level", "layer", "层")
    let bridge = texts("bridge", "桥梁", "桥")
    let tunnel = texts("tunnel", "隧道")
    if level != nil || bridge != nil || tunnel != nil {
      levels = (0..<table.rowCount).map { row in
        if let number = level?[row].flatMap({ Double($0) }), abs(number) < 100 {
          return Int(number.rounded())
        }
        if let word = bridge?[row], Self.yes.contains(word) { return 1 }
        if let word = tunnel?[row], Self.yes.contains(word) { return -1 }
        return nil
      }
    }
  }

  private static func text(_ column: AttributeColumn, _ row: Int) -> String? {
    switch column {
    case .text(let values), .json(let values): values[row]?.lowercased()
    case .integer(let values): values[row].map { String($0) }
    case .real(let values): values[row].map { String($0) }
    case .boolean(let values): values[row].map { $0 ? "yes" : "no" }
    }
  }
}
