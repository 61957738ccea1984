internal import Compliance
internal import GeoData
internal import Measuring
internal import Planar
internal import Planning
internal import Walking
internal import Wording

extension Report {
  /// More facilities than this are not drawn.
  static var mostSymbols: Int { 2_000 }
  /// Levels of more units than this have no borders on the map.
  private static var mostBorders: Int { 400 }
  /// More units than this have no names on the map.
  private static var mostNames: Int { 60 }

  /// Parcels, facilities and units on one drawing, with its legend.
  func map(_ topics: [ParcelTopic]) -> Markup {
    var content = city.parcels.rows.geometry.envelope
    content.formUnion(city.facilities.rows.geometry.envelope)
    if content.isEmpty { content = city.units.rows.geometry.envelope }
    guard let frame = MapFrame(around: content) else {
      return tag("p") { say(PageWords.nothingToDraw) }
    }
    let classes = ParcelClasses(self)
    let parcels = ParcelLayer(self, classes, topics, in: frame)
    let summary = say(ReportWords.mapOfParcels)
    let answers = parcels.cellSize == nil ? MapAnswers(self, in: frame).json : nil
    return tag("figure", ["class": "map"]) {
      if parcels.hasTopics { topicChoice(topics) }
      if answers != nil { finder }
      tag(
        "svg",
        [
          "viewBox": "0 0 \(Int(MapFrame.width)) \(Int(frame.height))", "role": "img",
          "aria-label": summary,
        ]
      ) {
        definitions
        tag("g", ["class": "units"]) { areas(of: city.units, in: frame) }
        streets(frame)
        parcels.markup
        tag("g", ["class": "borders"]) { unitBorders(frame) }
        if city.facilities.count <= Self.mostSymbols { facilitySymbols(frame) }
        unitNames(frame)
        worstNumbers(frame)
        tag("g", ["id": "links"]) {}
        northArrow
      }
      scaleStrip(frame)
      if let answers {
        tag("div", ["id": "answer", "class": "answer", "role": "status", "hidden": ""]) {}
        tag("div", ["id": "answers", "hidden": ""]) { answers }
      }
      tag("figcaption") { legend(parcels, classes) }
    }
  }

  /// Picks a compound by its name, for those who do not click.
  private var finder: Markup {
    let rows = city.parcels.rows
    return tag("p", ["class": "choice finder"]) {
      tag("label") {
        say(ReportWords.answerFind)
        " "
        void("input", ["id": "find", "list": "compounds", "autocomplete": "off"])
      }
      tag("datalist", ["id": "compounds"]) {
        for row in 0..<rows.count {
          void(
            "option", ["value": rows.names[row].map { "\($0) \(rows.ids[row])" } ?? rows.ids[row]])
        }
      }
      tag("small") { say(ReportWords.answerHint) }
    }
  }

  /// More edges than this are not drawn.
  private static var mostStreets: Int { 60_000 }
  /// Likewise longer path data.
  private static var mostStreetBytes: Int { 900_000 }

  /// The streets that were walked, where there are not too many for a page.
  private func streets(_ frame: MapFrame) -> Markup {
    guard let network = result.network?.network, network.edgeCount <= Self.mostStreets else {
      return Markup()
    }
    var path = MapPath(in: frame, tolerance: 14)
    network.forEachLine { x, y in path.append(x: x, y: y) }
    guard path.bytes.count <= Self.mostStreetBytes, !path.bytes.isEmpty else { return Markup() }
    return tag("g", ["class": "streetlines"]) { tag("path", ["d": path.text]) {} }
  }

  /// The numbers of the worst compounds, as in their table.
  private func worstNumbers(_ frame: MapFrame) -> Markup {
    let rows = city.parcels.rows
    let worst = rankedParcels()
    guard !worst.isEmpty else { return Markup() }
    return tag("g", ["class": "worstnumbers"]) {
      for (index, place) in worst.enumerated() where rows.placeX[place.parcel].isFinite {
        let (x, y) = (frame.x(rows.placeX[place.parcel]), frame.y(rows.placeY[place.parcel]))
        tag("circle", ["cx": "\(x)", "cy": "\(y)", "r": "95"]) {}
        tag("text", ["x": "\(x)", "y": "\(y + 42)"]) { "\(index + 1)" }
      }
    }
  }

