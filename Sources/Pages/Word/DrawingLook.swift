/// How a kind of shape on the map of a document is filled and drawn round: as `OpinionStyle` has it, with
/// hatches besides, so that it is understood in black and white.
struct DrawingLook: Hashable, Sendable {
  enum Fill: Hashable, Sendable {
    case none
    /// Six hexadecimal digits, and how opaque, of 100.
    case solid(String, opacity: Int = 100)
    /// Lines or dots on a ground, by their name in DrawingML.
    case hatch(String, String, on: String)
  }

  var fill: Fill
  var line: String?
  /// In units of the map.
  var lineWidth = 8.0
  var isDashed = false

  /// The look of what is in these classes, the innermost last; `nil` for what only groups.
  static func of(_ classes: [Substring]) -> DrawingLook? {
    classes.reversed().lazy.compactMap { known[String($0)] }.first
  }

  static let map = DrawingLook(fill: .solid("F5F6F4"), line: "C9CDD1", lineWidth: 20)

  private static let known: [String: DrawingLook] = [
    "units": DrawingLook(fill: .solid("FDFDFB")),
    "same": DrawingLook(fill: .solid("DCDFDD"), line: "B9BEBB"),
    "changes": DrawingLook(fill: .hatch("pct20", "9A86AD", on: "F3EFF7"), line: "9A86AD"),
    "gains": DrawingLook(fill: .hatch("ltHorz", "7FA9C4", on: "E6F1F8"), line: "7FA9C4"),
    "mends": DrawingLook(fill: .solid("9CC4DE"), line: "1F5F8B", lineWidth: 14),
    "loses": DrawingLook(fill: .hatch("ltVert", "E3A98C", on: "FBEEE6"), line: "D98A66"),
    "unsettles": DrawingLook(fill: .solid("767C83"), line: "6B5B12", lineWidth: 14),
    "fails": DrawingLook(
      fill: .hatch("wdUpDiag", "B8431A", on: "F2C9B4"), line: "7D2C10", lineWidth: 14),
    "breaks": DrawingLook(
      fill: .hatch("wdUpDiag", "B8431A", on: "F2C9B4"), line: "7D2C10", lineWidth: 14),
    "plan": DrawingLook(fill: .solid("FFE9A8"), line: "8A5A00", lineWidth: 30),
    "allowed": DrawingLook(
      fill: .solid("2F8F5B", opacity: 18), line: "1D6B41", lineWidth: 16, isDashed: true),
    "counted": DrawingLook(fill: .solid("FFFFFF"), line: "101A24", lineWidth: 20),
    "planned": DrawingLook(fill: .solid("17425C"), line: "FFFFFF", lineWidth: 16),
    "proposed": DrawingLook(fill: .solid("2F8F5B"), line: "FFFFFF", lineWidth: 16),
    "plate": DrawingLook(fill: .solid("FFFFFF", opacity: 88)),
    "rule": DrawingLook(fill: .none, line: "1B2530", lineWidth: 16),
    "arrow": DrawingLook(fill: .solid("1B2530")),
  ]

  /// In the order that the format asks for.
  ///
  /// - Parameter unit: English metric units in a unit of the map.
  func markup(unit: Double) -> Markup {
    fillMarkup
      + tag("a:ln", ["w": "\(max(3_175, Int((lineWidth * unit).rounded())))"]) {
        if let line {
          tag("a:solidFill") { leaf("a:srgbClr", ["val": line]) }
          if isDashed { leaf("a:prstDash", ["val": "dash"]) }
        } else {
          leaf("a:noFill")
        }
      }
  }

  private var fillMarkup: Markup {
    switch fill {
    case .none: return leaf("a:noFill")
    case .solid(let colour, let opacity):
      return tag("a:solidFill") {
        tag("a:srgbClr", ["val": colour]) {
          if opacity < 100 { leaf("a:alpha", ["val": "\(opacity * 1_000)"]) }
        }
      }
    case .hatch(let pattern, let colour, let ground):
      return tag("a:pattFill", ["prst": pattern]) {
        tag("a:fgClr") { leaf("a:srgbClr", ["val": colour]) }
        tag("a:bgClr") { leaf("a:srgbClr", ["val": ground]) }
      }
    }
  }
}
