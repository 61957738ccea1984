/// Who reaches what among some parcels and facilities, by local numbers, in compressed rows on
/// both sides.
struct ShareGraph: Sendable {
  /// Global number of each parcel, ascending.
  let parcels: [Int32]
  /// Global number of each facility, ascending.
  let facilities: [Int32]
  /// Parcels + 1 entries: edges of parcel `i`.
  let offsets: [Int32]
  /// By edge: its facility.
  let targets: [Int32]
  /// By edge: its place among the edges by facility.
  let places: [Int32]
  /// Facilities + 1 entries: places of facility `j`.
  let facilityOffsets: [Int32]
  /// By place: its parcel.
  let sources: [Int32]

  init(parcels: [Int32], facilities: [Int32], offsets: [Int32], targets: [Int32]) {
    self.parcels = parcels
    self.facilities = facilities
    self.offsets = offsets
    self.targets = targets
    var starts = [Int32](repeating: 0, count: facilities.count + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    facilityOffsets = starts
    var places = [Int32](repeating: 0, count: targets.count)
    var sources = places
    for parcel in parcels.indices {
      for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
        let target = Int(targets[edge])
        let place = starts[target]
        starts[target] += 1
        places[edge] = place
        sources[Int(place)] = Int32(parcel)
      }
    }
    self.places = places
    self.sources = sources
  }

  /// How much work a part is.
  var size: Int { targets.count + parcels.count }

  /// Edges of a parcel.
  func edges(of parcel: Int) -> Range<Int> {
    Int(offsets[parcel])..<Int(offsets[parcel + 1])
  }

  /// Places of a facility.
  func places(of facility: Int) -> Range<Int> {
    Int(facilityOffsets[facility])..<Int(facilityOffsets[facility + 1])
  }

  /// Parcels, and the facilities that they may still use: those of their own class. -1: left out.
  struct Classes: Sendable {
    var ofParcel: [Int32]
    var ofFacility: [Int32]
  }

  /// The connected parts; facilities that nobody uses are in none. Ordered by their first parcel.
  func parts() -> [ShareGraph] {
    parts(
      Classes(
        ofParcel: Array(repeating: 0, count: parcels.count),
        ofFacility: Array(repeating: 0, count: facilities.count)))
  }

  /// The connected parts of all classes.
  func parts(_ classes: Classes) -> [ShareGraph] {
    let marks = marks(classes)
    if marks.count == 1, !marks.ofParcel.contains(-1), !marks.ofFacility.contains(-1) {
      return [self]
    }
    // One pass over all edges, whatever the number of parts.
    var pieces = [Piece](repeating: Piece(), count: marks.count)
    var local = [Int32](repeating: 0, count: facilities.count)
    for facility in facilities.indices where marks.ofFacility[facility] >= 0 {
      let part = Int(marks.ofFacility[facility])
      local[facility] = Int32(pieces[part].facilities.count)
      pieces[part].facilities.append(facilities[facility])
    }
    for parcel in parcels.indices where marks.ofParcel[parcel] >= 0 {
      let part = Int(marks.ofParcel[parcel])
      pieces[part].parcels.append(parcels[parcel])
      for edge in edges(of: parcel) {
        let target = Int(targets[edge])
        if classes.ofParcel[parcel] == classes.ofFacility[target] {
          pieces[part].targets.append(local[target])
        }
      }
      pieces[part].offsets.append(Int32(pieces[part].targets.count))
    }
    return pieces.map { piece in
      ShareGraph(
        parcels: piece.parcels, facilities: piece.facilities, offsets: piece.offsets,
        targets: piece.targets)
    }
  }

  private struct Piece {
    var parcels: [Int32] = []
    var facilities: [Int32] = []
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
  }

  /// The number of the part that each parcel and each facility is in; -1: in none.
  private func marks(_ classes: Classes) -> (count: Int, ofParcel: [Int32], ofFacility: [Int32]) {
    var ofParcel = [Int32](repeating: -1, count: parcels.count)
    var ofFacility = [Int32](repeating: -1, count: facilities.count)
    var count: Int32 = 0
    var waiting: [Int32] = []
    for start in parcels.indices where ofParcel[start] < 0 && classes.ofParcel[start] >= 0 {
      ofParcel[start] = count
      waiting.append(Int32(start))
      let own = classes.ofParcel[start]
      while let parcel = waiting.popLast() {
        for edge in edges(of: Int(parcel)) {
          let facility = Int(targets[edge])
          if ofFacility[facility] >= 0 || classes.ofFacility[facility] != own { continue }
          ofFacility[facility] = count
          for place in places(of: facility) {
            let neighbour = Int(sources[place])
            if ofParcel[neighbour] < 0, classes.ofParcel[neighbour] == own {
              ofParcel[neighbour] = count
              waiting.append(Int32(neighbour))
            }
          }
        }
      }
      count += 1
    }
    return (Int(count), ofParcel, ofFacility)
  }
}
