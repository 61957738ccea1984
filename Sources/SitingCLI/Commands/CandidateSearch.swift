import Measuring
import Planar
import Planning
import Walking
import Workers

/// Where facilities may be built, as it is asked for.
struct CandidateSearch {
  let city: City
  let vocabulary: Vocabulary
  let network: CityNetwork?
  let workers: Workers

  /// Sites by a word, else those of a layer, else parcels.
  func sites(_ places: CandidatePlaces?, of layer: LayerSource?) async throws -> SiteCandidates {
    switch places {
    case .grid(let step):
      return try await CandidateLoader.onGrid(
        step: step, of: city, vocabulary: vocabulary, workers: workers)
    case .streets(let metres):
      let junctions = network?.network.junctions ?? []
      return try await CandidateLoader.onStreets(
        junctions.map { Point(x: $0.x, y: $0.y) }, apart: metres, of: city,
        vocabulary: vocabulary, workers: workers)
    case nil:
      if let layer {
        return try await CandidateLoader.load(
          layer, for: city, vocabulary: vocabulary, workers: workers)
      }
      fallthrough
    case .parcels:
      return try await CandidateLoader.atParcels(
        of: city, vocabulary: vocabulary, workers: workers)
    }
  }
}
