internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Rules
internal import Workers

/// A city with everything that might be built in it, ready to be measured: its own rows as they are, then one
/// facility for each kind at each place.
struct SitedCity {
  /// What might be built, in the order of the sites of the search.
  let facilities: [SitedFacility]
  /// By site: its option.
  let option: [Int]
  let measured: MeasuredCity
  /// Rows of facilities before the sites.
  let standing: Int

  /// - Parameter network: With the city on it.
  init(
    _ facilities: [SitedFacility], option: [Int], of candidates: SiteCandidates,
    _ prototypes: Facilities, in city: City, _ vocabulary: FacilityKinds,
    on network: CityNetwork?, workers: Workers
  ) async throws {
    self.facilities = facilities
    self.option = option
    let plan = candidates.plan(of: facilities, from: prototypes, name: "sites")
    let extract = CityExtract(
      of: city, parcels: Array(0..<city.parcels.count),
      facilities: Array(0..<city.facilities.count))
    let joined = JoinedCity(extract, plan: plan)
    let own = try await network?.with(joined.city, insteadOf: city, workers: workers)
    let walks = own.map { Walks(network: $0.network, access: $0.access) }
    standing = city.facilities.count
    measured = MeasuredCity(joined.city, vocabulary: vocabulary, walks: walks, workers: workers)
  }

  /// The site of a row; `nil`: it stands already.
  func site(ofRow row: Int32) -> Int? {
    Int(row) >= standing ? Int(row) - standing : nil
  }
}
