internal import Wording

/// Panels of lines, one above the other, on one axis of numbers: what is found, and the bound beside it.
///
/// An image of the page's own: no script, and nothing from elsewhere. The table beside it has the figures.
struct CurvePlot {
  /// A place on a panel, with what is written at it.
  struct Point {
    let x: Double
    let y: Double
    let label: String?
  }

  /// One quantity against the axis.
  struct Panel {
    let title: String
    let found: [Point]
    /// What nothing can pass; empty: none is drawn.
    let bound: [Point]
    /// Where the panel ends; `nil`: at a round number above all points.
    let top: Double?
    /// How figures of the panel are written.
    let text: (Double) -> String
  }

  let title: String
  let axis: String
  let axisText: (Double) -> String
  let panels: [Panel]

  private static let width = 960.0
  private static let left = 90.0
  private static let right = 40.0
  private static let height = 190.0
  /// Above each panel, for its title.
  private static let head = 40.0
  private static let foot = 50.0

  /// The drawing.
  var markup: Markup {
    let all = Double(panels.count) * (Self.height + Self.head) + Self.foot
    return tag(
      "svg",
      [
        "class": "plot", "viewBox": "0 0 \(Int(Self.width)) \(Int(all))", "role": "img",
        "aria-label": title,
      ]
    ) {
      for (number, panel) in panels.enumerated() { drawing(of: panel, number) }
      for tick in ticks(upTo: end) {
        tag("text", ["class": "tick", "x": at(x(tick)), "y": at(all - Self.foot + 20)]) {
          axisText(tick)
        }
      }
      tag("text", ["class": "axis", "x": at(Self.width - Self.right), "y": at(all - 8)]) { axis }
    }
  }

  /// The largest figure of the axis.
  private var end: Double {
    let last = panels.flatMap { $0.found + $0.bound }.map(\.x).max() ?? 1
    return last > 0 ? last : 1
  }

  private func x(_ value: Double) -> Double {
    Self.left + (Self.width - Self.left - Self.right) * value / end
  }

  private func at(_ length: Double) -> String { "\(Int(length.rounded()))" }

  /// Round numbers from 0, at most seven of them.
  private func ticks(upTo end: Double) -> [Double] {
    guard end > 0, end.isFinite else { return [0] }
    var step = 1.0
    while end / step > 6 { step *= 10 }
    while end / step < 0.6 { step /= 10 }
    for part in [0.2, 0.5] where end / (step * part) <= 6 {
      step *= part
      break
    }
    return (0...Int(end / step + 1e-9)).map { Double($0) * step }
  }

  private func drawing(of panel: Panel, _ number: Int) -> Markup {
    let top = Double(number) * (Self.height + Self.head) + Self.head
    let bottom = top + Self.height
    let highest = panel.top ?? (panel.found + panel.bound).map(\.y).max().map { $0 * 1.1 } ?? 1
    let most = highest > 0 ? highest : 1
    func y(_ value: Double) -> Double { bottom - Self.height * min(1, value / most) }
    func path(_ points: [Point]) -> String {
      points.enumerated().map { number, point in
        "\(number == 0 ? "M" : "L")\(at(x(point.x))) \(at(y(point.y)))"
      }.joined()
    }
    return tag("g") {
      tag("text", ["class": "title", "x": at(Self.left), "y": at(top - 14)]) { panel.title }
      for tick in ticks(upTo: most) {
        tag(
          "path",
          ["class": "grid", "d": "M\(at(Self.left)) \(at(y(tick)))H\(at(Self.width - Self.right))"]
        ) {}
        tag("text", ["class": "side", "x": at(Self.left - 8), "y": at(y(tick) + 4)]) {
          panel.text(tick)
        }
      }
      if !panel.bound.isEmpty {
        tag("path", ["class": "bound", "d": path(panel.bound)]) {}
        for point in panel.bound { mark(point, y(point.y), isBound: true) }
      }
      tag("path", ["class": "found", "d": path(panel.found)]) {}
      for point in panel.found { mark(point, y(point.y), isBound: false) }
    }
  }

  /// The label is where there is room: above to the left, at the left edge to the right.
  private func mark(_ point: Point, _ y: Double, isBound: Bool) -> Markup {
    let x = x(point.x)
    let isLeft = x < Self.left + 60
    return tag(
      "circle", ["class": isBound ? "bound" : "found", "cx": at(x), "cy": at(y), "r": "4"]
    ) {}
      + (point.label.map { label in
        tag(
          "text",
          [
            "class": isLeft ? "label first" : "label", "x": at(isLeft ? x + 8 : x - 8),
            "y": at(y - 7),
          ]
        ) { label }
      } ?? Markup())
  }
}
