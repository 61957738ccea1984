internal import Compliance
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// More parcels of the plan than this have no names on the map.
  private static var mostNames: Int { 12 }
  /// The map shows no more than this around the plan, metres.
  private static var farthest: Double { 1_500 }

  /// The plan among what is there.
  func map() -> Markup {
    guard let frame = MapFrame(around: shown, heights: 0.5...0.62) else {
      return tag("p") { say(PageWords.nothingToDraw) }
    }
    let drawing = PlanDrawing(self, in: frame)
    let summary = say(OpinionWords.mapOfThePlan)
    return tag("figure", ["class": "map"]) {
      tag(
        "svg",
        [
          "viewBox": "0 0 \(Int(MapFrame.width)) \(Int(frame.height))", "role": "img",
          "aria-label": summary,
        ]
      ) {
        tag("defs") {
          pattern("hatch1", size: 60, "M-15 15L15-15M0 60L60 0M45 75L75 45")
          for symbol in MapSymbol.all {
            tag("symbol", ["id": "symbol-\(symbol.domain)", "overflow": "visible"]) {
              tag("path", ["d": symbol.path]) {}
            }
          }
        }
        tag("g", ["class": "units"]) { areas(of: city.units, in: frame) }
        drawing.markup
        names(frame)
        scaleBar(frame)
        northArrow
      }
      tag("figcaption") {
        tag("ul", ["class": "legend"]) { for entry in drawing.legend { tag("li") { entry } } }
        tag("p", ["class": "small"]) {
          if drawing.leavesOutParcels {
            say(OpinionWords.compoundsLeftOut)
          }
          say(OpinionWords.aboutTheDrawing)
        }
      }
    }
  }

  /// The plan, the facilities that count for it and whoever stops or starts complying, as far as
  /// they are near.
  private var shown: Envelope {
    var own = plan.parcels.rows.geometry.envelope
    own.formUnion(plan.facilities.rows.geometry.envelope)
    let limit = own.expanded(by: Self.farthest)
    var content = own.expanded(by: max(100, max(own.width, own.height) * 0.25))
    func include(_ x: Double, _ y: Double) {
      if x.isFinite, y.isFinite, limit.contains(x: x, y: y) {
        content.expand(toInclude: x, y)
      }
    }
    let facilities = city.facilities.rows
    for row in countedFacilities { include(facilities.placeX[row], facilities.placeY[row]) }
    let parcels = city.parcels.rows
    for effect in VerdictTurn.allCases.flatMap(review.effects.turned) where effect.table == .parcels
    {
      include(parcels.placeX[effect.row], parcels.placeY[effect.row])
    }
    return content
  }

  /// Rows of the city's facilities that counted for the plan.
  var countedFacilities: [Int] {
    let counted = Set(applicable.flatMap(\.subjects).flatMap(\.facilities))
    return city.facilities.rows.ids.indices.filter {
      counted.contains(city.facilities.rows.ids[$0])
    }
  }

  private func names(_ frame: MapFrame) -> Markup {
    let rows = plan.parcels.rows
    guard rows.count <= Self.mostNames else { return Markup() }
    return tag("g", ["class": "names"]) {
      for row in 0..<rows.count where rows.placeX[row].isFinite {
        // Above the parcel, where it hides no facility, and little wider than it.
        let box = rows.geometry.envelope(of: row)
        let width = Int(box.width * frame.scale)
        tag("text", ["x": "\(frame.x(rows.placeX[row]))", "y": "\(frame.y(box.maxY) - 45)"]) {
          short(rows.names[row] ?? rows.ids[row], within: max(width + 150, 750))
        }
      }
    }
  }

  /// As much of a name as fits, in units of the map.
  private func short(_ name: String, within width: Int) -> String {
    var left = width
    for (count, character) in name.enumerated() {
      left -= character.isASCII ? 85 : 150
      if left < 0 { return String(name.prefix(count)) + "…" }
    }
    return name
  }
}
