internal import Documents

/// A drawing of the page as a group of shapes that Word edits: no picture, so that nothing has to draw it first.
struct WordDrawing: Sendable {
  private let svg: MarkupElement
  private let language: Language
  private let box: (x: Double, y: Double, width: Double, height: Double)
  /// English metric units in a unit of the drawing.
  private let unit: Double
  /// By id: what is drawn wherever it is used.
  private var symbols: [String: VectorPath] = [:]
  private var id = 0

  /// As high as this at most, millimetres: the map, and a sign in a line of text.
  private static let mapHeight = 115.0
  private static let swatch = (width: 5.8, height: 4.2)
  /// English metric units in a unit of the widest map: lines are as wide in a swatch as on it.
  private static let lineUnit = WordTable.width / MapFrame.width * 36_000

  init(_ svg: MarkupElement, _ language: Language) {
    self.svg = svg
    self.language = language
    let numbers = (svg.attributes["viewBox"] ?? "").split(separator: " ").map { Double($0) ?? 0 }
    box =
      numbers.count == 4
      ? (numbers[0], numbers[1], numbers[2], numbers[3]) : (0, 0, 1, 1)
    let isSwatch = svg.classes.contains("swatch")
    let width = isSwatch ? Self.swatch.width : WordTable.width
    let height = isSwatch ? Self.swatch.height : Self.mapHeight
    unit = min(width / box.width, height / box.height) * 36_000
    for symbol in svg.first("defs")?.elements ?? [] where symbol.name == "symbol" {
      symbols[symbol.attributes["id"] ?? ""] =
        symbol.first("path").map { VectorPath($0.attributes["d"] ?? "") }
    }
  }

