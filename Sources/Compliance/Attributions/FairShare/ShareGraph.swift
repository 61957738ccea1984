/// Who reaches what among some parcels and facilities, by local numbers, in compressed rows on
/// both sides.
struct ShareGraph: Sendable {
  /// Global number of each parcel.
  let parcels: [Int32]
  /// Global number of each facility.
  let facilities: [Int32]
  /// Parcels + 1 entries: edges of parcel `i`.
  let offsets: [Int32]
  /// By edge: its facility, by local number.
  let targets: [Int32]
  /// Facilities + 1 entries into `edgesByFacility`.
  let facilityOffsets: [Int32]
  /// Edges grouped by facility.
  let edgesByFacility: [Int32]
  /// By edge: its parcel.
  let sources: [Int32]

  init(parcels: [Int32], facilities: [Int32], offsets: [Int32], targets: [Int32]) {
    self.parcels = parcels
    self.facilities = facilities
    self.offsets = offsets
    self.targets = targets
    var counts = [Int32](repeating: 0, count: facilities.count + 1)
    for target in targets { counts[Int(target) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    facilityOffsets = counts
    var next = counts
    var grouped = [Int32](repeating: 0, count: targets.count)
    var sources = [Int32](repeating: 0, count: targets.count)
    for parcel in parcels.indices {
      for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
        sources[edge] = Int32(parcel)
        let target = Int(targets[edge])
        grouped[Int(next[target])] = Int32(edge)
        next[target] += 1
      }
    }
    edgesByFacility = grouped
    self.sources = sources
  }

  /// The part of the graph between the parcels and the facilities that are kept.
  func part(keepingParcels: [Bool], facilities keptFacilities: [Bool]) -> ShareGraph {
    var newParcels: [Int32] = []
    var newFacilities: [Int32] = []
    var number = [Int32](repeating: -1, count: facilities.count)
    for facility in facilities.indices where keptFacilities[facility] {
      number[facility] = Int32(newFacilities.count)
      newFacilities.append(facilities[facility])
    }
    var newOffsets: [Int32] = [0]
    var newTargets: [Int32] = []
    for parcel in parcels.indices where keepingParcels[parcel] {
      newParcels.append(parcels[parcel])
      for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
        let target = number[Int(targets[edge])]
        if target >= 0 { newTargets.append(target) }
      }
      newOffsets.append(Int32(newTargets.count))
    }
    return ShareGraph(
      parcels: newParcels, facilities: newFacilities, offsets: newOffsets, targets: newTargets)
  }

  /// The connected parts; facilities that nobody reaches are in none. Ordered by their first
  /// parcel.
  func components() -> [ShareGraph] {
    var componentOfParcel = [Int32](repeating: -1, count: parcels.count)
    var componentOfFacility = [Int32](repeating: -1, count: facilities.count)
    var count: Int32 = 0
    var queue: [Int] = []
    for start in parcels.indices where componentOfParcel[start] < 0 {
      componentOfParcel[start] = count
      queue = [start]
      while let parcel = queue.popLast() {
        for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
          let facility = Int(targets[edge])
          if componentOfFacility[facility] >= 0 { continue }
          componentOfFacility[facility] = count
          for other in Int(facilityOffsets[facility])..<Int(facilityOffsets[facility + 1]) {
            let neighbour = Int(sources[Int(edgesByFacility[other])])
            if componentOfParcel[neighbour] < 0 {
              componentOfParcel[neighbour] = count
              queue.append(neighbour)
            }
          }
        }
      }
      count += 1
    }
    if count <= 1 { return parcels.isEmpty ? [] : [self] }
    // One pass over all edges, whatever the number of parts.
    var members = [[Int]](repeating: [], count: Int(count))
    for parcel in parcels.indices { members[Int(componentOfParcel[parcel])].append(parcel) }
    var local = [Int32](repeating: 0, count: facilities.count)
    var facilitiesOf = [[Int32]](repeating: [], count: Int(count))
    for facility in facilities.indices where componentOfFacility[facility] >= 0 {
      let component = Int(componentOfFacility[facility])
      local[facility] = Int32(facilitiesOf[component].count)
      facilitiesOf[component].append(facilities[facility])
    }
    return members.indices.map { component in
      var newOffsets: [Int32] = [0]
      var newTargets: [Int32] = []
      for parcel in members[component] {
        for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
          newTargets.append(local[Int(targets[edge])])
        }
        newOffsets.append(Int32(newTargets.count))
      }
      return ShareGraph(
        parcels: members[component].map { parcels[$0] }, facilities: facilitiesOf[component],
        offsets: newOffsets, targets: newTargets)
    }
  }
}