  /// The scale, below the drawing and as wide.
  private func scaleStrip(_ frame: MapFrame) -> Markup {
    let metres = frame.roundLength(share: 0.25)
    let length = Int((metres * frame.scale).rounded())
    return tag(
      "svg",
      ["class": "strip", "viewBox": "0 0 \(Int(MapFrame.width)) 330", "aria-hidden": "true"]
    ) {
      tag("g", ["class": "scale"]) {
        tag("path", ["class": "rule", "d": "M60 230v60h\(length)v-60M\(60 + length / 2) 250v40"]) {}
        tag("text", ["x": "60", "y": "190"]) { "0" }
        tag("text", ["x": "\(60 + length)", "y": "190"]) { NumberWords.length(metres: metres) }
      }
    }
  }

  /// Which verdicts the map shows; without a script it stays at the overall one.
  private func topicChoice(_ topics: [ParcelTopic]) -> Markup {
    tag("p", ["class": "choice"]) {
      tag("label") {
        say(ReportWords.mapTopic)
        " "
        tag("select", ["id": "topic"]) {
          tag("option", ["value": ""]) { say(LayerNames.overall) }
          for (index, topic) in topics.enumerated() {
            tag("option", ["value": "\(index)"]) { edition.title(ofTopic: topic.topic) }
          }
        }
      }
    }
  }

  private var definitions: Markup {
    tag("defs") {
      for fill in ["hatch1", "hatch2", "hatch3"] {
        pattern(fill, size: 60, "M-15 15L15-15M0 60L60 0M45 75L75 45")
      }
      pattern("dots", size: 60, "M20 20h16v16h-16z")
      for symbol in usedSymbols {
        tag("symbol", ["id": "symbol-\(symbol.domain)", "overflow": "visible"]) {
          tag("path", ["d": symbol.path, "transform": "scale(\(symbolScale))"]) {}
        }
      }
    }
  }

  /// The more there are, the smaller each is drawn.
  private var symbolScale: String {
    switch city.facilities.count {
    case ...200: "1"
    case ...800: "0.65"
    default: "0.4"
    }
  }

  var usedSymbols: [MapSymbol] {
    let used = Set(city.facilities.kind.map { MapSymbol.of(edition.kinds.all[$0].domain).domain })
    return MapSymbol.all.filter { used.contains($0.domain) }
  }

  private func unitBorders(_ frame: MapFrame) -> Markup {
    Markup.joined(
      city.units.allLevels.compactMap { level in
        var path = MapPath(in: frame, tolerance: 8)
        let units = city.units.rows(of: level)
        guard units.count <= Self.mostBorders else { return nil }
        for unit in units { path.append(unit, of: city.units.rows.geometry) }
        guard !path.bytes.isEmpty else { return nil }
        return tag(
          "path", ["class": level.isOfPlanning ? "planning" : level.rawValue, "d": path.text]
        ) {}
      })
  }

  private func facilitySymbols(_ frame: MapFrame) -> Markup {
    let rows = city.facilities.rows
    return tag("g", ["class": "facilities"]) {
      for row in 0..<rows.count where rows.placeX[row].isFinite && rows.placeY[row].isFinite {
        let kind = edition.kinds.all[city.facilities.kind[row]]
        let verdict = result.facilityVerdicts[row]
        let name = rows.names[row].map { "\($0) (\(rows.ids[row]))" } ?? rows.ids[row]
        tag(
          "use",
          [
            "href": "#symbol-\(MapSymbol.of(kind.domain).domain)",
            "x": "\(frame.x(rows.placeX[row]))", "y": "\(frame.y(rows.placeY[row]))",
            "class": verdict == .fail ? "fail" : "ok", "data-f": "\(row)",
          ]
        ) {
          tag("title") { "\(name), \(say(kind.name)): \(say(verdict.label))" }
        }
      }
    }
  }

  private func unitNames(_ frame: MapFrame) -> Markup {
    let levels = UnitLevel.administrative.filter { level in
      (1...Self.mostNames).contains(city.units.level.count { $0 == level })
    }
    guard let level = levels.first else { return Markup() }
    let rows = city.units.rows
    return tag("g", ["class": "names"]) {
      for unit in city.units.rows(of: level) where rows.placeX[unit].isFinite {
        if let name = rows.names[unit] {
          tag(
            "text", ["x": "\(frame.x(rows.placeX[unit]))", "y": "\(frame.y(rows.placeY[unit]))"]
          ) { name }
        }
      }
    }
  }
}
