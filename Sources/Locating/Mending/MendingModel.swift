internal import Compliance
internal import GeoData
internal import Measuring
internal import Optimizing
internal import Planar
internal import Planning
internal import Quantities
internal import Rules

/// What a plan lacks as a covering problem: a layer for each aim, whose servers are the stations.
struct MendingModel {
  /// A layer, with what its clients are.
  struct Layer {
    let aim: Int
    let layer: AmountLayer
    /// By client: row of the plan's parcel, -1: none of the plan's.
    let lots: [Int32]
  }

  var layers: [Layer] = []
  /// By aim of `cover`: by client, where a facility serves it.
  var areas: [Int: [Geometry?]] = [:]
}

/// Builds the layers of aims over some stations.
struct MendingModelBuilder {
  let search: RemedySearch
  let aims: [MendingAim]
  let stations: [Station]
  /// The plan with all new stations in it.
  let probe: Plan
  private let numbers: [String: Int]

  init(_ search: RemedySearch, _ aims: [MendingAim], _ stations: [Station], probe: Plan) {
    self.search = search
    self.aims = aims
    self.stations = stations
    self.probe = probe
    var numbers: [String: Int] = [:]
    let ids = search.plan.facilities.rows.ids
    for (number, station) in stations.enumerated() {
      switch station.change {
      case .new, .broughtForward: numbers[Station.id(of: number)] = number
      case .enlarged(let row): numbers[ids[row]] = number
      }
    }
    self.numbers = numbers
  }

  /// The plan as an aim's clause is asked of it.
  private func standing(_ plan: Plan, _ aim: MendingAim) -> Plan {
    aim.stage.map { plan.standing(after: $0) } ?? plan
  }

  func layer(of number: Int, areas: [Geometry?]?) async throws -> MendingModel.Layer {
    let aim = aims[number]
    switch aim.help {
    case .amount:
      if let shared = try await shared(number, aim) { return shared }
      return own(number, aim)
    case .presence: return own(number, aim)
    case .cover: return try covered(number, aim, areas ?? [])
    }
  }

  /// Whether a clause divides supply among lots, so that a flow tells what is missing.
  private func shared(_ number: Int, _ aim: MendingAim) async throws -> MendingModel.Layer? {
    let standing = standing(probe, aim)
    guard
      let (answer, joined) = try await search.reviewer.terms(
        of: aim.clause.rule, with: standing, search.memory, workers: search.workers)
    else { return nil }
    let clients = answer.needs.indices.filter { answer.needs[$0] ?? 0 > 0 }
    let existing = answer.capacities.indices.filter { answer.capacities[$0] > 0 }
    let unit = ShareUnit(
      needs: clients.map { answer.needs[$0] ?? 0 },
      capacities: existing.map { answer.capacities[$0] }, unit: answer.unit)
    // What a row serves as: what it has, and the station that it is.
    var asExisting = [Int32](repeating: -1, count: answer.capacities.count)
    for (place, row) in existing.enumerated() { asExisting[row] = Int32(place) }
    var asStation = [Int32](repeating: -1, count: answer.capacities.count)
    for (row, id) in zip(joined.planFacilities, standing.facilities.rows.ids) {
      if let station = numbers[id] { asStation[row] = Int32(existing.count + station) }
    }
    let lists = clients.map { parcel -> [Int32] in
      var list: [Int32] = []
      for facility in answer.edges.facilities(of: parcel) {
        let row = Int(facility)
        if asExisting[row] >= 0 { list.append(asExisting[row]) }
        if asStation[row] >= 0 { list.append(asStation[row]) }
      }
      return list.sorted()
    }
    let rows = rowsOfLots(standing)
    let lots = clients.map { parcel in
      let first = joined.planParcels.first ?? 0
      return parcel >= first ? rows[parcel - first] : -1
    }
    return MendingModel.Layer(
      aim: number,
      layer: AmountLayer(
        needs: clients.map { unit.need(answer.needs[$0] ?? 0) },
        reach: ReachLists(lists, siteCount: existing.count + stations.count),
        existing: existing.map { unit.capacity(answer.capacities[$0]) },
        unit: Int64(clamping: max(1, answer.unit / unit.divisor))), lots: lots)
  }

  /// By row of the standing plan its lot's row in the whole plan.
  private func rowsOfLots(_ standing: Plan) -> [Int32] {
    let ids = search.plan.parcels.rows.ids
    guard standing.parcels.count != ids.count else { return ids.indices.map { Int32($0) } }
    let rows = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    return standing.parcels.rows.ids.map { Int32(rows[$0] ?? -1) }
  }

  /// Whether a station stands when an aim is asked.
  private func stands(_ station: Station, _ aim: MendingAim) -> Bool {
    guard let stage = aim.stage else { return true }
    let last = search.plan.phases.last ?? stage
    return station.phase ?? last <= stage
  }

  /// Subjects that lack something of their own, from a station in them, as large as it must be; the plan as a whole from
  /// any.
  private func own(_ number: Int, _ aim: MendingAim) -> MendingModel.Layer {
    let counting = counting(aim)
    var byLot: [Int: [Int32]] = [:]
    var byRow: [String: Int32] = [:]
    let ids = search.plan.facilities.rows.ids
    for station in counting {
      if case .enlarged(let row) = stations[Int(station)].change {
        byRow[ids[row]] = station
      } else {
        byLot[stations[Int(station)].lot, default: []].append(station)
      }
    }
    let subjects = aim.subjects.filter { $0.shortfall ?? Amount(1) > .zero }
    let rows = rowsOfLots(standing(search.plan, aim))
    let lots = subjects.map { $0.table == .parcels ? rows[$0.row] : -1 }
    let lists = zip(subjects, lots).map { subject, lot -> [Int32] in
      guard subject.table == .parcels else { return counting }
      let own = (byLot[Int(lot)] ?? []) + subject.facilities.compactMap { byRow[$0] }
      return Set(own).sorted()
    }
    return MendingModel.Layer(
      aim: number,
      layer: AmountLayer(
        needs: subjects.map { _ in 1 }, reach: ReachLists(lists, siteCount: stations.count),
        isCover: true), lots: lots)
  }

  /// Subjects that are not covered, from stations in whose place one facility covers them.
  private func covered(
    _ number: Int, _ aim: MendingAim, _ areas: [Geometry?]
  ) throws -> MendingModel.Layer {
    let counting = counting(aim).filter {
      if case .enlarged = stations[Int($0)].change { false } else { true }
    }
    let places = ServingArea(
      reviewer: search.reviewer, plan: search.plan, workers: search.workers)
    let rows = rowsOfLots(standing(search.plan, aim))
    let subjects = aim.subjects
    let lists = try subjects.indices.map { client -> [Int32] in
      guard client < areas.count, let area = areas[client] else { return [] }
      return try counting.filter {
        let station = stations[Int($0)]
        return try places.contains(area, x: station.x, y: station.y)
      }
    }
    return MendingModel.Layer(
      aim: number,
      layer: AmountLayer(
        needs: subjects.map { _ in 1 }, reach: ReachLists(lists, siteCount: stations.count),
        isCover: true),
      lots: subjects.map { $0.table == .parcels ? rows[$0.row] : -1 })
  }

  /// The stations that count for an aim, ascending.
  private func counting(_ aim: MendingAim) -> [Int32] {
    let kinds = search.reviewer.vocabulary.descendants(of: aim.choice.kinds)
    return stations.indices.filter {
      kinds.contains(stations[$0].kind) && stands(stations[$0], aim)
    }.map { Int32($0) }
  }
}
