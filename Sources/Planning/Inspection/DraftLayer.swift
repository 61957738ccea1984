internal import Documents
internal import GeoData
internal import GeoFiles
internal import Planar
public import Workers

/// A layer of a project that is drafted from files: what was found out, and what nobody but the user knows.
public struct DraftLayer: Sendable {
  /// What a user has to answer before the layer can be read right.
  public enum Question: Sendable, Hashable {
    /// The file does not say in which CRS it is.
    case crs
    /// It is not known of which level the units are.
    case level
    /// Words for facilities that are no kinds, the most frequent first.
    case kinds([String])
    /// No column is taken for one that the role lives by, such as `households`; the columns that the file has.
    case column(String, among: [String])
  }

  /// `parcels`, `facilities`, `units`, `entrances` or `network`.
  public let role: String
  /// As the project is to state it.
  public var source: LayerSource
  /// Number of rows.
  public let rows: Int
  /// Whether `level` was told by what the units are called.
  public private(set) var isLevelGuessed = false
  /// In the order in which they matter.
  public private(set) var questions: [Question] = []

  /// Reads the layers of files, each layer of a file that has several.
  ///
  /// - Throws: `CityLoadError` for the first file that cannot be read.
  public static func drafts(
    of path: String, vocabulary: Vocabulary, workers: Workers
  ) async throws -> [DraftLayer] {
    var names: [String?] = [nil]
    do throws(LayerFileError) {
      let layers = try LayerFile.layerNames(in: path)
      if layers.count > 1 { names = layers }
    } catch {
      throw CityLoadError(
        LayerSource(path: LayerFiles.shown(path), resolvedPath: path), error)
    }
    var drafts: [DraftLayer] = []
    for name in names {
      var source = LayerSource(path: LayerFiles.shown(path), resolvedPath: path)
      source.layer = name
      let layer = try await SourceFile.layer(source, workers)
      drafts.append(DraftLayer(layer, source, vocabulary))
    }
    return drafts
  }

  private init(_ layer: Layer, _ source: LayerSource, _ vocabulary: Vocabulary) {
    self.source = source
    rows = layer.count
    if layer.crs == nil, !layer.isNowhere { questions.append(.crs) }
    let lines = layer.geometry.kinds.count { $0.isLine }
    if lines * 2 > layer.count {
      role = "network"
      return
    }
    let role = Self.role(of: layer, vocabulary)
    self.role = role.rawValue
    let columns = layer.attributes.names
    let matching = FieldMatching(columns, role: role, aliases: vocabulary.aliases)
    func lacks(_ name: String) -> Bool { matching.matches[name] == nil }
    if lacks("id"), role != .entrances { self.source.fields["id"] = "row" }
    let others = columns.filter { name in
      !matching.matches.values.contains { $0.sources.contains(name) }
    }
    switch role {
    case .parcels:
      if lacks("households"), lacks("population") {
        questions.append(.column("households", among: others))
      }
    case .facilities:
      if lacks("kind") {
        questions.append(.column("kind", among: others))
      } else {
        let unknown = Inspection.kindWords(layer, matching, of: source, vocabulary)
          .filter { $0.kind == nil && !$0.word.isEmpty }.map(\.word)
        if !unknown.isEmpty { questions.append(.kinds(unknown)) }
      }
    case .units where lacks("level"):
      if let level = Self.level(of: matching.cells("name", in: layer), layer.count) {
        self.source.level = level
        isLevelGuessed = true
      } else {
        questions.append(.level)
      }
    case .units, .entrances: break
    }
  }

  /// By its columns; where these tell nothing of people, by what its rows are called.
  private static func role(of layer: Layer, _ vocabulary: Vocabulary) -> LayerRole {
    let role = RoleGuess.role(of: layer, vocabulary)
    guard role == .parcels else { return role }
    let matching = FieldMatching(
      layer.attributes.names, role: .parcels, aliases: vocabulary.aliases)
    let hasPeople = ["households", "population"].contains { matching.matches[$0] != nil }
    if hasPeople || level(of: matching.cells("name", in: layer), layer.count) == nil { return role }
    return .units
  }

  /// What the names of units end with, by level.
  private static let endings: [(level: String, endings: [String])] = [
    ("community", ["社区", "居委会", "村委会", "村", "居"]), ("street", ["街道", "街道办事处", "镇", "乡"]),
    ("district", ["区", "县", "旗"]), ("city", ["市"]),
  ]

  /// The level that nearly all names are of.
  private static func level(of names: [CellReading], _ count: Int) -> UnitLevel? {
    var counts: [String: Int] = [:]
    for row in 0..<count {
      guard let name = names.lazy.compactMap({ $0.text(row) }).first else { continue }
      // 社区 before 区: the longest ending says most.
      let fits = endings.flatMap { level, endings in endings.map { (level, $0) } }
        .filter { name.hasSuffix($0.1) }
      if let best = fits.max(by: { $0.1.count < $1.1.count }) { counts[best.0, default: 0] += 1 }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 10 >= count * 9
    else { return nil }
    return UnitLevel(name: most.key)
  }
}
