/// Branch and bound for the least that is wanting within a budget, above floors: decides small problems.
final class ExactShare {
  private let model: SizingModel
  private let state: FlowState
  private let budget: Int64
  private let order: [Int]
  /// What undecided sites cost at the least, from a depth on.
  private var leastAfter: [Int64]
  private let floors: [Int64]
  private var decidedOpen: [Int]
  private var spent: Int64 = 0
  private var nodes = 0
  private var mostNodes = 0
  private var isCut = false

  private(set) var best: [Int32]
  private(set) var bestShortfall: Int64
  /// Whether all was tried.
  private(set) var isComplete = false

  init(
    _ model: SizingModel, floors: [Int64], budget: Int64,
    known: (sizes: [Int32], shortfall: Int64)
  ) {
    self.model = model
    self.floors = floors
    self.budget = budget
    (best, bestShortfall) = known
    state = FlowState(model.with(needs: floors))
    order = (0..<model.siteCount).sorted {
      let (one, other) = (
        model.cost(of: $0, size: model.largest(of: $0)),
        model.cost(of: $1, size: model.largest(of: $1))
      )
      return one == other ? $0 < $1 : one > other
    }
    leastAfter = [0]
    for site in order.reversed() {
      leastAfter.append(
        leastAfter[leastAfter.count - 1] + model.cost(of: site, size: Int(model.least[site])))
    }
    leastAfter.reverse()
    decidedOpen = Array(repeating: 0, count: model.exclusionSites.count)
  }

  /// Tries all, up to so many nodes.
  func run(nodes: Int, goOn: () -> Bool) {
    mostNodes = nodes
    for site in 0..<model.siteCount { state.resize(site, to: Int32(model.largest(of: site))) }
    serve()
    guard state.shortfall == 0 else {
      isComplete = true
      return
    }
    state.raiseNeeds(to: model.needs)
    serve()
    state.isJournaling = true
    branch(0, goOn)
    isComplete = !isCut
  }

  private func serve() {
    for parcel in state.hungry.members.sorted() { state.pushAll(Int(parcel)) }
  }

  /// Floors first: they may have lost what others have beyond theirs, so that the flow is found from nothing.
  private func isAboveFloors() -> Bool {
    let needs = model.needs
    let isHeld = state.hungry.members.allSatisfy {
      needs[Int($0)] - state.wanting[$0] >= floors[Int($0)]
    }
    if isHeld { return true }
    let other = FlowState(model.with(needs: floors))
    for site in 0..<model.siteCount { other.resize(site, to: state.size[site]) }
    for parcel in other.hungry.members.sorted() { other.pushAll(Int(parcel)) }
    return other.shortfall == 0
  }

  private func branch(_ depth: Int, _ goOn: () -> Bool) {
    nodes += 1
    if nodes > mostNodes || (nodes % 64 == 0 && !goOn()) { isCut = true }
    guard !isCut, spent + leastAfter[depth] <= budget, state.shortfall < bestShortfall,
      isAboveFloors()
    else { return }
    guard depth < order.count else {
      (best, bestShortfall) = (state.size.array, state.shortfall)
      return
    }
    let site = order[depth]
    for size in (model.least[site]..<Int32(model.largest(of: site) + 1)).reversed() {
      let isOpen = size >= 0
      let isFree = model.exclusionsOfSite[site].allSatisfy {
        decidedOpen[Int($0)] < model.exclusionLimits[Int($0)]
      }
      guard !isOpen || isFree else { continue }
      let mark = state.journal.count
      state.resize(site, to: size)
      serve()
      count(site, size, by: 1)
      branch(depth + 1, goOn)
      count(site, size, by: -1)
      state.rollBack(to: mark)
      if isCut { return }
    }
  }

  private func count(_ site: Int, _ size: Int32, by step: Int) {
    spent += Int64(step) * model.cost(of: site, size: Int(size))
    guard size >= 0 else { return }
    for exclusion in model.exclusionsOfSite[site] { decidedOpen[Int(exclusion)] += step }
  }
}
