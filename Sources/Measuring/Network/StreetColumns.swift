internal import Documents
internal import GeoFiles
internal import Walking

/// What the columns of a layer of street lines say, by row; a column is empty where the layer has
/// nothing to read it from.
struct StreetColumns {
  /// By the rules of OpenStreetMap, in whose words columns of access speak.
  private(set) var rules: [Walkability?] = []
  /// What is in the way, and no street.
  private(set) var obstacles: [StreetObstacles.Kind?] = []
  private(set) var directions: [StreetLines.Direction?] = []
  private(set) var levels: [Int?] = []

  private static let yes: Set<String> = ["yes", "true", "1", "t", "y", "是", "可", "designated"]
  private static let no: Set<String> = ["no", "false", "0", "f", "n", "否", "不可", "none"]

  /// What a project may name a column for.
  private static let fields = ["foot", "access", "highway", "oneway", "level", "bridge", "tunnel"]

  /// Our names for columns of tags, with other names that they have in files.
  private static let tags: [(key: String, names: [String])] = [
    ("foot", ["foot", "walkable", "步行", "可步行"]),
    ("access", ["access", "通行"]),
    ("highway", ["highway", "fclass", "road_class", "class"]),
    ("sidewalk", ["sidewalk"]), ("segregated", ["segregated"]), ("motorroad", ["motorroad"]),
    ("construction", ["construction"]), ("foot:conditional", ["foot:conditional"]),
    ("access:conditional", ["access:conditional"]), ("indoor", ["indoor"]),
    ("covered", ["covered"]), ("layer", ["layer"]), ("natural", ["natural"]),
    ("waterway", ["waterway"]), ("railway", ["railway"]), ("barrier", ["barrier"]),
    ("bridge", bridges), ("tunnel", tunnels),
  ]
  private static let bridges = ["bridge", "桥梁", "桥"]
  private static let tunnels = ["tunnel", "隧道"]

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

  /// - Parameters:
  ///   - stated: The layer's names by ours, as the project states them.
  ///   - defaults: Say where people walk if no column does.
  init(_ table: AttributeTable, stated: [String: String], _ defaults: WalkDefaults) {
    func texts(_ names: [String]) -> [String?]? {
      let wanted = (stated[names[0]].map { [$0] } ?? []) + names
      guard
        let name = wanted.first(where: { wanted in
          table.names.contains { $0.lowercased() == wanted.lowercased() }
        }), let match = table.names.first(where: { $0.lowercased() == name.lowercased() }),
        let column = table[match]
      else { return nil }
      return (0..<table.rowCount).map { Self.text(column, $0) }
    }
    let columns = Self.tags.compactMap { tag in
      texts(tag.names).map { (key: tag.key, values: $0) }
    }
    if !columns.isEmpty { readTags(columns, table.rowCount, defaults) }
    // One-way streets are for vehicles, unless the project says that they are for walkers.
    let oneway =
      stated["oneway"] == nil
      ? texts(["oneway:foot", "foot_oneway"]) : texts(["oneway", "oneway:foot", "foot_oneway"])
    if let oneway {
      directions = oneway.map { word in
        switch word {
        case "-1", "reverse", "tf": .backward
        case let word? where Self.yes.contains(word) || word == "ft": .forward
        default: nil
        }
      }
    }
    readLevels(
      texts(["level", "layer", "层"]), bridge: texts(Self.bridges), tunnel: texts(Self.tunnels),
      table.rowCount)
  }

  /// Reads each different row once.
  private mutating func readTags(
    _ columns: [(key: String, values: [String?])], _ rowCount: Int, _ defaults: WalkDefaults
  ) {
    var known: [[String?]: Answer] = [:]
    rules = []
    obstacles = []
    for row in 0..<rowCount {
      let values = columns.map { $0.values[row] }
      if known[values] == nil {
        var tags: [String: String] = [:]
        for (column, value) in zip(columns, values) {
          tags[column.key] = value.flatMap { Self.word($0, of: column.key) }
        }
        known[values] = Self.answer(tags, defaults)
      }
      rules.append(known[values]?.rule)
      obstacles.append(known[values]?.obstacle)
    }
    if obstacles.allSatisfy({ $0 == nil }) { obstacles = [] }
  }

  private static func word(_ value: String, of key: String) -> String? {
    switch key {
    case "foot", "access", "bridge", "tunnel":
      return yes.contains(value) ? "yes" : no.contains(value) ? "no" : value
    case "highway":
      // As extracts of Geofabrik have it.
      if value.hasPrefix("track_grade") { return "track" }
      return value == "unknown" ? "road" : value
    default: return value.isEmpty ? nil : value
    }
  }

  private struct Answer {
    let rule: Walkability?
    let obstacle: StreetObstacles.Kind?
  }

  /// The classes of the table are known; other words for a class, and a row without one, say only that
  /// it is a line of a drawing of streets.
  private static func answer(_ tags: [String: String], _ defaults: WalkDefaults) -> Answer {
    var street = tags
    let isClassed = tags["highway"].map { defaults.knows(streetClass: $0) } ?? false
    if !isClassed { street["highway"] = "line" }
    let isStreet = isClassed || tags["foot"] != nil
    return Answer(
      rule: Walkability(ofWay: street, defaults: defaults),
      obstacle: isStreet ? nil : StreetObstacles.Kind(ofWay: withFeatures(tags)))
  }

  /// A class of rails or waters in a column of classes is what it is.
  private static func withFeatures(_ tags: [String: String]) -> [String: String] {
    var tags = tags
    guard let word = tags["highway"] else { return tags }
    switch word {
    case "rail", "light_rail", "subway", "narrow_gauge", "monorail", "funicular":
      tags["railway"] = word
    case "river", "canal", "stream", "riverbank", "dock": tags["waterway"] = word
    case "wall", "fence", "city_wall", "hedge", "retaining_wall": tags["barrier"] = word
    default: return tags
    }
    tags["highway"] = nil
    return tags
  }

  private mutating func readLevels(
    _ level: [String?]?, bridge: [String?]?, tunnel: [String?]?, _ rowCount: Int
  ) {
    guard level != nil || bridge != nil || tunnel != nil else { return }
    levels = (0..<rowCount).map { row in
      let number = level?[row].flatMap { Double($0) }.flatMap { abs($0) < 100 ? $0 : nil }
      // The layer of a bridge may be left at 0.
      if let number, number.rounded() != 0 { return Int(number.rounded()) }
      if Self.isSaid(bridge?[row]) { return 1 }
      if Self.isSaid(tunnel?[row]) { return -1 }
      return number == nil ? nil : 0
    }
  }

  private static func isSaid(_ word: String??) -> Bool {
    guard let word = word ?? nil, !word.isEmpty else { return false }
    return yes.contains(word)
      || ["viaduct", "boardwalk", "cantilever", "movable", "covered", "culvert"].contains(word)
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
