internal import Compliance
internal import GeoData
internal import Locating
internal import Planar
internal import Planning
internal import Rules
internal import Wording

/// The map of a proposal: compounds by what becomes of them, whom each new facility serves, as lines.
extension ProposalPage {
  /// Lines on a drawing that still can be told apart.
  private static let mostLinks = 4_000
  /// Sites that get numbers.
  private static let mostNumbers = 60

  /// What becomes of a compound under the clauses that were to pass.
  private enum Turn: String, CaseIterable {
    case passes, fails, same
  }

  var map: Markup {
    let rows = city.parcels.rows
    guard let frame = MapFrame(around: rows.geometry.envelope) else {
      return tag("p") { say(PageWords.nothingToDraw) }
    }
    let turns = turns
    var paths = Dictionary(
      uniqueKeysWithValues: Turn.allCases.map { ($0, MapPath(in: frame, tolerance: 10)) })
    for row in 0..<rows.count {
      if rows.geometry.kinds[row].isPolygon {
        paths[turns[row]]?.append(row, of: rows.geometry)
      } else if rows.isPlaced(row) {
        paths[turns[row]]?.appendDot(x: rows.placeX[row], y: rows.placeY[row])
      }
    }
    let answered = answered
    let answers = answers(answered, in: frame)
    return tag("figure", ["class": "map"]) {
      if answers != nil { finder(answered) }
      tag(
        "svg",
        [
          "viewBox": "0 0 \(Int(MapFrame.width)) \(Int(frame.height))", "role": "img",
          "aria-label": say(ProposalWords.map),
        ]
      ) {
        tag("defs") { pattern("hatch2", size: 60, "M-15 15L15-15M0 60L60 0M45 75L75 45") }
        tag("g", ["class": "ground"]) { areas(of: city.units, in: frame) }
        for turn in Turn.allCases {
          if let path = paths[turn], !path.bytes.isEmpty {
            tag("g", ["class": "turn-\(turn.rawValue)"]) { tag("path", ["d": path.text]) {} }
          }
        }
        tag("g", ["class": "proposallinks"]) { tag("path", ["d": links(frame)]) {} }
        candidates(answered, in: frame)
        tag("g", ["class": "proposed"]) { symbols(frame, answers: answers != nil) }
        tag("g", ["id": "links"]) {}
        northArrow
      }
      if let answers {
        tag("div", ["id": "answer", "class": "answer", "role": "status", "hidden": ""]) {}
        tag("div", ["id": "answers", "hidden": ""]) { answers }
      }
    } + legend
  }

  private var turns: [Turn] {
    var turns = [Turn](repeating: .same, count: city.parcels.count)
    let goals = Set(proposal.outcomes.map(\.rule.key))
    var after: [RuleKey: RuleFindings] = [:]
    for found in proposal.after.findings where goals.contains(found.key) {
      after[found.key] = found
    }
    for found in proposal.before.findings
    where goals.contains(found.key) && found.table == .parcels {
      guard let now = after[found.key], now.count == found.count else { continue }
      for entry in found.verdicts.indices where found.verdicts[entry] == .fail {
        let row = Int(found.rows[entry])
        if now.verdicts[entry] == .fail || now.verdicts[entry] == .unknown {
          turns[row] = .fails
        } else if turns[row] == .same {
          turns[row] = .passes
        }
      }
    }
    return turns
  }

  private func links(_ frame: MapFrame) -> String {
    let (parcels, places) = (city.parcels.rows, proposal.plan.facilities.rows)
    var lines: [String] = []
    for (row, site) in proposal.sites.enumerated() {
      let served = Set(site.services.filter(\.isOfParcels).flatMap(\.subjects)).sorted()
      for parcel in served where lines.count < Self.mostLinks {
        lines.append(
          "M\(frame.x(places.placeX[row])) \(frame.y(places.placeY[row]))"
            + "L\(frame.x(parcels.placeX[Int(parcel)])) \(frame.y(parcels.placeY[Int(parcel)]))")
      }
    }
    return lines.joined()
  }

