public import Planar

/// What a facility is reached by.
public enum FacilitySite: Sendable, Hashable {
  /// Its entrances, as indices of those of all facilities.
  case entrances(Range<Int>)
  /// All of its area: who stands at its boundary is there.
  case area
  /// The point that it is.
  case place
}

extension Facilities {
  /// By what a facility counts: its entrances, else its area, else its point. A park is not its
  /// middle.
  public func site(of row: Int) -> FacilitySite {
    let own = entranceOffsets[row]..<entranceOffsets[row + 1]
    if !own.isEmpty { return .entrances(own) }
    return rows.geometry.kinds[row].isPolygon ? .area : .place
  }

  /// All of the points that a facility counts by.
  public func siteGeometry(of row: Int) -> Geometry {
    switch site(of: row) {
    case .area: return rows.geometry[row]
    case .place:
      return GeometryColumn(points: [Point(x: rows.placeX[row], y: rows.placeY[row])])[0]
    case .entrances(let own):
      var column = GeometryColumn()
      for entrance in entrances[own] {
        column.appendVertex(x: entrance.x, y: entrance.y)
        column.endRing()
        column.endPart()
      }
      column.endRow(.multiPoint)
      return column[0]
    }
  }

  /// Whether all of them are points without entrances.
  public var arePlaces: Bool {
    entrances.isEmpty && !rows.geometry.kinds.contains(where: \.isPolygon)
  }

  /// Around its geometry, its place and its entrances; empty for a facility without a place.
  public func extent(of row: Int) -> Envelope {
    guard rows.isPlaced(row) else { return .empty }
    var box = rows.geometry.envelope(of: row)
    box.expand(toInclude: rows.placeX[row], rows.placeY[row])
    for entrance in entrances(of: row) {
      box.expand(toInclude: entrance.x, entrance.y)
    }
    return box
  }
}
