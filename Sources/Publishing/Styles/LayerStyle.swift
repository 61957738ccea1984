internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Planar
internal import Wording

/// How QGIS draws a layer: the colours of the report, a legend and titles of columns in the reader's language, and
/// names where there is room for them.
struct LayerStyle: Sendable {
  /// What the rows of a layer are drawn as; its raw value is part of the names of layers.
  enum Shape: String, Sendable, CaseIterable {
    case points
    case lines
    case areas

    func holds(_ kind: GeometryKind) -> Bool {
      switch self {
      case .points: kind.isPoint
      case .lines: kind.isLine
      case .areas: kind.isPolygon
      }
    }

    /// What readers call it.
    var title: LocalizedText {
      switch self {
      case .points: LayerNames.points
      case .lines: LayerNames.lines
      case .areas: LayerNames.areas
      }
    }

    /// That of most rows; of none areas.
    init(mostOf geometry: GeometryColumn) {
      var counts = Self.allCases.map { _ in 0 }
      for kind in geometry.kinds {
        if let place = Self.allCases.firstIndex(where: { $0.holds(kind) }) { counts[place] += 1 }
      }
      let most = counts.max() ?? 0
      self = most == 0 ? .areas : Self.allCases[counts.firstIndex(of: most) ?? 0]
    }
  }

  /// What a layer shows.
  enum Look: Sendable {
    /// Subjects by their verdicts.
    case facilities, units, parcels
    /// Areas that each say one thing.
    case catchments, gaps, groups
    /// What was not checked, and where things meet the streets.
    case rejected, links

    /// From the top of the map down.
    var order: Int {
      switch self {
      case .rejected: 0
      case .facilities: 1
      case .links: 2
      case .groups: 3
      case .units: 4
      case .catchments: 5
      case .gaps: 6
      case .parcels: 7
      }
    }

    /// Of a layer without rows.
    var usualShape: Shape {
      switch self {
      case .facilities, .rejected: .points
      case .links: .lines
      default: .areas
      }
    }

    /// What readers call it.
    var title: LocalizedText {
      switch self {
      case .facilities: LayerNames.facilities
      case .units: LayerNames.units
      case .parcels: LayerNames.parcels
      case .catchments: LayerNames.catchments
      case .gaps: LayerNames.gaps
      case .groups: LayerNames.groups
      case .rejected: LayerNames.rejected
      case .links: LayerNames.links
      }
    }

    /// Whether rows are drawn by their verdicts.
    var isByVerdict: Bool { [.facilities, .units, .parcels].contains(self) }
  }

  let look: Look
  let shape: Shape
  let language: Language
  /// As the file has them, in their order.
  private var columns: [String]
  /// What readers call columns, by the names that these have.
  private var titles: [String: String]
  /// The column of names, if there is one.
  private var nameColumn: String?
  /// The column of the verdicts that rows are drawn by.
  private var verdictColumn = "verdict"
  /// What the layer shows of one topic, by the topic.
  private(set) var topics: [TopicView] = []

  /// - Parameter columns: Of the layer, in its order.
  init(_ look: Look, _ shape: Shape, columns: [String], in edition: Edition) {
    self.look = look
    self.shape = shape
    self.columns = columns
    language = edition.language
    let words = ColumnTitles(edition)
    titles = Dictionary(
      columns.compactMap { name in words.title(of: name).map { (name, $0) } }
    ) { first, _ in first }
    nameColumn = edition.nameColumns(of: look).first { columns.contains($0) }
    topics = edition.topicViews(of: look, columns: columns)
  }

