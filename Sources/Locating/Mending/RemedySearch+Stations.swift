internal import Compliance
internal import GeoData
internal import Measuring
internal import Optimizing
internal import Planar
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// Chooses the fewest facilities with which all aims can be met, adds them, and gives them the least that they must
  /// have.
  mutating func build(_ aims: [MendingAim]) async throws {
    guard !aims.isEmpty, plan.parcels.count > 0 else { return }
    let counting = StationKinds.all(for: aims, reviewer)
    let kinds = StationKinds(
      of: counting, usual: usual,
      others: others.map { reviewer.vocabulary.descendants(of: $0.check.asked.kinds) },
      amounts: try await amountsAsked(of: counting, for: aims))
    let areas = try await areas(for: aims)
    let stations = try stations(for: aims, kinds, areas)
    guard !stations.isEmpty else { return }
    let builder = MendingModelBuilder(
      self, aims, stations, probe: probe(of: stations, kinds, aims))
    var model = MendingModel()
    for number in aims.indices {
      model.layers.append(try await builder.layer(of: number, areas: areas[number]))
    }
    model.areas = areas
    let costs = Station.Costs(stations)
    let answer = FewestServers(
      layers: model.layers.map(\.layer), costs: stations.map { $0.cost(among: costs) }
    ).solve(within: Self.limits(stations.count))
    try take(answer.servers.map { Int($0) }, of: stations, kinds: kinds, aims: aims, model: model)
    try await settle()
    try await share(aims)
  }

  /// The same answer on every machine: steps of a search and no seconds.
  private static func limits(_ stations: Int) -> SearchLimits {
    SearchLimits(iterations: stations > 2_000 ? 60 : 2_000)
  }

  // MARK: What may be built

  /// By kind what clauses ask of such a facility, whatever it is for; `nil`: none complies.
  private func amountsAsked(
    of kinds: [(kind: Int, aims: [Int])], for aims: [MendingAim]
  ) async throws -> [Int: Amount?] {
    guard kinds.count > 1 else { return [:] }
    var designs = self
    let rows = designs.add(kinds.map { designs.station(in: 0, kind: $0.kind) })
    for (row, kind) in zip(rows, kinds) {
      for aim in kind.aims {
        _ = designs.plan.facilities.satisfy(aims[aim].choice.filter, at: row)
      }
    }
    let failing = try await designs.settle()
    return Dictionary(
      uniqueKeysWithValues: zip(rows, kinds).map { row, kind in
        let asked = FacilityMeasure.stated.reduce(Amount.zero) {
          $0 + (designs.plan.facilities.amounts(of: $1)?[row] ?? .zero)
        }
        return (kind.kind, failing.contains(row) ? nil : asked)
      })
  }

  /// A new facility in a lot.
  func station(in lot: Int, kind: Int) -> Station {
    let rows = plan.parcels.rows
    return Station(
      change: .new, kind: kind, lot: lot, x: rows.placeX[lot], y: rows.placeY[lot],
      phase: phase(ofLot: lot))
  }

  /// A planned facility, made larger.
  func station(enlarging row: Int) -> Station {
    Station(
      change: .enlarged(row), kind: plan.facilities.kind[row],
      lot: Int(plan.facilities.insideParcel[row]), x: plan.facilities.rows.placeX[row],
      y: plan.facilities.rows.placeY[row], phase: plan.facilities.phase[row])
  }

  /// By aim that needs a facility within reach: by subject, where one serves it.
  private func areas(for aims: [MendingAim]) async throws -> [Int: [Geometry?]] {
    var areas: [Int: [Geometry?]] = [:]
    for (number, aim) in aims.enumerated() {
      guard case .cover(let metres) = aim.help else { continue }
      let places = try await ServingArea(
        reviewer: reviewer, plan: aim.stage.map { plan.standing(after: $0) } ?? plan,
        workers: workers
      ).ready(for: aim.choice, isWalked: aim.clause.isWalked)
      for subject in aim.subjects {
        let area =
          subject.table == .territory
          ? nil
          : try await places.area(
            for: subject, aim.choice, within: metres, isWalked: aim.clause.isWalked)
        areas[number, default: []].append(area)
      }
    }
    return areas
  }

  /// Every fitting kind in every lot, planned facilities that may be enlarged or built earlier, and places between
  /// lots from which a facility covers several.
  private func stations(
    for aims: [MendingAim], _ kinds: StationKinds, _ areas: [Int: [Geometry?]]
  ) throws -> [Station] {
    var stations: [Station] = []
    for aim in aims {
      let counted = aim.choice.rows(
        ofPlanned: plan.facilities, in: reviewer.city, reviewer.vocabulary)
      for row in counted {
        let phase = plan.facilities.phase[row]
        var station = station(enlarging: row)
        if case .amount = aim.help { stations.append(station) }
        if let stage = aim.stage, phase ?? plan.phases.last ?? stage > stage {
          station = Station(
            change: .broughtForward(row), kind: station.kind, lot: station.lot, x: station.x,
            y: station.y, phase: stage)
          stations.append(station)
        }
      }
    }
    var seen: Set<String> = []
    stations = stations.filter { seen.insert("\($0.change) \($0.phase ?? 0)").inserted }
    let stages = Set(aims.compactMap(\.stage)).sorted()
    for fit in kinds.fits {
      for lot in 0..<plan.parcels.count {
        var station = station(in: lot, kind: fit.kind)
        station.rank = fit.rank
        stations.append(station)
        // What is missed before its lot is lived in may be built before.
        for stage in stages.reversed() where stage < station.phase ?? stage {
          station.phase = stage
          station.rank += Int64(kinds.fits.count)
          stations.append(station)
        }
      }
    }
    for (number, found) in areas.sorted(by: { $0.key < $1.key }) {
      let own = kinds.fits.filter { $0.aims.contains(number) }
      for place in try between(found.compactMap { $0 }) {
        stations += own.map { fit in
          Station(
            change: .new, kind: fit.kind, lot: lot(at: place), x: place.x, y: place.y,
            phase: phase(ofLot: lot(at: place)), rank: fit.rank + Int64(kinds.fits.count))
        }
      }
    }
    return stations
  }

  /// Places in areas and where two of them overlap, in lots if there is one.
  private func between(_ areas: [Geometry]) throws -> [Point] {
    // Of many the pairs are too many, and lots lie close enough.
    guard areas.count <= 40 else { return [] }
    let places = ServingArea(reviewer: reviewer, plan: plan, workers: workers)
    var found: [Geometry] = areas
    for (number, one) in areas.enumerated() {
      for other in areas[(number + 1)...] where one.envelope.intersects(other.envelope) {
        if let both = try places.shared(one, other) { found.append(both) }
      }
    }
    var points: [Point] = []
    for area in found {
      for lot in 0..<plan.parcels.count {
        let outline = plan.parcels.rows.geometry[lot]
        guard outline.kind.isPolygon, outline.envelope.intersects(area.envelope),
          let inside = try places.shared(area, outline), let point = inside.interiorPoint
        else { continue }
        points.append(point)
      }
      if let point = area.interiorPoint { points.append(point) }
    }
    return points.unique
  }

  private func lot(at point: Point) -> Int {
    let geometry = plan.parcels.rows.geometry
    return geometry.withBuffers { buffers in
      (0..<plan.parcels.count).first {
        buffers.kinds[$0].isPolygon && buffers.envelope(of: $0).contains(x: point.x, y: point.y)
          && buffers.contains($0, x: point.x, y: point.y)
      } ?? -1
    }
  }

  /// The plan with all stations that are not in it, each as it counts for its aims.
  private func probe(
    of stations: [Station], _ kinds: StationKinds, _ aims: [MendingAim]
  ) -> Plan {
    let fits = Dictionary(kinds.fits.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    let new = stations.indices.filter {
      if case .enlarged = stations[$0].change { false } else { true }
    }
    let first = plan.facilities.count
    var probe = plan.adding(
      new.map { number in
        let station = stations[number]
        return AddedFacility(
          id: Station.id(of: number), kind: station.kind,
          point: Point(x: station.x, y: station.y), parcel: station.lot >= 0 ? station.lot : nil,
          phase: station.phase)
      })
    for (row, number) in zip(first..., new) {
      for aim in fits[stations[number].kind]?.aims ?? [] where aims[aim].choice.filter != .always {
        _ = probe.facilities.satisfy(aims[aim].choice.filter, at: row)
      }
    }
    return probe
  }

  // MARK: What is built

  /// Puts the chosen stations into the plan, and says for which clauses.
  private mutating func take(
    _ chosen: [Int], of stations: [Station], kinds: StationKinds, aims: [MendingAim],
    model: MendingModel
  ) throws {
    var ids: [Int: String] = [:]
    var new: [Int] = []
    for number in chosen {
      switch stations[number].change {
      case .new: new.append(number)
      case .enlarged(let row):
        ids[number] = plan.facilities.rows.ids[row]
        enlarged.insert(plan.facilities.rows.ids[row])
      case .broughtForward(let row):
        let id = plan.facilities.rows.ids[row]
        ids[number] = id
        enlarged.insert(id)
        guard let phase = stations[number].phase, plan.facilities.phase[row] ?? .max > phase else {
          continue
        }
        plan.facilities.phase[row] = phase
        conditions[id, default: []].removeAll {
          if case .builtInStage = $0 { true } else { false }
        }
        conditions[id, default: []].append(.builtInStage(phase))
      }
    }
    for (row, number) in zip(add(new.map { stations[$0] }), new) {
      let id = plan.facilities.rows.ids[row]
      ids[number] = id
      let fit = kinds.fits.first { $0.kind == stations[number].kind }
      for aim in fit?.aims ?? [] where aims[aim].choice.filter != .always {
        let filter = aims[aim].choice.filter
        if plan.facilities.satisfy(filter, at: row) {
          note(id, aims[aim].clause.key, .meets(filter))
        }
      }
    }
    try assign(ids, of: stations, aims: aims, model: model)
  }

  /// Says which clauses ask for which facility, and where a new one must stand to serve more than its own lot.
  private mutating func assign(
    _ ids: [Int: String], of stations: [Station], aims: [MendingAim], model: MendingModel
  ) throws {
    let places = ServingArea(reviewer: reviewer, plan: plan, workers: workers)
    for layer in model.layers {
      let aim = aims[layer.aim]
      let first = layer.layer.existing.count
      for client in layer.lots.indices where layer.layer.needs[client] > 0 {
        let own = layer.layer.reach[client].lazy.map { Int($0) - first }
          .filter { $0 >= 0 && ids[$0] != nil }
        // Its own, if one of them is.
        guard
          let number = own.first(where: { stations[$0].lot == Int(layer.lots[client]) })
            ?? own.first, let id = ids[number]
        else { continue }
        ask(id, aim.clause.key)
        guard stations[number].change == .new, let area = model.areas[layer.aim]?[client] else {
          continue
        }
        allowed[id] = try allowed[id].map { try places.shared($0, area) ?? $0 } ?? area
      }
    }
  }
}
