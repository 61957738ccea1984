internal import Compliance
internal import GeoData
internal import Geodesy
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// What to do, facility by facility: those of the plan first, then new ones.
  func steps() throws -> [RemedyStep] {
    let back = try CoordinateTransform(from: reviewer.city.workingCRS, to: .wgs84)
      .makeTransformer()
    let new = Set(added)
    let before = Dictionary(
      zip(submitted.facilities.rows.ids, submitted.facilities.rows.ids.indices),
      uniquingKeysWith: { first, _ in first })
    return plan.facilities.rows.ids.enumerated().compactMap { row, id -> RemedyStep? in
      let isNew = new.contains(id)
      let old = isNew ? nil : before[id]
      let amounts = FacilityMeasure.stated.compactMap { measure -> AmountStep? in
        let from = old.flatMap { submitted.facilities.amounts(of: measure)?[$0] }
        guard let to = plan.facilities.amounts(of: measure)?[row],
          to > (from ?? .zero) || stated[id]?.contains(measure) ?? false
        else { return nil }
        return AmountStep(measure: measure.name, unit: measure.unit, from: from, to: to)
      }
      let conditions = conditions[id] ?? []
      guard isNew || !amounts.isEmpty || !conditions.isEmpty else { return nil }
      let kind = reviewer.vocabulary.all[plan.facilities.kind[row]]
      let home = plan.facilities.insideParcel[row]
      var area: Geometry?
      if let region = allowed[id] {
        var column = GeometryColumn()
        column.append(region)
        column.withMutableCoordinates { x, y in _ = back.transform(x: &x, y: &y) }
        area = column[0]
      }
      return RemedyStep(
        facility: id, isNew: isNew, kind: kind.id, kindName: kind.name,
        parcel: home >= 0 ? plan.parcels.rows.ids[Int(home)] : nil, amounts: amounts,
        conditions: conditions, allowed: area, clauses: reasons[id] ?? [])
    }
  }
}
