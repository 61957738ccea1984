internal import Planar

/// How the ground is laid onto the map: metres to whole units of the drawing, north up.
struct MapFrame: Sendable {
  /// Units across the drawing; a unit is a tenth of a pixel at the usual size.
  static let width = 10_000.0

  /// The ground shown.
  let extent: Envelope
  /// Units of the drawing per metre.
  let scale: Double
  /// Units from top to bottom.
  let height: Double

  /// A frame around what is drawn, with a margin; `nil` if there is nothing.
  ///
  /// - Parameter heights: Of the drawing, as shares of its width: neither so flat nor so tall that a
  ///   page cannot show it.
  init?(around content: Envelope, heights: ClosedRange<Double> = 0.45...1.25) {
    guard !content.isEmpty, content.minX.isFinite, content.maxX.isFinite, content.minY.isFinite,
      content.maxY.isFinite
    else { return nil }
    let margin = max(max(content.width, content.height) * 0.02, 50)
    var extent = content.expanded(by: margin)
    let centre = extent.centre
    let height = max(extent.height, extent.width * heights.lowerBound)
    let width = max(extent.width, extent.height / heights.upperBound)
    extent = Envelope(
      minX: centre.x - width / 2, minY: centre.y - height / 2, maxX: centre.x + width / 2,
      maxY: centre.y + height / 2)
    self.extent = extent
    scale = Self.width / extent.width
    self.height = (extent.height * scale).rounded()
  }

  func x(_ x: Double) -> Int { Int(((x - extent.minX) * scale).rounded()) }
  func y(_ y: Double) -> Int { Int(((extent.maxY - y) * scale).rounded()) }

  /// A length in metres of the form 1, 2 or 5 × 10ⁿ that is at most so much of the width.
  func roundLength(share: Double) -> Double {
    var length = 1.0
    while length * 10 <= extent.width * share { length *= 10 }
    return [5, 2].map { $0 * length }.first { $0 <= extent.width * share } ?? length
  }
}
