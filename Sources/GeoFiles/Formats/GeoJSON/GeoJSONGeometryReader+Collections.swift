import Documents
import Planar

extension GeoJSONGeometryReader {
  /// The simple geometries in a collection, found before any is read.
  private struct Leaf {
    let place: String
    let members: Members
    let type: GeometryType
  }

  /// Reads the polygons, else the lines, else the points: a row has geometry of one dimension.
  func readCollection(
    _ tape: JSONTape, _ index: Int, _ members: Members, at place: String
  ) throws(GeometryFault) -> GeometryKind {
    var leaves: [Leaf] = []
    try collect(tape, members, at: place, into: &leaves)
    guard let dimension = leaves.map(\.type.dimension).max() else {
      throw GeometryFault(place + ".geometries", "the collection is empty", lack: .empty)
    }
    let kept = leaves.filter { $0.type.dimension == dimension }
    if kept.count < leaves.count {
      let others = Set(leaves.map(\.type.dimension)).subtracting([dimension])
      let names: FaultText =
        others == [0, 1] ? "lines and points" : others == [1] ? "lines" : "points"
      let own: FaultText = dimension == 2 ? "polygons" : "lines"
      remark(
        place,
        "the collection mixes kinds; its \(own) are kept, its \(names) (\(leaves.count - kept.count)) left out"
      )
    }
    for leaf in kept { _ = try readCoordinates(tape, leaf.members, leaf.type, at: leaf.place) }
    let isSingle = kept.count == 1 && kept[0].type.value == kept[0].type.single
    let single = kept[0].type.single
    return isSingle ? single : single.multiple
  }

  private func collect(
    _ tape: JSONTape, _ members: Members, at place: String, into leaves: inout [Leaf]
  ) throws(GeometryFault) {
    guard let geometries = members.geometries else {
      throw GeometryFault(place, "has no member \"geometries\"")
    }
    let list = place + ".geometries"
    guard tape.tag(geometries) == JSONTape.Tag.openArray else {
      throw GeometryFault(list, "is \(tape.kindName(geometries)), not an array of geometries")
    }
    var at = geometries + 1
    var count = 0
    while tape.tag(at) != JSONTape.Tag.closeArray {
      let item = "\(list)[\(count)]"
      if tape.tag(at) == JSONTape.Tag.null {
        remark(item, "the part is empty; it is left out")
        at = tape.after(at)
        count += 1
        continue
      }
      let inner = try self.members(tape, at, at: item)
      let type = try kind(tape, inner, at: item)
      if type.value == nil {
        remark(item, "a collection within a collection should be avoided; it was taken apart")
        try collect(tape, inner, at: item, into: &leaves)
      } else if let message = faultOfLeaf(tape, inner, type) {
        remark(item, "\(message); it is left out")
      } else {
        leaves.append(Leaf(place: item, members: inner, type: type))
      }
      at = tape.after(at)
      count += 1
    }
  }

  /// What costs a geometry its place in a collection; `nil`: nothing.
  private func faultOfLeaf(
    _ tape: JSONTape, _ members: Members, _ type: GeometryType
  ) -> FaultText? {
    guard let coordinates = members.coordinates else { return nil }
    if isEmpty(tape, coordinates) { return "the part is empty" }
    return type.value == .polygon ? shortShell(tape, coordinates) : nil
  }
}
