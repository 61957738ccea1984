internal import Documents
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Wording

/// Layers, how they are drawn, and which are seen together, as a project of QGIS.
struct QGISProject {
  private let layers: [DrawnLayer]
  private let edition: Edition
  private let map: CRS

  /// - Parameter layers: Not none.
  init(_ layers: [DrawnLayer], of edition: Edition) {
    self.layers = layers.sorted { $0.style.look.order < $1.style.look.order }
    self.edition = edition
    map = Self.mapCRS(of: layers)
  }

  /// The XML of the project.
  var document: String {
    """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22" projectname="\(name.escaped)">
    <title>\(name.escaped)</title>
    <projectCrs>\(crs(map))</projectCrs>
    <layer-tree-group checked="Qt::Checked" expanded="1" name="">
    \(tree)
    </layer-tree-group>
    <mapcanvas name="theMapCanvas" annotationsVisible="1">
    <units>meters</units>
    \(extent(of: layers, in: map))
    <rotation>0</rotation>
    <destinationsrs>\(crs(map))</destinationsrs>
    </mapcanvas>
    <projectlayers>
    \(layers.map(element).joined(separator: "\n"))
    </projectlayers>
    <layerorder>
    \(layers.map { "<layer id=\"\($0.id)\"/>" }.joined(separator: "\n"))
    </layerorder>
    <visibility-presets>
    \(themes.joined(separator: "\n"))
    </visibility-presets>
    <properties>
    <SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>
    <Paths><Absolute type="bool">false</Absolute></Paths>
    </properties>
    \(viewSettings)
    <projectMetadata><title>\(name.escaped)</title><abstract>\(say(LayerNames.topicsHint).escaped)</abstract></projectMetadata>
    </qgis>

    """
  }

  private var name: String { say(edition.city.project.name) }

  private func say(_ text: LocalizedText) -> String { text[edition.language] }

  private var overall: String { say(LayerNames.overall) }

  // MARK: - The list of layers

  /// What is seen at first: subjects; the rest at a click.
  private func isShown(_ layer: DrawnLayer) -> Bool { layer.style.look.isByVerdict }

  private var tree: String {
    let parts: [(LocalizedText, [LayerStyle.Look])] = [
      (LayerNames.results, [.facilities, .units, .parcels]),
      (LayerNames.reach, [.groups, .catchments, .gaps]), (LayerNames.data, [.rejected, .links]),
    ]
    return parts.map { heading, looks in
      let own = layers.filter { looks.contains($0.style.look) }
      guard !own.isEmpty else { return "" }
      let hint = looks.contains(.parcels) ? " · \(say(LayerNames.topicsHint))" : ""
      let entries = own.map { layer in
        let state = isShown(layer) ? "Qt::Checked" : "Qt::Unchecked"
        return "<layer-tree-layer checked=\"\(state)\" expanded=\"\(isShown(layer) ? 1 : 0)\""
          + " id=\"\(layer.id)\" name=\"\(title(of: layer).escaped)\" providerKey=\"ogr\""
          + " source=\"\(layer.source.escaped)\"/>"
      }
      return """
        <layer-tree-group checked="Qt::Checked" expanded="1" name="\((say(heading) + hint).escaped)">
        \(entries.joined(separator: "\n"))
        </layer-tree-group>
        """
    }.joined(separator: "\n")
  }

  private func title(of layer: DrawnLayer) -> String {
    let title = say(layer.style.look.title)
    let isAlone = layers.count { $0.style.look == layer.style.look } == 1
    return isAlone ? title : "\(title) (\(say(layer.style.shape.title)))"
  }

  // MARK: - Layers

  private func element(_ layer: DrawnLayer) -> String {
    let aliases = layer.style.aliases
    let views = layer.style.topics.map { view in
      """
      <map-layer-style name="\(view.title.escaped)">
      <qgis version="3.22" styleCategories="Symbology|Labeling|Fields" labelsEnabled="\(layer.style.hasLabels ? 1 : 0)">
      \(layer.style.elements(of: view, aliases))
      </qgis>
      </map-layer-style>
      """
    }
    return """
      <maplayer type="vector" geometry="\(layer.style.shape.qgisName)" hasScaleBasedVisibilityFlag="0" labelsEnabled="\(layer.style.hasLabels ? 1 : 0)" autoRefreshEnabled="0" readOnly="1" styleCategories="AllStyleCategories">
      \(extent(of: [layer], in: layer.crs))
      <id>\(layer.id)</id>
      <datasource>\(layer.source.escaped)</datasource>
      <layername>\(title(of: layer).escaped)</layername>
      <srs>\(crs(layer.crs))</srs>
      <provider encoding="UTF-8">ogr</provider>
      <map-layer-style-manager current="\(overall.escaped)">
      <map-layer-style name="\(overall.escaped)"/>
      \(views.joined(separator: "\n"))
      </map-layer-style-manager>
      \(layer.style.elements(of: nil, aliases))
      </maplayer>
      """
  }

