internal import Documents
internal import Geodesy

extension CityLoading {
  /// What the rejected rows say.
  ///
  /// - Parameter filling: Finds the units that they belong to, as for rows that take part.
  func setAside(_ filling: UnitFilling, in plane: WorkingPlane) async throws -> RejectedSubjects {
    var result = RejectedSubjects()
    result.ground = plane.ground
    let isRejected = unitRows.isRejected
    result.units = unitValues.level.indices.filter { isRejected[$0] }
      .map { unitValues.level[$0] }
    (result.parcels, result.parcelLabels) = try await rejectedParcels(filling, in: plane)
    (result.facilities, result.facilityLabels) = try await rejectedFacilities(filling, in: plane)
    return result
  }

  private func rejectedParcels(
    _ filling: UnitFilling, in plane: WorkingPlane
  ) async throws -> (rows: Parcels, labels: [String]) {
    // A copy: what is odd about a rejected row is not noted.
    var rows = parcelRows
    let ids = parcelValues.subjects.ids
    var accepted = AcceptedRows(of: rows, ids: ids, rejected: true)
    guard !accepted.order.isEmpty else { return (Parcels(), []) }
    try await accepted.place(&rows, in: plane, repairing: false, workers)
    var parcels = Parcels(parcelValues, accepted, rows, assuming: project.assumptions)
    parcels.units = try await filling.membership(
      parcelValues.units, accepted, &rows, aliases: vocabulary.aliases, workers: workers)
    return (parcels, labels(of: accepted, rows, ids))
  }

  private func rejectedFacilities(
    _ filling: UnitFilling, in plane: WorkingPlane
  ) async throws -> (rows: Facilities, labels: [String]) {
    var rows = facilityRows
    let ids = facilityValues.subjects.ids
    var accepted = AcceptedRows(of: rows, ids: ids, rejected: true)
    // What is no facility decides nothing.
    let refused = rows.records.rows(rejectedAs: .notFacility)
    accepted.order.removeAll { refused.contains($0) }
    guard !accepted.order.isEmpty else { return (Facilities(), []) }
    try await accepted.place(&rows, in: plane, repairing: false, workers)
    var facilities = Facilities(facilityValues, accepted, rows)
    facilities.units = try await filling.membership(
      facilityValues.units, accepted, &rows, aliases: vocabulary.aliases, workers: workers)
    return (facilities, labels(of: accepted, rows, ids))
  }

  private func labels(
    of accepted: AcceptedRows, _ rows: SourceRows, _ ids: [String?]
  ) -> [String] {
    accepted.order.map { ids[$0] ?? rows.label(of: $0).description }
  }
}
