internal import Compliance
internal import Documents
internal import Wording

/// How QGIS draws a layer with verdicts, as QML: the colours of the report, a legend in the reader's language, and
/// names where there is room for them.
struct LayerStyle {
  /// What the rows of a layer are drawn as.
  enum Shape: Sendable {
    case areas
    case points
    /// Areas that others are seen through.
    case outlines
  }

  let shape: Shape
  let language: Language
  /// What people call columns, by their names; in the order of the columns.
  let aliases: [(name: String, alias: String)]

  /// Fill and border of each verdict.
  private static let colours: [(verdict: Verdict, fill: String, border: String)] = [
    (.fail, "184,67,26", "125,44,16"), (.unknown, "185,189,193", "118,124,131"),
    (.pass, "156,196,222", "127,169,196"), (.notApplicable, "230,231,229", "200,202,200"),
  ]

  var qml: String {
    let categories = Self.colours.indices.map { index in
      let verdict = Self.colours[index].verdict
      let label = verdict.label[language]
      return
        "<category symbol=\"\(index)\" value=\"\(verdict.name)\" label=\"\(label.escaped)\" render=\"true\"/>"
    }
    let symbols = Self.colours.enumerated().map { symbol($0, fill: $1.fill, border: $1.border) }
    let named = aliases.enumerated().map {
      "<alias index=\"\($0)\" field=\"\($1.name.escaped)\" name=\"\($1.alias.escaped)\"/>"
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
      <renderer-v2 type="categorizedSymbol" attr="verdict" forceraster="0" symbollevels="0" enableorderby="0">
      <categories>
      \(categories.joined(separator: "\n"))
      </categories>
      <symbols>
      \(symbols.joined(separator: "\n"))
      </symbols>
      </renderer-v2>
      \(labels)
      <aliases>
      \(named.joined(separator: "\n"))
      </aliases>
      </qgis>

      """
  }

  private func symbol(_ name: Int, fill: String, border: String) -> String {
    switch shape {
    case .areas:
      Self.symbol(
        name, of: "fill", drawnAs: "SimpleFill",
        ["color": "\(fill),255", "outline_color": "\(border),255", "outline_width": "0.15"])
    case .points:
      Self.symbol(
        name, of: "marker", drawnAs: "SimpleMarker",
        [
          "name": "circle", "color": "\(fill),255", "outline_color": "16,26,36,255",
          "outline_width": "0.3", "size": "2.6",
        ])
    case .outlines:
      Self.symbol(
        name, of: "fill", drawnAs: "SimpleFill",
        [
          "color": "255,255,255,0", "style": "no", "outline_color": "\(border),255",
          "outline_width": "0.6",
        ])
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

  /// Of parcels and facilities only where one is near enough to tell them apart.
  private var labels: String {
    let size = shape == .outlines ? 9 : 7
    let scale = shape == .outlines ? 200_000 : 15_000
    return """
      <labeling type="simple"><settings calloutType="simple">
      <text-style fieldName="name" isExpression="0" fontSize="\(size)" fontSizeUnit="Point" textColor="50,54,58,255" textOpacity="1">
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
      </text-style>
      <placement placement="\(shape == .points ? 6 : 1)"/>
      <rendering scaleVisibility="1" scaleMin="0" scaleMax="\(scale)" obstacle="1" drawLabels="1"/>
      </settings></labeling>
      """
  }
}

extension String {
  /// As it stands in XML.
  fileprivate var escaped: String {
    var result = ""
    for character in unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // No other of these may stand in XML at all.
      case "\u{0}"..."\u{1F}" where !"\t\n\r".unicodeScalars.contains(character): result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
