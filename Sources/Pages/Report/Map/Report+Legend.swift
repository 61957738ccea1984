internal import Compliance
internal import Planning
internal import Wording

extension Report {
  /// What the colours and signs of the map stand for.
  func legend(_ parcels: ParcelLayer, _ classes: ParcelClasses) -> Markup {
    let hasFacilities = city.facilities.count <= Self.mostSymbols
    return tag("ul", ["class": "legend"]) {
      parcelEntries(parcels, classes)
      if hasFacilities { facilityEntries }
    }
      + tag("p", ["class": "small"]) {
        if let size = parcels.cellSize {
          let length = NumberWords.length(metres: size)
          say(
            "Too many parcels to draw one by one: each square of \(length) shows the share of its"
              + " parcels that fail. ",
            "小区数量较多，不逐一绘制：每个边长\(length)的方格表示其中不符合的小区占比。")
        } else {
          say(
            "Numbers in the legend: binding and expected clauses that a parcel fails. ",
            "图例数字为小区不符合的强制性与预期性条款数。")
        }
        if !hasFacilities {
          say("Facilities are left out: too many for a page. ", "设施数量较多，图中未绘制。")
        }
        say(
          "North is that of the working grid. Outlines are simplified for the page.",
          "北向为工作坐标系纵轴方向；图形轮廓已为版面简化。")
      }
  }

  private func parcelEntries(_ parcels: ParcelLayer, _ classes: ParcelClasses) -> Markup {
    guard parcels.cellSize == nil else {
      return Markup.joined(
        shareLabels.enumerated().map { index, label in
          tag("li") {
            swatch("cell share\(index)")
            label
          }
        })
    }
    return Markup.joined(
      ParcelClass.allCases.reversed().map { parcelClass in
        tag("li") {
          swatch(parcelClass.rawValue)
          classes.label(parcelClass, self)
        }
      })
  }

  private var facilityEntries: Markup {
    Markup.joined(
      usedSymbols.map { symbol in
        tag("li") {
          facilitySwatch("ok", symbol)
          say(symbol.label)
        }
      })
      + tag("li") {
        facilitySwatch("fail", MapSymbol.all[0])
        say("facility that fails a clause about it", "不符合自身要求的设施")
      }
  }

  private func facilitySwatch(_ style: String, _ symbol: MapSymbol) -> Markup {
    tag("svg", ["class": "swatch", "viewBox": "-110 -110 220 220"]) {
      tag("g", ["class": "facilities"]) {
        tag("path", ["class": style, "d": symbol.path]) {}
      }
    }
  }

  private func swatch(_ name: String) -> Markup {
    tag("svg", ["class": "swatch", "viewBox": "0 0 160 120"]) {
      tag("g", ["class": "parcels \(name)"]) {
        tag("path", ["class": name, "d": "M4 4h152v112h-152z"]) {}
      }
    }
  }

  private var shareLabels: [String] {
    [
      say("none fails", "全部未见不符合"), say("up to 25% fail", "不符合≤25%"), say("to 50%", "≤50%"),
      say("to 75%", "≤75%"), say("more", ">75%"),
    ]
  }
}
