extension Plan {
  /// The plan with only some of its source columns, and its geometry for measuring only.
  func reduced(to columns: ColumnsRead) -> Plan {
    var plan = self
    plan.parcels.rows = parcels.rows.reduced(to: columns.parcels, .parcels)
    plan.facilities.rows = facilities.rows.reduced(to: columns.facilities, .facilities)
    return plan
  }
}
