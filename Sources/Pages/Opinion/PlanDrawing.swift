internal import Compliance
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Wording

/// The layers of the map, and what they stand for.
struct PlanDrawing {
  /// More parcels of the city than this are not drawn, but for those that change.
  private static let mostParcels = 4_000

  private(set) var markup = Markup()
  private(set) var legend: [Markup] = []
  private(set) var leavesOutParcels = false

  private let sheet: OpinionSheet
  private let frame: MapFrame

  init(_ sheet: OpinionSheet, in frame: MapFrame) {
    self.sheet = sheet
    self.frame = frame
    drawSurroundings()
    drawPlan()
    drawAllowed()
    drawFacilities()
  }

  private mutating func drawSurroundings() {
    let rows = sheet.city.parcels.rows
    let changes = Dictionary(
      sheet.edition.changesByParcel.map { ($0.row, $0.direction) },
      uniquingKeysWith: { first, _ in first })
    var groups: [String: MapPath] = [:]
    let near = (0..<rows.count).filter { row in
      rows.geometry.envelope(of: row).intersects(frame.extent)
    }
    leavesOutParcels = near.count > Self.mostParcels
    for row in near where !leavesOutParcels || changes[row] != nil {
      let name = changes[row]?.rawValue ?? "same"
      var path = groups[name] ?? MapPath(in: frame, tolerance: 6)
      if rows.geometry.kinds[row].isPolygon {
        path.append(row, of: rows.geometry)
      } else {
        path.appendDot(x: rows.placeX[row], y: rows.placeY[row])
      }
      groups[name] = path
    }
    for (name, label) in [
      ("same", sheet.say(OpinionWords.unchangedCompound)),
      ("changes", sheet.say(OpinionWords.changedCompound)),
      ("gains", sheet.say(OpinionWords.gainingCompound)),
      ("mends", sheet.say(OpinionWords.mendedCompound)),
      ("loses", sheet.say(OpinionWords.losingCompound)),
      ("unsettles", sheet.say(OpinionWords.undecidedCompound)),
      ("fails", sheet.say(OpinionWords.failingCompound)),
      ("breaks", sheet.say(OpinionWords.brokenCompound)),
    ] {
      guard let path = groups[name] else { continue }
      markup += tag("g", ["class": "around \(name)"]) { tag("path", ["d": path.text]) {} }
      legend.append(swatch("around \(name)") + Markup(label))
    }
  }

  private mutating func drawPlan() {
    let rows = sheet.plan.parcels.rows
    markup += tag("g", ["class": "plan"]) {
      for row in 0..<rows.count {
        tag("path", ["d": outline(row, rows)]) {
          tag("title") { rows.names[row].map { "\($0) (\(rows.ids[row]))" } ?? rows.ids[row] }
        }
      }
    }
    legend.insert(swatch("plan") + Markup(sheet.say(OpinionWords.thisPlan)), at: 0)
  }

  private func outline(_ row: Int, _ rows: SubjectRows) -> String {
    var path = MapPath(in: frame, tolerance: 6)
    if rows.geometry.kinds[row].isPolygon {
      path.append(row, of: rows.geometry)
    } else {
      path.appendDot(x: rows.placeX[row], y: rows.placeY[row])
    }
    return path.text
  }

  private mutating func drawAllowed() {
    let areas = (sheet.review.remedy?.steps ?? []).compactMap(\.allowed).filter { !$0.isEmpty }
    guard !areas.isEmpty,
      let transformer = try? CoordinateTransform(from: .wgs84, to: sheet.city.workingCRS)
        .makeTransformer()
    else { return }
    var column = GeometryColumn()
    for area in areas { column.append(area) }
    column.withMutableCoordinates { x, y in _ = transformer.transform(x: &x, y: &y) }
    var path = MapPath(in: frame, tolerance: 6)
    for row in 0..<column.count { path.append(row, of: column) }
    markup += tag("g", ["class": "allowed"]) { tag("path", ["d": path.text]) {} }
    legend.append(
      swatch("allowed") + Markup(sheet.say(OpinionWords.allowedArea)))
  }

  /// Facilities beyond the edge are neither drawn nor explained.
  private mutating func drawFacilities() {
    let city = sheet.city.facilities
    let plan = sheet.plan.facilities
    let proposed = sheet.review.remedy.map { remedy in
      let new = Set(remedy.steps.filter(\.isNew).map(\.facility))
      let facilities = remedy.plan.facilities
      return (facilities, (0..<facilities.count).filter { new.contains(facilities.rows.ids[$0]) })
    }
    for (style, facilities, rows, label) in [
      ("counted", city, sheet.countedFacilities, sheet.say(OpinionWords.countedFacility)),
      ("planned", plan, Array(0..<plan.count), sheet.say(OpinionWords.plannedFacility)),
      (
        "proposed", proposed?.0 ?? plan, proposed?.1 ?? [],
        sheet.say(OpinionWords.proposedFacility)
      ),
    ] {
      let rows = rows.filter { row in
        frame.extent.contains(x: facilities.rows.placeX[row], y: facilities.rows.placeY[row])
      }
      guard !rows.isEmpty else { continue }
      markup += tag("g", ["class": "facilities \(style)"]) {
        for row in rows { symbol(row, facilities) }
      }
      let domains = Set(rows.map { domain(facilities.kind[$0]) })
      for symbol in MapSymbol.all where domains.contains(symbol.domain) {
        let what = sheet.say(symbol.label)
        legend.append(
          tag("svg", ["class": "swatch", "viewBox": "-110 -110 220 220"]) {
            tag("g", ["class": "facilities \(style)"]) { tag("path", ["d": symbol.path]) {} }
          } + Markup(sheet.say(OpinionWords.symbol(of: what, label: label))))
      }
    }
  }

  private func domain(_ kind: Int) -> String {
    MapSymbol.of(sheet.imprint.kinds.all[kind].domain).domain
  }

  private func symbol(_ row: Int, _ facilities: Facilities) -> Markup {
    let rows = facilities.rows
    return tag(
      "use",
      [
        "href": "#symbol-\(domain(facilities.kind[row]))", "x": "\(frame.x(rows.placeX[row]))",
        "y": "\(frame.y(rows.placeY[row]))",
      ]
    ) {
      tag("title") { rows.names[row] ?? rows.ids[row] }
    }
  }

  private func swatch(_ name: String) -> Markup {
    tag("svg", ["class": "swatch", "viewBox": "0 0 160 120"]) {
      tag("g", ["class": name]) { tag("path", ["d": "M10 10h140v100h-140z"]) {} }
    }
  }
}
