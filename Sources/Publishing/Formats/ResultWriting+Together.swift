internal import GeoFiles
internal import Pages

extension ResultWriting {
  /// With their styles, and with the table of findings where all columns are asked for.
  func layers(_ parts: [LayerPart], of edition: Edition) -> [DatasetLayer] {
    let layers = parts.map { $0.styledLayer(edition.language) }
    guard columns(in: .geoPackage) == .all else { return layers }
    return layers + [FindingsLayer(edition, isOnlyFailing: isOnlyFailing).layer]
  }

  /// The layers of a file of several, points and areas apart; the first is drawn on top.
  ///
  /// - Parameter dataset: In what they are written, whose names of columns they get.
  func parts(
    as format: ResultFormat, in dataset: DatasetFormat = .geoPackage, of edition: Edition,
    _ press: Press
  ) async throws -> [LayerPart] {
    var parts: [LayerPart] = []
    for output in layersTogether.sorted(by: { $0.look.order < $1.look.order }) {
      let layer = try await layer(output, as: format, of: edition, press)
      parts += try await layer.parts(
        named: output.layerName, output.look, in: edition, workers: press.workers)
    }
    for index in parts.indices {
      let names = parts[index].layer.table.names
      parts[index].rename(ShortNames(names, most: dataset.mostNameBytes))
    }
    return parts
  }
}
