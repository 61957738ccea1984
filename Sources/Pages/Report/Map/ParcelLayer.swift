internal import Compliance
internal import Planar
internal import Planning
internal import Wording

/// The parcels of the map: each in its verdict's colour, or, where there are too many for a page,
/// cells of a grid by the share that fails.
struct ParcelLayer {
  /// More parcels than this become cells.
  static let mostParcels = 20_000
  /// More parcels than this have no tooltips.
  static let mostTooltips = 3_000
  /// Longer path data than this becomes cells, too.
  static let mostBytes = 1_600_000

  let markup: Markup
  /// Metres across a cell; `nil` where parcels are drawn.
  let cellSize: Double?
  /// Whether each parcel knows its verdict on each topic.
  let hasTopics: Bool

  init(
    _ report: Report, _ classes: ParcelClasses, _ topics: [ParcelTopic] = [], in frame: MapFrame,
    mostParcels: Int = Self.mostParcels
  ) {
    hasTopics =
      !topics.isEmpty && report.city.parcels.count <= min(mostParcels, Self.mostTooltips)
    if report.city.parcels.count <= mostParcels,
      let single = Self.singles(report, classes.classes, topics, in: frame)
    {
      markup = single
      cellSize = nil
    } else {
      let grid = ParcelGrid(report, in: frame)
      markup = grid.markup
      cellSize = grid.cellSize
    }
  }

  /// `nil` when they would make the page too large.
  private static func singles(
    _ report: Report, _ classes: [ParcelClass], _ topics: [ParcelTopic], in frame: MapFrame
  ) -> Markup? {
    let rows = report.city.parcels.rows
    var byteCount = 0
    var groups: [Markup] = []
    let hasTooltips = rows.count <= mostTooltips
    for parcelClass in ParcelClass.allCases {
      var paths: [Markup] = []
      var common = MapPath(in: frame, tolerance: 6)
      for row in 0..<rows.count where classes[row] == parcelClass {
        var path = MapPath(in: frame, tolerance: 6)
        if rows.geometry.kinds[row].isPolygon {
          path.append(row, of: rows.geometry)
        } else {
          path.appendDot(x: rows.placeX[row], y: rows.placeY[row])
        }
        guard hasTooltips else {
          common.append(path)
          continue
        }
        byteCount += path.bytes.count
        let codes = String(topics.map { Self.code($0.verdicts[row]) })
        var attributes: KeyValuePairs<StaticString, String> = ["d": path.text, "data-p": "\(row)"]
        if !codes.isEmpty {
          attributes = ["d": path.text, "data-p": "\(row)", "data-t": codes]
        }
        paths.append(tag("path", attributes) { tag("title") { tooltip(report, row) } })
      }
      if !hasTooltips {
        byteCount += common.bytes.count
        paths = common.bytes.isEmpty ? [] : [tag("path", ["d": common.text]) {}]
      }
      guard byteCount <= mostBytes else { return nil }
      if !paths.isEmpty {
        groups.append(
          tag("g", ["class": "parcels \(parcelClass.rawValue)"]) { Markup.joined(paths) })
      }
    }
    return .joined(groups)
  }

  /// A verdict in a letter, as the script of the page reads it.
  private static func code(_ verdict: Verdict) -> Character {
    switch verdict {
    case .fail: "f"
    case .unknown: "u"
    case .pass: "p"
    case .notApplicable: "n"
    }
  }

  private static func tooltip(_ report: Report, _ row: Int) -> String {
    let rows = report.city.parcels.rows
    let verdict = report.result.parcelVerdicts[row]
    let name = rows.names[row].map { "\($0) (\(rows.ids[row]))" } ?? rows.ids[row]
    return "\(name): \(report.say(verdict.label))"
  }
}

/// Parcels by the cell of a square grid that their place lies in.
private struct ParcelGrid {
  /// Metres.
  let cellSize: Double
  let markup: Markup

  init(_ report: Report, in frame: MapFrame) {
    let size = frame.roundLength(share: 0.015)
    let columns = Int(frame.extent.width / size) + 1
    let rows = report.city.parcels.rows
    var cells: [Int: (fail: Int, all: Int)] = [:]
    for row in 0..<rows.count where rows.placeX[row].isFinite && rows.placeY[row].isFinite {
      let cell =
        Int((rows.placeY[row] - frame.extent.minY) / size) * columns
        + Int((rows.placeX[row] - frame.extent.minX) / size)
      cells[cell, default: (0, 0)].all += 1
      if report.result.parcelVerdicts[row] == .fail { cells[cell, default: (0, 0)].fail += 1 }
    }
    var paths = Self.shareClasses.map { _ in MapPath(in: frame, tolerance: 0) }
    for (cell, counts) in cells.sorted(by: { $0.key < $1.key }) {
      let x = frame.extent.minX + Double(cell % columns) * size
      let y = frame.extent.minY + Double(cell / columns) * size
      paths[Self.shareClass(counts.fail, of: counts.all)].appendSquare(x: x, y: y, size: size)
    }
    cellSize = size
    markup = .joined(
      zip(Self.shareClasses, paths).filter { !$1.bytes.isEmpty }.map { name, path in
        tag("path", ["class": "cell \(name)", "d": path.text]) {}
      })
  }

  /// Style classes: none fails, up to a quarter, a half, three quarters, all.
  static let shareClasses = ["share0", "share1", "share2", "share3", "share4"]

  private static func shareClass(_ fail: Int, of all: Int) -> Int {
    fail == 0 ? 0 : min(4, (fail * 4 + all - 1) / all)
  }
}
