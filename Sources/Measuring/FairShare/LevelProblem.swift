/// One step of the decomposition: some parcels, and all that they may still use.
struct LevelProblem {
  private let graph: ShareGraph
  private let needs: [Int128]
  private let assured: [Int128]
  private let capacities: [Int128]
  private let need: Int128
  private let supply: Int128

  init(_ graph: ShareGraph, _ amounts: ShareAmounts) {
    self.graph = graph
    needs = graph.parcels.map { amounts.needs[Int($0)] }
    assured = graph.parcels.map { amounts.assured[Int($0)] }
    capacities = graph.facilities.map { amounts.capacities[Int($0)] }
    need = needs.reduce(0, +)
    supply = capacities.reduce(0, +)
  }

  /// The highest common ratio, at most 1, for which there would be enough if all could use all:
  /// each gets its need times the ratio, or what it is assured if that is more.
  var level: FairShare.Ratio {
    if need <= supply { return .one }
    // Parcels start to rise where they get more than they are assured; nearly all from zero.
    let late = needs.indices.filter { assured[$0] > 0 }
      .map { (index: $0, start: FairShare.Ratio(assured[$0], needs[$0])) }
      .sorted { $0.start < $1.start }
    var rising = need
    var left = supply
    for (index, _) in late {
      rising -= needs[index]
      left -= assured[index]
    }
    for (index, start) in late {
      if rising > 0 {
        let level = FairShare.Ratio(left, rising)
        if level < start { return level }
      }
      rising += needs[index]
      left += assured[index]
    }
    return FairShare.Ratio(left, rising)
  }

  /// What a parcel gets at a level, over its need.
  func ratio(of index: Int, at level: FairShare.Ratio) -> FairShare.Ratio {
    if assured[index] == 0 { return level }
    return max(level, FairShare.Ratio(assured[index], needs[index]))
  }

  /// Whether a level can be delivered.
  enum Service {
    case short(ShareGraph.Classes)
    /// Where there is not enough for all needs: who shares what, by class.
    case all(bottlenecks: ShareGraph.Classes?)
  }

  func served(to level: FairShare.Ratio) -> Service {
    switch width(
      needsTimes: max(level.numerator, level.denominator), suppliesTimes: level.denominator)
    {
    case .narrow: served(to: level, in: Int64.self)
    case .wide: served(to: level, in: Int128.self)
    case .widest: served(to: level, in: WideAmount.self)
    }
  }

  /// The facilities that would be loaded alike if all could use all.
  var meanLoad: FairShare.Ratio { FairShare.Ratio(need, supply) }

  /// The smallest cut where needs cannot be met at a load; `nil` where they can.
  func cut(atLoad load: FairShare.Ratio) -> ShareGraph.Classes? {
    switch width(needsTimes: load.denominator, suppliesTimes: load.numerator) {
    case .narrow: cut(atLoad: load, in: Int64.self)
    case .wide: cut(atLoad: load, in: Int128.self)
    case .widest: cut(atLoad: load, in: WideAmount.self)
    }
  }

  private func served<Value: ShareAmount>(
    to level: FairShare.Ratio, in type: Value.Type
  ) -> Service {
    let flow = ShareFlow(
      graph,
      wanted: needs.indices.map { index in
        let wanted = Value(needs[index], times: level.numerator)
        if assured[index] == 0 { return wanted }
        return max(wanted, Value(assured[index], times: level.denominator))
      },
      capacity: capacities.map { Value($0, times: level.denominator) })
    guard flow.isComplete else { return .short(flow.cut) }
    guard need > supply else { return .all(bottlenecks: nil) }
    return .all(bottlenecks: bottlenecks(flow, at: level))
  }

  /// From the lowest ratio up: parcels that cannot rise above it, and what they share with parcels
  /// of that and lower ratios only. Parcels that lack nothing are in none.
  private func bottlenecks<Value>(
    _ flow: ShareFlow<Value>, at level: FairShare.Ratio
  ) -> ShareGraph.Classes {
    let ratios = needs.indices.map { ratio(of: $0, at: level) }
    let seeds = ratios.indices.filter { ratios[$0] != .one }.sorted {
      (ratios[$0], $0) < (ratios[$1], $1)
    }
    var turns: [Int32] = []
    for (index, seed) in seeds.enumerated() {
      let isNew = index > 0 && ratios[seed] != ratios[seeds[index - 1]]
      turns.append((turns.last ?? 0) + (isNew ? 1 : 0))
    }
    var classes = flow.found(by: seeds.map { Int32($0) }, turns: turns)
    for index in ratios.indices where ratios[index] == .one { classes.ofParcel[index] = -1 }
    return classes
  }

  private func cut<Value: ShareAmount>(
    atLoad load: FairShare.Ratio, in type: Value.Type
  ) -> ShareGraph.Classes? {
    // Needs times the denominator, capacities times the numerator: whole numbers again.
    let flow = ShareFlow(
      graph, wanted: needs.map { Value($0, times: load.denominator) },
      capacity: capacities.map { Value($0, times: load.numerator) })
    return flow.isComplete ? nil : flow.cut
  }

  private enum Width { case narrow, wide, widest }

  /// Machine words where they do, which is nearly always, and is several times as fast.
  private func width(needsTimes first: Int128, suppliesTimes second: Int128) -> Width {
    func bits(_ number: Int128) -> Int { Int128.bitWidth - number.leadingZeroBitCount }
    let most = max(bits(need) + bits(first), bits(supply) + bits(second))
    return most < Int64.bitWidth ? .narrow : most < Int128.bitWidth ? .wide : .widest
  }
}