  /// A layer that is of no run.
  ///
  /// - Parameters:
  ///   - verdictColumn: By which rows are drawn.
  ///   - nameColumns: In which rows may have their names, the best first.
  init(
    _ look: Look, _ shape: Shape, columns: [String], in language: Language,
    by verdictColumn: String = "verdict", nameColumns: [String] = ["name"]
  ) {
    self.look = look
    self.shape = shape
    self.columns = columns
    self.language = language
    self.verdictColumn = verdictColumn
    titles = Dictionary(
      columns.compactMap { name in ColumnNames.columns[name].map { (name, $0[language]) } }
    ) { first, _ in first }
    nameColumn = nameColumns.first { columns.contains($0) }
  }

  /// Gives columns other names.
  mutating func rename(_ names: [String: String]) {
    columns = columns.map { names[$0] ?? $0 }
    titles = Dictionary(titles.map { (names[$0] ?? $0, $1) }) { first, _ in first }
    nameColumn = nameColumn.map { names[$0] ?? $0 }
    for index in topics.indices { topics[index].rename(names) }
  }

  /// A document of its own.
  ///
  /// - Parameter topic: What is drawn of it; `nil`: the whole verdict.
  func document(of topic: TopicView? = nil) -> String {
    """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22" styleCategories="Symbology|Labeling|Fields" labelsEnabled="\(hasLabels ? 1 : 0)">
    \(elements(of: topic))
    </qgis>

    """
  }

  /// The document that stands beside a file.
  var qml: String { document() }

  func write(to path: String) throws(LayerWriteError) {
    try OutputFile.write(Array(qml.utf8), to: path)
  }

  /// What stands in a document of a layer.
  ///
  /// - Parameter aliases: Those of the style, where they are known already.
  func elements(of topic: TopicView? = nil, _ aliases: String? = nil) -> String {
    """
    \(renderer(of: topic))
    \(hasLabels ? labels : "")
    <aliases>
    \(aliases ?? self.aliases)
    </aliases>
    """
  }

  /// Titles of columns, the same in whatever way the rows are drawn.
  var aliases: String {
    columns.enumerated().compactMap { index, name in
      titles[name].map {
        "<alias index=\"\(index)\" field=\"\(name.escaped)\" name=\"\($0.escaped)\"/>"
      }
    }.joined(separator: "\n")
  }

  // MARK: - Symbols

  /// Fill and border of each verdict.
  private static let colours: [(verdict: Verdict, fill: String, border: String)] = [
    (.fail, "184,67,26", "125,44,16"), (.unknown, "185,189,193", "118,124,131"),
    (.pass, "156,196,222", "127,169,196"), (.notApplicable, "230,231,229", "200,202,200"),
  ]

  private func renderer(of topic: TopicView?) -> String {
    if look.isByVerdict {
      let categories = Self.colours.indices.map { index in
        let verdict = Self.colours[index].verdict
        return "<category symbol=\"\(index)\" value=\"\(verdict.name)\""
          + " label=\"\(verdict.label[language].escaped)\" render=\"true\"/>"
      }
      let symbols = Self.colours.enumerated().map {
        // A city to which a rule does not apply covers no street to which it does.
        symbol(
          $0, MapColour(fill: $1.fill, border: $1.border),
          isFilled: (topic?.isFilled ?? false) && $1.verdict != .notApplicable)
      }
      let column = topic?.expression ?? verdictColumn
      return """
        <renderer-v2 type="categorizedSymbol" attr="\(column.escaped)" forceraster="0" symbollevels="0" enableorderby="0">
        <categories>
        \(categories.joined(separator: "\n"))
        </categories>
        <symbols>
        \(symbols.joined(separator: "\n"))
        </symbols>
        </renderer-v2>
        """
    }
    let label = look.title[language].escaped
    let filter = topic.map { " filter=\"\($0.expression.escaped)\"" } ?? ""
    return """
      <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
      <rules key="all"><rule key="rows" symbol="0" label="\(label)"\(filter)/></rules>
      <symbols>
      \(symbol(0, MapColour.of(look)))
      </symbols>
      </renderer-v2>
      """
  }

