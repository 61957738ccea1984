/// What one region costs at the least, as an integer program: its sites at whole sizes, its existing servers, and the
/// parcels that they reach.
///
/// A parcel that only the region reaches must be served here. One that others reach as well is served if it pays: the
/// price of its need, to every region that serves it.
struct RegionProgram: Sendable {
  private(set) var program = IntegerProgram()
  /// Sites, and the columns of their sizes above the least that they must have.
  let sites: [Int]
  private(set) var columns: [Range<Int32>] = []
  /// What the sizes cost that the sites must have.
  private(set) var forced: Int64 = 0

  private typealias Entry = IntegerProgram.Entry

  /// - Parameters:
  ///   - regions: By port, its region.
  ///   - prices: By parcel, in parts of a unit of cost.
  init(_ model: SizingModel, _ region: Int32, regions: [Int32], prices: [Int64]) {
    sites = (0..<model.siteCount).filter { site in
      (0..<model.layerCount).contains { regions[model.port(of: site, in: $0)] == region }
    }
    var firsts = [Int32](repeating: 0, count: model.siteCount)
    for site in sites {
      firsts[site] = Int32(program.columnCount)
      addSizes(model, site)
    }
    for layer in 0..<model.layerCount {
      let ports = model.portRange(of: layer).filter { regions[$0] == region }
      let parcels = Set(ports.flatMap { model.parcels(inReachOf: $0) }).sorted()
      var taken: [Int: [Entry]] = [:]
      for parcel in parcels where model.needs[parcel] > 0 {
        let edges = Int(model.parcelStarts[parcel])..<Int(model.parcelStarts[parcel + 1])
        let givers = edges.map { Int(model.edgePorts[$0]) }.filter { model.mayGive($0, in: layer) }
        let own = givers.filter { regions[$0] == region }
        guard !own.isEmpty else { continue }
        let price = Double(prices[parcel]) / Double(PriceBound.scale)
        let pays = own.count < givers.count ? price : nil
        if model.isCover[layer] {
          let all = pays.map { $0 * Double(model.needs[parcel]) }
          cover(own.map { model.giving($0, in: layer, first: firsts) }, pays: all)
        } else {
          serve(Double(model.needs[parcel]), from: own, pays: pays, &taken)
        }
      }
      for (port, row) in taken.sorted(by: { $0.key < $1.key }) {
        addRoom(row, model.sizes(ofPort: port, in: layer, first: firsts))
      }
    }
    addExclusions(model)
  }

  private mutating func addSizes(_ model: SizingModel, _ site: Int) {
    let first = Int32(program.columnCount)
    let least = Int(model.least[site])
    forced += model.cost(of: site, size: least)
    for size in (least + 1)..<(model.largest(of: site) + 1) {
      let cost = model.cost(of: site, size: size) - model.cost(of: site, size: least)
      _ = program.addColumn(cost: Double(cost), in: 0...1, isInteger: true)
    }
    columns.append(first..<Int32(program.columnCount))
    if program.columnCount - Int(first) > 1 {
      program.addRow(first..<Int32(program.columnCount), atMost: 1)
    }
  }

  /// - Parameter givers: Columns of sizes that give anything, by server; `nil`: it gives whatever is built.
  private mutating func cover(_ givers: [[Int32]?], pays price: Double?) {
    var row: [Entry] = []
    for giver in givers {
      guard let giver else {
        // Served for nothing: what it pays is earned in any case.
        if let price { _ = program.addColumn(cost: -price, in: 1...1, isInteger: false) }
        return
      }
      row += giver.map { ($0, 1) }
    }
    guard let price else { return program.addRow(row, atLeast: 1) }
    guard price > 0 else { return }
    let served = program.addColumn(cost: -price, in: 0...1, isInteger: false)
    program.addRow(row + [(served, -1)], atLeast: 0)
  }

  private mutating func serve(
    _ need: Double, from ports: [Int], pays price: Double?, _ taken: inout [Int: [Entry]]
  ) {
    if let price, price <= 0 { return }
    var row: [Entry] = []
    for port in ports {
      let column = program.addColumn(cost: -(price ?? 0), in: 0...need, isInteger: false)
      row.append((column, 1))
      taken[port, default: []].append((column, 1))
    }
    if price == nil {
      program.addRow(row, atLeast: need)
    } else {
      program.addRow(row, atMost: need)
    }
  }

  private mutating func addRoom(_ row: [Entry], _ room: (given: Int64, sizes: [Entry])) {
    program.addRow(row + room.sizes.map { ($0.column, -$0.value) }, atMost: Double(room.given))
  }

  private mutating func addExclusions(_ model: SizingModel) {
    var own: [Int: [Int32]] = [:]
    for (place, site) in sites.enumerated() where model.least[site] < 0 {
      for exclusion in model.exclusionsOfSite[site] {
        own[Int(exclusion), default: []] += columns[place]
      }
    }
    for (exclusion, row) in own.sorted(by: { $0.key < $1.key }) {
      let forced = model.exclusionSites[exclusion].filter { model.least[Int($0)] >= 0 }.count
      program.addRow(row, atMost: Double(model.exclusionLimits[exclusion] - forced))
    }
  }
}

extension SizingModel {
  /// Whether a port ever gives anything.
  func mayGive(_ port: Int, in layer: Int) -> Bool {
    let site = Int(portSites[port])
    guard site >= 0 else { return portFixed[port] > 0 }
    return capacity(of: site, size: largest(of: site), in: layer) > 0
  }

  /// Columns of the sizes at which a port gives anything; `nil`: it does in any case.
  fileprivate func giving(_ port: Int, in layer: Int, first: [Int32]) -> [Int32]? {
    let room = sizes(ofPort: port, in: layer, first: first)
    return room.given > 0 ? nil : room.sizes.filter { $0.value > 0 }.map(\.column)
  }

  /// What a port gives in any case, and by column of a size what it gives beyond that.
  fileprivate func sizes(
    ofPort port: Int, in layer: Int, first: [Int32]
  ) -> (given: Int64, sizes: [IntegerProgram.Entry]) {
    let site = Int(portSites[port])
    guard site >= 0 else { return (portFixed[port], []) }
    let forced = Int(least[site])
    let given = capacity(of: site, size: forced, in: layer)
    let sizes = ((forced + 1)..<(largest(of: site) + 1)).map { size -> IntegerProgram.Entry in
      let more = capacity(of: site, size: size, in: layer) - given
      return (first[site] + Int32(size - forced - 1), Double(more))
    }
    return (given, sizes)
  }
}
