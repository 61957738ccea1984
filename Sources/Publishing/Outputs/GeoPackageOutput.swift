internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Planar
internal import Planning
internal import Wording

/// `compliance.gpkg`: all layers in one file that opens in a GIS coloured by verdict, with a legend and names of
/// columns in the reader's language, and with the manifest's account of where they come from.
///
/// It has the columns of the data, each row's verdict and flags, and its verdict by rule; all figures and the table
/// of findings where all columns are asked for. It is in the CRS of the parcels, as they are given.
enum GeoPackageOutput: ResultOutput {
  /// `compliance.gpkg`
  static let fileName = "compliance.gpkg"
  /// What is in it.
  static let title = OutputWords.geoPackage
  /// GDAL, which writes it, need not be there.
  static let isOnRequest = true

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(fileName, as: .geoPackage) else { return [] }
    return [
      Printing(fileName: fileName) { edition, press, path in
        let day = edition.city.project.asOf?.description ?? "1970-01-01"
        let account = await ManifestOutput.account(of: edition, press)
        let parts = try await writing.parts(as: .geoPackage, of: edition, press)
        try DatasetWriter.write(
          writing.layers(parts, of: edition), as: .geoPackage, day: day,
          about: "\(account.document)\n", to: path)
        for part in parts {
          writing.record(WrittenTable("\(fileName)/\(part.layer.name)", part.layer.table))
          writing.record(
            DrawnLayer(
              name: part.layer.name, format: .geoPackage,
              source: "./\(fileName)|layername=\(part.layer.name)", style: part.style,
              crs: part.layer.crs, extent: part.layer.geometry.envelope))
        }
      }
    ]
  }
}