  private func symbols(_ frame: MapFrame, answers: Bool) -> Markup {
    let places = proposal.plan.facilities
    return Markup.joined(
      (0..<places.count).map { row in
        let kind = imprint.kinds.all[places.kind[row]]
        let (x, y) = (frame.x(places.rows.placeX[row]), frame.y(places.rows.placeY[row]))
        let path = MapSymbol.of(kind.domain).path
        return tag("g", ["transform": "translate(\(x) \(y))"]) {
          if answers {
            tag(
              "path",
              [
                "d": path, "data-f": "\(row)", "tabindex": row == 0 ? "0" : "-1",
                "role": "button", "aria-label": places.rows.ids[row],
              ]
            ) { tag("title") { places.rows.ids[row] } }
          } else {
            tag("path", ["d": path]) {}
          }
          if row < Self.mostNumbers {
            tag("text", ["x": "110", "y": "-60"]) { "\(row + 1)" }
          }
        }
      })
  }

  private var legend: Markup {
    tag("ul", ["class": "legend"]) {
      for (turn, words) in [
        (Turn.passes, ProposalWords.turnPasses), (.fails, ProposalWords.turnFails),
        (.same, ProposalWords.turnSame),
      ] {
        tag("li") {
          tag("svg", ["class": "swatch", "viewBox": "0 0 160 120"]) {
            tag("g", ["class": "turn-\(turn.rawValue)"]) {
              tag("path", ["d": "M4 4h152v112h-152z"]) {}
            }
          }
          say(words)
        }
      }
      tag("li") {
        tag("svg", ["class": "swatch", "viewBox": "-120 -120 240 240"]) {
          tag("g", ["class": "proposed"]) { tag("path", ["d": MapSymbol.of("elder").path]) {} }
        }
        say(ProposalWords.newFacility)
      }
      candidateLegend
    }
  }
}

/// What the page has beyond the look of all pages.
enum ProposalStyle {
  static let source: StaticString = """
    .ground path { fill: #f3f2ee; stroke: #c9cdd0; stroke-width: 14; }
    .turn-passes path { fill: #9cc3dc; stroke: #fff; stroke-width: 8; }
    .turn-fails path { fill: url(#hatch2); stroke: #7d2c10; stroke-width: 10; }
    .turn-same path { fill: #dcdfdd; stroke: #fff; stroke-width: 8; }
    .proposallinks path { fill: none; stroke: #1f5f8b; stroke-width: 12; opacity: .55; }
    .proposed path { fill: #ffd34d; stroke: #101a24; stroke-width: 22; }
    .proposed text { font-size: 170px; font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 40; }
    .proposed text { pointer-events: none; }
    .proposed th:first-child { width: 3em; }
    .candidates path { fill: #fff; stroke: #55606b; stroke-width: 16; }
    .candidates .equal { fill: #9cc3dc; stroke: #17425c; }
    .candidates .excluded { fill: none; stroke-width: 22; }
    path[data-f] { cursor: pointer; } path[data-f]:focus-visible { outline: none; stroke: #b8431a; stroke-width: 34; }
    .plot { display: block; width: 100%; height: auto; } svg.swatch.plot { display: inline-block; width: 22px; }
    .plot text { font: 12px var(--sans); fill: var(--soft); } .plot .title { font-weight: 600; fill: var(--ink); }
    .plot .tick { text-anchor: middle; } .plot .side, .plot .axis, .plot .label { text-anchor: end; }
    .plot .label { fill: var(--ink); } .plot .label.first { text-anchor: start; }
    .plot path { fill: none; } .plot .grid { stroke: var(--hair); stroke-width: 1; }
    .plot path.found { stroke: #1f5f8b; stroke-width: 2.5; } .plot circle.found { fill: #1f5f8b; }
    .plot path.bound { stroke: #b8431a; stroke-width: 1.5; stroke-dasharray: 6 4; }
    .plot circle.bound { fill: #fff; stroke: #b8431a; stroke-width: 1.5; }
    """
}
