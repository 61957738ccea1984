package import GeoData
package import Planning
package import Workers

/// A city made ready to be measured: a pure function of what it was made from, of which nothing ever
/// changes. A class, since it is handed to every question.
package final class MeasuredCity: Sendable {
  /// The rows.
  package let city: City
  /// The facility kinds.
  package var vocabulary: FacilityKinds { frame.vocabulary }
  /// The walking network, with the rows of the city on it; `nil`: walks are straight lines times
  /// the detour factor.
  package let walks: Walks?
  /// What is known without measuring.
  package let frame: Frame
  /// How many tasks may run at a time.
  package var workers: Workers { frame.workers }
  /// Under review: what is planned; `nil` in a batch.
  package var planned: PlannedRows? { frame.planned }
  /// Which of the rows are this city's own: what is added up is added up over them; `nil`: all.
  let owned: OwnedRows?
  /// What each facility is on the day.
  let standings: [Standing]

  /// A city, whole or joined with a plan.
  package init(
    _ city: City, vocabulary: FacilityKinds, walks: Walks? = nil, planned: PlannedRows? = nil,
    workers: Workers, tree: UnitTree? = nil
  ) {
    self.city = city
    self.walks = walks
    owned = nil
    standings = city.standings
    frame = Frame(
      of: city, vocabulary: vocabulary, hasNetwork: walks != nil, planned: planned,
      workers: workers, tree: tree)
  }

  /// A part of a city.
  init(part city: City, owned: OwnedRows, walks: Walks?, of whole: MeasuredCity) {
    self.city = city
    self.owned = owned
    self.walks = walks
    standings = city.standings
    frame = Frame(
      of: city, vocabulary: whole.vocabulary, hasNetwork: walks != nil, workers: whole.workers,
      tree: whole.frame.tree)
  }

  /// The parcels that count in sums.
  var countedParcels: [Int32] { owned?.parcels ?? Array(0..<Int32(city.parcels.count)) }

  /// Likewise the facilities.
  func isCounted(facility row: Int) -> Bool { owned?.isFacility[row] ?? true }
}

/// Which rows of a part are its own and not halo, by its own numbers.
struct OwnedRows: Sendable {
  /// Ascending.
  let parcels: [Int32]
  /// By facility.
  let isFacility: [Bool]
}
