extension City {
  /// The city with a plan built in it; rows are sorted by id again.
  public func with(_ plan: Plan) -> City {
    let all = CityExtract(
      of: self, parcels: Array(0..<parcels.count), facilities: Array(0..<facilities.count))
    var city = JoinedCity(all, plan: plan).city
    let parcelOrder = IDOrder.sorted(
      Array(0..<city.parcels.count), ids: city.parcels.rows.ids)
    let facilityOrder = IDOrder.sorted(
      Array(0..<city.facilities.count), ids: city.facilities.rows.ids)
    city.facilities = city.facilities.selecting(facilityOrder, parcels: parcelOrder)
    city.parcels = city.parcels.selecting(parcelOrder)
    city.project = project
    city.rejected = rejected
    city.notes = notes
    city.inputs = inputs + plan.inputs
    return city
  }
}
