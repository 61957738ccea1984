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
          say(ReportWords.squares(of: length))
        } else {
          say(ReportWords.numbersInLegend)
          if !rankedParcels().isEmpty { say(ReportWords.worstNumbers) }
        }
        if !hasFacilities {
          say(ReportWords.facilitiesLeftOut)
        }
        say(ReportWords.aboutTheDrawing)
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
        say(ReportWords.failingFacility)
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

  private var shareLabels: [String] { ReportWords.shares.map { say($0) } }
}
