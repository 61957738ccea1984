internal import Compliance
internal import Documents
internal import GeoData
internal import Planar
internal import Planning
internal import Rules
internal import Wording

/// What changed between two runs, as a page: the figures, a map of each, clause by clause and compound by
/// compound.
package struct ChangesPage: Page {
  package let imprint: Imprint
  private let changes: RunChanges

  /// A page in the reader's language.
  package init(_ changes: RunChanges, imprint: Imprint) {
    self.changes = changes
    self.imprint = imprint
  }

  /// Compounds that are named one by one; the table beside has all.
  private static let mostParcels = 200
  /// Figures that are told of one compound.
  private static let mostFigures = 4

  /// The whole page.
  package var html: String {
    document(
      say(ChangesWords.title),
      style: Markup.own(ReportStyle.source) + Markup.own(ChangesStyle.source)
    ) {
      tag("body") {
        masthead
        tag("main") {
          if !changes.supposed.isEmpty {
            section("supposed", say(ChangesWords.supposed)) { supposedTable }
          }
          section("verdicts", say(ChangesWords.verdicts)) { verdictTable + trendTable }
          section("map", say(ChangesWords.map)) { maps }
          section("rules", say(ChangesWords.byClause)) { ruleTable }
          section("parcels", say(ChangesWords.byParcel)) { parcelTable }
          section("inputs", say(ChangesWords.inputs)) { inputList }
        }
      }
    }.source
  }

  private var masthead: Markup {
    tag("header") {
      tag("p", ["class": "kind"]) { say(ChangesWords.title) }
      tag("h1") { say(changes.name) }
      tag("dl", ["class": "basis"]) {
        for (label, run) in [
          (ChangesWords.before, changes.before), (ChangesWords.after, changes.after),
        ] {
          tag("dt") { say(label) }
          tag("dd") { run.title }
        }
      }
    }
  }

  /// What the scenario does, row by row.
  private var supposedTable: Markup {
    table(
      "supposed", caption: say(TerminalWords.scenario(changes.supposed)),
      head: [
        .text(say(ChangesWords.action)), .text(say(PageWords.facility)),
        .number(say(ChangesWords.rowOfFile)),
      ]
    ) {
      for step in changes.supposed {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(step.action.words) }
          tag("td") {
            step.name ?? step.id
            if step.name != nil { tag("small", ["class": "id"]) { step.id } }
          }
          tag("td", ["class": "n"]) { "\(step.row)" }
        }
      }
    }
  }

  // MARK: Figures

  private var verdictTable: Markup {
    table(
      "verdicts", caption: say(ChangesWords.parcelsByVerdict),
      head: [
        .text(say(PageWords.verdict)), .number(say(ChangesWords.before)),
        .number(say(ChangesWords.after)), .number(say(ChangesWords.difference)),
      ]
    ) {
      for verdict in Report.verdictOrder {
        let before = changes.before.parcels[Int(verdict.rawValue)]
        let after = changes.after.parcels[Int(verdict.rawValue)]
        tag("tr") {
          tag("th", ["scope": "row"]) { mark(verdict) }
          countCell(before)
          countCell(after)
          tag("td", ["class": "n"]) { signed(after - before) }
        }
      }
    }
  }

  private func signed(_ count: Int) -> String {
    count == 0 ? "–" : (count > 0 ? "+" : "") + NumberWords.grouped(count)
  }

  /// Year by year, where there are more than two.
  private var trendTable: Markup {
    guard changes.trend.count > 2 else { return Markup() }
    return table(
      "trend", caption: say(ChangesWords.trend),
      head: [.text(say(ChangesWords.run))]
        + Report.verdictOrder.map { .number(say($0.label)) }
        + [.number(say(ChangesWords.share))]
    ) {
      for run in changes.trend {
        let judged = run.parcels.reduce(0, +) - run.parcels[Int(Verdict.notApplicable.rawValue)]
        tag("tr") {
          tag("th", ["scope": "row"]) { run.title }
          for verdict in Report.verdictOrder { countCell(run.parcels[Int(verdict.rawValue)]) }
          tag("td", ["class": "n"]) {
            NumberWords.percent(
              Double(run.parcels[Int(Verdict.pass.rawValue)]), of: Double(judged))
          }
        }
      }
    }
  }

  // MARK: Maps

  private var maps: Markup {
    guard let frame = MapFrame(around: changes.geometry.envelope, heights: 0.5...1.1) else {
      return tag("p") { say(PageWords.nothingToDraw) }
    }
    return tag("div", ["class": "pair"]) {
      map(frame, changes.verdictsBefore, say(ChangesWords.before), isLater: false)
      map(frame, changes.verdictsAfter, say(ChangesWords.after), isLater: true)
    }
      + tag("ul", ["class": "legend"]) {
        for verdict in Report.verdictOrder {
          tag("li") { mark(verdict) }
        }
        tag("li") {
          tag("svg", ["class": "swatch", "viewBox": "0 0 160 120"]) {
            tag("g", ["class": "changed"]) { tag("path", ["d": "M14 14h132v92h-132z"]) {} }
          }
          say(ChangesWords.changedOutline)
        }
      }
  }

  private func map(
    _ frame: MapFrame, _ verdicts: [Verdict?], _ title: String, isLater: Bool
  ) -> Markup {
    var paths = Dictionary(
      uniqueKeysWithValues: Verdict.allCases.map { ($0, MapPath(in: frame, tolerance: 10)) })
    var outlines = MapPath(in: frame, tolerance: 10)
    for row in 0..<changes.geometry.count {
      guard let verdict = verdicts[row] else { continue }
      var path = MapPath(in: frame, tolerance: 10)
      if changes.geometry.kinds[row].isPolygon {
        path.append(row, of: changes.geometry)
      } else if let first = changes.geometry.vertices(ofRow: row).first {
        path.appendDot(x: changes.geometry.x[first], y: changes.geometry.y[first])
      }
      paths[verdict]?.append(path)
      if isLater, changes.isChanged[row] { outlines.append(path) }
    }
    return tag("figure", ["class": "map"]) {
      tag("figcaption") { title }
      tag(
        "svg",
        [
          "viewBox": "0 0 \(Int(MapFrame.width)) \(Int(frame.height))", "role": "img",
          "aria-label": title,
        ]
      ) {
        tag("defs") {
          pattern("hatch2", size: 60, "M-15 15L15-15M0 60L60 0M45 75L75 45")
          pattern("dots", size: 60, "M20 20h16v16h-16z")
        }
        for verdict in Verdict.allCases {
          if let path = paths[verdict], !path.bytes.isEmpty {
            tag("g", ["class": "parcels \(verdict == .fail ? "fail2" : verdict.name)"]) {
              tag("path", ["d": path.text]) {}
            }
          }
        }
        if !outlines.bytes.isEmpty {
          tag("g", ["class": "changed"]) { tag("path", ["d": outlines.text]) {} }
        }
      }
    }
  }

  // MARK: Clauses and compounds

  private var ruleTable: Markup {
    let rows = changes.rules.filter { $0.counts.contains { $0 > 0 } }
    guard !rows.isEmpty else { return tag("p") { say(ChangesWords.noChange) } }
    return table(
      "ruleschanged", caption: say(ChangesWords.findingsByClause),
      head: [.text(say(PageWords.clause)), .text(say(ChangesWords.topic))]
        + RunChanges.columns.map { .number(say($0)) }
    ) {
      for row in rows {
        tag("tr") {
          tag("th", ["scope": "row"]) {
            row.says.map(say) ?? row.name
            tag("small", ["class": "id"]) { row.clause }
          }
          tag("td") { row.topic.map(say) ?? "–" }
          for count in row.counts { countCell(count) }
        }
      }
    }
  }

  private var parcelTable: Markup {
    guard !changes.parcels.isEmpty else { return tag("p") { say(ChangesWords.noChange) } }
    let most = Self.mostParcels
    return table(
      "parcelschanged", caption: say(ChangesWords.parcelsThatChanged),
      head: [
        .text(say(ReportWords.parcel)), .text(say(ChangesWords.change)),
        .text(say(ChangesWords.before)), .text(say(ChangesWords.after)),
        .text(say(ChangesWords.gained)), .text(say(ChangesWords.lost)),
        .text(say(ChangesWords.stillMissing)),
      ]
    ) {
      for parcel in changes.parcels.prefix(most) {
        tag("tr") {
          tag("th", ["scope": "row"]) {
            parcel.name ?? parcel.id
            if parcel.name != nil { tag("small", ["class": "id"]) { parcel.id } }
          }
          tag("td") { say(parcel.change) }
          tag("td") { parcel.before.map(mark) ?? Markup("–") }
          tag("td") { parcel.after.map(mark) ?? Markup("–") }
          tag("td", ["class": "small"]) { list(parcel.gained) }
          tag("td", ["class": "small"]) { list(parcel.lost) }
          tag("td", ["class": "small"]) { list(parcel.moved) }
        }
      }
    }
      + (changes.parcels.count > most
        ? tag("p", ["class": "small"]) {
          say(ChangesWords.moreParcels(changes.parcels.count, shown: most))
        } : Markup())
  }

  private func list(_ rules: [Int]) -> Markup {
    guard !rules.isEmpty else { return Markup("–") }
    return tag("ul", ["class": "plain"]) {
      for rule in rules { tag("li") { words(ofRule: rule) } }
    }
  }

  /// What is missing by clauses that fail as before, and was.
  private func list(_ moved: [RunChanges.Moved]) -> Markup {
    guard !moved.isEmpty else { return Markup("–") }
    let most = Self.mostFigures
    return tag("ul", ["class": "plain"]) {
      for figure in moved.prefix(most) {
        tag("li") {
          words(ofRule: figure.rule)
          tag("b") { "\u{00A0}\(figure.before) → \(figure.after)" }
        }
      }
      if moved.count > most {
        tag("li") { say(PageWords.andMore(moved.count - most, of: moved.count)) }
      }
    }
  }

  private func words(ofRule rule: Int) -> String {
    changes.rules[rule].says.map(say) ?? changes.rules[rule].name
  }

  private var inputList: Markup {
    guard !changes.inputs.isEmpty else { return tag("p") { say(ChangesWords.sameInputs) } }
    return tag("ul", ["class": "notes"]) { for line in changes.inputs { tag("li") { line } } }
  }
}

/// What the page has beyond the look of all pages.
private enum ChangesStyle {
  static let source: StaticString = """
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
    .pair figcaption { font-weight: 600; margin: 0 0 4px; }
    .changed path { fill: none; stroke: #101a24; stroke-width: 28; }
    .ruleschanged th:first-child { min-width: 220px; }
    @media screen and (max-width: 760px) { .pair { grid-template-columns: 1fr; } }
    """
}
