extension City {
  /// The city with a plan built in it.
  public func with(_ plan: Plan) -> City {
    var city = JoinedCity(
      self, parcels: Array(0..<parcels.count), facilities: Array(0..<facilities.count), plan: plan
    ).city
    city.rejected = rejected
    city.notes = notes
    city.inputs = inputs + plan.inputs
    return city
  }
}