  private func symbol(_ name: Int, _ colour: MapColour, isFilled: Bool = false) -> String {
    switch shape {
    case .areas:
      // What others are seen through has no fill.
      let isOutline = look == .units && !isFilled || colour.fill == nil
      let width =
        switch look {
        case .units: "0.6"
        case .parcels, .gaps: "0.15"
        default: "0.3"
        }
      return Self.symbol(
        name, of: "fill", drawnAs: "SimpleFill",
        [
          "color": "\(colour.fill ?? "255,255,255"),\(isOutline ? 0 : 255)",
          "style": isOutline ? "no" : colour.brush,
          "outline_color": "\(colour.border),255", "outline_width": width,
          "outline_style": look == .catchments ? "dash" : "solid",
        ])
    case .points:
      return Self.symbol(
        name, of: "marker", drawnAs: "SimpleMarker",
        [
          "name": look == .rejected ? "cross2" : "circle",
          "color": "\(colour.fill ?? colour.border),255",
          "outline_color": look == .rejected ? "\(colour.border),255" : "16,26,36,255",
          "outline_width": "0.3", "size": look == .parcels ? "2.0" : "2.6",
        ])
    case .lines:
      return Self.symbol(
        name, of: "line", drawnAs: "SimpleLine",
        ["line_color": "\(colour.border),255", "line_width": "0.4"])
    }
  }

  private static func symbol(
    _ name: Int, of type: String, drawnAs layer: String, _ properties: [String: String]
  ) -> String {
    let options = properties.sorted { $0.key < $1.key }
      .map { "<prop k=\"\($0.key)\" v=\"\($0.value)\"/>" }
    return
      "<symbol type=\"\(type)\" name=\"\(name)\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
      + "<layer class=\"\(layer)\" enabled=\"1\" locked=\"0\" pass=\"0\">\(options.joined())</layer></symbol>"
  }

  // MARK: - Labels

  var hasLabels: Bool { look.isByVerdict && nameColumn != nil }

  /// Of parcels and facilities only where one is near enough to tell them apart.
  private var labels: String {
    let isOfUnits = look == .units
    let size = isOfUnits ? 9 : 7
    let scale = isOfUnits ? 200_000 : 15_000
    return """
      <labeling type="simple"><settings calloutType="simple">
      <text-style fieldName="\((nameColumn ?? "").escaped)" isExpression="0" fontSize="\(size)" fontSizeUnit="Point" textColor="50,54,58,255" textOpacity="1">
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
      </text-style>
      <placement placement="\(shape == .points ? 6 : 1)"/>
      <rendering scaleVisibility="1" scaleMin="0" scaleMax="\(scale)" obstacle="1" drawLabels="1"/>
      </settings></labeling>
      """
  }
}

/// What a row is drawn in.
struct MapColour {
  /// `nil`: nothing but a border.
  let fill: String?
  let border: String
  var brush = "solid"

  static func of(_ look: LayerStyle.Look) -> MapColour {
    switch look {
    case .catchments: MapColour(fill: nil, border: "46,98,140")
    case .gaps: MapColour(fill: "184,67,26", border: "184,67,26", brush: "b_diagonal")
    case .groups: MapColour(fill: nil, border: "122,62,140")
    case .rejected, .links: MapColour(fill: nil, border: "50,54,58")
    case .facilities, .units, .parcels: MapColour(fill: "230,231,229", border: "200,202,200")
    }
  }
}

extension String {
  /// As it stands in XML.
  var escaped: String {
    let isPlain = utf8.allSatisfy { byte in
      // U+FFFE and U+FFFF begin with this byte.
      byte >= 0x20 && byte != 0xEF && !"&<>\"".utf8.contains(byte)
    }
    if isPlain { return self }
    var result = ""
    for character in unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // No other of these may stand in XML at all.
      case "\u{0}"..."\u{1F}" where !"\t\n\r".unicodeScalars.contains(character): result += " "
      case "\u{FFFE}", "\u{FFFF}": result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
