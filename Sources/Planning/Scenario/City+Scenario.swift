internal import GeoFiles

/// What the rows of a scenario say, without what follows from where they are.
struct StatedFacilities {
  let values: Facilities
  /// By facility of the plan, its row there.
  let rows: [Int]
  /// By facility of the plan.
  let names: [String?]
}

extension City {
  /// The city with what a scenario says.
  ///
  /// - Parameters:
  ///   - plan: Its facilities as if they all were new.
  ///   - stated: What their rows say.
  func doing(_ rows: ScenarioRows, _ plan: Plan, _ stated: StatedFacilities) -> City {
    let ids = plan.facilities.rows.ids
    let known = ids.map { rows.known[$0] }
    let isStaying = ids.map { rows.known[$0] != nil && !rows.moved.contains($0) }
    // First those that stay where they are, which keep their geometry and units to the last digit.
    let staying = ids.indices.filter { isStaying[$0] }
    let coming = ids.indices.filter { !isStaying[$0] }
    var plan = plan
    plan.servedParcelIDs = (staying + coming).map { row in
      let served = plan.servedParcelIDs[row]
      guard served.isEmpty, let old = known[row] else { return served }
      return facilities.servedParcels[old].map { parcels.rows.ids[$0] }
    }
    let unmoved = facilities.selecting(staying.compactMap { known[$0] }, parcels: [])
    plan.facilities = changed(unmoved, to: staying, of: plan, stated)
      .appending(
        changed(
          placed(plan.facilities.selecting(coming, parcels: []), as: coming.map { known[$0] }),
          to: coming, of: plan, stated), parcelsBehind: 0)
    let closed = Set(rows.steps.filter { $0.action == .close }.map(\.id))
    for (row, id) in plan.facilities.rows.ids.enumerated() where closed.contains(id) {
      plan.facilities.operating[row] = .closed
    }
    let touched = Set(rows.known.values)
    let rest = selecting(
      parcels: Array(0..<parcels.count),
      facilities: (0..<facilities.count).filter { !touched.contains($0) })
    var result = rest.with(plan)
    result.notes += plan.notes
    for (row, id) in result.facilities.rows.ids.enumerated() {
      if let old = rows.known[id] {
        result.facilities.isTakenAsBuilt[row] = facilities.isTakenAsBuilt[old]
      }
    }
    return result
  }

  /// Facilities where the scenario has them, with what the city says of those that it has.
  ///
  /// - Parameter old: By row, that in the city; `nil`: it is new.
  private func placed(_ placed: Facilities, as old: [Int?]) -> Facilities {
    let known = old.compactMap { $0 }
    let pool = facilities.selecting(known, parcels: []).appending(placed, parcelsBehind: 0)
    var result = placed
    var next = 0
    result.takeColumns(
      of: pool,
      at: old.enumerated().map { row, old in
        guard old != nil else { return known.count + row }
        defer { next += 1 }
        return next
      })
    for (row, old) in old.enumerated() {
      guard let old else { continue }
      // An outline says how much land there is where no figure does.
      if !facilities.isLandDrawn[old], facilities.landArea[old] != nil {
        result.isLandDrawn[row] = false
      } else if placed.isLandDrawn[row] {
        result.landArea[row] = placed.landArea[row]
      }
      result.rows.names[row] = placed.rows.names[row] ?? facilities.rows.names[old]
    }
    result.rows.attributes = placed.rows.attributes.filled(
      from: facilities.rows.attributes, at: old)
    return result
  }

  /// Facilities with what their rows in a scenario say.
  private func changed(
    _ facilities: Facilities, to rows: [Int], of plan: Plan, _ stated: StatedFacilities
  ) -> Facilities {
    var result = facilities
    for (place, row) in rows.enumerated() {
      result.state(place, as: stated.rows[row], of: stated.values)
      if stated.values.landArea[stated.rows[row]] != nil { result.isLandDrawn[place] = false }
      result.kind[place] = plan.facilities.kind[row]
      result.rows.names[place] = stated.names[row] ?? result.rows.names[place]
    }
    result.rows.attributes = plan.facilities.rows.attributes.selecting(rows)
      .filled(from: result.rows.attributes, at: Array(rows.indices))
    return result
  }
}

extension AttributeTable {
  /// These rows; where one says nothing, what a row of others does.
  ///
  /// - Parameter rows: By row, that of the others, if any.
  fileprivate func filled(from others: AttributeTable, at rows: [Int?]) -> AttributeTable {
    let all = AttributeMerging.merged([others, self])
    var result = AttributeTable(rowCount: rowCount)
    for (name, column) in zip(all.names, all.columns) {
      let cells = CellReading(column: column)
      result.set(
        name,
        column.selecting(
          (0..<rowCount).map { row in
            guard cells.text(others.rowCount + row) == nil, let other = rows[row] else {
              return others.rowCount + row
            }
            return other
          }))
    }
    return result
  }
}
