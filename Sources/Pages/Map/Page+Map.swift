internal import Planning
internal import Wording

/// What every map has.
extension Page {
  /// A fill by its path on a square.
  func pattern(_ id: String, size: Int, _ path: String) -> Markup {
    tag(
      "pattern",
      [
        "id": id, "width": "\(size)", "height": "\(size)", "patternUnits": "userSpaceOnUse",
        "class": id,
      ]
    ) {
      tag("rect", ["width": "\(size)", "height": "\(size)"]) {}
      tag("path", ["d": path]) {}
    }
  }

  /// The ground of the largest units.
  func areas(of units: Units, in frame: MapFrame) -> Markup {
    var path = MapPath(in: frame, tolerance: 8)
    guard let top = units.level.max() else { return Markup() }
    for unit in units.rows(of: top) { path.append(unit, of: units.rows.geometry) }
    return path.bytes.isEmpty ? Markup() : tag("path", ["d": path.text]) {}
  }

  /// A bar of a round length.
  func scaleBar(_ frame: MapFrame) -> Markup {
    let metres = frame.roundLength(share: 0.25)
    let length = Int((metres * frame.scale).rounded())
    let y = Int(frame.height) - 180
    return tag("g", ["class": "scale"]) {
      tag("path", ["class": "plate", "d": "M60 \(y - 210)h\(length + 420)v320h-\(length + 420)z"]) {
      }
      tag(
        "path",
        ["class": "rule", "d": "M200 \(y)v60h\(length)v-60M\(200 + length / 2) \(y + 20)v40"]
      ) {}
      tag("text", ["x": "200", "y": "\(y - 50)"]) { "0" }
      tag("text", ["x": "\(200 + length)", "y": "\(y - 50)"]) {
        NumberWords.length(metres: metres)
      }
    }
  }

  /// North is that of the working grid.
  var northArrow: Markup {
    tag("g", ["class": "north", "transform": "translate(9730 500)"]) {
      tag("path", ["class": "plate", "d": "M-190-430h380v620h-380z"]) {}
      tag("path", ["class": "arrow", "d": "M0-220L90 120L0 50L-90 120z"]) {}
      tag("text", ["y": "-260"]) { say(PageWords.north) }
    }
  }
}