  // MARK: - Maps

  /// One of all verdicts, and one a topic that any layer shows something of.
  private var themes: [String] {
    var known: Set<String> = []
    let topics = edition.topics.filter { topic in
      layers.contains { $0.style.isSubjectOf(topic) }
        && known.insert(title(ofTopic: topic)).inserted
    }
    return [
      theme("00 \(overall)", layers.filter(isShown).map { ($0.id, overall) })
    ]
      // In a list of QGIS they are sorted by their names.
      + topics.enumerated().map { number, topic in
        theme(
          (number < 9 ? "0" : "") + "\(number + 1) \(title(ofTopic: topic))",
          layers.compactMap { layer in
            layer.style.topics.first { $0.topic == topic }.map { (layer.id, $0.title) }
          })
      }
  }

  private func title(ofTopic topic: String) -> String { edition.title(ofTopic: topic) }

  private func theme(_ name: String, _ shown: [(layer: String, style: String)]) -> String {
    let entries = shown.map {
      "<layer id=\"\($0.layer)\" visible=\"1\" expanded=\"1\" style=\"\($0.style.escaped)\"/>"
    }
    return """
      <visibility-preset name="\(name.escaped)" has-expanded-info="0" has-checked-group-info="0">
      \(entries.joined(separator: "\n"))
      </visibility-preset>
      """
  }

  // MARK: - Places

  /// A code is looked at where there is a number that is none of the user's own.
  private func crs(_ crs: CRS) -> String {
    "<spatialrefsys><srsid>1</srsid><authid>\(crs.definition.escaped)</authid></spatialrefsys>"
  }

  /// What the map shows first.
  private var viewSettings: String {
    guard let box = box(of: layers, in: map) else { return "" }
    return "<ProjectViewSettings UseProjectScales=\"0\"><Scales/><DefaultViewExtent"
      + " xmin=\"\(box.minX)\" ymin=\"\(box.minY)\" xmax=\"\(box.maxX)\" ymax=\"\(box.maxY)\">"
      + "\(crs(map))</DefaultViewExtent></ProjectViewSettings>"
  }

  private func extent(of layers: [DrawnLayer], in crs: CRS) -> String {
    guard let box = box(of: layers, in: crs) else { return "" }
    return "<extent><xmin>\(box.minX)</xmin><ymin>\(box.minY)</ymin>"
      + "<xmax>\(box.maxX)</xmax><ymax>\(box.maxY)</ymax></extent>"
  }

  /// Around the rows of some layers, with a margin.
  private func box(of layers: [DrawnLayer], in crs: CRS) -> Envelope? {
    var box = Envelope.empty
    for layer in layers {
      guard let own = Self.moved(layer.extent, from: layer.crs, to: crs) else { continue }
      box.expand(toInclude: own.minX, own.minY)
      box.expand(toInclude: own.maxX, own.maxY)
    }
    if box.isEmpty { return nil }
    return box.expanded(by: max(box.maxX - box.minX, box.maxY - box.minY) * 0.03)
  }

  private static func moved(_ box: Envelope, from: CRS, to: CRS) -> Envelope? {
    if box.isEmpty { return nil }
    guard let move = try? CoordinateTransform(from: from, to: to).makeTransformer() else {
      return nil
    }
    var moved = Envelope.empty
    for (x, y) in [
      (box.minX, box.minY), (box.maxX, box.minY), (box.minX, box.maxY), (box.maxX, box.maxY),
    ] {
      if let place = move.transform(x: x, y: y) {
        moved.expand(toInclude: place.x, place.y)
      }
    }
    return moved.isEmpty ? nil : moved
  }

  /// What the map is drawn in: the plane of the data; else, in China, the zone of CGCS2000 that it is in, so that a
  /// metre is one; else that of web maps.
  private static func mapCRS(of layers: [DrawnLayer]) -> CRS {
    if let plane = layers.first(where: { $0.crs.isProjected })?.crs { return plane }
    let web = (try? CRS(parsing: "EPSG:3857")) ?? .wgs84
    let first = layers.first { $0.style.look == .parcels && !$0.extent.isEmpty }
    guard let box = (first ?? layers.first { !$0.extent.isEmpty })?.extent else { return web }
    let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    guard (73.5..<136.5).contains(x), (18..<54).contains(y) else { return web }
    // 4534 is the zone around 75° E, and each next one is 3° farther east.
    let zone = Int((x / 3).rounded())
    return (try? CRS(parsing: "EPSG:\(4534 + zone - 25)")) ?? web
  }
}

extension LayerStyle {
  /// Whether a topic's rules are about the rows: catchments alone make no map.
  func isSubjectOf(_ topic: String) -> Bool {
    look.isByVerdict && topics.contains { $0.topic == topic }
  }
}
