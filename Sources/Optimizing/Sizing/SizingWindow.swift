/// A part of an answer that is made anew at once: the sizes of some sites, and whom they serve, as a small integer program.
///
/// What sites outside serve stays as it is; room that they have to spare is there for the parcels of the window. So every
/// answer of the program is one of the whole problem, and today's sizes are one of them.
///
/// Sources: Shaw, *Using constraint programming and local search methods to solve vehicle routing problems*, 1998; Danna,
/// Rothberg & Le Pape, *Exploring relaxation induced neighborhoods to improve MIP solutions*, 2005.
struct SizingWindow: Sendable {
  /// Sites whose sizes are open, ascending.
  let sites: [Int32]
  private(set) var program = IntegerProgram()
  /// Column values of today's sizes and flow.
  private(set) var start: [Double] = []
  /// By site of the window, the least size that it must have, and the columns of the larger ones.
  private let least: [Int32]
  private var columns: [Range<Int32>] = []
  private var places: [Int32: Int] = [:]

  private typealias Entry = IntegerProgram.Entry

  /// - Parameter state: That serves everybody.
  init(_ state: FlowState, sites: [Int32]) {
    let model = state.model
    self.sites = sites.sorted()
    least = self.sites.map { model.least[Int($0)] }
    for (place, site) in self.sites.enumerated() { places[site] = place }
    for site in self.sites { addSizes(state, Int(site)) }
    for layer in 0..<model.layerCount {
      if model.isCover[layer] { addCover(state, layer) } else { addFlow(state, layer) }
    }
    addExclusions(state)
  }

  /// What a site costs beyond the least size that it must have.
  private mutating func addSizes(_ state: FlowState, _ site: Int) {
    let model = state.model
    let first = Int32(program.columnCount)
    let forced = Int(model.least[site])
    for size in (forced + 1)..<(model.largest(of: site) + 1) {
      let cost = model.cost(of: site, size: size) - model.cost(of: site, size: forced)
      _ = program.addColumn(cost: Double(cost), in: 0...1, isInteger: true)
      start.append(Int32(size) == state.size[site] ? 1 : 0)
    }
    columns.append(first..<Int32(program.columnCount))
    if columns[columns.count - 1].count > 1 {
      program.addRow(first..<Int32(program.columnCount), atMost: 1)
    }
  }

  /// Whoever is in reach of no open site outside needs one of the window.
  private mutating func addCover(_ state: FlowState, _ layer: Int) {
    let model = state.model
    var isSeen: Set<Int> = []
    for site in sites where state.size[site] >= 0 {
      for parcel in model.parcels(inReachOf: model.port(of: Int(site), in: layer))
      where model.needs[parcel] > 0 && isSeen.insert(parcel).inserted {
        if let row = coverRow(state, parcel, layer) { program.addRow(row, atLeast: 1) }
      }
    }
  }

  /// `nil`: covered whatever the window does.
  private func coverRow(_ state: FlowState, _ parcel: Int, _ layer: Int) -> [Entry]? {
    let model = state.model
    var row: [Entry] = []
    for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
      let port = Int(model.edgePorts[Int(edge)])
      guard let place = places[model.portSites[port]] else {
        if state.room[port] > 0 { return nil }
        continue
      }
      let site = Int(sites[place])
      if model.capacity(of: site, size: Int(least[place]), in: layer) > 0 { return nil }
      for (offset, column) in columns[place].enumerated()
      where model.capacity(of: site, size: Int(least[place]) + 1 + offset, in: layer) > 0 {
        row.append((column, 1))
      }
    }
    return row
  }

  /// What parcels get from the window's sites they get from those, or from spare room outside.
  private mutating func addFlow(_ state: FlowState, _ layer: Int) {
    var wanted: [Int: Int64] = [:]
    for site in sites {
      let port = state.model.port(of: Int(site), in: layer)
      for place in 0..<state.portActiveCount[port] {
        let edge = state.portActive[state.portStarts[port] + place]
        wanted[Int(state.edgeParcels[edge]), default: 0] += state.flow[edge]
      }
    }
    var taken: [Int: [Entry]] = [:]
    for (parcel, need) in wanted.sorted(by: { $0.key < $1.key }) {
      addNeed(state, parcel, need: need, &taken)
    }
    for (port, row) in taken.sorted(by: { $0.key < $1.key }) {
      addRoom(state, port, in: layer, row)
    }
  }

  private mutating func addNeed(
    _ state: FlowState, _ parcel: Int, need: Int64, _ taken: inout [Int: [Entry]]
  ) {
    let model = state.model
    var row: [Entry] = []
    for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
      let port = Int(model.edgePorts[Int(edge)])
      let isInside = places[model.portSites[port]] != nil
      guard isInside || state.room[port] > state.load[port] else { continue }
      let column = program.addColumn(cost: 0, in: 0...Double(need), isInteger: false)
      start.append(isInside ? Double(state.flow[Int(edge)]) : 0)
      row.append((column, 1))
      taken[port, default: []].append((column, 1))
    }
    program.addRow(row, atLeast: Double(need))
  }

  private mutating func addRoom(_ state: FlowState, _ port: Int, in layer: Int, _ row: [Entry]) {
    let model = state.model
    guard let place = places[model.portSites[port]] else {
      return program.addRow(row, atMost: Double(state.room[port] - state.load[port]))
    }
    let site = Int(sites[place])
    let given = model.capacity(of: site, size: Int(least[place]), in: layer)
    let sizes = columns[place].enumerated().map { offset, column -> Entry in
      let more = model.capacity(of: site, size: Int(least[place]) + 1 + offset, in: layer)
      return (column, Double(given - more))
    }
    program.addRow(row + sizes, atMost: Double(given))
  }

  private mutating func addExclusions(_ state: FlowState) {
    let model = state.model
    let concerned = Set(sites.flatMap { model.exclusionsOfSite[Int($0)] }).sorted()
    for exclusion in concerned.map({ Int($0) }) {
      var room = model.exclusionLimits[exclusion]
      var row: [Int32] = []
      for site in model.exclusionSites[exclusion] {
        if let place = places[site], least[place] < 0 {
          row += columns[place]
        } else if state.size[site] >= 0 {
          room -= 1
        }
      }
      program.addRow(row, atMost: Double(room))
    }
  }

  /// The sizes that column values stand for, by site of the window.
  func sizes(_ values: [Double]) -> [Int32] {
    columns.indices.map { place in
      let chosen = columns[place].firstIndex { values[Int($0)] > 0.5 }
      return chosen.map { least[place] + 1 + Int32($0 - columns[place].startIndex) }
        ?? least[place]
    }
  }
}