  /// Stands in a line of text.
  ///
  /// - Parameter ids: The last one given; no two shapes of a document have the same.
  func markup(counting ids: inout Int) -> Markup {
    var drawing = self
    drawing.id = ids + 1
    let id = drawing.id
    var shapes = Markup()
    if !svg.classes.contains("swatch") { shapes += drawing.ground }
    shapes += drawing.shapes(in: svg, [], Offset())
    ids = drawing.id
    let width = "\(emu(box.width))"
    let height = "\(emu(box.height))"
    return tag("mc:AlternateContent") {
      tag("mc:Choice", ["Requires": "wpg"]) {
        tag("w:drawing") {
          tag("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) {
            leaf("wp:extent", ["cx": width, "cy": height])
            leaf("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"])
            leaf(
              "wp:docPr",
              [
                "id": "\(id)", "name": "Drawing \(id)",
                "descr": svg.attributes["aria-label"] ?? "",
              ])
            leaf("wp:cNvGraphicFramePr")
            tag("a:graphic") {
              tag("a:graphicData", ["uri": WordNamespaces.group]) {
                tag("wpg:wgp") {
                  leaf("wpg:cNvGrpSpPr")
                  tag("wpg:grpSpPr") {
                    tag("a:xfrm") {
                      leaf("a:off", ["x": "0", "y": "0"])
                        + leaf("a:ext", ["cx": width, "cy": height])
                      leaf("a:chOff", ["x": "0", "y": "0"])
                      leaf("a:chExt", ["cx": width, "cy": height])
                    }
                  }
                  shapes
                }
              }
            }
          }
        }
      }
    }
  }

  private func emu(_ units: Double) -> Int { Int((units * unit).rounded()) }

  // MARK: Elements

  private struct Offset {
    var x = 0.0
    var y = 0.0
  }

  private mutating func shapes(
    in element: MarkupElement, _ classes: [Substring], _ offset: Offset
  ) -> Markup {
    var markup = Markup()
    for part in element.elements where part.name != "defs" {
      let inner = classes + part.classes
      let at = Offset(
        x: offset.x + number("x", of: part), y: offset.y + number("y", of: part))
      switch part.name {
      case "g": markup += shapes(in: part, inner, moved(offset, by: part))
      case "path":
        let path = VectorPath(part.attributes["d"] ?? "")
        let label = part.first("title")?.text
        markup += shape(path.moved(x: offset.x, y: offset.y), inner, named: label)
      case "use":
        let symbol = symbols[String((part.attributes["href"] ?? "").dropFirst())]
        if let symbol {
          markup += shape(symbol.moved(x: at.x, y: at.y), inner, named: part.first("title")?.text)
        }
      case "text": markup += label(part.text, at)
      default: break
      }
    }
    return markup
  }

  private func number(_ name: String, of element: MarkupElement) -> Double {
    element.attributes[name].flatMap { Double($0) } ?? 0
  }

  /// `translate(9730 500)`
  private func moved(_ offset: Offset, by element: MarkupElement) -> Offset {
    guard let transform = element.attributes["transform"] else { return offset }
    let numbers = transform.split { !$0.isNumber && $0 != "-" && $0 != "." }
      .compactMap { Double($0) }
    guard numbers.count == 2 else { return offset }
    return Offset(x: offset.x + numbers[0], y: offset.y + numbers[1])
  }

  // MARK: Shapes

  private var ground: Markup {
    mutating get {
      let path = VectorPath("M0 0H\(Int(box.width))V\(Int(box.height))H0z")
      return shape(path, look: .map, named: nil)
    }
  }

  private mutating func shape(
    _ path: VectorPath, _ classes: [Substring], named name: String?
  ) -> Markup {
    guard let look = DrawingLook.of(classes) else { return Markup() }
    let isSwatch = svg.classes.contains("swatch")
    let shown = isSwatch ? path : path.clipped(width: box.width, height: box.height)
    return shape(shown, look: look, named: name)
  }

  private mutating func shape(
    _ path: VectorPath, look: DrawingLook, named name: String?
  ) -> Markup {
    let points = path.rings.flatMap(\.points)
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return Markup() }
    let (x, y) = (emu(left - box.x), emu(top - box.y))
    let (width, height) = (emu(right - box.x) - x, emu(bottom - box.y) - y)
    func place(_ point: VectorPath.Point) -> Markup {
      leaf(
        "a:pt", ["x": "\(emu(point.x - box.x) - x)", "y": "\(emu(point.y - box.y) - y)"])
    }
    return tag("wps:wsp") {
      identity(name)
      leaf("wps:cNvSpPr")
      tag("wps:spPr") {
        frame(x: x, y: y, width: width, height: height)
        if path.isCircle {
          tag("a:prstGeom", ["prst": "ellipse"]) { leaf("a:avLst") }
        } else {
          tag("a:custGeom") {
            leaf("a:avLst") + leaf("a:gdLst") + leaf("a:ahLst") + leaf("a:cxnLst")
            leaf("a:rect", ["l": "0", "t": "0", "r": "r", "b": "b"])
            tag("a:pathLst") {
              tag("a:path", ["w": "\(width)", "h": "\(height)"]) {
                for ring in path.rings {
                  tag("a:moveTo") { place(ring.points[0]) }
                  for point in ring.points.dropFirst() { tag("a:lnTo") { place(point) } }
                  if ring.isClosed { leaf("a:close") }
                }
              }
            }
          }
        }
        look.markup(unit: Self.lineUnit)
      }
      leaf("wps:bodyPr")
    }
  }

  private mutating func identity(_ name: String?) -> Markup {
    id += 1
    return leaf("wps:cNvPr", ["id": "\(id)", "name": name ?? "Shape \(id)"])
  }

  private func frame(x: Int, y: Int, width: Int, height: Int) -> Markup {
    tag("a:xfrm") {
      leaf("a:off", ["x": "\(x)", "y": "\(y)"])
      leaf("a:ext", ["cx": "\(width)", "cy": "\(height)"])
    }
  }

  /// A text in the middle over a point, on a ground that lets it be read.
  private mutating func label(_ words: String, _ at: Offset) -> Markup {
    // In units of the map, a little wider than the letters.
    let width = words.reduce(140.0) { $0 + ($1.isASCII ? 90 : 155) }
    let height = 210.0
    var text = WordText(language)
    text.append(words, WordLook())
    return tag("wps:wsp") {
      identity(words)
      leaf("wps:cNvSpPr", ["txBox": "1"])
      tag("wps:spPr") {
        frame(
          x: emu(at.x - width / 2 - box.x), y: emu(at.y - 165 - box.y), width: emu(width),
          height: emu(height))
        tag("a:prstGeom", ["prst": "rect"]) { leaf("a:avLst") }
        tag("a:solidFill") {
          tag("a:srgbClr", ["val": "FFFFFF"]) { leaf("a:alpha", ["val": "60000"]) }
        }
        tag("a:ln") { leaf("a:noFill") }
      }
      tag("wps:txbx") {
        tag("w:txbxContent") {
          tag("w:p") {
            WordParagraph(.mapText).properties
            text.markup
          }
        }
      }
      tag(
        "wps:bodyPr",
        [
          "wrap": "none", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": "ctr",
        ]
      ) { leaf("a:noAutofit") }
    }
  }
}
